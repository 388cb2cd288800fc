-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every file of another program that was taken into the book, and what was said about it.
CREATE TABLE import (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  format TEXT NOT NULL CHECK (format <> ''),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  file_digest BLOB NOT NULL CHECK (length (file_digest) = 32),
  entries_read INTEGER NOT NULL CHECK (entries_read >= 0),
  entries_posted INTEGER NOT NULL CHECK (entries_posted BETWEEN 0 AND entries_read),
  first_entry INTEGER REFERENCES entry (event),
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX entry_imported ON entry (day) WHERE source = 'import';
