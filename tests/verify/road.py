# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""The kinds of the road of src/FORMAT.md: their records, derived columns, steps and marks."""
import fractions
import math

from specification import Fault


def last(book, table, case, columns='event'):
    row = book.db.execute(f'SELECT {columns} FROM {table} WHERE of_case = ? ORDER BY event DESC LIMIT 1',
                          (case,)).fetchone()
    return row if row is None or len(row) > 1 else row[0]


def members(book, day):
    return book.one('SELECT count (*) FROM party WHERE kind = (SELECT unit FROM book) AND joined <= :day '
                    'AND (left_day IS NULL OR left_day > :day)', day=day)


def needed(share, number, more_than):
    exact = share * number
    return max(math.floor(exact) + 1 if more_than else math.ceil(exact), 1)


def rest(book, case, line):
    """What a line of the last decision has left, and its kind, label and tolerance."""
    decision = last(book, 'decision', case)
    found = book.all('SELECT amount, kind, label FROM decision_line WHERE event = :d AND line = :n',
                     d=decision, n=line)
    if not found:
        raise Fault(f'the decision has no line {line}')
    amount, kind, label = found[0]
    keys = {'c': case, 'n': line}
    left = amount + sum(book.one(f'SELECT coalesce (sum ({what}), 0) FROM {table} WHERE of_case = :c', **keys)
                        for what, table in [
                            ('amount * (to_line = :n) - amount * (from_line = :n)', 'report_move'),
                            ('-unspent * (decision_line = :n)', 'report_line'),
                            ('-amount * (decision_line = :n)', 'reopening_line')])
    left -= amount if kind in ('fund', 'own-fund') else book.one(
        'SELECT coalesce (sum (amount), 0) FROM payment WHERE of_case = :c AND decision_line = :n', **keys)
    tolerance = book.one('SELECT tolerance FROM mandate WHERE of_case = :c AND decision_line IN (0, :n) '
                         'ORDER BY event DESC LIMIT 1', **keys)
    return left, kind, label, tolerance or 0


class Step:
    """One act on a case."""

    def __init__(self, book, act, case, record):
        self.book, self.act, self.case, self.record, self.marks = book, act, case, record, 0
        found = book.all('SELECT state, paused_state, kind, starts, through FROM assembly_case WHERE event = :c',
                         c=case)
        if not found:
            raise Fault(f'there is no case {case}')
        self.state, self.paused, self.kind, self.starts, self.through = found[0]

    def derive(self):
        """The derived columns of the record; fills those of its lists."""
        return getattr(self, 'derive_' + self.act.replace('-', '_'), dict)()

    def derive_close(self):
        book = self.book
        through = book.one('SELECT through FROM seal WHERE event = :s', s=self.record['seal'])
        result = book.one('SELECT coalesce (sum (-p.amount), 0) FROM posting p JOIN entry e ON e.event = p.event '
                          'JOIN account a ON a.event = p.account WHERE p.commodity = (SELECT currency FROM book) '
                          "AND a.kind IN ('income', 'expense') AND e.source <> 'closing' "
                          'AND e.day BETWEEN :f AND :t', f=self.starts, t=through)
        return {'through': through, 'result': result}

    def derive_roll(self):
        book, day = self.book, self.book.act['day']
        call = last(book, 'notice', self.case, 'call_number') or 1
        number = members(book, day)
        share = book.setting('quorum-second' if call > 1 else 'quorum-first', day)
        present = sum(line['presence'] == 'present' for line in self.record['lines'])
        need = needed(share, number, call == 1)
        return {'call_number': call, 'members': number, 'present': present, 'needed': need,
                'quorum': int(present >= need)}

    def derive_round(self):
        return {'number': self.book.one('SELECT count (*) FROM consultation_round WHERE of_case = :c',
                                        c=self.case) + 1}

    def derive_word(self):
        return {'of_round': last(self.book, 'consultation_round', self.case)}

    def derive_vote(self, vote=1):
        book = self.book
        present, call = last(book, 'roll', self.case, 'present, call_number')
        rounds = book.one('SELECT (SELECT count (*) FROM consultation_round WHERE of_case = :c) + '
                          "(SELECT count (*) FROM case_step WHERE of_case = :c AND act = 'keep-talking')",
                          c=self.case)
        share = book.setting('majority', book.act['day'])
        need = needed(share, present, share == fractions.Fraction(1, 2)) if vote else 0
        return {'vote': vote, 'present': present, 'majority': str(share) if vote else '', 'needed': need,
                'rounds': rounds, 'call_number': call,
                'adopted': int(not vote or self.record['agree'] + self.record['doubts'] >= need)}

    def derive_agree(self):
        return self.derive_vote(0)

    def derive_decide(self):
        amount = self.record['remainder'] + sum(-line['amount'] if line['kind'] == 'own-fund' else line['amount']
                                                for line in self.record['lines'])
        return {'amount': amount, 'tally': last(self.book, 'tally', self.case)}

    def derive_minutes(self):
        return {'roll': last(self.book, 'roll', self.case)}

    def derive_pay(self):
        left, _, _, tolerance = rest(self.book, self.case, self.record['decision_line'])
        left -= self.record['amount']
        return {'above': -left if left + tolerance < 0 else 0}

    def derive_report(self):
        return {'unspent': sum(line['unspent'] for line in self.record['lines']),
                'roll': last(self.book, 'roll', self.case)}

    def derive_reopen(self):
        for line in self.record['lines']:
            line['amount'] = rest(self.book, self.case, line['decision_line'])[0]
        return {'amount': sum(line['amount'] for line in self.record['lines'])}

    def derive_agenda(self):
        return {'taken': None, 'changed': self.book.seq}

    def outcome(self, row):
        """Which of two states, 0 or 1."""
        if self.act == 'close':
            return int(row['result'] <= 0)
        if self.act == 'roll':
            return int(not row['quorum'])
        if self.act == 'accounts':
            return int(row['verdict'] == 'returned')
        if self.act == 'notice':
            return int(last(self.book, 'decision', self.case) is not None)
        decision = last(self.book, 'decision', self.case)
        return int(bool(self.book.all(
            "SELECT line FROM decision_line AS d WHERE event = :d AND kind IN ('use', 'families') AND NOT EXISTS "
            '(SELECT 1 FROM mandate WHERE of_case = :c AND decision_line IN (0, d.line))', d=decision,
            c=self.case)))

    def move(self, row):
        book = self.book
        if self.act in ('pause', 'recall', 'agenda', 'link') and self.state not in ('paused', 'finished'):
            to = 'paused' if self.act == 'pause' else self.state
        elif self.state == 'paused' and self.act == 'resume':
            to = self.paused
        else:
            ways = book.spec.roads.get(self.state, {}).get(self.act)
            if ways is None:
                raise Fault(f'“{self.act}” is not possible at “{self.state}”')
            to = ways[self.outcome(row)] if len(ways) > 1 else ways[0]
        book.put('case_step', of_case=self.case, act=self.act, from_state=self.state, to_state=to)
        if to != self.state:
            book.must_change('assembly_case', f'event = {self.case}', state=to,
                             paused_state=self.state if to == 'paused' else '')

    def after(self, row):
        getattr(self, 'after_' + self.act, lambda row: None)(row)

    def mark(self, kind, line, amount):
        add_mark(self, self.book, self.case, kind, line, amount)

    def after_notice(self, row):
        book, call = self.book, row['call_number']
        days = row['assembly_day'] - row['given_day']
        if self.state in ('closed', 'shortfall'):
            self.mark('not-reviewed', 0, 0)
        least, most = (book.setting('notice-days-' + m, row['given_day']) for m in ('min', 'max'))
        before = book.one('SELECT assembly_day FROM notice WHERE of_case = :c AND event < :e ORDER BY event DESC '
                          'LIMIT 1', c=self.case, e=book.seq)
        if days < least if call == 1 else before is not None and row['assembly_day'] - before < least:
            self.mark('short-notice', 0, days)
        if call == 1 and days > most:
            self.mark('long-notice', 0, days)
        if row['by_right'] == 'families' and \
                row['families'] < book.setting('call-share', row['given_day']) * members(book, row['given_day']):
            self.mark('not-entitled', 0, row['families'])
        for line in self.record['lines']:
            book.change('agenda_item', f"event = {line['item'] or 0} AND taken IS NULL", taken=book.seq)

    def after_roll(self, row):
        book = self.book
        rounds = last(book, 'consultation_round', self.case)
        later = book.all(
            'SELECT event FROM proposal AS p WHERE of_case = :c AND event > :r AND NOT EXISTS (SELECT 1 FROM '
            'proposal WHERE version_of = p.event) AND NOT EXISTS (SELECT 1 FROM case_note AS n JOIN case_step AS s '
            "ON s.event = n.event WHERE n.refers = p.event AND s.act = 'withdraw')", c=self.case, r=rounds or 0)
        if self.state == 'harmonising' and row['quorum'] and rounds and later:
            self.mark('not-consulted', 0, 0)

    def after_pay(self, row):
        mark_payment(self.book, self, row, row['above'])

    def after_block(self, row):
        left, _, label, _ = rest(self.book, self.case, row['decision_line'])
        lacks = max(row['amount'] - left, 0)
        self.mark('blocked', row['decision_line'], lacks)
        add_agenda(self.book, self.case, 'blocked', label, row['decision_line'], lacks)

    def after_report(self, row):
        for line in self.record['lines']:
            if line['verdict'] in ('accepted', 're-decided'):
                self.book.change('mark', f"of_case = {self.case} AND decision_line = {line['decision_line']} AND "
                                 "kind IN ('exceeded', 'blocked', 'before-mandate') AND linked IS NULL",
                                 linked=self.book.seq, link_words=line['why'])

    def after_link(self, row):
        self.book.change('mark', f"event = {row['refers'] or 0} AND linked IS NULL", linked=self.book.seq,
                         link_words=row['words'])

    def after_reopen(self, row):
        self.book.put('assembly_case', kind=self.kind, title=row['title'], starts=self.starts,
                      through=self.through, reopens=self.case, reopened_amount=row['amount'], state='reopened',
                      paused_state='', changed=self.book.seq)


def add_mark(counter, book, case, kind, line, amount):
    counter.marks += 1
    book.put('mark', line=counter.marks, of_case=case, kind=kind, decision_line=line, amount=amount, linked=None,
             link_words='', changed=book.seq)


def add_agenda(book, case, kind, words, line, amount):
    book.put('agenda_item', of_case=case, kind=kind, who='', words=words, decision_line=line, amount=amount,
             next_case=0, taken=None, changed=book.seq)


class Outside:
    """Counts the marks of a payment outside any case."""
    marks, case = 0, None


def mark_payment(book, step, row, above):
    counter, case, line = step or Outside(), step.case if step else None, row['decision_line']
    title = book.setting('vigilance-office', book.act['day'])
    if book.one('SELECT count (*) FROM office WHERE holder = :p AND title = :t AND starts <= :d AND '
                '(ends IS NULL OR ends > :d)', p=row['paid_by'], t=title, d=book.act['day']):
        add_mark(counter, book, case, 'vigilance-pays', line, 0)
    if step is None:
        add_mark(counter, book, case, 'without-agreement', 0, row['amount'])
        add_agenda(book, case, 'without-agreement', row['payee'], 0, row['amount'])
        return
    if step.state in ('decided', 'mandated'):
        add_mark(counter, book, case, 'before-mandate', line, row['amount'])
    if above:
        add_mark(counter, book, case, 'exceeded', line, above)
        add_agenda(book, case, 'exceeded', rest(book, case, line)[2], line, above)


def apply(book, kind, body):
    head = body.fields([('of_case', 'int', '', False), ('has_entry', 'flag', '', False)])
    record = body.fields(book.spec.kinds[kind])
    entry = body.fields(book.spec.kinds['entry.post/1']) if head['has_entry'] else None
    step = Step(book, kind[5:-2], head['of_case'], record)
    lists = {name: table for name, of, table, _ in book.spec.kinds[kind] if of == 'list'}
    derived = step.derive()
    row = {**{name: value for name, value in record.items() if name not in lists}, **derived}
    book.put(book.spec.tables[kind], of_case=step.case, **row)
    for name, table in lists.items():
        for number, line in enumerate(record[name], 1):
            book.put(table, line=number, of_case=step.case, **line)
    if entry is not None:
        book.post(entry)
    step.move(row)
    step.after(row)
