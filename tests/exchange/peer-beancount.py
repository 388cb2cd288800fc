#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Every sample journal, written for beancount, must pass bean-check and give bean-query the same
balances as the reader gave. Usage: peer-beancount.py DUMP"""

import csv
import glob
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal


def run(*words):
    return subprocess.run(words, capture_output=True, text=True)


def read_names(text):
    """What each account and commodity of the written file is called in the book."""
    names = {}
    for _, name, original in re.findall(r'^\S+ (open|commodity) (\S+)\n(?:  name: "(.*)"\n)?', text, re.M):
        names[name] = original
    for name in re.findall(r"^\S+ (?:open|commodity) (\S+)\n(?!  name)", text, re.M):
        names[name] = name
    return names


def check(dump, path, written):
    done = run(dump, "beancount", path)
    if done.returncode != 0:
        return ""  # refused by the reader: nothing to write
    with open(written, "w", encoding="utf-8") as file:
        file.write(done.stdout)
    checked = run("bean-check", written)
    if checked.returncode != 0:
        return checked.stdout + checked.stderr
    names = read_names(done.stdout)
    query = "SELECT account, currency, sum(units(position)) AS total GROUP BY account, currency"
    table = run("bean-query", "-q", "-f", "csv", written, query).stdout
    theirs = {}
    for account, currency, total in list(csv.reader(io.StringIO(table)))[1:]:
        if total.strip():
            theirs[names[account.strip()], names[currency.strip()]] = Decimal(total.split()[0])
    ours = {}
    for line in run(dump, "balances", path).stdout.splitlines():
        account, amount, symbol = line.split("\t")
        ours[account, symbol] = Decimal(amount)
    return "" if ours == theirs else str(sorted(ours.items() ^ theirs.items()))


def main():
    if shutil.which("bean-check") is None or shutil.which("bean-query") is None:
        print("1..0 # SKIP beancount is not installed")
        return 0
    shared = os.environ.get("TEQUIO_SHARED", "")
    cases = sorted(glob.glob(os.path.join(shared, "cases/accounting/hledger/*.journal")))
    cases += sorted(glob.glob(os.path.join(shared, "cases/accounting/ledger/*.dat")))
    if not cases:
        print("1..0 # SKIP the shared cases are not here (TEQUIO_SHARED)")
        return 0
    failed = 0
    print("1..%d" % len(cases))
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(cases, 1):
            wrong = check(sys.argv[1], path, os.path.join(folder, "written.beancount"))
            failed += wrong != ""
            print("%s %d - %s" % ("not ok" if wrong else "ok", number, os.path.basename(path)))
            if wrong:
                print("# " + wrong.strip().replace("\n", "\n# "))
    return 1 if failed else 0


sys.exit(main())
