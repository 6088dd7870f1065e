-- What people say about the shop, what a referral earns and whether it was given, milestones, and what adverts cost.

-- What somebody said, word for word. customer_id is NULL where they are not in the book; said_by is then the name it is signed with,
-- or nothing. staff_id is whom it names, text_key what it is found by.
CREATE TABLE praise (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER REFERENCES customer (id),
  said_by     TEXT    NOT NULL DEFAULT '',
  staff_id    INTEGER REFERENCES staff (id),
  text        TEXT    NOT NULL CHECK (trim(text) <> ''),
  text_key    TEXT    NOT NULL DEFAULT '',
  channel     TEXT    NOT NULL CHECK (channel IN ('in_person', 'letter', 'review', 'other')),
  rating      INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
  may_quote   INTEGER NOT NULL DEFAULT 0 CHECK (may_quote IN (0, 1)),
  link        TEXT    NOT NULL DEFAULT '',
  on_day      TEXT    NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  replied_on  TEXT    NOT NULL DEFAULT '' CHECK (replied_on = '' OR replied_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at  INTEGER NOT NULL,
  deleted_at  INTEGER NOT NULL DEFAULT 0,
  CHECK (customer_id IS NULL OR said_by = '')
) STRICT;
CREATE INDEX praise_customer ON praise (customer_id, on_day, id) WHERE customer_id IS NOT NULL;
CREATE INDEX praise_day ON praise (on_day, id) WHERE deleted_at = 0;
CREATE INDEX praise_staff ON praise (staff_id, on_day, id) WHERE staff_id IS NOT NULL AND deleted_at = 0;
CREATE INDEX praise_unanswered ON praise (on_day, id) WHERE channel = 'review' AND replied_on = '' AND deleted_at = 0;
CREATE INDEX praise_bin ON praise (deleted_at) WHERE deleted_at <> 0;

-- How often a customer has praised the shop, and how often for all to read: kept by triggers, as the sums of 0001 are.
ALTER TABLE customer ADD COLUMN praise_n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN review_n INTEGER NOT NULL DEFAULT 0;
-- How they like to be reached ('' they did not say), and the day they were asked to recommend the shop ('' never).
ALTER TABLE customer ADD COLUMN reach_by TEXT NOT NULL DEFAULT '' CHECK (reach_by IN ('', 'post', 'phone', 'email', 'person'));
ALTER TABLE customer ADD COLUMN invited_on TEXT NOT NULL DEFAULT '' CHECK (invited_on = '' OR invited_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
CREATE TRIGGER praise_sums_insert AFTER INSERT ON praise WHEN NEW.customer_id IS NOT NULL BEGIN
  UPDATE customer SET (praise_n, review_n) = (SELECT count(*), count(*) FILTER (WHERE p.channel = 'review') FROM praise p WHERE p.customer_id = customer.id AND p.deleted_at = 0)
   WHERE id = NEW.customer_id;
END;
CREATE TRIGGER praise_sums_update AFTER UPDATE OF customer_id, channel, deleted_at ON praise BEGIN
  UPDATE customer SET (praise_n, review_n) = (SELECT count(*), count(*) FILTER (WHERE p.channel = 'review') FROM praise p WHERE p.customer_id = customer.id AND p.deleted_at = 0)
   WHERE id IN (OLD.customer_id, NEW.customer_id);
END;
CREATE TRIGGER praise_sums_delete AFTER DELETE ON praise WHEN OLD.customer_id IS NOT NULL BEGIN
  UPDATE customer SET (praise_n, review_n) = (SELECT count(*), count(*) FILTER (WHERE p.channel = 'review') FROM praise p WHERE p.customer_id = customer.id AND p.deleted_at = 0)
   WHERE id = OLD.customer_id;
END;

-- A public review makes an advocate too: what lists and counts them follows.
DROP INDEX customer_advocate;
CREATE INDEX customer_advocate ON customer (name_key, id) WHERE deleted_at = 0 AND state = 'active' AND (brought_n > 0 OR review_n > 0);
DROP INDEX customer_facts;
CREATE INDEX customer_facts ON customer (name_key, id, visit_day_n, brought_n, asked_n, praise_n, review_n, last_day_no, loyal_day_no, gap_twice, source_id,
  no_post, no_phone, no_email, last_at, spent) WHERE deleted_at = 0 AND state = 'active';
DROP TRIGGER customer_count_insert;
DROP TRIGGER customer_count_update;
DROP TRIGGER customer_count_delete;
CREATE TRIGGER customer_count_insert AFTER INSERT ON customer WHEN NEW.deleted_at = 0 AND NEW.state = 'active' BEGIN
  UPDATE customer_count SET n = n + 1 WHERE regular = (NEW.visit_day_n >= 2) AND advocate = (NEW.brought_n > 0 OR NEW.review_n > 0);
END;
CREATE TRIGGER customer_count_update AFTER UPDATE OF deleted_at, state, visit_day_n, brought_n, review_n ON customer
WHEN (OLD.deleted_at = 0, OLD.state, OLD.visit_day_n >= 2, OLD.brought_n > 0 OR OLD.review_n > 0)
 IS NOT (NEW.deleted_at = 0, NEW.state, NEW.visit_day_n >= 2, NEW.brought_n > 0 OR NEW.review_n > 0) BEGIN
  UPDATE customer_count SET n = n - 1
   WHERE OLD.deleted_at = 0 AND OLD.state = 'active' AND regular = (OLD.visit_day_n >= 2) AND advocate = (OLD.brought_n > 0 OR OLD.review_n > 0);
  UPDATE customer_count SET n = n + 1
   WHERE NEW.deleted_at = 0 AND NEW.state = 'active' AND regular = (NEW.visit_day_n >= 2) AND advocate = (NEW.brought_n > 0 OR NEW.review_n > 0);
END;
CREATE TRIGGER customer_count_delete AFTER DELETE ON customer WHEN OLD.deleted_at = 0 AND OLD.state = 'active' BEGIN
  UPDATE customer_count SET n = n - 1 WHERE regular = (OLD.visit_day_n >= 2) AND advocate = (OLD.brought_n > 0 OR OLD.review_n > 0);
END;

-- What a referral earns beside the thank-you ('' nothing), what that is in the owner's words and what one costs the shop; and which
-- milestones are thanked for: every so many visit days, every so many years, birthdays. 0 is off.
ALTER TABLE shop ADD COLUMN referral_earns TEXT NOT NULL DEFAULT '' CHECK (referral_earns IN ('', 'card', 'gift', 'money_off'));
ALTER TABLE shop ADD COLUMN referral_reward TEXT NOT NULL DEFAULT '';
ALTER TABLE shop ADD COLUMN referral_cost INTEGER NOT NULL DEFAULT 0 CHECK (referral_cost >= 0);
ALTER TABLE shop ADD COLUMN milestone_visits INTEGER NOT NULL DEFAULT 0 CHECK (milestone_visits BETWEEN 0 AND 1000);
ALTER TABLE shop ADD COLUMN milestone_years INTEGER NOT NULL DEFAULT 0 CHECK (milestone_years BETWEEN 0 AND 50);
ALTER TABLE shop ADD COLUMN milestone_birthday INTEGER NOT NULL DEFAULT 0 CHECK (milestone_birthday IN (0, 1));

-- The kind of a reward, the day it was given ('' not yet: it is tracked until then even where the thank-you was said), and the sort
-- of a milestone, whose cause_id is how many visits, how many years, or which year.
ALTER TABLE thank_you ADD COLUMN reward_kind TEXT NOT NULL DEFAULT '' CHECK (reward_kind IN ('', 'card', 'gift', 'money_off'));
ALTER TABLE thank_you ADD COLUMN given_on TEXT NOT NULL DEFAULT '' CHECK (given_on = '' OR given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE thank_you ADD COLUMN milestone TEXT NOT NULL DEFAULT '' CHECK (milestone IN ('', 'visits', 'years', 'birthday') AND (milestone = '' OR cause = 'milestone'));
-- Rewards noted so far are tracked as well; what was said was given.
UPDATE thank_you SET reward_kind = 'gift', given_on = iif(state = 'thanked', date(thanked_at, 'unixepoch'), '') WHERE reward <> '' OR cost > 0;
DROP INDEX thank_you_cause;
-- Invariant 5: one thank-you that is not waived, for each person and cause.
CREATE UNIQUE INDEX thank_you_cause ON thank_you
  (ifnull(customer_id, 0), ifnull(specialist_id, 0), cause, cause_id, milestone, iif(cause = 'other', talking_point, '')) WHERE state <> 'waived';
CREATE INDEX thank_you_not_given ON thank_you (since, id) WHERE reward_kind <> '' AND given_on = '' AND state <> 'waived';

-- What adverts cost, by source and month.
CREATE TABLE advert_spend (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id),
  month     TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  amount    INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE UNIQUE INDEX advert_spend_month ON advert_spend (source_id, month);

-- The activity log and the bin tell of praise as well, the log of adverts: SQLite changes a CHECK only with the whole table.
DROP TRIGGER activity_forgets;
CREATE TABLE activity_new (
  id          INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL CHECK (at > 0),
  event       TEXT    NOT NULL CHECK (event IN ('added', 'changed', 'taken_out', 'put_back', 'removed', 'erased')),
  via         TEXT    NOT NULL DEFAULT '' CHECK (via IN ('', 'undo', 'redo')),
  thing       TEXT    NOT NULL CHECK (thing IN ('shop', 'staff', 'source', 'customer', 'specialist', 'item', 'visit', 'want',
                        'referral_in', 'referral_out', 'praise', 'thank_you', 'follow_up', 'import', 'advert_spend')),
  thing_id    INTEGER NOT NULL,
  customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
  label       TEXT    NOT NULL DEFAULT '',
  fields      TEXT    NOT NULL DEFAULT '' CHECK (fields = '' OR json_valid(fields)),
  along       TEXT    NOT NULL DEFAULT '' CHECK (along = '' OR json_valid(along))
) STRICT;
INSERT INTO activity_new SELECT id, at, event, via, thing, thing_id, customer_id, label, fields, along FROM activity;
DROP TABLE activity;
ALTER TABLE activity_new RENAME TO activity;
CREATE INDEX activity_customer ON activity (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX activity_thing ON activity (thing, id);
CREATE INDEX activity_bin ON activity (thing, thing_id, id) WHERE event = 'taken_out';
CREATE TRIGGER activity_forgets BEFORE DELETE ON customer BEGIN
  UPDATE activity SET label = '', fields = '', along = '' WHERE customer_id = OLD.id;
END;

CREATE TABLE emptied_new (
  thing    TEXT    NOT NULL CHECK (thing IN ('source', 'specialist', 'referral_in', 'praise')),
  thing_id INTEGER NOT NULL,
  PRIMARY KEY (thing, thing_id)
) STRICT, WITHOUT ROWID;
INSERT INTO emptied_new SELECT thing, thing_id FROM emptied;
DROP TABLE emptied;
ALTER TABLE emptied_new RENAME TO emptied;
