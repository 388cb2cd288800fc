# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""manual.py PAGE…  every manual page is sound for groff and leaves no name of a template unfilled."""
import re
import subprocess
import sys

import tree

tree.need('groff')
faults = []
for path in sys.argv[1:]:
    run = subprocess.run(['groff', '-man', '-K', 'utf8', '-T', 'utf8', '-z', '-ww', path],
                         capture_output=True, text=True)
    faults += run.stderr.splitlines()
    with open(path, encoding='utf-8') as stream:
        page = stream.read()
    faults += [f'{path}: {name} was not filled' for name in re.findall(r'@[A-Z]+@', page)]
    if page.count('\n.SS ') == 0:
        faults.append(f'{path}: tells of no command')
tree.finish(faults, len(sys.argv) - 1)
