# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Scripts of the tree: every Python file compiles, every shell script parses, and what begins with #!
has its run bit."""
import os
import subprocess

import tree

faults = []
count = 0
for path in tree.files('*'):
    whole = os.path.join(tree.ROOT, path)
    with open(whole, 'rb') as stream:
        first = stream.readline()
    if path.endswith('.py'):
        count += 1
        try:
            compile(tree.read(path), path, 'exec')
        except SyntaxError as error:
            faults.append(f'{path}: {error}')
    if not first.startswith(b'#!'):
        continue
    count += 1
    if not os.access(whole, os.X_OK):
        faults.append(f'{path}: begins with #! and has no run bit')
    if first.rstrip().endswith((b'/bash', b'/sh')):
        run = subprocess.run(['bash', '-n', whole], capture_output=True, text=True)
        faults += run.stderr.splitlines()
tree.finish(faults, count)
