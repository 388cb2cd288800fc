#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Every C file is formatted as .clang-format says, and no line is longer than 100 columns.
With --mend the files are formatted, and comments wrapped, instead of judged."""
import os
import re
import subprocess
import sys

import tree

WIDTH = 100
COMMENT = re.compile(r'(?P<lead>\s*(?:/\*|\*)\s+)(?P<item>(?:\d+\.|-)\s+)?(?P<words>\S.*)')


def wrap(lines):
    """Carries the words beyond the last column to the next line of the same paragraph."""
    number = 0
    while number < len(lines):
        line = lines[number]
        found = COMMENT.match(line)
        if len(line) > WIDTH and found and (line.lstrip().startswith('/*') or ' * ' in line[:12]):
            cut = line.rfind(' ', 0, WIDTH + 1)
            lead = found.group('lead').replace('/*', ' *') + ' ' * len(found.group('item') or '')
            rest = line[cut + 1:]
            lines[number] = line[:cut].rstrip()
            after = COMMENT.match(lines[number + 1]) if number + 1 < len(lines) else None
            joins = (after and not after.group('item') and after.group('lead') == lead
                     and not line.endswith('*/'))
            if joins:
                lines[number + 1] = lead + rest + ' ' + after.group('words')
            else:
                lines.insert(number + 1, lead + rest)
        number += 1
    return lines


def mend(paths):
    for path in paths:
        source = tree.read(path)
        wrapped = '\n'.join(wrap(source.split('\n')))
        if wrapped != source:
            with open(os.path.join(tree.ROOT, path), 'w', encoding='utf-8') as stream:
                stream.write(wrapped)
    subprocess.run(['clang-format', '-i', *paths], cwd=tree.ROOT, check=True)


tree.need('clang-format')
every = tree.files('*.c', '*.h')
if '--mend' in sys.argv[1:]:
    mend(every)
run = subprocess.run(['clang-format', '--dry-run', '--ferror-limit=1', '-Werror', *every],
                     cwd=tree.ROOT, capture_output=True, text=True)
faults = [line for line in run.stderr.splitlines() if 'error:' in line]
if run.returncode != 0 and not faults:
    faults = [run.stderr]
for path in every:
    for number, line in enumerate(tree.read(path).split('\n'), 1):
        if len(line) > WIDTH and '"' not in line:
            faults.append(f'{path}:{number}: {len(line)} columns, at most {WIDTH}')
if faults:
    print('tests/style/format.py --mend mends these')
tree.finish(faults, len(every))
