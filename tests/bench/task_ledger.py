# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""The ledger at size: import, verify, reports, durable entries, the workbook. The book comes from the
generator that stands with the shared cases; without it there is nothing to measure."""
import json
import os
import sys

Task = Contestant = None  # set by run


def _generate(world):
    generator = os.path.join(world.shared, 'tools', 'gen_book.py')
    if not os.path.exists(generator):
        print(f'no generator at {generator}: the ledger is not measured', file=sys.stderr)
        return False
    world.run(sys.executable, generator, '-n', str(world.entries), '-s', '1', '-o',
              world.path('data'), '--formats', 'csv,journal,beancount')
    return True


def _import(world):
    """The import itself, and the two books that the tasks after it read."""
    csv, journal = world.path('data', 'book.csv'), world.path('data', 'book.journal')
    book = world.path('new.tequio')

    def empty_book():
        world.remove('new.tequio')
        world.run(world.cli, 'new', book, '--name', 'Bench', '--currency', 'EUR', '--chart', 'none')
    world.run(world.bare, 'import', csv, world.path('bare.db'))
    contestants = [Contestant('bare loop', [world.bare, 'import', csv, world.path('import.db')],
                              lambda: world.remove('import.db'))]
    if {'new', 'import'} <= world.commands:
        ours = [world.cli, '--quiet', '--book', book, 'import', 'hledger', journal]
        contestants.append(Contestant('tequio-cli import hledger', ours, empty_book))
        empty_book()
        world.run(*ours)
        os.rename(book, world.path('book.tequio'))
    if world.has_peer('ledger'):
        contestants.append(Contestant('ledger (reads only)', ['ledger', '-f', journal, 'stats']))
    return Task('Import of a journal', contestants, 'at most twice the bare loop, under 64 MiB',
                world.entries)


def _durable(world):
    count = 500
    batch, book = world.path('batch.jsonl'), world.path('durable.tequio')
    with open(batch, 'w', encoding='utf-8') as stream:
        for i in range(1, count + 1):
            amount = f'{i / 100:.2f}'
            stream.write(json.dumps({'date': f'2024-{i % 12 + 1:02d}-15', 'text': 'Bread', 'postings': [
                {'account': 'Assets:Cash', 'amount': amount},
                {'account': 'Income:Sales', 'amount': '-' + amount}]}) + '\n')

    def empty_book():
        world.remove('durable.tequio')
        world.run(world.cli, 'new', book, '--name', 'Bench', '--currency', 'EUR', '--chart', 'none')
        for name, kind in (('Assets', 'asset'), ('Assets:Cash', 'asset'), ('Income', 'income'),
                           ('Income:Sales', 'income')):
            world.run(world.cli, '--book', book, 'account', 'add', name, '--kind', kind)
    contestants = [Contestant('bare loop', [world.bare, 'durable', world.path('durable.db'),
                                            str(count)], lambda: world.remove('durable.db'))]
    if {'new', 'entry', 'account'} <= world.commands:
        contestants.append(Contestant(
            'tequio-cli entry add --batch',
            [world.cli, '--book', book, 'entry', 'add', '--batch', batch], empty_book))
    return Task('Durable entries, a transaction each', contestants,
                'at least half the rate of the bare loop', count)


def _reports(world):
    bare, book = world.path('bare.db'), world.path('book.tequio')
    journal, beancount = world.path('data', 'book.journal'), world.path('data', 'book.beancount')
    year = ['2022-01-01', '2022-12-31']
    account = 'Assets:Bank:Checking'
    rows = [
        ('Trial balance', 'at most 0.05 s', [world.bare, 'trial', bare],
         ['report', 'trial-balance', '--format', 'csv'],
         [('hledger', ['hledger', '-f', journal, 'balance', '--flat', '-N']),
          ('ledger', ['ledger', '-f', journal, 'balance', '--flat']),
          ('bean-query', ['bean-query', beancount, 'SELECT account, sum(position) GROUP BY account'])]),
        ('Income statement of a year', 'at most 0.05 s', [world.bare, 'income', bare, *year],
         ['report', 'income-statement', '--from', year[0], '--to', year[1], '--format', 'csv'],
         [('hledger', ['hledger', '-f', journal, 'incomestatement', '-b', year[0], '-e',
                       '2023-01-01'])]),
        ('Register of the largest account', 'at most 1.2 s at a million entries',
         [world.bare, 'register', bare, account],
         ['report', 'register', '--account', account, '--format', 'csv'],
         [('ledger', ['ledger', '-f', journal, 'register', account])]),
        ('Full verification', 'at most 10 s at a million entries', [world.bare, 'verify', bare],
         ['verify'], [('bean-check', ['bean-check', '--no-cache', beancount]),
                      ('hledger check', ['hledger', '-f', journal, 'check'])]),
        ('Workbook with every posting', 'at most 1.3 times the bare loop, 32 MiB',
         [world.bare, 'workbook', bare, world.path('bare.xlsx')],
         ['--output', world.path('book.xlsx'), 'export', 'xlsx'], []),
    ]
    for name, reach, loop, ours, peers in rows:
        contestants = [Contestant('bare loop', loop)]
        verb = next(word for word in ours if word in ('report', 'verify', 'export'))
        if verb in world.commands and os.path.exists(book):
            contestants.append(Contestant('tequio-cli ' + ' '.join(ours[ours.index(verb):]),
                                          [world.cli, '--book', book, *ours]))
        contestants += [Contestant(label, command) for label, command in peers
                        if world.has_peer(command[0])]
        yield Task(name, contestants, reach)


def tasks(world):
    if not _generate(world):
        return []
    return [_import(world), _durable(world), *_reports(world)]
