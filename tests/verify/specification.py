# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""What src/FORMAT.md says, read from the page itself, and the strict reading of an event's body."""
import os
import re
import unicodedata

SOURCE = os.environ.get('TEQUIO_SOURCE_DIR') or os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                                             '..', '..')
NO_DAY, FIRST_DAY, LAST_DAY = -2147483648, -719162, 2932896
FORBIDDEN = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]')


class Fault(Exception):
    """The book is not sound; the event is 0 where it is none of the chain."""

    def __init__(self, words, event=0):
        super().__init__(words)
        self.event = event


class Specification:
    """kinds and items: name -> [(field, type, argument, obligatory)]; settings, roads, statements."""

    def __init__(self, source=SOURCE):
        self.kinds, self.items, self.settings, self.roads, self.tables = {}, {}, {}, {}, {}
        with open(os.path.join(source, 'src', 'FORMAT.md'), encoding='utf-8') as f:
            self.read(f.read().split('\n'))
        self.statements = list(statements(os.path.join(source, 'src', 'store', 'sql')))

    def read(self, lines):
        names, target, head = [], None, ''
        for line in lines:
            title = re.match(r'(#{3,4}) (.*)', line)
            cells = [c.strip() for c in line.split('|')[1:-1]] if line.startswith('|') else None
            if title:
                names, head = title.group(2).split(', '), ''
                target = self.items if title.group(1) == '####' else self.kinds
            elif line.startswith('## '):
                names, head = [], ''
            elif cells is None:
                filled = re.search(r'[Aa] row of\s`(\w+)`', line)
                if filled and target is self.kinds:
                    self.tables.update({name: filled.group(1) for name in names if name not in self.tables})
                head = ''
            elif not head:
                head = cells[0]
                if head == 'field':
                    for name in names:
                        target[name] = []
            elif set(cells[0]) <= set('- '):
                continue
            elif head == 'field':
                for name in names:
                    target[name].append(field(cells[0], cells[1]))
            elif head == 'key':
                self.settings[cells[0]] = (cells[1], cells[2])
            elif head == 'state':
                self.roads[cells[0]] = {act: to.split('/') for act, _, to in
                                        (way.partition(' ') for way in cells[1].split(', '))}
        self.kinds = {name: fields for name, fields in self.kinds.items() if '/' in name}


def field(name, words):
    kind, _, argument = words.partition(' ')
    obligatory = kind.endswith('!')
    kind = kind.rstrip('!')
    if kind == 'choice':
        argument = argument.split(', ')
    elif kind == 'list':
        argument = argument.split()[-1]
    elif kind == 'bytes':
        argument = int(argument)
    return name, kind, argument, obligatory


def guards(table, columns):
    newest = '(SELECT max (seq) FROM event)'
    changed = 'changed' in columns
    insert, update = f'NEW.event <> {newest}', f'NEW.event <> OLD.event OR NEW.changed <> {newest}'
    if table == 'balance':
        insert = f'NEW.changed > {newest}'
        update = ('NEW.account <> OLD.account OR NEW.commodity <> OLD.commodity OR NEW.party <> OLD.party'
                  f' OR NEW.month <> OLD.month OR NEW.changed < OLD.changed OR NEW.changed > {newest}')
    yield (f'CREATE TRIGGER {table}_insert BEFORE INSERT ON {table} WHEN {insert}\n'
           f"BEGIN SELECT RAISE (ABORT, 'a row of {table} can only be written by its event'); END")
    yield (f'CREATE TRIGGER {table}_update BEFORE UPDATE ON {table}'
           + (f' WHEN {update}\nBEGIN SELECT RAISE (ABORT, '
              f"'a row of {table} can only be changed by an event'); END" if changed else
              f"\nBEGIN SELECT RAISE (ABORT, 'a row of {table} cannot be changed'); END"))
    yield (f'CREATE TRIGGER {table}_delete BEFORE DELETE ON {table}\n'
           f"BEGIN SELECT RAISE (ABORT, 'a row of {table} cannot be deleted'); END")


def statements(folder):
    files = sorted(name for name in os.listdir(folder) if name.startswith('0001-'))
    text = ''
    for name in files:
        with open(os.path.join(folder, name), encoding='utf-8') as f:
            text += ''.join(line for line in f if not line.startswith('--'))
    for part in re.findall(r'CREATE TRIGGER.*?END;|CREATE [^;]*;', text, re.S):
        statement = part.strip()[:-1]
        yield statement
        table = re.match(r'CREATE TABLE (\w+) \((.*)\) STRICT', statement, re.S)
        if table and table.group(1) not in ('event', 'contact'):
            yield from guards(table.group(1), re.findall(r'^\s*(\w+) [A-Z]', table.group(2), re.M))


class Body:
    """The fields of a body, one after the other."""

    def __init__(self, data, spec):
        self.data, self.at, self.spec = data, 0, spec

    def take(self, letter, size):
        if self.data[self.at:self.at + 1] != letter or self.at + 1 + size > len(self.data):
            raise Fault(f'the body is damaged at byte {self.at}')
        piece = self.data[self.at + 1:self.at + 1 + size]
        self.at += 1 + size
        return piece

    def block(self, letter):
        size = int.from_bytes(self.take(letter, 4), 'big')
        piece = self.data[self.at:self.at + size]
        if len(piece) != size:
            raise Fault(f'the body is damaged at byte {self.at}')
        self.at += size
        return piece

    def number(self):
        return int.from_bytes(self.take(b'I', 8), 'big', signed=True)

    def text(self):
        try:
            text = self.block(b'S').decode('utf-8')
        except UnicodeDecodeError:
            raise Fault('a text is not UTF-8') from None
        if FORBIDDEN.search(text) or unicodedata.normalize('NFC', text) != text or len(text.encode()) > 1000000:
            raise Fault('a text is not in its stored form')
        return text

    def fields(self, fields):
        return {name: self.value(kind, argument, obligatory) for name, kind, argument, obligatory in fields
                if kind != 'derived'}

    def value(self, kind, argument, obligatory):
        """The value as its column has it; a list of rows for a list."""
        if kind == 'text':
            value = self.text()
            good = value or not obligatory
        elif kind == 'bytes':
            value = self.block(b'B')
            good = len(value) == argument
        elif kind == 'list':
            value, good = self.number(), True
            if not 0 <= value <= len(self.data):
                raise Fault('a list is longer than its body')
            value = [self.fields(self.spec.items[argument]) for _ in range(value)]
        else:
            value = self.number()
            good = {'int': lambda: True, 'flag': lambda: value in (0, 1), 'ref': lambda: value >= 0,
                    'count': lambda: 0 <= value <= 10**9, 'amount': lambda: abs(value) <= 10**14,
                    'choice': lambda: 0 <= value < len(argument),
                    'day': lambda: value == NO_DAY or FIRST_DAY <= value <= LAST_DAY}[kind]()
            if good and kind == 'choice':
                value = argument[value]
            elif good and (kind, value) in (('ref', 0), ('day', NO_DAY)):
                value, good = None, not obligatory
        if not good:
            raise Fault(f'a field of the body has the value {value!r}')
        return value

    def finish(self):
        if self.at != len(self.data):
            raise Fault('the body is longer than its fields')
