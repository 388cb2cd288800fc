# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Every change to a book is found by both verifiers, and both call an unchanged book sound.

usage: mutations.py TEQUIO-CLI

The changes: in every table a value of every column, its type where the table lets another one in, a row too few
and a row too many; in the chain every field, events swapped, cut and taken out; every statement of the tables'
texts taken out or changed; the header; single bytes of the file under the values. A book that was rewritten whole
is sound to anyone without a paper and is found by the seal's digest and by a slip.
"""
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import books
from replay import digest
from specification import Fault, Specification
from verify import verify, letters

SEED = int(os.environ.get('TEQUIO_SEED') or 20261124)
LONG = bool(os.environ.get('TEQUIO_LONG'))  # every column and every statement, not a choice of them


class Corpus:
    def __init__(self, cli, folder, spec):
        self.cli, self.spec, self.count, self.missed = cli, spec, 0, []
        self.path = os.path.join(folder, 'changed.tequio')
        self.replayed = {}

    def second_says_sound(self, papers=()):
        try:
            verify(self.path, papers, self.spec, self.replayed)
            return True
        except Fault:
            return False

    def first_says_sound(self, papers=()):
        words = [self.cli, '--book', self.path, 'verify', *(w for paper in papers for w in paper)]
        done = subprocess.run(words, capture_output=True, text=True, check=False,
                              env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'})
        if done.returncode not in (0, 3, 4) or (done.returncode == 0) != ('sound' in done.stdout.split('\n')):
            self.missed.append(f'the first verifier ended with {done.returncode}: {done.stdout}{done.stderr}')
            print(self.missed[-1], flush=True)
        return done.returncode == 0

    def judge(self, what, sound=False, papers=()):
        self.count += 1
        for name, said in (('first', self.first_says_sound(papers)), ('second', self.second_says_sound(papers))):
            if said != sound:
                self.missed.append(f'{what}: the {name} verifier says {"sound" if said else "damaged"}')
                print(self.missed[-1], flush=True)

    def try_sql(self, original, what, change):
        """change (db) on a copy whose guards are out of the way and in their place again afterwards."""
        shutil.copyfile(original, self.path)
        db = sqlite3.connect(self.path, isolation_level=None)
        db.execute('PRAGMA foreign_keys = OFF')
        db.execute('PRAGMA synchronous = OFF')
        db.execute('PRAGMA ignore_check_constraints = ON')
        db.execute('BEGIN')
        guards = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").fetchall()
        for name, _ in guards:
            db.execute(f'DROP TRIGGER {name}')
        try:
            changed = change(db)
        except sqlite3.IntegrityError:
            changed = False
        for _, sql in guards:
            db.execute(sql)
        db.execute('COMMIT')
        db.close()
        if changed is not False:
            self.judge(what)

    def try_schema(self, original, what, change):
        shutil.copyfile(original, self.path)
        db = sqlite3.connect(self.path, isolation_level=None)
        db.execute('PRAGMA synchronous = OFF')
        change(db)
        db.close()
        self.judge(what)


def other_value(value):
    if value is None:
        return 1
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b'x'
    return value + 'x'


def columns_of(db, table):
    """(name, is part of the key) of each column."""
    return [(row[1], row[5] > 0) for row in db.execute(f'PRAGMA table_info ({table})')]


def set_value(table, column, key, where, value):
    def change(db):
        return db.execute(f'UPDATE {table} SET {column} = ? WHERE {where}', (value, *key)).rowcount > 0
    return change


def change_tables(corpus, original, pick):
    """One value of every column, one row less and one more, in every table that has rows."""
    db = sqlite3.connect(original)
    tables = [name for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    for table in tables:
        rows = db.execute(f'SELECT * FROM {table}').fetchall()
        columns = columns_of(db, table)
        if not rows:
            continue
        row = pick.choice(rows)
        key = [value for value, (_, part) in zip(row, columns) if part]
        where = ' AND '.join(f'{name} = ?' for name, part in columns if part)
        cells = list(zip(columns, row))
        for (column, part), value in cells if LONG else [pick.choice(cells)]:
            new = max(r[[c for c, _ in columns].index(column)] for r in rows) + 1 if part else other_value(value)
            corpus.try_sql(original, f'{table}.{column} of {key} is {new!r}',
                           set_value(table, column, key, where, new))
            if isinstance(value, str) and not part:
                corpus.try_sql(original, f'{table}.{column} of {key} has a tail behind a zero byte',
                               set_value(table, column, key, where, value + '\0x'))
        corpus.try_sql(original, f'{table} lacks {key}',
                       lambda d, t=table, w=where, k=key: d.execute(f'DELETE FROM {t} WHERE {w}', k).rowcount > 0)
        if table != 'event':
            more = {name: max(r[i] for r in rows) + 1 if part else row[i]
                    for i, (name, part) in enumerate(columns)}
            corpus.try_sql(original, f'{table} has a row more', lambda d, t=table, m=more: d.execute(
                f"INSERT INTO {t} VALUES ({', '.join('?' * len(m))})", free_unique(d, t, m)))
    db.close()


def free_unique(db, table, row):
    """The row's values, changed where an index wants them to be the only ones."""
    for _, index, unique, origin, _ in db.execute(f'PRAGMA index_list ({table})').fetchall():
        if unique and origin == 'u':
            for _, _, column in db.execute(f'PRAGMA index_info ({index})'):
                value = row[column]
                row[column] = other_value(value) if isinstance(value, (str, bytes)) else (value or 0) + 1000
    return list(row.values())


def change_chain(corpus, original, pick):
    db = sqlite3.connect(original)
    last = db.execute('SELECT max (seq) FROM event').fetchone()[0]
    db.close()

    def swap(a, b):
        def change(d):
            rows = {seq: rest for seq, *rest in d.execute('SELECT * FROM event WHERE seq IN (?, ?)', (a, b))}
            for at, of in ((a, b), (b, a)):
                d.execute('UPDATE event SET kind = ?, body = ?, prev = ?, hash = ? WHERE seq = ?', (*rows[of], at))
        return change

    def flip(column, seq, at):
        def change(d):
            value = bytearray(d.execute(f'SELECT {column} FROM event WHERE seq = ?', (seq,)).fetchone()[0])
            value[at % len(value)] ^= 1 << at % 8
            d.execute(f'UPDATE event SET {column} = ? WHERE seq = ?', (bytes(value), seq))
        return change

    for _ in range(2):
        a = pick.randrange(1, last)
        corpus.try_sql(original, f'events {a} and {a + 1} are swapped', swap(a, a + 1))
        corpus.try_sql(original, f'event {a} is gone',
                       lambda d, a=a: d.execute('DELETE FROM event WHERE seq = ?', (a,)))
    for column in ('body', 'prev', 'hash'):
        for _ in range(3):
            seq, at = pick.randrange(1, last + 1), pick.randrange(10**6)
            corpus.try_sql(original, f'a bit of {column} of event {seq} is another', flip(column, seq, at))
    corpus.try_sql(original, 'the tail of the chain is cut',
                   lambda d: d.execute('DELETE FROM event WHERE seq > ?', (last - 3,)))
    corpus.try_sql(original, 'an event follows that is not a kind', lambda d: d.execute(
        "INSERT INTO event SELECT seq + 1, 'book.burn/1', body, hash, zeroblob (32) FROM event WHERE seq = ?", (last,)))
    corpus.try_sql(original, 'the last event stands twice', lambda d: d.execute(
        'INSERT INTO event SELECT seq + 1, kind, body, hash, hash FROM event WHERE seq = ?', (last,)))


def chain_anew(db, first):
    """Makes prev and hash of every event from *first* on fit again."""
    prev = db.execute('SELECT hash FROM event WHERE seq = ?', (first - 1,)).fetchone()
    prev = prev[0] if prev else bytes(32)
    for seq, kind, body in db.execute('SELECT seq, kind, body FROM event WHERE seq >= ? ORDER BY seq',
                                      (first,)).fetchall():
        kind_bytes = kind.encode()
        new = digest('tequio/v1/event', b'I', seq.to_bytes(8, 'big'), b'S', len(kind_bytes).to_bytes(4, 'big'),
                     kind_bytes, len(body).to_bytes(8, 'big'), body, prev)
        db.execute('UPDATE event SET prev = ?, hash = ? WHERE seq = ?', (prev, new, seq))
        prev = new


def change_body_and_chain(corpus, original, pick):
    """The bytes of a body are changed and every hash made anew: the derived rows or the decoding tell."""
    db = sqlite3.connect(original)
    events = db.execute('SELECT seq, kind, length (body) FROM event').fetchall()
    db.close()
    kinds = {}
    for seq, kind, length in events:
        kinds.setdefault(kind, []).append((seq, length))
    for kind, of in sorted(kinds.items()) if LONG else pick.sample(sorted(kinds.items()), 12):
        seq, length = pick.choice(of)

        def change(d, seq=seq, at=pick.randrange(length), bit=pick.randrange(8)):
            body = bytearray(d.execute('SELECT body FROM event WHERE seq = ?', (seq,)).fetchone()[0])
            body[at] ^= 1 << bit
            d.execute('UPDATE event SET body = ? WHERE seq = ?', (bytes(body), seq))
            chain_anew(d, seq)

        corpus.try_sql(original, f'{kind} {seq} has another body and the chain fits', change)

        def lengthen(d, seq=seq):
            d.execute('UPDATE event SET body = CAST (body || ? AS BLOB) WHERE seq = ?', (b'I' + bytes(8), seq))
            chain_anew(d, seq)

        corpus.try_sql(original, f'{kind} {seq} has a field more and the chain fits', lengthen)


def rewrite_whole(corpus, original):
    """Another instant in every act from event 2 on, everything made to fit: only a paper tells."""
    db = sqlite3.connect(original)
    slip = db.execute('SELECT hash FROM event WHERE seq = 5').fetchone()[0]
    seals = [d for d, in db.execute('SELECT digest FROM seal')]
    db.close()
    papers = [('--slip', '5', letters(digest('tequio/v1/code', slip), 8))]
    papers += [('--digest', d.hex()) for d in seals] + [('--digest', letters(d, 12)) for d in seals]
    shutil.copyfile(original, corpus.path)
    corpus.judge('a sound book with its papers', sound=True, papers=papers)

    def change(d):
        body = bytearray(d.execute('SELECT body FROM event WHERE seq = 2').fetchone()[0])
        at = 21 + 5 + int.from_bytes(body[22:26], 'big') + 1  # behind the id, the actor and the letter I
        body[at:at + 8] = (int.from_bytes(body[at:at + 8], 'big', signed=True) + 1).to_bytes(8, 'big', signed=True)
        d.execute('UPDATE event SET body = ? WHERE seq = 2', (bytes(body),))
        d.execute('UPDATE act SET instant = instant + 1 WHERE event = 2')
        chain_anew(d, 2)
        for event, in d.execute('SELECT event FROM seal').fetchall():
            found = d.execute('SELECT hash FROM event WHERE seq = ?', (event,)).fetchone()[0]
            d.execute('UPDATE seal SET digest = ? WHERE event = ?', (digest('tequio/v1/seal', found), event))

    judge, corpus.judge = corpus.judge, lambda what: None
    corpus.try_sql(original, '', change)
    corpus.judge = judge
    corpus.judge('a book rewritten whole, without papers', sound=True)
    for paper in papers:
        corpus.judge(f'a book rewritten whole, with {paper}', papers=[paper])


def change_schema(corpus, original):
    db = sqlite3.connect(original)
    names = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'table'"
                       ).fetchall()
    db.close()
    for kind, name, _, sql in names if LONG else names[::15]:
        corpus.try_schema(original, f'{kind} {name} is gone', lambda d, k=kind, n=name: d.execute(f'DROP {k} {n}'))
        if kind == 'trigger':
            def weaken(d, n=name, s=sql):
                d.execute(f'DROP TRIGGER {n}')
                d.execute(s.replace('SELECT RAISE (ABORT', 'SELECT RAISE (IGNORE); SELECT (NULL', 1).split('BEGIN')[0]
                          + 'BEGIN SELECT 1; END')
            corpus.try_schema(original, f'{kind} {name} does nothing', weaken)
    for what, sql in (('a table more', 'CREATE TABLE extra (a)'), ('a view', 'CREATE VIEW extra AS SELECT 1'),
                      ('a trigger more', 'CREATE TRIGGER extra AFTER INSERT ON entry BEGIN SELECT 1; END'),
                      ('a trigger whose name looks like one that SQLite gives',
                       'CREATE TRIGGER sqlite0autoindex0 AFTER INSERT ON entry BEGIN SELECT 1; END'),
                      ('an index more', 'CREATE INDEX extra ON entry (text)'),
                      ('statistics', 'ANALYZE'), ('a column more', 'ALTER TABLE entry ADD COLUMN extra TEXT'),
                      ('a column of another name', 'ALTER TABLE entry RENAME COLUMN text TO words'),
                      ('an older format', 'PRAGMA user_version = 0'), ('a newer format', 'PRAGMA user_version = 2'),
                      ('another program', 'PRAGMA application_id = 1')):
        corpus.try_schema(original, what, lambda d, s=sql: d.execute(s))


def change_bytes(corpus, original, pick):
    """A bit under a value of the file, where a value is and not in a gap."""
    db = sqlite3.connect(original)
    values = [v for v, in db.execute('SELECT body FROM event UNION ALL SELECT hash FROM event')]
    values += [v.encode() for v, in db.execute('SELECT full_name FROM account UNION ALL SELECT name FROM party')]
    db.close()
    with open(original, 'rb') as f:
        data = f.read()
    for _ in range(8):
        value = pick.choice([v for v in values if len(v) > 8])
        at = data.find(value[:200])
        if at < 0:
            continue
        at += pick.randrange(min(len(value), 200))
        with open(corpus.path, 'wb') as f:
            f.write(data[:at] + bytes([data[at] ^ 1 << pick.randrange(8)]) + data[at + 1:])
        corpus.judge(f'byte {at} of the file is another')
    for size in (0, 50, 512, len(data) // 2, len(data) - 1, len(data) - 4096):
        with open(corpus.path, 'wb') as f:
            f.write(data[:size])
        corpus.judge(f'the file ends after {size} bytes')


def main():
    cli, spec, pick = sys.argv[1], Specification(), random.Random(SEED)
    print(f'seed {SEED}')
    with tempfile.TemporaryDirectory(prefix='tequio-mutations-') as folder:
        corpus = Corpus(cli, folder, spec)
        practice = os.path.join(folder, 'practice.tequio')
        books.make_practice(cli, practice)
        originals = [practice, books.make_further(cli, folder)]
        for original in originals:
            shutil.copyfile(original, corpus.path)
            corpus.judge(f'{os.path.basename(original)} unchanged', sound=True)
            change_tables(corpus, original, pick)
            change_chain(corpus, original, pick)
            change_body_and_chain(corpus, original, pick)
            rewrite_whole(corpus, original)
        change_schema(corpus, originals[0])
        change_bytes(corpus, originals[1], pick)
    print(f'{corpus.count} books judged by both, {len(corpus.missed)} wrong')
    return 1 if corpus.missed else 0


if __name__ == '__main__':
    sys.exit(main())
