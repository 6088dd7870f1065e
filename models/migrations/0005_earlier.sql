-- What an old program had counted of a customer before this book was kept, as it said it. No sum, no rung and no rhythm
-- rests on it: those rest on the visits in this book. id is the customer's; 0 and '' are what it did not say.
CREATE TABLE earlier (
  id       INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  visit_n  INTEGER NOT NULL DEFAULT 0 CHECK (visit_n BETWEEN 0 AND 1000000),
  spent    INTEGER NOT NULL DEFAULT 0 CHECK (spent BETWEEN 0 AND 1000000000000000),
  first_on TEXT    NOT NULL DEFAULT '' CHECK (first_on = '' OR first_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_on  TEXT    NOT NULL DEFAULT '' CHECK (last_on = '' OR last_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK (visit_n > 0 OR spent > 0 OR first_on <> '' OR last_on <> ''),
  CHECK (first_on = '' OR last_on = '' OR first_on <= last_on)
) STRICT;
