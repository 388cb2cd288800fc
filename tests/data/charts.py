# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Every shipped chart of accounts is whole: its comment says what a row is."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'style'))
import tree  # noqa: E402

HEAD = ['code', 'kind', 'role', 'en', 'es']
KINDS = {'1': 'asset', '2': 'liability', '3': 'equity', '4': 'income', '5': 'expense', '6': 'expense'}
TOPS = {'Assets': 'asset', 'Liabilities': 'liability', 'Equity': 'equity', 'Income': 'income',
        'Expenses': 'expense'}
# What forms, the surplus and the papers look for in every chart.
ROLES = set('''cash bank receivables stock loans customer-advances returns-payable opening imbalance
    member-shares retained reserve welfare education solidarity works agreed-uses result sales
    contributions member-pay transport packaging repairs certification stationery
    commission-travel'''.split())
OF_PRODUCERS = {'produce-advances'}


def check(path, faults):
    lines = [(n, line) for n, line in enumerate(tree.read(path).rstrip('\n').split('\n'), 1)
             if not line.startswith('#')]
    if lines[0][1].split('\t') != HEAD:
        faults.append(f'{path}:{lines[0][0]}: the first row names the columns: {HEAD}')
    codes, roles, names = set(), set(), {'en': {}, 'es': {}}
    last = '0000'
    for number, line in lines[1:]:
        where = f'{path}:{number}'
        fields = line.split('\t')
        if len(fields) != len(HEAD) or any(f != f.strip() for f in fields):
            faults.append(f'{where}: not five clean fields')
            continue
        code, kind, role, *both = fields
        if not re.fullmatch(r'\d{4}', code) or code <= last:
            faults.append(f'{where}: {code} is not a code of four digits above {last}')
        if KINDS.get(code[0]) != kind:
            faults.append(f'{where}: {code} is not of kind {kind}')
        if role and (role in roles or not re.fullmatch(r'[a-z]+(-[a-z]+)*', role)):
            faults.append(f'{where}: the role {role} stands twice or is no word')
        for language, name in zip(('en', 'es'), both):
            parent = name.rpartition(':')[0]
            if not name or '::' in name or name in names[language]:
                faults.append(f'{where}: the {language} name is missing or stands twice')
            if parent and names[language].get(parent) != kind:
                faults.append(f'{where}: {parent} is not above it with the same kind')
            names[language][name] = kind
        if both[0].count(':') != both[1].count(':'):
            faults.append(f'{where}: the two languages do not have the same depth')
        if TOPS.get(both[0].split(':')[0]) != kind:
            faults.append(f'{where}: hledger would not see the kind in {both[0]}')
        codes.add(code)
        roles.add(role)
        last = code
    wanted = ROLES | (OF_PRODUCERS if 'producers' in path else set())
    faults += [f'{path}: no account has the role {role}' for role in sorted(wanted - roles)]
    return len(codes)


found = []
charts = tree.files('data/charts/*.tsv')
for needed in ('data/charts/producers.tsv', 'data/charts/worker.tsv'):
    if needed not in charts:
        found.append(f'{needed} is missing')
count = sum(check(path, found) for path in charts)
tree.finish(found, count)
