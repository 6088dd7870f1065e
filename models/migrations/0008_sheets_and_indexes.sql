-- Indexes for what is looked at most in a large shop, and sheets of labels.

-- Label sheets the owner measured, in hundredths of a millimetre, and sheets of which some labels are used: the places, counted from 1, as a JSON array.
CREATE TABLE label_sheet (
  id           INTEGER PRIMARY KEY,
  name         TEXT    NOT NULL CHECK (trim(name) <> ''),
  name_key     TEXT    NOT NULL,
  paper        TEXT    NOT NULL CHECK (paper IN ('A4', 'Letter')),
  width        INTEGER NOT NULL CHECK (width > 0),
  height       INTEGER NOT NULL CHECK (height > 0),
  across       INTEGER NOT NULL CHECK (across BETWEEN 1 AND 50),
  down         INTEGER NOT NULL CHECK (down BETWEEN 1 AND 50),
  left_margin  INTEGER NOT NULL CHECK (left_margin >= 0),
  top_margin   INTEGER NOT NULL CHECK (top_margin >= 0),
  pitch_across INTEGER NOT NULL CHECK (pitch_across >= 0),
  pitch_down   INTEGER NOT NULL CHECK (pitch_down >= 0)
) STRICT;
CREATE UNIQUE INDEX label_sheet_name ON label_sheet (name_key);
CREATE TABLE label_left (
  id             INTEGER PRIMARY KEY,
  name           TEXT    NOT NULL CHECK (trim(name) <> ''),
  name_key       TEXT    NOT NULL,
  kind           TEXT    NOT NULL DEFAULT '',
  label_sheet_id INTEGER REFERENCES label_sheet (id) ON DELETE CASCADE,
  used           TEXT    NOT NULL CHECK (json_valid(used)),
  CHECK ((kind = '') = (label_sheet_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX label_left_name ON label_left (name_key);
CREATE INDEX label_left_sheet ON label_left (label_sheet_id) WHERE label_sheet_id IS NOT NULL;

-- The history of one visit, whoever it is of: nobody, or somebody erased since, as well.
CREATE INDEX activity_of ON activity (thing, thing_id, id);
-- The courses of everybody (Insights, ladder, staff figures) are read along it in one walk: days as numbers cross over twice as fast as days as text.
CREATE INDEX visit_course ON visit (customer_id, unixepoch(day) / 86400, at, id, amount, asked_for, served_by) WHERE customer_id IS NOT NULL AND state = 'completed' AND deleted_at = 0;
-- What was answered to what was offered, without a look at the row: Insights' "instead" takes a quarter.
CREATE INDEX alternative_answered ON alternative (request_id, kind, state, item_id, specialist_id) WHERE state IN ('accepted', 'declined');
-- What was given in a period, and what it cost.
CREATE INDEX thank_you_given ON thank_you (given_on, cause, state, cost) WHERE given_on <> '';
