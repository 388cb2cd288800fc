# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""What the style tests share: the files of the tree, and how faults are told."""
import fnmatch
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SKIP = 77


def _walk():
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders if not f.startswith(('.git', 'build', '__pycache__'))]
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), ROOT)


def files(*patterns):
    """Paths from the top, of all files that belong to the tree, new ones too; sorted."""
    listed = subprocess.run(['git', '-C', ROOT, 'ls-files', '-co', '--exclude-standard', '-z'],
                            capture_output=True, text=True)
    paths = listed.stdout.split('\0') if listed.returncode == 0 else _walk()
    return sorted(p for p in set(paths)
                  if p and os.path.isfile(os.path.join(ROOT, p))
                  and any(fnmatch.fnmatch(p, pattern) for pattern in patterns))


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8') as stream:
        return stream.read()


def without_comments(source):
    """C source with comments and the insides of strings blanked; lines stay where they are."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, source,
                  flags=re.DOTALL)


def finish(faults, checked):
    """Prints every fault on a line of its own and ends the test."""
    for fault in faults:
        print(fault)
    print(f'{checked} checked, {len(faults)} faults')
    if checked == 0:
        print('nothing was checked: the test itself is wrong')
    sys.exit(1 if faults or checked == 0 else 0)


def need(program):
    """Ends the test as skipped where *program* is not on this machine."""
    for folder in os.environ.get('PATH', '').split(os.pathsep):
        if os.access(os.path.join(folder, program), os.X_OK):
            return
    print(f'{program} is not on this machine')
    sys.exit(SKIP)
