# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Reading a journal whole, without a book under it: beside the same file read line by line with the C
library, and the peer that reads it too."""
import os
import sys

Task = Contestant = None  # set by run


def tasks(world):
    generator = os.path.join(world.shared, 'tools', 'gen_book.py')
    if not os.path.exists(generator):
        print(f'no generator at {generator}: the journal is not measured', file=sys.stderr)
        return []
    folder = world.path('journal')
    world.run(sys.executable, generator, '-n', str(world.entries), '-s', '1', '-o', folder,
              '--formats', 'journal')
    journal = os.path.join(folder, 'book.journal')
    program = os.path.join(world.build, 'tests/bench/bench-journal')
    contestants = [Contestant('bare loop (lines)', [program, 'lines', journal]),
                   Contestant('reader of hledger', [program, 'read', journal])]
    if world.has_peer('ledger'):
        contestants.append(Contestant('ledger (reads only)', ['ledger', '-f', journal, 'stats']))
    return [Task('Reading a journal', contestants, 'under 64 MiB', world.entries)]
