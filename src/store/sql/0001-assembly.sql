-- SPDX-License-Identifier: GPL-3.0-or-later
-- The road of a decision: one case from the closed books to the report-back, and what was said and
-- written on the way. A row belongs to the event that wrote it; of_case is the case's event.
CREATE TABLE assembly_case (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  kind TEXT NOT NULL CHECK (kind IN ('surplus', 'loss', 'rules', 'office', 'loan', 'investment', 'other')),
  title TEXT NOT NULL CHECK (title <> ''),
  starts INTEGER NOT NULL,
  through INTEGER NOT NULL,
  reopens INTEGER REFERENCES assembly_case (event),
  reopened_amount INTEGER NOT NULL,
  state TEXT NOT NULL,
  paused_state TEXT NOT NULL,
  changed INTEGER NOT NULL,
  CHECK (starts <= through)
) STRICT;

CREATE TABLE case_step (
  event INTEGER NOT NULL REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  act TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (event, of_case)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_step_case ON case_step (of_case, event);

CREATE TABLE cash_count (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  account INTEGER NOT NULL REFERENCES account (event),
  book_amount INTEGER NOT NULL,
  counted_amount INTEGER NOT NULL,
  detail TEXT NOT NULL,
  first_person TEXT NOT NULL CHECK (first_person <> ''),
  second_person TEXT NOT NULL CHECK (second_person <> '' AND second_person <> first_person)
) STRICT;
CREATE INDEX cash_count_case ON cash_count (of_case, event);

CREATE TABLE case_close (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  seal INTEGER NOT NULL REFERENCES seal (event),
  note TEXT NOT NULL,
  through INTEGER NOT NULL,
  result INTEGER NOT NULL
) STRICT;
CREATE INDEX case_close_case ON case_close (of_case, event);

CREATE TABLE review (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  finding TEXT NOT NULL CHECK (finding IN ('none', 'observations', 'serious')),
  who TEXT NOT NULL CHECK (who <> ''),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX review_case ON review (of_case, event);

CREATE TABLE notice (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  call_number INTEGER NOT NULL CHECK (call_number > 0),
  called_by TEXT NOT NULL CHECK (called_by <> ''),
  by_right TEXT NOT NULL CHECK (by_right IN ('commission', 'vigilance', 'families')),
  families INTEGER NOT NULL CHECK (families >= 0),
  place TEXT NOT NULL CHECK (place <> ''),
  hour TEXT NOT NULL,
  given_day INTEGER NOT NULL,
  assembly_day INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_case ON notice (of_case, event);

CREATE TABLE notice_line (
  event INTEGER NOT NULL REFERENCES notice (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  words TEXT NOT NULL,
  item INTEGER REFERENCES event (seq),
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_line_case ON notice_line (of_case, event, line);

CREATE TABLE roll (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  hour TEXT NOT NULL,
  chair TEXT NOT NULL,
  secretary TEXT NOT NULL,
  tellers TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  members INTEGER NOT NULL CHECK (members >= present),
  present INTEGER NOT NULL CHECK (present >= 0),
  needed INTEGER NOT NULL,
  quorum INTEGER NOT NULL CHECK (quorum IN (0, 1))
) STRICT;
CREATE INDEX roll_case ON roll (of_case, event);

CREATE TABLE roll_line (
  event INTEGER NOT NULL REFERENCES roll (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  party INTEGER NOT NULL REFERENCES party (event),
  presence TEXT NOT NULL CHECK (presence IN ('present', 'excused')),
  women INTEGER NOT NULL CHECK (women >= 0),
  men INTEGER NOT NULL CHECK (men >= 0),
  young INTEGER NOT NULL CHECK (young >= 0),
  PRIMARY KEY (event, line),
  UNIQUE (event, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX roll_line_case ON roll_line (of_case, event, line);

CREATE TABLE reading (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  subject TEXT NOT NULL CHECK (subject <> '')
) STRICT;
CREATE INDEX reading_case ON reading (of_case, event);

CREATE TABLE reading_reader (
  event INTEGER NOT NULL REFERENCES reading (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  who TEXT NOT NULL CHECK (who <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_reader_case ON reading_reader (of_case, event, line);

CREATE TABLE question (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  who TEXT NOT NULL CHECK (who <> ''),
  words TEXT NOT NULL CHECK (words <> ''),
  answers INTEGER REFERENCES question (event)
) STRICT;
CREATE INDEX question_case ON question (of_case, event);

CREATE TABLE accounts_verdict (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'observations', 'returned')),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX accounts_verdict_case ON accounts_verdict (of_case, event);

CREATE TABLE proposal (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  label TEXT NOT NULL CHECK (label <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  authors TEXT NOT NULL CHECK (authors <> ''),
  words TEXT NOT NULL,
  version_of INTEGER REFERENCES proposal (event)
) STRICT;
CREATE INDEX proposal_case ON proposal (of_case, event);

CREATE TABLE proposal_line (
  event INTEGER NOT NULL REFERENCES proposal (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  kind TEXT NOT NULL CHECK (kind IN ('use', 'families', 'fund', 'own-fund')),
  label TEXT NOT NULL CHECK (label <> ''),
  amount INTEGER NOT NULL CHECK (amount > 0),
  basis TEXT NOT NULL CHECK (basis IN ('none', 'kilos', 'equal', 'list')),
  rounding TEXT NOT NULL CHECK (rounding IN ('cut', 'spread')),
  step INTEGER NOT NULL CHECK (step > 0),
  role TEXT NOT NULL,
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_line_case ON proposal_line (of_case, event, line);

CREATE TABLE proposal_share (
  event INTEGER NOT NULL REFERENCES proposal (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  of_line INTEGER NOT NULL,
  party INTEGER NOT NULL REFERENCES party (event),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (event, line),
  UNIQUE (event, of_line, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_share_case ON proposal_share (of_case, event, line);

CREATE TABLE proposal_change (
  event INTEGER NOT NULL REFERENCES proposal (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  words TEXT NOT NULL CHECK (words <> ''),
  asked_by TEXT NOT NULL CHECK (asked_by <> ''),
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_change_case ON proposal_change (of_case, event, line);

CREATE TABLE consultation_round (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  words TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  UNIQUE (of_case, number)
) STRICT;

CREATE TABLE round_group (
  event INTEGER NOT NULL REFERENCES consultation_round (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  party_group INTEGER NOT NULL REFERENCES party_group (event),
  PRIMARY KEY (event, line),
  UNIQUE (event, party_group)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_group_case ON round_group (of_case, event, line);

CREATE TABLE word (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  party_group INTEGER NOT NULL REFERENCES party_group (event),
  met_day INTEGER NOT NULL,
  present INTEGER NOT NULL CHECK (present >= 0),
  women INTEGER NOT NULL CHECK (women >= 0),
  men INTEGER NOT NULL CHECK (men >= 0),
  young INTEGER NOT NULL CHECK (young >= 0),
  amendments TEXT NOT NULL,
  readers TEXT NOT NULL,
  typed_before TEXT NOT NULL,
  signatures INTEGER NOT NULL CHECK (signatures >= 0),
  replaces INTEGER UNIQUE REFERENCES word (event),
  reason TEXT NOT NULL,
  of_round INTEGER NOT NULL REFERENCES consultation_round (event)
) STRICT;
CREATE INDEX word_case ON word (of_case, event);

CREATE TABLE word_position (
  event INTEGER NOT NULL REFERENCES word (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  proposal INTEGER NOT NULL REFERENCES proposal (event),
  agree INTEGER NOT NULL CHECK (agree >= 0),
  doubts INTEGER NOT NULL CHECK (doubts >= 0),
  aside INTEGER NOT NULL CHECK (aside >= 0),
  stop INTEGER NOT NULL CHECK (stop >= 0),
  talking INTEGER NOT NULL CHECK (talking >= 0),
  abstain INTEGER NOT NULL CHECK (abstain >= 0),
  PRIMARY KEY (event, line),
  UNIQUE (event, proposal)
) STRICT, WITHOUT ROWID;
CREATE INDEX word_position_case ON word_position (of_case, event, line);

CREATE TABLE family_position (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  proposal INTEGER NOT NULL REFERENCES proposal (event),
  party INTEGER NOT NULL REFERENCES party (event),
  position TEXT NOT NULL CHECK (position IN ('agree', 'doubts', 'aside', 'stop', 'talking', 'abstain')),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX family_position_case ON family_position (of_case, event);

CREATE TABLE objection (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  proposal INTEGER NOT NULL REFERENCES proposal (event),
  whose TEXT NOT NULL CHECK (whose <> ''),
  party INTEGER REFERENCES party (event),
  word INTEGER REFERENCES word (event),
  reason TEXT NOT NULL CHECK (reason <> ''),
  remedy TEXT NOT NULL,
  asks TEXT NOT NULL CHECK (asks IN ('aside', 'stop'))
) STRICT;
CREATE INDEX objection_case ON objection (of_case, event);

CREATE TABLE objection_answer (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  objection INTEGER NOT NULL REFERENCES objection (event),
  who TEXT NOT NULL CHECK (who <> ''),
  words TEXT NOT NULL CHECK (words <> ''),
  outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'aside', 'withdrawn'))
) STRICT;
CREATE INDEX objection_answer_case ON objection_answer (of_case, event);

CREATE TABLE tally (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  proposal INTEGER NOT NULL REFERENCES proposal (event),
  method TEXT NOT NULL CHECK (method IN ('spoken', 'hands', 'maize-beans', 'drawings', 'standing', 'sheet', 'sealed')),
  first_teller TEXT NOT NULL,
  second_teller TEXT NOT NULL,
  handed_out INTEGER NOT NULL CHECK (handed_out = agree + doubts + aside + stop + abstain + spoiled),
  agree INTEGER NOT NULL CHECK (agree >= 0),
  doubts INTEGER NOT NULL CHECK (doubts >= 0),
  aside INTEGER NOT NULL CHECK (aside >= 0),
  stop INTEGER NOT NULL CHECK (stop >= 0),
  abstain INTEGER NOT NULL CHECK (abstain >= 0),
  spoiled INTEGER NOT NULL CHECK (spoiled >= 0),
  words TEXT NOT NULL,
  vote INTEGER NOT NULL CHECK (vote IN (0, 1)),
  present INTEGER NOT NULL CHECK (present >= handed_out),
  majority TEXT NOT NULL,
  needed INTEGER NOT NULL,
  rounds INTEGER NOT NULL,
  call_number INTEGER NOT NULL,
  adopted INTEGER NOT NULL CHECK (adopted IN (0, 1))
) STRICT;
CREATE INDEX tally_case ON tally (of_case, event);

CREATE TABLE decision (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  proposal INTEGER NOT NULL REFERENCES proposal (event),
  words TEXT NOT NULL,
  remainder INTEGER NOT NULL CHECK (remainder >= 0),
  remainder_role TEXT NOT NULL,
  minority TEXT NOT NULL,
  amount INTEGER NOT NULL,
  tally INTEGER NOT NULL REFERENCES tally (event)
) STRICT;
CREATE INDEX decision_case ON decision (of_case, event);

CREATE TABLE decision_line (
  event INTEGER NOT NULL REFERENCES decision (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  kind TEXT NOT NULL CHECK (kind IN ('use', 'families', 'fund', 'own-fund')),
  label TEXT NOT NULL CHECK (label <> ''),
  amount INTEGER NOT NULL CHECK (amount > 0),
  role TEXT NOT NULL CHECK (role <> ''),
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_line_case ON decision_line (of_case, event, line);

CREATE TABLE decision_share (
  event INTEGER NOT NULL REFERENCES decision (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  of_line INTEGER NOT NULL,
  party INTEGER NOT NULL REFERENCES party (event),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (event, line),
  UNIQUE (event, of_line, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_share_case ON decision_share (of_case, event, line);

CREATE TABLE minutes (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  began TEXT NOT NULL,
  ended TEXT NOT NULL,
  signatures INTEGER NOT NULL CHECK (signatures >= 0),
  fingerprints INTEGER NOT NULL CHECK (fingerprints >= 0),
  protests INTEGER NOT NULL CHECK (protests >= 0),
  protest_words TEXT NOT NULL,
  roll INTEGER NOT NULL REFERENCES roll (event)
) STRICT;
CREATE INDEX minutes_case ON minutes (of_case, event);

CREATE TABLE minutes_item (
  event INTEGER NOT NULL REFERENCES minutes (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  title TEXT NOT NULL CHECK (title <> ''),
  words TEXT NOT NULL,
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX minutes_item_case ON minutes_item (of_case, event, line);

CREATE TABLE mandate (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  decision_line INTEGER NOT NULL CHECK (decision_line >= 0),
  deadline INTEGER NOT NULL,
  tolerance INTEGER NOT NULL CHECK (tolerance >= 0),
  answers_to TEXT NOT NULL CHECK (answers_to <> ''),
  reports TEXT NOT NULL
) STRICT;
CREATE INDEX mandate_case ON mandate (of_case, event);

CREATE TABLE mandate_person (
  event INTEGER NOT NULL REFERENCES mandate (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  name TEXT NOT NULL CHECK (name <> ''),
  party INTEGER REFERENCES party (event),
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX mandate_person_case ON mandate_person (of_case, event, line);

CREATE TABLE payment (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER REFERENCES assembly_case (event),
  decision_line INTEGER NOT NULL CHECK (decision_line >= 0),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  payee TEXT NOT NULL CHECK (payee <> ''),
  party INTEGER REFERENCES party (event),
  from_account INTEGER NOT NULL REFERENCES account (event),
  paid_by INTEGER REFERENCES party (event),
  receipt INTEGER NOT NULL CHECK (receipt IN (0, 1)),
  words TEXT NOT NULL,
  above INTEGER NOT NULL CHECK (above >= 0)
) STRICT;
CREATE INDEX payment_case ON payment (of_case, event);

CREATE TABLE report (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  who TEXT NOT NULL CHECK (who <> ''),
  words TEXT NOT NULL,
  unspent INTEGER NOT NULL CHECK (unspent >= 0),
  unspent_role TEXT NOT NULL,
  roll INTEGER NOT NULL REFERENCES roll (event)
) STRICT;
CREATE INDEX report_case ON report (of_case, event);

CREATE TABLE report_line (
  event INTEGER NOT NULL REFERENCES report (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  decision_line INTEGER NOT NULL CHECK (decision_line > 0),
  done TEXT NOT NULL CHECK (done IN ('done', 'partly', 'not')),
  why TEXT NOT NULL,
  asked TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'refused', 're-decided', 'more-time')),
  unspent INTEGER NOT NULL CHECK (unspent >= 0),
  PRIMARY KEY (event, line),
  UNIQUE (event, decision_line)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_line_case ON report_line (of_case, event, line);

CREATE TABLE report_move (
  event INTEGER NOT NULL REFERENCES report (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  from_line INTEGER NOT NULL CHECK (from_line > 0),
  to_line INTEGER NOT NULL CHECK (to_line > 0 AND to_line <> from_line),
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_move_case ON report_move (of_case, event, line);

CREATE TABLE reopening (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  asked_by TEXT NOT NULL CHECK (asked_by IN ('families', 'vigilance')),
  families INTEGER NOT NULL CHECK (families >= 0),
  names TEXT NOT NULL CHECK (names <> ''),
  fact TEXT NOT NULL CHECK (fact <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX reopening_case ON reopening (of_case, event);

CREATE TABLE reopening_line (
  event INTEGER NOT NULL REFERENCES reopening (event),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  decision_line INTEGER NOT NULL CHECK (decision_line > 0),
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (event, line),
  UNIQUE (event, decision_line)
) STRICT, WITHOUT ROWID;
CREATE INDEX reopening_line_case ON reopening_line (of_case, event, line);

CREATE TABLE recall (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  who TEXT NOT NULL CHECK (who <> ''),
  party INTEGER REFERENCES party (event),
  task TEXT NOT NULL CHECK (task <> ''),
  recalled_by TEXT NOT NULL CHECK (recalled_by <> ''),
  agree INTEGER NOT NULL CHECK (agree >= 0),
  against INTEGER NOT NULL CHECK (against >= 0),
  abstain INTEGER NOT NULL CHECK (abstain >= 0),
  present INTEGER NOT NULL CHECK (present >= agree + against + abstain),
  from_day INTEGER NOT NULL,
  successor TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX recall_case ON recall (of_case, event);

-- What a step says that has no table of its own: why it is put off, paused, blocked, who accepts.
CREATE TABLE case_note (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER NOT NULL REFERENCES assembly_case (event),
  who TEXT NOT NULL CHECK (who <> ''),
  words TEXT NOT NULL,
  until_day INTEGER,
  refers INTEGER REFERENCES event (seq),
  decision_line INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX case_note_case ON case_note (of_case, event);

-- What waits for an assembly. taken is the notice or the case that took it up.
CREATE TABLE agenda_item (
  event INTEGER PRIMARY KEY REFERENCES event (seq),
  of_case INTEGER REFERENCES assembly_case (event),
  kind TEXT NOT NULL CHECK (kind IN ('request', 'exceeded', 'blocked', 'without-agreement')),
  who TEXT NOT NULL,
  words TEXT NOT NULL,
  decision_line INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  next_case INTEGER NOT NULL CHECK (next_case IN (0, 1)),
  taken INTEGER REFERENCES event (seq),
  changed INTEGER NOT NULL
) STRICT;
CREATE INDEX agenda_item_case ON agenda_item (of_case, event);

-- What broke a rule and happened nevertheless. A mark never goes away; it gets a link.
CREATE TABLE mark (
  event INTEGER NOT NULL REFERENCES event (seq),
  line INTEGER NOT NULL CHECK (line > 0),
  of_case INTEGER REFERENCES assembly_case (event),
  kind TEXT NOT NULL CHECK (kind IN ('exceeded', 'blocked', 'without-agreement', 'before-mandate',
    'short-notice', 'long-notice', 'not-reviewed', 'not-consulted', 'not-entitled', 'vigilance-pays')),
  decision_line INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  linked INTEGER REFERENCES event (seq),
  link_words TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_case ON mark (of_case, event, line);
