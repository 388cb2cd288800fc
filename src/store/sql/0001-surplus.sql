-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is put aside of a surplus before the assembly decides on the rest, in the order of position.
-- Of two rules with the same code the one that holds from the later day counts.
CREATE TABLE fund_rule (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  code TEXT NOT NULL CHECK (code <> ''),
  position INTEGER NOT NULL CHECK (position > 0),
  label TEXT NOT NULL CHECK (label <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('percent', 'fixed', 'rest', 'ended')),
  base TEXT NOT NULL CHECK (base IN ('result', 'rest')),
  rate TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  rounding TEXT NOT NULL CHECK (rounding IN ('floor', 'ceil', 'half-up')),
  ceiling INTEGER NOT NULL CHECK (ceiling >= 0),
  role TEXT NOT NULL CHECK (role <> ''),
  mandatory INTEGER NOT NULL CHECK (mandatory IN (0, 1)),
  reference TEXT NOT NULL,
  valid_from INTEGER NOT NULL
) STRICT;
CREATE INDEX fund_rule_code ON fund_rule (code, valid_from, event);
