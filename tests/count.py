# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""count.py [--steps PASSED FAILED] TESTLOG.json…  counts what meson's test runs did, case by case
where a test speaks TAP, names what was skipped and what failed, and closes with one line:
N passed, N failed. Ends with 1 where anything failed or nothing ran."""
import json
import re
import sys

TAP = re.compile(r'^(ok|not ok)\b(.*)$', re.MULTILINE)


def cases(test):
    """(result, name) of every case of one test program."""
    told = TAP.findall(test.get('stdout') or '')
    for word, rest in told:
        name = f'{test["name"]}: {rest.strip(" -")}'
        skip = re.search(r'# SKIP', rest, re.IGNORECASE)
        yield ('skipped' if skip else 'passed' if word == 'ok' else 'failed'), name
    whole = test['result'].lower()
    sound = whole in ('ok', 'expectedfail')
    if whole == 'skip' and not told:
        yield 'skipped', test['name']
    elif not sound and whole != 'skip' and not any(word == 'not ok' for word, _ in told):
        yield 'failed', f'{test["name"]} ({whole})'
    elif sound and not told:
        yield 'passed', test['name']


def main(arguments):
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    if arguments[:1] == ['--steps']:
        counts['passed'], counts['failed'] = int(arguments[1]), int(arguments[2])
        arguments = arguments[3:]
    for path in arguments:
        with open(path, encoding='utf-8') as log:
            for line in log:
                for result, name in cases(json.loads(line)):
                    counts[result] += 1
                    if result != 'passed':
                        print(f'{result}: {name}')
    print(f'{counts["passed"]} passed, {counts["failed"]} failed')
    return 1 if counts['failed'] or not counts['passed'] else 0


sys.exit(main(sys.argv[1:]))
