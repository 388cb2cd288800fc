# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""src/FORMAT.md is whole: every kind of event, every table, every setting, every step of the road and every field
of a record of the road stands in it as the source has it, and nothing else does."""
import glob
import os
import re
import sys

from specification import SOURCE, Specification

TYPES = {'LINE': 'text', 'BODY': 'text', 'COUNT': 'count', 'AMOUNT': 'amount', 'REF': 'ref', 'DAY': 'day'}
FIELD = re.compile(r'\{\s*"(\w+)",\s*TQ_FIELD_(\w+),\s*G_STRUCT_OFFSET \([^)]*\),\s*(NULL|N_ \("[^"]*"\)),\s*'
                   r'(NULL|\w+),\s*(TRUE|FALSE)\s*\}')
RECORD = re.compile(r'const TqCaseRecordKind (\w+) = \{\s*sizeof \(\w+\),\s*(\w+),\s*TQ_RECORD_(?:LINE_)?SQL \(\s*'
                    r'"(\w+)".*?\),\s*\{(.*?)NULL, 0 \}', re.S)


def read(*path):
    with open(os.path.join(SOURCE, 'src', *path), encoding='utf-8') as f:
        return f.read()


def read_records():
    """(kind of record -> (table, fields, kinds of its lists)) as the C tables say."""
    text = ''.join(read('assembly', os.path.basename(path)) for path in
                   glob.glob(os.path.join(SOURCE, 'src', 'assembly', '*-record.c')))
    names = {name: re.findall(r'"([^"]+)"', body) for name, body in
             re.findall(r'const char \*const (\w+)\[\] = \{(.*?)NULL\s*\}', text, re.S)}
    fields = {}
    for name, body in re.findall(r'static const TqField (\w+)\[\] = \{(.*?)TQ_FIELDS_END', text, re.S):
        rows = FIELD.findall(body)
        assert len(rows) == body.count('G_STRUCT_OFFSET'), name
        fields[name] = [(column, 'derived', '', False) if derived == 'TRUE' else
                        (column, 'choice', names[choices], False) if kind == 'CHOICE' else
                        (column, TYPES[kind], '', needed != 'NULL')
                        for column, kind, needed, choices, derived in rows]
    return {kind: (table, fields[of], re.findall(r'&(\w+),', lists))
            for kind, of, table, lists in RECORD.findall(text)}


def compare(what, source, page, faults):
    for name in sorted(set(source) - set(page)):
        faults.append(f'{what} {name} is missing in src/FORMAT.md')
    for name in sorted(set(page) - set(source)):
        faults.append(f'{what} {name} stands in src/FORMAT.md and not in the source')


def check_records(spec, faults):
    records = read_records()
    for kind, record in re.findall(r'\{ "(case\.[\w-]+/1)",\s*&(\w+)', read('assembly', 'kinds.c')):
        table, fields, lists = records[record]
        page = spec.kinds.get(kind, [])
        if [f for f in page if f[1] != 'list'] != fields or spec.tables.get(kind) != table:
            faults.append(f'{kind}: the fields or the table are not those of the source')
        if [f[2] for f in page if f[1] == 'list'] != [records[one][0] for one in lists]:
            faults.append(f'{kind}: the lists are not those of the source')
        for one in lists:
            if spec.items.get(records[one][0]) != records[one][1]:
                faults.append(f'{records[one][0]}: the fields are not those of the source')


def check_road(spec, faults):
    source, page = {}, {}
    for state, act, to in re.findall(r'FROM \((\w+)\), BY \((\w+)\), WHEN \(\w+\), TO \((\w+)\)',
                                     read('assembly', 'road-table.c')):
        if state != 'SAME':
            name = state.lower().replace('_', '-')
            to = name if to == 'SAME' else to.lower().replace('_', '-')
            source.setdefault(f"{name}, {act.lower().replace('_', '-')}", set()).add(to)
    for state, acts in spec.roads.items():
        for act, to in acts.items():
            page[f'{state}, {act}'] = set(to)
    source.pop('paused, resume')
    page.pop('paused, resume')
    compare('the step', source, page, faults)
    faults += [f'the step {step} leads elsewhere in the source' for step in source
               if step in page and source[step] != page[step]]


def main():
    spec, faults = Specification(), []
    kinds = re.findall(r'^  \{ "([a-z.-]+/\d+)", tq_\w+ \},', read('service', 'kinds.c') + read('assembly', 'kinds.c'),
                       re.M)
    assert len(kinds) > 50
    compare('the kind', kinds, spec.kinds, faults)
    tables = {m.group(1) for m in (re.match(r'CREATE TABLE (\w+)', s) for s in spec.statements) if m}
    page = read('FORMAT.md')
    faults += [f'the table {table} is missing in src/FORMAT.md' for table in sorted(tables)
               if f'`{table}`' not in page and table not in spec.items and f'`{table}.' not in page]
    settings = dict(re.findall(r'\{ "([a-z-]+)",\s*SETTING_\w+,\s*"([^"]*)"', read('people', 'cooperative.c')))
    compare('the setting', settings, spec.settings, faults)
    faults += [f'the setting {key} begins with another value' for key, value in settings.items()
               if key in spec.settings and spec.settings[key][1] != value]
    check_records(spec, faults)
    check_road(spec, faults)
    for fault in faults:
        print(fault)
    print(f'{len(kinds)} kinds, {len(tables)} tables, {len(settings)} settings, {len(faults)} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
