#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""golden.py [--accept] BUILD [FILE.t…]

What a person types and what the program answers, side by side. In a file NAME.t every line that
begins with four blanks and "$ " is run in an empty folder, all by one shell (lines with "> " go on); the
indented lines after it are what it must print, its errors among them, and "[N]" how it must end where
that is not 0. A line that ends in " (re)" is a regular expression, one in " (glob)" has * for what
differs from run to run. All other lines are for the reader. A file that speaks of $TEQUIO_SHARED is
skipped where that folder is not there. --accept writes down what the program says now: read it."""
import glob
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LIMIT_SECONDS = 300


def parse(text):
    """A list of [lines for the reader, lines of the command, expected lines]."""
    steps = [[[], [], []]]
    lines = text.split('\n')[:-1]
    for number, line in enumerate(lines):
        if line.startswith('    $ '):
            steps.append([[], [line[6:]], []])
        elif line.startswith('    > ') and steps[-1][1] and not steps[-1][2]:
            steps[-1][1].append(line[6:])
        elif line.startswith('    ') and steps[-1][1]:
            steps[-1][2].append(line[4:])
        elif not line and steps[-1][2] and goes_on(lines[number:]):
            steps[-1][2].append('')
        else:
            steps.append([[line], [], []])
    return steps


def goes_on(lines):
    """Whether blank lines are followed by more of what was printed, and not by a new command."""
    rest = next((line for line in lines if line), '')
    return rest.startswith('    ') and not rest.startswith('    $ ')


def environment(build, folder):
    kept = {name: value for name, value in os.environ.items()
            if name.startswith(('ASAN_', 'LSAN_', 'UBSAN_', 'GCOV_', 'LD_'))}
    return {**kept, 'PATH': os.path.join(build, 'src', 'cli') + ':/usr/local/bin:/usr/bin:/bin',
            'HOME': folder, 'TZ': 'UTC', 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'COLUMNS': '100',
            'G_DEBUG': 'fatal-warnings', 'TEQUIO_DATADIR': os.path.join(ROOT, 'data'),
            'TEQUIO_LOCALEDIR': os.path.join(build, 'po'),
            'TEQUIO_SHARED': os.environ.get('TEQUIO_SHARED', os.path.join(ROOT, '..', 'shared'))}


def matches(expected, line):
    if expected.endswith(' (re)'):
        return re.fullmatch(expected[:-5], line) is not None
    if expected.endswith(' (glob)'):
        pattern = '.*'.join(re.escape(part) for part in expected[:-7].split('*'))
        return re.fullmatch(pattern, line) is not None
    return expected == line


def answers(commands, folder, variables):
    """What each command printed, and how it ended; all run in one shell, one after the other."""
    mark = '=' * 7 + os.urandom(8).hex()
    script = ''.join('\n'.join(command) + f"\nprintf '%s %d\\n' {mark} $?\n" for command in commands)
    with open(os.path.join(folder, '.script'), 'w', encoding='utf-8') as stream:
        stream.write(script)
    run = subprocess.run(['/bin/bash', '.script'], cwd=folder, env=variables,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         timeout=LIMIT_SECONDS)
    text = run.stdout.decode('utf-8', 'backslashreplace')
    found = re.findall(rf'(.*?){mark} (\d+)\n', text, re.DOTALL)
    for printed, status in found:
        lines = printed.split('\n')
        if lines[-1] == '':
            lines.pop()
        else:
            lines[-1] += ' (no line end)'
        while lines and not lines[-1]:
            lines.pop()
        yield lines + ([f'[{status}]'] if status != '0' else [])
    for _ in commands[len(found):]:
        yield ['(the shell ended before this)', *text.split('\n')[-3:]]


def merge(expected, got):
    """What --accept writes: patterns stay where they still hold."""
    if len(expected) == len(got):
        return [e if matches(e, g) else g for e, g in zip(expected, got)]
    return got


def run_file(path, build, accept):
    """Differences as lines; None where the file is skipped."""
    with open(path, encoding='utf-8') as stream:
        text = stream.read()
    differences, written = [], []
    with tempfile.TemporaryDirectory() as folder:
        variables = environment(build, folder)
        if '$TEQUIO_SHARED' in text and not os.path.isdir(variables['TEQUIO_SHARED']):
            return None
        steps = parse(text)
        told = answers([command for _, command, _ in steps if command], folder, variables)
        for reader, command, expected in steps:
            written += reader
            if not command:
                continue
            got = next(told)
            written += ['    $ ' + command[0], *('    > ' + line for line in command[1:])]
            written += ['    ' + line for line in merge(expected, got)]
            if len(expected) != len(got) or not all(map(matches, expected, got)):
                differences += [f'$ {command[0]}', *(f'  expected: {line}' for line in expected),
                                *(f'  got:      {line}' for line in got)]
    if accept and differences:
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write('\n'.join(line.rstrip() for line in written) + '\n')
    return differences


def main(arguments):
    accept = '--accept' in arguments
    arguments = [a for a in arguments if a != '--accept']
    build = os.path.abspath(arguments[0])
    paths = arguments[1:] or sorted(glob.glob(os.path.join(HERE, '*.t')))
    print(f'1..{len(paths)}', flush=True)
    failed = 0
    for number, path in enumerate(paths, 1):
        name = '/cli/' + os.path.basename(path)[:-2]
        differences = run_file(path, build, accept)
        if differences is None:
            print(f'ok {number} {name} # SKIP the shared cases are not beside this source')
            continue
        failed += bool(differences)
        print(f'{"not ok" if differences else "ok"} {number} {name}')
        for line in differences:
            print('# ' + line)
        sys.stdout.flush()
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
