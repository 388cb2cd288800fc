# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Makes the tables of a book anew from its events, by the rules of src/FORMAT.md."""
import datetime
import fractions
import hashlib
import sqlite3

import road
from specification import Body, Fault

# Columns beside those of the fields; EVENT stands for the event's number.
EVENT = object()
FURTHER = {'party.add/1': {'left_day': None, 'changed': EVENT},
           'office.start/1': {'ends': None, 'end_reason': '', 'changed': EVENT},
           'case.open/1': {'reopens': None, 'reopened_amount': 0, 'state': 'open', 'paused_state': '',
                           'changed': EVENT}}
ROWS = {'setting.set/1', 'group.add/1', 'party.add/1', 'office.start/1', 'commodity.add/1', 'import.add/1',
        'work.kind/1', 'rule.set/1', 'case.open/1', 'book.open/1'}


def digest(domain, *parts):
    return hashlib.sha256(domain.encode() + b'\0' + b''.join(parts)).digest()


def big(number):
    return number.to_bytes(8, 'big', signed=True)


class Book:
    """The book as it is made anew; self.act is the act that is being applied."""

    def __init__(self, spec):
        self.spec, self.seq, self.act = spec, 0, None
        self.db = sqlite3.connect(':memory:', isolation_level=None)
        for statement in sorted(spec.statements, key=lambda s: not s.startswith('CREATE TABLE')):
            self.db.execute(statement)
        self.db.execute('PRAGMA foreign_keys = ON')
        self.db.execute('BEGIN')

    def all(self, sql, **values):
        return self.db.execute(sql, values).fetchall()

    def one(self, sql, **values):
        """The first column of the first row, None without one."""
        row = self.db.execute(sql, values).fetchone()
        return row[0] if row else None

    def put(self, table, **row):
        row = {'event': self.seq, **row}
        columns = ', '.join(row)
        marks = ', '.join(':' + c for c in row)
        self.db.execute(f'INSERT INTO {table} ({columns}) VALUES ({marks})', row)

    def change(self, table, where, **row):
        sets = ', '.join(f'{c} = :{c}' for c in row)
        return self.db.execute(f'UPDATE {table} SET {sets}, changed = :now WHERE {where}',
                               {**row, 'now': self.seq}).rowcount

    def must_change(self, table, where, **row):
        if self.change(table, where, **row) != 1:
            raise Fault(f'there is nothing to change in {table}')

    def setting(self, key, day):
        found = self.one('SELECT value FROM setting WHERE key = :key AND valid_from <= :day '
                         'ORDER BY valid_from DESC, event DESC LIMIT 1', key=key, day=day)
        kind, initial = self.spec.settings[key]
        value = initial if found is None else found
        return {'integer': int, 'ratio': fractions.Fraction, 'text': str}[kind](value)

    def append(self, seq, kind, data, prev, found):
        if kind not in self.spec.kinds:
            raise Fault(f'the kind {kind} is not known')
        self.seq = seq
        self.db.execute('INSERT INTO event VALUES (?, ?, ?, ?, ?)', (seq, kind, data, prev, found))
        body = Body(data, self.spec)
        self.act = body.fields([('id', 'bytes', 16, True), ('actor', 'text', '', False),
                                ('instant', 'int', '', False), ('day', 'day', '', True)])
        self.put('act', **self.act)
        if kind.startswith('case.') and kind != 'case.open/1':
            road.apply(self, kind, body)
        elif kind == 'payment.outside/1':
            payment = body.fields(self.spec.kinds['case.pay/1'])
            entry = body.fields(self.spec.kinds['entry.post/1'])
            self.put('payment', of_case=None, above=0, **payment)
            self.post(entry)
            road.mark_payment(self, None, payment, 0)
        else:
            fields = body.fields(self.spec.kinds[kind])
            if kind in ROWS:
                self.check(kind, fields)
                self.put(self.spec.tables[kind], **fields,
                         **{c: seq if v is EVENT else v for c, v in FURTHER.get(kind, {}).items()})
                if kind == 'case.open/1':
                    self.take_requests(fields['kind'])
            else:
                getattr(self, kind[:-2].replace('.', '_').replace('-', '_'))(fields, found)
        body.finish()

    def take_requests(self, kind):
        self.db.execute('UPDATE agenda_item SET taken = :seq, changed = :seq WHERE taken IS NULL AND '
                        'next_case = 1 AND of_case IN (SELECT event FROM assembly_case WHERE kind = :kind)',
                        {'seq': self.seq, 'kind': kind})

    def check(self, kind, fields):
        """What the tables themselves do not hold to."""
        if kind == 'book.open/1' and self.one('SELECT count (*) FROM book'):
            raise Fault('there are two co-operatives')
        if kind == 'setting.set/1':
            if fields['key'] not in self.spec.settings:
                raise Fault(f"there is no setting {fields['key']}")
            of = self.spec.settings[fields['key']][0]
            try:
                number = {'integer': int, 'ratio': fractions.Fraction, 'text': len}[of](fields['value'])
            except (ValueError, ZeroDivisionError):
                raise Fault('a setting has a value that is not of its kind') from None
            if number < 0 or (of == 'ratio' and number > 1):
                raise Fault('a setting has a value out of its range')

    def party_leave(self, fields, _):
        self.must_change('party', f"event = {fields['party']} AND left_day IS NULL",
                         left_day=self.act['day'])

    def office_end(self, fields, _):
        self.must_change('office', f"event = {fields['office']} AND ends IS NULL", ends=self.act['day'],
                         end_reason=fields['reason'])

    def account_add(self, fields, _):
        for name in ('code', 'role'):
            fields[name] = fields[name] or None
        self.put('account', **fields, name=fields['full_name'].rpartition(':')[2], closed=None,
                 changed=self.seq)

    def account_edit(self, fields, _):
        self.must_change('account', f"event = {fields['account']}", code=fields['code'] or None,
                         role=fields['role'] or None)

    def account_close(self, fields, _):
        account = fields['account']
        if self.all('SELECT commodity FROM posting WHERE account = :a GROUP BY commodity HAVING sum (amount) <> 0',
                    a=account) or (self.one('SELECT max (day) FROM posting WHERE account = :a', a=account)
                                   or -10**9) > self.act['day']:
            raise Fault('an account was closed with a balance')
        self.must_change('account', f'event = {account} AND closed IS NULL', closed=self.act['day'])

    def entry_post(self, fields, _):
        self.post(fields)

    def post(self, fields):
        postings = fields.pop('postings')
        sums = {}
        for p in postings:
            sums[p['value_commodity']] = sums.get(p['value_commodity'], 0) + p['value']
            if p['amount'] * p['value'] < 0:
                raise Fault('amount and value contradict each other')
        if len(postings) < 2 or any(sums.values()):
            raise Fault('an entry does not balance')
        self.put('entry', **fields)
        day = datetime.date.fromordinal(719163 + fields['day'])
        month = (day.year - 1970) * 12 + day.month - 1
        for line, p in enumerate(postings, 1):
            self.put('posting', line=line, day=fields['day'], **p)
            key = (p['account'], p['commodity'], p['party'], month)
            more = (max(p['amount'], 0), max(-p['amount'], 0), self.seq)
            found = self.db.execute('UPDATE balance SET debit = debit + ?, credit = credit + ?, changed = ? '
                                    'WHERE account = ? AND commodity = ? AND party = ? AND month = ?',
                                    more + key)
            if found.rowcount == 0:
                self.db.execute('INSERT INTO balance (debit, credit, changed, account, commodity, party, month) '
                                'VALUES (?, ?, ?, ?, ?, ?, ?)', more + key)

    def period_seal(self, fields, found):
        through = fields['through']
        closed = self.one('SELECT max (through) FROM period')
        first = self.one('SELECT min (day) FROM entry WHERE (SELECT min (day) FROM entry WHERE day <= :t) '
                         'IS NOT NULL', t=through)
        until = 'FROM posting WHERE day <= :t GROUP BY '
        totals = self.all('SELECT commodity, sum (max (amount, 0)), sum (max (-amount, 0)) ' + until
                          + 'commodity ORDER BY 1', t=through)
        balance = self.all('SELECT account, commodity, sum (amount) ' + until
                           + 'account, commodity HAVING sum (amount) <> 0 ORDER BY 1, 2', t=through)
        is_so = {'starts': closed + 1 if closed is not None else through if first is None else first,
                 'through': through,
                 'number': self.one('SELECT count (*) FROM seal') + 1,
                 'entries': self.one('SELECT count (*) FROM entry WHERE day <= :t', t=through),
                 'totals': [dict(zip(('commodity', 'debit', 'credit'), row)) for row in totals],
                 'trial_balance': digest('tequio/v1/trial-balance', *(big(n) for row in balance for n in row))}
        if fields != is_so or (closed is not None and through <= closed):
            raise Fault('the seal does not fit the entries before it')
        self.put('period', starts=is_so['starts'], through=through)
        self.put('seal', number=is_so['number'], through=through, entries=is_so['entries'],
                 trial_balance=is_so['trial_balance'], digest=digest('tequio/v1/seal', found))

    def work_add(self, fields, _):
        if not fields['lines']:
            raise Fault('an act of work has no line')
        for number, line in enumerate(fields['lines'], 1):
            corrected = self.one('SELECT count (*) FROM work WHERE event = :corrects AND party = :party AND kind = :kind',
                                 **{name: line[name] for name in ('corrects', 'party', 'kind')})
            if line['quantity'] == 0 or (line['corrects'] is None and line['quantity'] < 0) or \
                    (line['corrects'] is not None and not corrected):
                raise Fault('a line of work corrects nothing')
            self.put('work', line=number, **line)
