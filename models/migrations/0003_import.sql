-- Imports: what each one added to the book, so that it can be taken back as a whole. An import is one transaction, so
-- what it added to a table has ids that follow each other; created_at tells its rows from one that got the id later.
-- Nothing here says anything about a person: only which rows, and which columns were empty before.
CREATE TABLE import (
  id        INTEGER PRIMARY KEY,
  file      TEXT    NOT NULL DEFAULT '',
  at        INTEGER NOT NULL CHECK (at > 0),
  added     INTEGER NOT NULL DEFAULT 0,
  filled    INTEGER NOT NULL DEFAULT 0,
  skipped   INTEGER NOT NULL DEFAULT 0,
  referred  INTEGER NOT NULL DEFAULT 0,
  rejected  INTEGER NOT NULL DEFAULT 0,
  undone_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE import_added (
  id        INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  noun      TEXT    NOT NULL CHECK (noun IN ('customer', 'contact', 'remember', 'source', 'referral_in')),
  first_id  INTEGER NOT NULL,
  last_id   INTEGER NOT NULL,
  CHECK (first_id <= last_id)
) STRICT;
CREATE UNIQUE INDEX import_added_noun ON import_added (import_id, noun);
CREATE TABLE import_filled (
  id          INTEGER PRIMARY KEY,
  import_id   INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  columns     TEXT    NOT NULL
) STRICT;
CREATE INDEX import_filled_customer ON import_filled (customer_id);
CREATE UNIQUE INDEX import_filled_once ON import_filled (import_id, customer_id);

-- Thank-yous put aside are asked for each time the others are shown.
CREATE INDEX thank_you_aside ON thank_you (since DESC, id DESC) WHERE state = 'waived';
