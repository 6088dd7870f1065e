-- The activity log: one row for each thing the owner would name that a change touched. What it says of a person goes when
-- the person goes: nothing in the log may keep a name that is no longer in the book's own rows.
CREATE TABLE activity (
  id          INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL CHECK (at > 0),
  event       TEXT    NOT NULL CHECK (event IN ('added', 'changed', 'taken_out', 'put_back', 'removed', 'erased')),
  via         TEXT    NOT NULL DEFAULT '' CHECK (via IN ('', 'undo', 'redo')),
  thing       TEXT    NOT NULL CHECK (thing IN ('shop', 'staff', 'source', 'customer', 'specialist', 'item', 'visit', 'want',
                        'referral_in', 'referral_out', 'thank_you', 'follow_up', 'import')),
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

-- Days are days, or none, whatever program writes them.
CREATE TRIGGER staff_days_insert BEFORE INSERT ON staff WHEN (NEW.active_from <> '' AND NEW.active_from NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') OR (NEW.active_to <> '' AND NEW.active_to NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER staff_days_update BEFORE UPDATE OF active_from, active_to ON staff WHEN (NEW.active_from <> '' AND NEW.active_from NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') OR (NEW.active_to <> '' AND NEW.active_to NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER remember_days_insert BEFORE INSERT ON remember WHEN (NEW.noted_on <> '' AND NEW.noted_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') OR (NEW.still_on <> '' AND NEW.still_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER remember_days_update BEFORE UPDATE OF noted_on, still_on ON remember WHEN (NEW.noted_on <> '' AND NEW.noted_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') OR (NEW.still_on <> '' AND NEW.still_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER specialist_days_insert BEFORE INSERT ON specialist WHEN (NEW.last_confirmed <> '' AND NEW.last_confirmed NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER specialist_days_update BEFORE UPDATE OF last_confirmed ON specialist WHEN (NEW.last_confirmed <> '' AND NEW.last_confirmed NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER alternative_days_insert BEFORE INSERT ON alternative WHEN (NEW.due_on <> '' AND NEW.due_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER alternative_days_update BEFORE UPDATE OF due_on ON alternative WHEN (NEW.due_on <> '' AND NEW.due_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER want_days_insert BEFORE INSERT ON want WHEN (NEW.due_on <> '' AND NEW.due_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER want_days_update BEFORE UPDATE OF due_on ON want WHEN (NEW.due_on <> '' AND NEW.due_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER referral_out_days_insert BEFORE INSERT ON referral_out WHEN (NEW.sent_on <> '' AND NEW.sent_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') OR (NEW.ask_on <> '' AND NEW.ask_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER referral_out_days_update BEFORE UPDATE OF sent_on, ask_on ON referral_out WHEN (NEW.sent_on <> '' AND NEW.sent_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') OR (NEW.ask_on <> '' AND NEW.ask_on NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER thank_you_days_insert BEFORE INSERT ON thank_you WHEN (NEW.since <> '' AND NEW.since NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER thank_you_days_update BEFORE UPDATE OF since ON thank_you WHEN (NEW.since <> '' AND NEW.since NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER customer_days_insert BEFORE INSERT ON customer WHEN (NEW.birthday <> '' AND NEW.birthday NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND NEW.birthday NOT GLOB '--[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;
CREATE TRIGGER customer_days_update BEFORE UPDATE OF birthday ON customer WHEN (NEW.birthday <> '' AND NEW.birthday NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND NEW.birthday NOT GLOB '--[0-9][0-9]-[0-9][0-9]')
BEGIN SELECT RAISE(ABORT, 'not_a_day'); END;

-- Invariant 7: who was erased is in no book and has no name again.
CREATE TRIGGER customer_erased_insert BEFORE INSERT ON customer WHEN NEW.state = 'erased' AND (NEW.deleted_at = 0 OR NEW.name || NEW.preferred_name || NEW.address || NEW.birthday <> '')
BEGIN SELECT RAISE(ABORT, 'erased_has_no_name'); END;
CREATE TRIGGER customer_erased_update BEFORE UPDATE OF name, preferred_name, address, birthday, state, deleted_at ON customer WHEN NEW.state = 'erased' AND (NEW.deleted_at = 0 OR NEW.name || NEW.preferred_name || NEW.address || NEW.birthday <> '')
BEGIN SELECT RAISE(ABORT, 'erased_has_no_name'); END;
