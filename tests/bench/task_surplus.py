# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Sharing among very many families by three bases. `bench-split FAMILIES ROUNDS` shares in memory,
with exact shares and entries, and prints the times of its rounds; the whole command also reads the
file and prints every exact fraction and every line of the journal."""
import json
import os
import random

FAMILIES = 100000


def _write(path):
    draw = random.Random(1)
    names = [f'f{i:06d}' for i in range(FAMILIES)]
    balance = {'1010': {'dr': 98765432198}, '3310': {'cr': 98765432198}}
    bases = [{'name': 'equal', 'weight': '40/100', 'q': {n: '1' for n in names}},
             {'name': 'days', 'weight': '35/100', 'q': {n: str(draw.randint(0, 60)) for n in names}},
             {'name': 'kilos', 'weight': '25/100',
              'q': {n: str(draw.randint(0, 8000) / 4) for n in names}}]
    split = {'id': 'S', 'amount': [['D', '1']], 'eligible': names, 'basis': bases,
             'portions': [{'name': 'cash', 'rate': 'rest', 'account': '2110'}]}
    with open(path, 'w', encoding='utf-8') as stream:
        json.dump({'members': {n: n for n in names}, 'inputs': {
            'opening_balances': balance, 'pools': {'main': [['cr:3310', '1']]},
            'rules': [{'id': 'D', 'kind': 'rest'}], 'splits': [split]}}, stream)


def tasks(world):
    program = os.path.join(world.build, 'tests/bench/bench-split')
    if 'allocate' not in world.commands:
        return []
    path = world.path('families.json')
    _write(path)
    return [Task(f'surplus: {FAMILIES:,} families, three bases', [  # noqa: F821
        Contestant('the split alone, 1 round', [program, str(FAMILIES), '1']),  # noqa: F821
        Contestant('tequio-cli allocate', [world.cli, 'allocate', path]),  # noqa: F821
    ], 'shared within 0.2 s', FAMILIES)]
