-- The service log in full: things that are the same, who asked and what it was worth, orders and calls about what came in,
-- promises that were not kept, and what is put off on Today.

-- A thing that is another one by another name. Its own name still finds the other; what was asked for by that name is told from
-- the rest by named_item_id, so that the two can be parted again.
ALTER TABLE item ADD COLUMN merged_into INTEGER REFERENCES item (id) ON DELETE SET NULL CHECK (merged_into <> id);
ALTER TABLE request ADD COLUMN named_item_id INTEGER REFERENCES item (id) ON DELETE SET NULL CHECK (named_item_id <> item_id);
ALTER TABLE alternative ADD COLUMN named_item_id INTEGER REFERENCES item (id) ON DELETE SET NULL CHECK (named_item_id <> item_id);
ALTER TABLE want ADD COLUMN named_item_id INTEGER REFERENCES item (id) ON DELETE SET NULL CHECK (named_item_id <> item_id);
CREATE INDEX item_merged ON item (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX request_named ON request (named_item_id) WHERE named_item_id IS NOT NULL;
CREATE INDEX alternative_named ON alternative (named_item_id) WHERE named_item_id IS NOT NULL;
CREATE INDEX want_named ON want (named_item_id) WHERE named_item_id IS NOT NULL;
-- Only a thing of its own takes in another, so there is no circle; and nothing is asked for, offered or waited for as a thing
-- that is another one.
CREATE TRIGGER item_is_another BEFORE UPDATE OF merged_into ON item
WHEN NEW.merged_into IS NOT NULL AND NEW.merged_into IS NOT OLD.merged_into AND NOT EXISTS (SELECT 1 FROM undoing)
 AND (EXISTS (SELECT 1 FROM item i WHERE i.id = NEW.merged_into AND i.merged_into IS NOT NULL)
   OR EXISTS (SELECT 1 FROM request r WHERE r.item_id = NEW.id) OR EXISTS (SELECT 1 FROM alternative a WHERE a.item_id = NEW.id)
   OR EXISTS (SELECT 1 FROM want w WHERE w.item_id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'item_is_another'); END;
CREATE TRIGGER request_of_a_thing_of_its_own BEFORE UPDATE OF item_id ON request
WHEN NEW.item_id <> OLD.item_id AND EXISTS (SELECT 1 FROM item WHERE id = NEW.item_id AND merged_into IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'item_is_another'); END;
CREATE TRIGGER request_begins_with_a_thing_of_its_own BEFORE INSERT ON request
WHEN EXISTS (SELECT 1 FROM item WHERE id = NEW.item_id AND merged_into IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'item_is_another'); END;

-- worth is what the shop would have taken for it; 0 where nobody said. asker and cancelled are copies from the visit, as those from
-- day on are: who came, and whether it was cancelled.
ALTER TABLE request ADD COLUMN worth INTEGER NOT NULL DEFAULT 0 CHECK (worth >= 0);
ALTER TABLE request ADD COLUMN asker INTEGER;
ALTER TABLE request ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1));
UPDATE request SET (asker, cancelled) = (v.customer_id, v.state = 'cancelled') FROM visit v
 WHERE v.id = request.visit_id AND (v.customer_id IS NOT NULL OR v.state = 'cancelled');
DROP TRIGGER request_of_its_visit;
DROP TRIGGER request_of_another_visit;
DROP TRIGGER visit_of_its_requests;
CREATE TRIGGER request_of_its_visit AFTER INSERT ON request BEGIN
  UPDATE request SET (day, at, served_by, asker, cancelled) =
    (SELECT iif(deleted_at = 0, day, ''), at, served_by, customer_id, state = 'cancelled' FROM visit WHERE id = NEW.visit_id) WHERE id = NEW.id;
END;
CREATE TRIGGER request_of_another_visit AFTER UPDATE OF visit_id ON request WHEN OLD.visit_id <> NEW.visit_id BEGIN
  UPDATE request SET (day, at, served_by, asker, cancelled) =
    (SELECT iif(deleted_at = 0, day, ''), at, served_by, customer_id, state = 'cancelled' FROM visit WHERE id = NEW.visit_id) WHERE id = NEW.id;
END;
CREATE TRIGGER visit_of_its_requests AFTER UPDATE OF at, day, served_by, customer_id, state, deleted_at ON visit
WHEN (OLD.at, OLD.day, OLD.served_by, OLD.customer_id, OLD.state = 'cancelled', OLD.deleted_at = 0)
 IS NOT (NEW.at, NEW.day, NEW.served_by, NEW.customer_id, NEW.state = 'cancelled', NEW.deleted_at = 0) BEGIN
  UPDATE request SET day = iif(NEW.deleted_at = 0, NEW.day, ''), at = NEW.at, served_by = NEW.served_by, asker = NEW.customer_id,
    cancelled = NEW.state = 'cancelled' WHERE visit_id = NEW.id;
END;
-- All that is asked about what was not there: of one thing, and of all of them since a day.
CREATE INDEX request_missing_of ON request (item_id, day, at, id, asker, visit_id, worth, state) WHERE day <> '' AND reason <> '' AND cancelled = 0;
CREATE INDEX request_missing ON request (day, item_id, asker, visit_id, worth, state, id) WHERE day <> '' AND reason <> '' AND cancelled = 0;

-- Who ordered it, and when.
ALTER TABLE want ADD COLUMN ordered_by INTEGER REFERENCES staff (id);
ALTER TABLE want ADD COLUMN ordered_on TEXT NOT NULL DEFAULT '' CHECK (ordered_on = '' AND ordered_by IS NULL OR ordered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
-- The day from which the thing they wait for is here: they are to be told.
ALTER TABLE follow_up ADD COLUMN came_in TEXT NOT NULL DEFAULT '' CHECK (came_in = '' OR came_in GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
-- What came of each call about a thing that came in.
CREATE TABLE call (
  id           INTEGER PRIMARY KEY,
  want_id      INTEGER REFERENCES want (id) ON DELETE CASCADE,
  follow_up_id INTEGER REFERENCES follow_up (id) ON DELETE CASCADE,
  at           INTEGER NOT NULL CHECK (at > 0),
  outcome      TEXT    NOT NULL CHECK (outcome IN ('reached', 'left_message', 'not_wanted', 'collected')),
  CHECK ((want_id IS NULL) <> (follow_up_id IS NULL))
) STRICT;
CREATE INDEX call_want ON call (want_id, at) WHERE want_id IS NOT NULL;
CREATE INDEX call_follow_up ON call (follow_up_id, at) WHERE follow_up_id IS NOT NULL;

-- The day they agreed that their number is passed on.
ALTER TABLE referral_out ADD COLUMN consent_on TEXT NOT NULL DEFAULT '' CHECK (consent_on = '' OR consent = 1 AND consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

-- What was done about a promise that was not kept, or for somebody who left unhappy.
ALTER TABLE visit ADD COLUMN made_good TEXT NOT NULL DEFAULT '';
CREATE INDEX visit_promised ON visit (promised_for, ready_at, customer_id) WHERE promised_for > 0 AND deleted_at = 0;
CREATE INDEX visit_promised_open ON visit (promised_for) WHERE promised_for > 0 AND ready_at = 0 AND deleted_at = 0 AND state <> 'cancelled';
CREATE INDEX visit_unhappy ON visit (at, customer_id) WHERE how_left = 'unhappy' AND deleted_at = 0;
CREATE INDEX customer_birthday ON customer (substr(birthday, -5), id) WHERE deleted_at = 0 AND state = 'active' AND birthday <> '';

-- What is put off on Today and has no day of its own to move: a line, whom or what it is about, and until when.
CREATE TABLE snooze (
  id           INTEGER PRIMARY KEY,
  line         TEXT    NOT NULL CHECK (line IN ('not_seen', 'birthday', 'no_extra', 'promise', 'unhappy', 'turned_away', 'overdue', 'thank')),
  customer_id  INTEGER REFERENCES customer (id) ON DELETE CASCADE,
  visit_id     INTEGER REFERENCES visit (id) ON DELETE CASCADE,
  want_id      INTEGER REFERENCES want (id) ON DELETE CASCADE,
  thank_you_id INTEGER REFERENCES thank_you (id) ON DELETE CASCADE,
  until        TEXT    NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK ((customer_id IS NOT NULL) = (line IN ('not_seen', 'birthday', 'no_extra'))),
  CHECK ((visit_id IS NOT NULL) = (line IN ('promise', 'unhappy', 'turned_away'))),
  CHECK ((want_id IS NOT NULL) = (line = 'overdue')),
  CHECK ((thank_you_id IS NOT NULL) = (line = 'thank'))
) STRICT;
CREATE UNIQUE INDEX snooze_customer ON snooze (customer_id, line) WHERE customer_id IS NOT NULL;
CREATE UNIQUE INDEX snooze_visit ON snooze (visit_id, line) WHERE visit_id IS NOT NULL;
CREATE UNIQUE INDEX snooze_want ON snooze (want_id, line) WHERE want_id IS NOT NULL;
CREATE UNIQUE INDEX snooze_thank_you ON snooze (thank_you_id, line) WHERE thank_you_id IS NOT NULL;
