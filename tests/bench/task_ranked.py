# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Counting big files of rankings. The first row of each table is a plain reading of the same file, every
byte once. The files come from a seed: bench-ballots make-ranked VOTERS OPTIONS SEED FILE;
`bench-ballots time schulze FILE` tells reading and counting apart."""
import os

SEED = '1'


def tasks(world):
    program = os.path.join(world.build, 'tests/bench/bench-ballots')
    if 'tally' not in world.commands:
        return []

    def task(kind, ending):
        path = world.path(f'{kind}-300000-50.{ending}')
        if not os.path.exists(path):
            world.run(program, kind, '300000', '50', SEED, path)
        return Task(f'tally: Schulze, 300,000 full rankings of 50 options, .{ending}', [  # noqa: F821
            Contestant('plain reading', [program, 'read', path]),  # noqa: F821
            Contestant('tequio-cli tally schulze', [world.cli, 'tally', 'schulze', path]),  # noqa: F821
            Contestant('reading and counting told apart',  # noqa: F821
                       [program, 'time', 'schulze', path]),
        ], 'from the file to the outcome in 1 s', 300000)

    return [task('make-ranked', 'json'), task('make-blt', 'blt')]
