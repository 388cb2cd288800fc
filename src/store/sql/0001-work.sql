-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work of every kind, and what families delivered.
CREATE TABLE work_kind (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL CHECK (unit <> ''),
  digits INTEGER NOT NULL CHECK (digits BETWEEN 0 AND 6),
  care INTEGER NOT NULL CHECK (care IN (0, 1))
) STRICT;

CREATE TABLE work (
  event INTEGER NOT NULL REFERENCES event (seq),
  line INTEGER NOT NULL CHECK (line > 0),
  day INTEGER NOT NULL,
  party INTEGER NOT NULL REFERENCES party (event),
  kind INTEGER NOT NULL REFERENCES work_kind (event),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN -1000000000000 AND 1000000000000),
  note TEXT NOT NULL,
  corrects INTEGER REFERENCES event (seq),
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_party ON work (party, kind, day);
