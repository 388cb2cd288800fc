# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Writes the schema files as one C array of texts, and a guard for every derived table.

usage: embed-sql.py OUT.c FILE.sql...

The guards are the same for every table, so they are made here and not written by hand: a row can
only be inserted by the newest event, a row with a `changed` column can only be changed by the newest
event and keeps its key, and nothing else can be changed or deleted.
"""
import re
import sys

FREE = {"event", "contact"}  # the chain has guards of its own; contact data can be blanked


def guards(name, body):
    changed = re.search(r"^\s*changed INTEGER", body, re.M) is not None
    owner = "changed" if name == "balance" else "event"
    newest = "(SELECT max (seq) FROM event)"
    # A bulk import writes the kept balances once, at its end, with the event that last touched each.
    test = f"NEW.{owner} > {newest}" if name == "balance" else f"NEW.{owner} <> {newest}"
    yield (f"CREATE TRIGGER {name}_insert BEFORE INSERT ON {name} WHEN {test}\n"
           f"BEGIN SELECT RAISE (ABORT, 'a row of {name} can only be written by its event'); END")
    if changed:
        key = ("NEW.account <> OLD.account OR NEW.commodity <> OLD.commodity OR NEW.party <> OLD.party"
               " OR NEW.month <> OLD.month OR NEW.changed < OLD.changed OR NEW.changed > " + newest
               if name == "balance" else f"NEW.event <> OLD.event OR NEW.changed <> {newest}")
        yield (f"CREATE TRIGGER {name}_update BEFORE UPDATE ON {name} WHEN {key}\n"
               f"BEGIN SELECT RAISE (ABORT, 'a row of {name} can only be changed by an event'); END")
    else:
        yield (f"CREATE TRIGGER {name}_update BEFORE UPDATE ON {name}\n"
               f"BEGIN SELECT RAISE (ABORT, 'a row of {name} cannot be changed'); END")
    yield (f"CREATE TRIGGER {name}_delete BEFORE DELETE ON {name}\n"
           f"BEGIN SELECT RAISE (ABORT, 'a row of {name} cannot be deleted'); END")


def split(text):
    """The statements of a schema file: a trigger ends with END;, everything else with ;"""
    text = re.sub(r"^--.*\n", "", text, flags=re.M)
    for part in re.findall(r"CREATE TRIGGER.*?END;|CREATE [^;]*;", text, re.S):
        yield part.strip()[:-1]


def c_string(text):
    lines = text.replace("\\", "\\\\").replace('"', '\\"').split("\n")
    return "\n".join(f'  "{line}\\n"' for line in lines[:-1]) + f'\n  "{lines[-1]}"'


def main():
    out, files = sys.argv[1], sys.argv[2:]
    statements = []
    for path in files:
        with open(path, encoding="utf-8") as f:
            for statement in split(f.read()):
                statements.append(statement)
                table = re.match(r"CREATE TABLE (\w+) \((.*)\) STRICT", statement, re.S)
                if table and table.group(1) not in FREE:
                    statements.extend(guards(table.group(1), table.group(2)))
    with open(out, "w", encoding="utf-8") as f:
        f.write('#include "store/schema-sql.h"\n\n#include <stddef.h>\n\n')
        f.write("const char *const tq_schema_sql[] = {\n")
        for statement in statements:
            f.write(c_string(statement) + ",\n\n")
        f.write("  NULL,\n};\n")


main()
