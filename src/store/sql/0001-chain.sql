-- SPDX-License-Identifier: GPL-3.0-or-later
-- The chain and what stands beside it. All other tables are derived from it.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  kind TEXT NOT NULL CHECK (length (kind) BETWEEN 3 AND 60),
  body BLOB NOT NULL,
  prev BLOB NOT NULL CHECK (length (prev) = 32),
  hash BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT;
CREATE TRIGGER event_insert BEFORE INSERT ON event
WHEN NEW.seq <> coalesce ((SELECT max (seq) FROM event), 0) + 1
  OR NEW.prev <> coalesce ((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), zeroblob (32))
BEGIN SELECT RAISE (ABORT, 'an event can only follow the last one'); END;
CREATE TRIGGER event_update BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'an event cannot be changed'); END;
CREATE TRIGGER event_delete BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'an event cannot be deleted'); END;

CREATE TABLE act (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  id BLOB NOT NULL UNIQUE CHECK (length (id) = 16),
  actor TEXT NOT NULL,
  instant INTEGER NOT NULL,
  day INTEGER NOT NULL
) STRICT;
