-- SPDX-License-Identifier: GPL-3.0-or-later
-- The co-operative, its settings, its people.
CREATE TABLE book (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  name TEXT NOT NULL CHECK (name <> ''),
  currency INTEGER NOT NULL REFERENCES commodity (event) DEFERRABLE INITIALLY DEFERRED,
  unit TEXT NOT NULL CHECK (unit IN ('family', 'person')),
  year_start_month INTEGER NOT NULL CHECK (year_start_month BETWEEN 1 AND 12),
  year_start_day INTEGER NOT NULL CHECK (year_start_day BETWEEN 1 AND 31),
  language TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1))
) STRICT;

CREATE TABLE setting (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  valid_from INTEGER NOT NULL
) STRICT;
CREATE INDEX setting_key ON setting (key, valid_from, event);

CREATE TABLE party_group (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  parent INTEGER REFERENCES party_group (event),
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE party (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  kind TEXT NOT NULL CHECK (kind IN ('family', 'person')),
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  family INTEGER REFERENCES party (event),
  party_group INTEGER REFERENCES party_group (event),
  joined INTEGER NOT NULL,
  left_day INTEGER,
  changed INTEGER NOT NULL,
  CHECK (kind = 'person' OR family IS NULL)
) STRICT;

CREATE TABLE office (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  title TEXT NOT NULL CHECK (title <> ''),
  holder INTEGER NOT NULL REFERENCES party (event),
  party_group INTEGER REFERENCES party_group (event),
  starts INTEGER NOT NULL,
  ends INTEGER,
  end_reason TEXT NOT NULL,
  changed INTEGER NOT NULL
) STRICT;

CREATE TABLE contact_commitment (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  party INTEGER NOT NULL REFERENCES party (event),
  commitment BLOB NOT NULL CHECK (length (commitment) = 32),
  blanked INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Beside the chain: what a person may ask to have blanked. Its salted digest is in the chain.
CREATE TABLE contact (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  salt BLOB NOT NULL CHECK (length (salt) = 16),
  words TEXT NOT NULL
) STRICT;
