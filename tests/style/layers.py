# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""A folder includes only what the table below allows (see src/DECISIONS.md, "The layers")."""
import re

import tree

BELOW = {
    'base': [],
    'tally': ['base'],
    'store': ['base'],
    'people': ['base', 'store'],
    'ledger': ['base', 'store', 'people'],
    'work': ['base', 'store', 'people'],
    'surplus': ['base', 'store', 'people', 'ledger', 'work'],
    'assembly': ['base', 'tally', 'store', 'people', 'ledger', 'surplus'],
    'reports': ['base', 'tally', 'people', 'ledger', 'work', 'surplus', 'assembly'],
    'exchange': ['base', 'tally', 'people', 'ledger', 'work', 'surplus', 'assembly', 'reports'],
    'service': ['base', 'tally', 'store', 'people', 'ledger', 'work', 'surplus', 'assembly',
                'reports', 'exchange'],
    'cli': ['base', 'service'],
    'app': ['base', 'service'],
}
# The one header of store/ through which files of other programs are read.
FOREIGN_DOOR = {'exchange': re.compile(r'store/foreign[a-z-]*\.h')}
SYSTEM_OF_BASE = re.compile(r'(glib\.h|glib/.*|gmp\.h|[a-z]+\.h|sys/[a-z]+\.h)$')
ONLY_IN = [(re.compile(r'sqlite3\.h'), 'store'), (re.compile(r'(gtk|gdk|gsk|adwaita)\b.*'), 'app'),
           (re.compile(r'xlsxwriter\.h|cairo.*|pango.*'), 'exchange')]
# The library neither prints nor looks at the clock: both are for whoever calls it.
PRINTS = re.compile(r'\b(printf|puts|putchar|g_print|g_printerr|perror) \(')
CLOCK = re.compile(r'\b(time \(NULL\)|g_get_real_time|g_date_time_new_now\w*|gettimeofday) ?\(?')

faults = []
paths = tree.files('src/*.c', 'src/*.h')
for path in paths:
    folder = path.split('/')[1]
    if folder not in BELOW:
        faults.append(f'{path}: the folder is not in the table of layers')
        continue
    source = tree.read(path)
    for number, line in enumerate(source.split('\n'), 1):
        where = f'{path}:{number}'
        own = re.match(r'#include "([^"]+)"', line)
        system = re.match(r'#include <([^>]+)>', line)
        if own:
            target = own.group(1).split('/')[0]
            door = folder in FOREIGN_DOOR and FOREIGN_DOOR[folder].fullmatch(own.group(1))
            if '/' not in own.group(1) and not own.group(1).endswith('-resources.h'):
                faults.append(f'{where}: write the folder: #include "{folder}/{own.group(1)}"')
            elif target != folder and target in BELOW and target not in BELOW[folder] and not door:
                faults.append(f'{where}: {folder}/ may not include {own.group(1)}')
        elif system:
            for pattern, only in ONLY_IN:
                if pattern.fullmatch(system.group(1)) and folder != only:
                    faults.append(f'{where}: <{system.group(1)}> belongs in {only}/ alone')
            if folder == 'base' and not SYSTEM_OF_BASE.match(system.group(1)):
                faults.append(f'{where}: base/ uses GLib and GMP alone')
    if folder in ('cli', 'app'):
        continue
    for number, line in enumerate(tree.without_comments(source).split('\n'), 1):
        if PRINTS.search(line):
            faults.append(f'{path}:{number}: the library never prints')
        if CLOCK.search(line) and folder != 'service':
            faults.append(f'{path}:{number}: the instant is an argument')
tree.finish(faults, len(paths))
