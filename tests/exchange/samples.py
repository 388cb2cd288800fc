#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Every sample journal of the shared cases against what hledger said of it: equal balances at the
digits that hledger printed, or a refusal with its line. Usage: samples.py DUMP"""

import csv
import glob
import io
import os
import re
import subprocess
import sys
from decimal import ROUND_HALF_EVEN, Decimal

# Refused on purpose, and where: what balances only by the rules of one program is not taken.
REFUSED = {"cash.journal": "cash.journal:4: ", "drewr3.dat": "drewr3.dat:3: ", "sample.dat": "sample.dat:5: "}


def expected_balances(path):
    text = open(path, encoding="utf-8").read()
    found = re.search(r"^\$ hledger .* balance --flat -N -O csv\n(.*?)\n\[exit 0\]", text, re.M | re.S)
    if found is None:
        return None
    sums = {}
    for account, amounts in list(csv.reader(io.StringIO(found.group(1))))[1:]:
        for amount in amounts.split(", "):
            number = re.search(r"-?[0-9][0-9,]*(\.[0-9]+)?", amount.replace("$-", "-").replace("£-", "-")).group(0)
            symbol = re.sub(r"[-0-9.,\" ]", "", amount)
            if amount != "0":
                sums[account, symbol] = Decimal(number.replace(",", ""))
    return sums


def check(dump, path):
    name = os.path.basename(path)
    done = subprocess.run([dump, "balances", path], capture_output=True, text=True)
    if name in REFUSED:
        return "" if done.returncode == 1 and done.stderr.startswith(REFUSED[name]) else done.stderr
    if done.returncode != 0:
        return done.stderr
    theirs = expected_balances(path + ".expected")
    ours = {}
    for line in done.stdout.splitlines():
        account, amount, symbol = line.split("\t")
        ours[account, symbol] = Decimal(amount)
    for key in ours.keys() | theirs.keys():
        shown = theirs.get(key, Decimal(0))
        if ours.get(key, Decimal(0)).quantize(shown, ROUND_HALF_EVEN) != shown:
            return "%s: %s, expected %s" % (key, ours.get(key), shown)
    return ""


def main():
    shared = os.environ.get("TEQUIO_SHARED", "")
    cases = sorted(glob.glob(os.path.join(shared, "cases/accounting/hledger/*.journal")))
    cases += sorted(glob.glob(os.path.join(shared, "cases/accounting/ledger/*.dat")))
    if not cases:
        print("1..0 # SKIP the shared cases are not here (TEQUIO_SHARED)")
        return 0
    failed = 0
    print("1..%d" % len(cases))
    for number, path in enumerate(cases, 1):
        wrong = check(sys.argv[1], path)
        failed += wrong != ""
        print("%s %d - %s" % ("not ok" if wrong else "ok", number, os.path.basename(path)))
        if wrong:
            print("# " + wrong.strip())
    return 1 if failed else 0


sys.exit(main())
