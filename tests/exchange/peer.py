#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Every journal that hledger reads must give the same balances here, to the last digit: the samples
of the shared cases, and journals drawn at random with all that the reader knows. What hledger
refuses must be refused here too. Usage: peer.py DUMP [COUNT] [SEED]"""

import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal


def run(*words):
    return subprocess.run(words, capture_output=True, text=True)


def hledger_sums(path, cost):
    """{(account, commodity): exact quantity} as hledger sees it, or None where it refuses the file."""
    done = run("hledger", "-f", path, "balance", "--flat", "-N", "-O", "json", *(["--cost"] if cost else []))
    if done.returncode != 0:
        return None, done.stderr
    sums = {}
    for name, _, _, amounts in json.loads(done.stdout)[0]:
        for amount in amounts:
            number = amount["aquantity"]
            quantity = Decimal(number["decimalMantissa"]).scaleb(-number["decimalPlaces"])
            key = name, amount["acommodity"]
            sums[key] = sums.get(key, 0) + quantity
    return sums, ""


def our_sums(dump, path, what):
    done = run(dump, what, path)
    if done.returncode != 0:
        return None, done.stderr
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return {(name, symbol): Decimal(amount) for name, amount, symbol in rows}, ""


def compare_written(dump, path):
    """What we write must pass hledger's strict check with the same balances, and be read back the same."""
    again = path + ".again" if os.access(os.path.dirname(path), os.W_OK) else os.path.join(
        tempfile.gettempdir(), "%d-%s" % (os.getpid(), os.path.basename(path)))
    try:
        with open(again, "w", encoding="utf-8") as file:
            subprocess.run([dump, "hledger", path], stdout=file, check=True)
        strict = run("hledger", "-f", "journal:" + again, "check", "--strict")
        if strict.returncode != 0:
            return "the written journal is refused: " + strict.stderr
        for what in ("balances", "costs"):
            ours, _ = our_sums(dump, path, what)
            theirs, error = hledger_sums("journal:" + again, what == "costs")
            theirs = {key: quantity for key, quantity in (theirs or {}).items() if quantity != 0}
            ours = {(name.replace(";", "_"), symbol): quantity for (name, symbol), quantity in ours.items()}
            if ours != theirs:
                return "the written journal has other %s: %s %s" % (what, ours.items() ^ theirs.items(), error)
        if run(dump, "entries", path).stdout.replace("a;b", "a_b") != run(dump, "entries", again).stdout:
            return "the written journal is read back differently"
        return ""
    finally:
        os.unlink(again)


def compare(dump, path):
    """A line that says what differs, or an empty one."""
    ours = None
    for what in ("balances", "costs"):
        theirs, their_error = hledger_sums(path, what == "costs")
        ours, our_error = our_sums(dump, path, what)
        if ours is None and theirs is None:
            return ""
        if ours is None and ("parentheses" in our_error or "automated rule" in our_error):
            return ""
        if ours is None or theirs is None:
            return "only one refuses: %s | %s" % (our_error.strip(), their_error.strip())
        notes = run(dump, "notes", path).stdout
        # hledger divides with a limited number of digits, and keeps more digits of a value than a book.
        if what == "costs" and ("rounded" in notes or "worked out" in notes) or "Imbalance" in notes:
            near = {key: abs(ours.get(key, 0) - theirs.get(key, 0)) for key in ours.keys() | theirs.keys()}
            bad = {key: n for key, n in near.items() if n > Decimal("0.1") and not key[0].startswith("Imbalance")}
            if bad:
                return "%s: far apart: %s" % (what, bad)
        elif ours != theirs:
            keys = {key for key in ours.keys() | theirs.keys() if ours.get(key, 0) != theirs.get(key, 0)}
            if keys:
                return "%s: %s" % (what, [(k, ours.get(k), theirs.get(k)) for k in sorted(keys)][:5])
    return compare_written(dump, path) if ours else ""


ACCOUNTS = ["assets:cash", "Assets:Bank:Checking", "liabilities:card", "equity:opening balances", "income:sales",
            "expenses:food", "Expenses:Café y té", "x", "x:y", "x:y:z", "activo:caja", "expenses:a;b"]


class Draw:
    """One random journal."""

    def __init__(self, rnd):
        self.rnd = rnd
        self.symbols = rnd.sample(["$", "EUR", "€", "AAPL", '"GOLD 9"', "h", "MXN", "JPY", "£", ""], rnd.randint(1, 4))
        self.comma = rnd.random() < 0.2
        self.left = {s: rnd.random() < 0.4 for s in self.symbols}

    def number(self, cents):
        digits = self.rnd.choice([2, 2, 2, 2, 0, 3])
        text = "%0*d" % (digits + 1, abs(cents))
        whole, rest = (text[:-digits], text[-digits:]) if digits else (text, "")
        value = Decimal(abs(cents)).scaleb(-digits)
        if len(whole) > 3 and self.rnd.random() < 0.3 and digits:
            group = self.rnd.choice([".", " "] if self.comma else [",", " "])
            whole = whole[:-3] + group + whole[-3:]
        mark = "," if self.comma else "."
        return whole + (mark + rest if digits else ""), (-value if cents < 0 else value)

    def amount(self, symbol, cents):
        number, value = self.number(cents)
        sign = "-" if cents < 0 else self.rnd.choice(["", "", "+"])
        space = self.rnd.choice(["", " "])
        if symbol == "":
            return sign + number, value
        if self.left[symbol]:
            return self.rnd.choice([sign + symbol + space + number, symbol + space + sign + number]), value
        return sign + number + (space if not symbol[0].isdigit() else " ") + symbol, value

    def line(self, account, rest):
        r = self.rnd
        mark = r.choice(["", "", "", "* ", "! "])
        comment = r.choice(["", "", "", "  ; said so", " ; tag: value, other:"]) if rest else ""
        return "    %s%s%s%s\n" % (mark, account, "  " + rest if rest else "", comment)

    def entry(self, sums):
        r = self.rnd
        kind = r.random()
        accounts = [r.choice(ACCOUNTS) for _ in range(r.randint(2, 5))]
        symbol = r.choice(self.symbols)
        body, total, plain = [], Decimal(0), True
        for account in accounts[:-1]:
            text, value = self.amount(symbol, r.randint(-99999, 99999))
            if kind < 0.25 and len(self.symbols) > 1:
                other = r.choice([s for s in self.symbols if s != symbol])
                price, _ = self.amount(other, r.randint(1, 999))
                text += r.choice([" @ ", " @@ ", "@", " (@) "]) + price
                plain = False
            body.append(self.line(account, text))
            total += value
        if kind < 0.7 or not plain:
            body.insert(r.randint(0, len(body)), self.line(accounts[-1], ""))
        elif kind < 0.75 and len(self.symbols) > 1 and total != 0:
            other = r.choice([s for s in self.symbols if s != symbol])
            text, _ = self.amount(other, -r.randint(1, 99999) if total > 0 else r.randint(1, 99999))
            body.insert(r.randint(0, len(body)), self.line(accounts[-1], text))
        elif kind < 0.78:
            text, _ = self.amount(symbol, r.randint(-999, 999))
            sign = r.choice(["=", "=", "==", "=*", "==*"])
            body.insert(r.randint(0, len(body)), self.line(accounts[-1], sign + " " + text))
            if r.random() < 0.5:
                body.append(self.line(r.choice(ACCOUNTS), ""))
        else:
            number = str(abs(total)).replace(".", "," if self.comma else ".")
            last = ("-" if total > 0 else "") + number + (" " + symbol if symbol else "")
            body.insert(r.randint(0, len(body)), self.line(accounts[-1], last))
        date = "%d%s%02d%s%02d" % ((2024,) + tuple(x for d in [r.choice("-/.")] for x in (d, r.randint(1, 12), d, r.randint(1, 28))))
        head = date + r.choice(["", "=2024-05-05"]) + r.choice(["", " *", " !"]) + r.choice(["", " (A-%d)" % r.randint(1, 9)])
        return head + r.choice(["", " Shop | tea", " compra de maíz"]) + r.choice(["", " ; note", "\n    ; below"]) + "\n" + "".join(body) + "\n"

    def journal(self):
        r = self.rnd
        text = ""
        if self.comma or r.random() < 0.3:
            text += "decimal-mark %s\n\n" % ("," if self.comma else ".")
        elif r.random() < 0.2:
            text += "commodity 1.000,00 EUR\n" if False else "commodity 1,000.00 EUR\n"
        if r.random() < 0.2:
            text += "alias x:y = liabilities:why\n"
        if r.random() < 0.2:
            text += "account x  ; type: L\n\n"
        if r.random() < 0.1 and not self.comma:
            text += "D 1,000.00 EUR\n"
        if r.random() < 0.1:
            text += "apply account coop\n"
        sums = {}
        return text + "".join(self.entry(sums) for _ in range(r.randint(1, 12)))


def main():
    dump = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    seed = sys.argv[3] if len(sys.argv) > 3 else "1"
    if shutil.which("hledger") is None:
        print("1..0 # SKIP hledger is not installed")
        return 0
    cases = []
    shared = os.environ.get("TEQUIO_SHARED", "")
    for pattern in ("cases/accounting/hledger/*.journal", "cases/accounting/ledger/*.dat"):
        cases += sorted(glob.glob(os.path.join(shared, pattern)))
    cases += sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "journals", "*.journal")))
    failed = 0
    print("1..%d" % (len(cases) + count))
    with tempfile.TemporaryDirectory() as folder:
        for i in range(count):
            path = os.path.join(folder, "%s-%d.journal" % (seed, i))
            with open(path, "w", encoding="utf-8") as file:
                file.write(Draw(random.Random("%s-%d" % (seed, i))).journal())
            cases.append(path)
        for number, path in enumerate(cases, 1):
            wrong = compare(dump, path)
            print("%s %d - %s" % ("not ok" if wrong else "ok", number, os.path.basename(path)))
            if wrong:
                failed += 1
                print("# " + wrong.replace("\n", "\n# "))
                if os.environ.get("KEEP"):
                    shutil.copy(path, os.environ["KEEP"])
    return 1 if failed else 0


sys.exit(main())
