# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Counting big files: projects within a budget, and one pot. The first row of each table is a plain
reading of the same file, every byte once. The files come from a seed:
bench-ballots make-pb VOTERS PROJECTS SEED FILE; `bench-ballots time RULE FILE` tells reading and
counting apart."""
import os

SEED = '1'


def tasks(world):
    program = os.path.join(world.build, 'tests/bench/bench-ballots')
    if 'tally' not in world.commands:
        return []

    def task(name, kind, voters, options, rule, reach):
        path = world.path(f'{kind}-{voters}-{options}' + ('.json' if kind == 'make-pot' else '.pb'))
        if not os.path.exists(path):
            world.run(program, kind, str(voters), str(options), SEED, path)
        return Task(name, [  # noqa: F821: run puts Task and Contestant here
            Contestant('plain reading', [program, 'read', path]),  # noqa: F821
            Contestant(f'tequio-cli tally {rule}', [world.cli, 'tally', rule, path]),  # noqa: F821
            Contestant('reading and counting told apart', [program, 'time', rule, path]),  # noqa: F821
        ], reach, voters)

    return [
        task('tally: Equal Shares, 90,000 ballots, 160 projects', 'make-pb', 90000, 160, 'mes_cost',
             'counted in 0.2 s'),
        task('tally: Equal Shares, 300,000 ballots, 50 projects', 'make-pb', 300000, 50, 'mes_cost',
             'counted in 0.3 s'),
        task('tally: Add1, 300 families, 30 projects', 'make-pb', 300, 30, 'mes_cost_add1_full_u',
             'within 0.2 s, from the file to the outcome'),
        task('tally: independent markets, 300,000 proposals, 50 uses', 'make-pot', 300000, 50,
             'independent_markets', 'counted in 0.05 s after reading'),
    ]
