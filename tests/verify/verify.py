# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""A second verifier of books, written from src/FORMAT.md and sharing no code with the first.

usage: verify.py BOOK [--digest HEX|LETTERS]... [--slip EVENT LETTERS]...

Prints the events, entries and seals of the book and "sound" or what is wrong; ends with 0 or 3.
"""
import base64
import os
import shutil
import sqlite3
import sys
import tempfile

from replay import Book, digest
from specification import Fault, Specification


class Text(bytes):
    """A value of SQLite's type TEXT, with its exact bytes."""


def check_header(path):
    with open(path, 'rb') as f:
        header = f.read(100)
    if header[:16] != b'SQLite format 3\0' or header[68:72] != b'TEQU':
        raise Fault('this is no book')
    if int.from_bytes(header[60:64], 'big') != 1:
        raise Fault('the format of this book is not 1')


def open_copy(path, folder):
    """Opens a copy, so that a journal beside the book does nothing to it."""
    copy = os.path.join(folder, 'copy')
    shutil.copyfile(path, copy)
    if os.path.exists(path + '-journal'):
        shutil.copyfile(path + '-journal', copy + '-journal')
    db = sqlite3.connect(copy, isolation_level=None)
    db.text_factory = Text
    db.execute('PRAGMA trusted_schema = OFF')
    db.execute('PRAGMA cell_size_check = ON')
    return db


def check_schema(db, spec):
    should = sorted(s.encode() for s in spec.statements)
    found = sorted(sql for sql, in db.execute('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL'))
    if found != should:
        raise Fault('the tables of this book were changed from outside')
    found = db.execute('PRAGMA integrity_check').fetchall()
    if found != [(b'ok',)]:
        raise Fault(f'the file itself is damaged: {found[0][0]!r}')


def replay(db, book):
    prev = bytes(32)
    for number, row in enumerate(db.execute('SELECT seq, kind, body, prev, hash FROM event ORDER BY seq'), 1):
        seq, kind, body, before, found = row
        if seq != number:
            raise Fault(f'event {number} is missing', number)
        if type(kind) is not Text or type(body) is not bytes or before != prev:
            raise Fault(f'event {seq} does not follow the one before it', seq)
        should = digest('tequio/v1/event', b'I', seq.to_bytes(8, 'big'), b'S', len(kind).to_bytes(4, 'big'), kind,
                        len(body).to_bytes(8, 'big'), body, prev)
        if found != should:
            raise Fault(f'event {seq} was changed', seq)
        try:
            book.append(seq, kind.decode(), body, prev, found)
        except Fault as fault:
            raise Fault(f'event {seq} cannot have happened: {fault}', seq) from None
        except (sqlite3.Error, UnicodeError, KeyError, TypeError, ValueError, OverflowError) as fault:
            raise Fault(f'event {seq} cannot have happened: {fault!r}', seq) from None
        prev = found


def read_table(db, table):
    """Every row with its types, in no order: (type, bytes or number) for each value."""
    rows = {}
    for row in db.execute(f'SELECT * FROM {table} NOT INDEXED'):
        key = tuple((type(v).__name__, v) for v in row)
        rows[key] = rows.get(key, 0) + 1
    return rows


def compare(db, book):
    tables = book.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    book.db.text_factory = Text
    for table in (str(name, 'utf-8') if isinstance(name, bytes) else name for name, in tables):
        if table in ('event', 'contact'):
            continue
        found, should = read_table(db, table), read_table(book.db, table)
        if found != should:
            extra = [r for r in found if found[r] != should.get(r)] or [r for r in should if r not in found]
            raise Fault(f'the table {table} is not what the events say: {[v for _, v in extra[0]]}')


def check_contacts(db):
    commitments = {event: (commitment, blanked) for event, commitment, blanked in
                   db.execute('SELECT event, commitment, blanked FROM contact_commitment')}
    contacts = {event: digest('tequio/v1/contact', salt, words) for event, salt, words in
                db.execute('SELECT event, salt, words FROM contact')}
    kept = {event: commitment for event, (commitment, blanked) in commitments.items() if not blanked}
    if contacts != kept:
        raise Fault('contact data was changed from outside')


def letters(value, count):
    return base64.b32encode(value).decode()[:count]


def check_papers(book, papers):
    for kind, *words in papers:
        plain = words[-1].replace(' ', '').replace('-', '')
        if kind == '--digest':
            there = any(plain.lower() == d.hex() or plain.upper() == letters(d, 12)
                        for d, in book.all('SELECT digest FROM seal'))
        else:
            found = book.one('SELECT hash FROM event WHERE seq = :seq', seq=int(words[0]))
            there = found is not None and plain.upper() == letters(digest('tequio/v1/code', found), 8)
        if not there:
            raise Fault(f'this book does not have “{words[-1]}” of the paper: it is another or was rewritten')


def make_anew(db, spec, replayed):
    """The book that the events give. *replayed* keeps the books of chains that were seen before."""
    chain = digest('chain', *(repr(row).encode() for row in db.execute('SELECT *, typeof (kind) FROM event')))
    if replayed is None or chain not in replayed:
        book = Book(spec)
        replay(db, book)
        if replayed is None:
            return book
        replayed[chain] = book
    return replayed[chain]


def verify(path, papers=(), spec=None, replayed=None):
    """(events, entries, seals), or raises Fault."""
    spec = spec or Specification()
    with tempfile.TemporaryDirectory(prefix='tequio-verify-') as folder:
        check_header(path)
        try:
            db = open_copy(path, folder)
            check_schema(db, spec)
            book = make_anew(db, spec, replayed)
            compare(db, book)
            check_contacts(db)
        except sqlite3.DatabaseError as fault:
            raise Fault(f'the file itself is damaged: {fault}') from None
    check_papers(book, papers)
    return tuple(book.one(f'SELECT count (*) FROM {table}') for table in ('event', 'entry', 'seal'))


def main(words):
    path, papers = words[0], []
    words = words[1:]
    while words:
        size = {'--digest': 2, '--slip': 3}[words[0]]
        papers.append(words[:size])
        words = words[size:]
    try:
        counts = verify(path, papers)
    except Fault as fault:
        print(fault)
        if fault.event > 1:
            print(f'Events 1 to {fault.event - 1} can be trusted.')
        return 3
    for name, count in zip(('events', 'entries', 'seals'), counts):
        print(name, count)
    print('sound')
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
