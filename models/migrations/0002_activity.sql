-- The activity log: one row for each thing the owner would name that a change touched. What it says of a person goes when
-- the person goes: nothing in the log may keep a name that is no longer in the book's own rows.
CREATE TABLE activity (
  id          INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL CHECK (at > 0),
  event       TEXT    NOT NULL CHECK (event IN ('added', 'changed', 'taken_out', 'put_back', 'removed', 'erased')),
  via         TEXT    NOT NULL DEFAULT '' CHECK (via IN ('', 'undo', 'redo')),
  thing       TEXT    NOT NULL CHECK (thing IN ('shop', 'staff', 'source', 'customer', 'specialist', 'item', 'visit', 'want',
                        'referral_in', 'referral_out', 'thank_you', 'follow_up')),
  thing_id    INTEGER NOT NULL,
  customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
  label       TEXT    NOT NULL DEFAULT '',
  fields      TEXT    NOT NULL DEFAULT '' CHECK (fields = '' OR json_valid(fields)),
  along       TEXT    NOT NULL DEFAULT '' CHECK (along = '' OR json_valid(along))
) STRICT;
CREATE INDEX activity_customer ON activity (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX activity_thing ON activity (thing, id);
CREATE INDEX activity_bin ON activity (thing, thing_id, id) WHERE event = 'taken_out';

CREATE TRIGGER activity_forgets BEFORE DELETE ON customer BEGIN
  UPDATE activity SET label = '', fields = '', along = '' WHERE customer_id = OLD.id;
END;

-- What was emptied out of the bin and is still named elsewhere: its row stays, bare, and is in the bin no more.
CREATE TABLE emptied (
  thing    TEXT    NOT NULL CHECK (thing IN ('source', 'specialist', 'referral_in')),
  thing_id INTEGER NOT NULL,
  PRIMARY KEY (thing, thing_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_bin ON customer (deleted_at) WHERE deleted_at <> 0;
CREATE INDEX referral_in_bin ON referral_in (deleted_at) WHERE deleted_at <> 0;
