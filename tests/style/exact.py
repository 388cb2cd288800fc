# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""No floating point where amounts, votes and hours are decided. A file may use it as a filter whose
result is decided again exactly; its comment then says so with the word "filter"."""
import re

import tree

CORE = ['base', 'tally', 'people', 'ledger', 'work', 'surplus', 'assembly', 'store']
FLOATING = re.compile(r'\b(double|gdouble|float|gfloat|strtod|g_ascii_strtod|atof|mpq_get_d|mpz_get_d|'
                      r'mpf_\w+|sqlite3_column_double|sqlite3_bind_double)\b')

faults = []
paths = [p for folder in CORE for p in tree.files(f'src/{folder}/*.c', f'src/{folder}/*.h')]
for path in paths:
    source = tree.read(path)
    comments = ' '.join(re.findall(r'/\*.*?\*/', source, re.DOTALL))
    if re.search(r'\bfilter\b', comments):
        continue
    for number, line in enumerate(tree.without_comments(source).split('\n'), 1):
        if FLOATING.search(line):
            faults.append(f'{path}:{number}: floating point: {line.strip()}')
tree.finish(faults, len(paths))
