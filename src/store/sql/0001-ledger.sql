-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ledger: accounts, entries with their postings, kept balances, periods and seals.
CREATE TABLE commodity (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  symbol TEXT NOT NULL UNIQUE,
  digits INTEGER NOT NULL CHECK (digits BETWEEN 0 AND 9)
) STRICT;

CREATE TABLE account (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  parent INTEGER REFERENCES account (event),
  code TEXT UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  full_name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense')),
  role TEXT UNIQUE CHECK (role <> ''),
  opened INTEGER NOT NULL,
  closed INTEGER,
  changed INTEGER NOT NULL
) STRICT;

CREATE TABLE entry (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  day INTEGER NOT NULL CHECK (day BETWEEN -719162 AND 2932896),
  text TEXT NOT NULL,
  reference TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('typed', 'form', 'import', 'decision', 'closing', 'reversal')),
  source_detail TEXT NOT NULL,
  reverses INTEGER UNIQUE REFERENCES entry (event)
) STRICT;
CREATE INDEX entry_day ON entry (day, event);

CREATE TABLE posting (
  event INTEGER NOT NULL REFERENCES entry (event),
  line INTEGER NOT NULL CHECK (line > 0),
  day INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (event),
  party INTEGER NOT NULL,
  commodity INTEGER NOT NULL REFERENCES commodity (event),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -100000000000000 AND 100000000000000),
  value_commodity INTEGER NOT NULL REFERENCES commodity (event),
  value INTEGER NOT NULL CHECK (value BETWEEN -100000000000000 AND 100000000000000),
  PRIMARY KEY (event, line),
  CHECK (commodity <> value_commodity OR amount = value)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_account ON posting (account, day, event, line);
CREATE INDEX posting_party ON posting (party, day, event) WHERE party <> 0;
CREATE TRIGGER posting_place BEFORE INSERT ON posting
WHEN (NEW.party <> 0 AND NOT EXISTS (SELECT 1 FROM party WHERE event = NEW.party))
  OR EXISTS (SELECT 1 FROM account WHERE event = NEW.account AND (NEW.day < opened OR NEW.day > closed))
BEGIN SELECT RAISE (ABORT, 'a posting needs an open account and a known family or person'); END;
CREATE INDEX entry_closing ON entry (day) WHERE source = 'closing';
CREATE TRIGGER entry_period BEFORE INSERT ON entry
WHEN NEW.day <= (SELECT max (through) FROM period)
BEGIN SELECT RAISE (ABORT, 'the day lies in a closed period'); END;

-- Kept balances: the sum of the postings of an account, commodity and party within a month
-- (months since 1970-01).
CREATE TABLE balance (
  account INTEGER NOT NULL REFERENCES account (event),
  commodity INTEGER NOT NULL REFERENCES commodity (event),
  party INTEGER NOT NULL,
  month INTEGER NOT NULL,
  debit INTEGER NOT NULL CHECK (debit >= 0),
  credit INTEGER NOT NULL CHECK (credit >= 0),
  changed INTEGER NOT NULL,
  PRIMARY KEY (account, commodity, party, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE period (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  starts INTEGER NOT NULL,
  through INTEGER NOT NULL UNIQUE,
  CHECK (starts <= through)
) STRICT;

CREATE TABLE seal (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  through INTEGER NOT NULL UNIQUE,
  entries INTEGER NOT NULL,
  trial_balance BLOB NOT NULL CHECK (length (trial_balance) = 32),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;

CREATE TABLE attachment (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  entry INTEGER NOT NULL REFERENCES entry (event),
  name TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
