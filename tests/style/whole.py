# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""The tree as a whole: names at the top, licences, nothing left open, nothing of one machine, and
the words of the domain."""
import os
import re

import tree

TOP = {'src', 'ui', 'data', 'po', 'tests', 'meson.build', 'README.md', 'COPYING', 'NEWS'}
SPDX = 'SPDX-License-Identifier: '
C_HEAD = ('/* SPDX-License-Identifier: GPL-3.0-or-later\n'
          ' * SPDX-FileCopyrightText: The Tequio contributors */\n')
LICENSED = ['*.c', '*.h', '*.py', '*.sql', '*.sh', '*meson.build', '*.ui', '*.css', '*.svg', '*.in',
            '*.xml', '*.tsv', '*.po', '*.1', '.ci/*', 'data/setup', 'tests/run-*']
# Letters in brackets keep this file from finding itself.
OPEN = re.compile(r'FIXM[E]|TOD[O]\b|\bXX[X]\b|not implemente[d]|placeholde[r](?![-_]text)')
MACHINE = re.compile(r'(/hom[e]/|/roo[t]/|(?<![a-z])/wor[k]/|/tmp/tm[p]|de[b]\.[a-z]+\.org|regist[r]y\.[a-z]+\.org)')
WORDS = re.compile(r'\b(utilidad|utilidades|ganancia|ganancias)\b', re.IGNORECASE)
TEXT_LIMIT = 4_000_000

faults = []
paths = tree.files('*')
licensed = set(tree.files(*LICENSED))
for path in paths:
    top = path.split('/')[0]
    if top not in TOP and not top.startswith('.'):
        faults.append(f'{path}: the top level holds src ui data po tests and a few files, no more')
    if os.path.getsize(os.path.join(tree.ROOT, path)) > TEXT_LIMIT:
        faults.append(f'{path}: too large for a source tree')
        continue
    try:
        text = tree.read(path)
    except UnicodeDecodeError:
        continue
    if path in licensed and 'tests/data/' not in path:
        if path.endswith(('.c', '.h')) and not text.startswith(C_HEAD):
            faults.append(f'{path}: begins without the two lines of the licence')
        elif SPDX not in text[:600]:
            faults.append(f'{path}: names no licence')
    for number, line in enumerate(text.split('\n'), 1):
        if path.startswith(('src/', 'ui/', 'tests/')) and OPEN.search(line):
            faults.append(f'{path}:{number}: left open: {line.strip()}')
        if MACHINE.search(line) and not path.startswith('tests/fuzz/'):
            faults.append(f'{path}:{number}: names a machine: {line.strip()}')
        if path.startswith(('po/', 'data/', 'ui/', 'tests/cli/')) and WORDS.search(line):
            faults.append(f'{path}:{number}: a co-operative has an excedente: {line.strip()}')
tree.finish(faults, len(paths))
