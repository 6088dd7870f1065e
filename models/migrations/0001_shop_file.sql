-- The shop file, first edition. Times are UTC seconds (0 is never), days are the shop's local 'YYYY-MM-DD' ('' is none),
-- money is whole minor units of the shop's one currency. Rows are hidden by deleted_at, never removed by the owner's click.

CREATE TABLE shop (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  uid           TEXT    NOT NULL CHECK (length(uid) = 32),
  name          TEXT    NOT NULL DEFAULT '',
  address       TEXT    NOT NULL DEFAULT '',
  phone         TEXT    NOT NULL DEFAULT '',
  email         TEXT    NOT NULL DEFAULT '',
  currency      TEXT    NOT NULL DEFAULT 'GBP',
  symbol        TEXT    NOT NULL DEFAULT '£',
  decimals      INTEGER NOT NULL DEFAULT 2 CHECK (decimals BETWEEN 0 AND 3),
  paper         TEXT    NOT NULL DEFAULT 'A4' CHECK (paper IN ('A4', 'Letter')),
  loyal_days    INTEGER NOT NULL DEFAULT 5 CHECK (loyal_days BETWEEN 1 AND 365),
  usual_gap     INTEGER NOT NULL DEFAULT 60 CHECK (usual_gap BETWEEN 1 AND 3650),
  thank_channel TEXT    NOT NULL DEFAULT 'card' CHECK (thank_channel IN ('card', 'letter', 'call', 'visit', 'email', 'gift')),
  created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
  id          INTEGER PRIMARY KEY,
  name        TEXT    NOT NULL CHECK (trim(name) <> ''),
  active_from TEXT    NOT NULL DEFAULT '',
  active_to   TEXT    NOT NULL DEFAULT '',
  created_at  INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX staff_name ON staff (name) WHERE active_to = '';

CREATE TABLE source (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL CHECK (trim(name) <> ''),
  kind       TEXT    NOT NULL CHECK (kind IN ('word_of_mouth', 'bought', 'other')),
  deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX source_name ON source (name) WHERE deleted_at = 0;

-- The columns from visit_n on are sums kept by the triggers below; models.Recount makes them anew and a test holds both equal.
CREATE TABLE customer (
  id             INTEGER PRIMARY KEY,
  name           TEXT    NOT NULL DEFAULT '',
  name_key       TEXT    NOT NULL DEFAULT '',
  preferred_name TEXT    NOT NULL DEFAULT '',
  address        TEXT    NOT NULL DEFAULT '',
  birthday       TEXT    NOT NULL DEFAULT '',
  source_id      INTEGER REFERENCES source (id),
  no_post        INTEGER NOT NULL DEFAULT 0 CHECK (no_post IN (0, 1)),
  no_phone       INTEGER NOT NULL DEFAULT 0 CHECK (no_phone IN (0, 1)),
  no_email       INTEGER NOT NULL DEFAULT 0 CHECK (no_email IN (0, 1)),
  state          TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'archived', 'merged', 'erased')),
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  deleted_at     INTEGER NOT NULL DEFAULT 0,
  visit_n        INTEGER NOT NULL DEFAULT 0,
  visit_day_n    INTEGER NOT NULL DEFAULT 0,
  first_at       INTEGER NOT NULL DEFAULT 0,
  last_at        INTEGER NOT NULL DEFAULT 0,
  spent          INTEGER NOT NULL DEFAULT 0,
  asked_n        INTEGER NOT NULL DEFAULT 0,
  brought_n      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX customer_name ON customer (name_key, id) WHERE deleted_at = 0 AND state = 'active';
CREATE INDEX customer_repeat ON customer (name_key, id, visit_day_n) WHERE deleted_at = 0 AND state = 'active' AND visit_day_n >= 2;
CREATE INDEX customer_advocate ON customer (name_key, id) WHERE deleted_at = 0 AND state = 'active' AND brought_n > 0;
CREATE INDEX customer_brought ON customer (brought_n DESC, name_key) WHERE deleted_at = 0 AND state = 'active' AND brought_n > 0;
CREATE INDEX customer_created ON customer (created_at, source_id) WHERE deleted_at = 0 AND state = 'active';

CREATE TABLE contact (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  kind        TEXT    NOT NULL CHECK (kind IN ('phone', 'email')),
  label       TEXT    NOT NULL DEFAULT '',
  value       TEXT    NOT NULL CHECK (trim(value) <> ''),
  position    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contact_customer ON contact (customer_id, kind, position);

CREATE TABLE remember (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  text        TEXT    NOT NULL CHECK (trim(text) <> ''),
  noted_on    TEXT    NOT NULL,
  still_on    TEXT    NOT NULL DEFAULT '',
  position    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX remember_customer ON remember (customer_id, position);

CREATE TABLE specialist (
  id             INTEGER PRIMARY KEY,
  name           TEXT    NOT NULL CHECK (trim(name) <> ''),
  name_key       TEXT    NOT NULL DEFAULT '',
  trades         TEXT    NOT NULL DEFAULT '',
  phone          TEXT    NOT NULL DEFAULT '',
  email          TEXT    NOT NULL DEFAULT '',
  address        TEXT    NOT NULL DEFAULT '',
  note           TEXT    NOT NULL DEFAULT '',
  last_confirmed TEXT    NOT NULL DEFAULT '',
  do_not_use     INTEGER NOT NULL DEFAULT 0 CHECK (do_not_use IN (0, 1)),
  state          TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
  created_at     INTEGER NOT NULL,
  deleted_at     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE item (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL CHECK (trim(name) <> ''),
  name_key   TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX item_name ON item (name_key) WHERE deleted_at = 0;

CREATE TABLE visit (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER REFERENCES customer (id),
  at           INTEGER NOT NULL CHECK (at > 0),
  day          TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  channel      TEXT    NOT NULL DEFAULT 'in_person' CHECK (channel IN ('in_person', 'phone', 'message')),
  served_by    INTEGER REFERENCES staff (id),
  asked_for    INTEGER REFERENCES staff (id),
  amount       INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
  promised_for INTEGER NOT NULL DEFAULT 0,
  ready_at     INTEGER NOT NULL DEFAULT 0,
  extra        TEXT    NOT NULL DEFAULT '',
  how_left     TEXT    NOT NULL DEFAULT '' CHECK (how_left IN ('', 'delighted', 'content', 'unhappy')),
  note         TEXT    NOT NULL DEFAULT '',
  state        TEXT    NOT NULL DEFAULT 'completed' CHECK (state IN ('open', 'completed', 'cancelled')),
  created_at   INTEGER NOT NULL,
  deleted_at   INTEGER NOT NULL DEFAULT 0
) STRICT;
-- Holds all that a customer's sums and rung are made of.
CREATE INDEX visit_customer ON visit (customer_id, at, day, state, deleted_at, amount, asked_for);
CREATE INDEX visit_at ON visit (at) WHERE deleted_at = 0;
CREATE INDEX visit_day ON visit (day) WHERE deleted_at = 0 AND state = 'completed';
CREATE INDEX visit_deleted ON visit (id) WHERE deleted_at <> 0;

-- The columns from day on are copies from the visit, kept by the triggers below, so that the log is found and sorted by one index;
-- day is '' where the visit was deleted.
CREATE TABLE request (
  id               INTEGER PRIMARY KEY,
  visit_id         INTEGER NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  position         INTEGER NOT NULL DEFAULT 0,
  item_id          INTEGER NOT NULL REFERENCES item (id),
  quantity         INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
  their_words      TEXT    NOT NULL DEFAULT '',
  understood       TEXT    NOT NULL DEFAULT '',
  agreed           INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)),
  reason           TEXT    NOT NULL DEFAULT '' CHECK (reason IN ('', 'out_of_stock', 'not_carried', 'discontinued', 'not_our_trade', 'no_capacity', 'price')),
  nothing_suitable INTEGER NOT NULL DEFAULT 0 CHECK (nothing_suitable IN (0, 1)),
  lost_reason      TEXT    NOT NULL DEFAULT '' CHECK (lost_reason IN ('', 'nothing_suitable', 'declined')),
  state            TEXT    NOT NULL CHECK (state IN ('received', 'fulfilled', 'unavailable', 'substituted', 'ordered_in', 'referred_out', 'deferred', 'lost')),
  day              TEXT    NOT NULL DEFAULT '',
  at               INTEGER NOT NULL DEFAULT 0,
  served_by        INTEGER,
  CHECK ((reason = '') = (state IN ('received', 'fulfilled'))),
  CHECK ((lost_reason = '') = (state <> 'lost'))
) STRICT;
CREATE INDEX request_visit ON request (visit_id, position);
CREATE INDEX request_item ON request (item_id, day, at, id, state, served_by);
CREATE INDEX request_log ON request (day, at, id, state, served_by, item_id) WHERE day <> '';
CREATE INDEX request_staff ON request (served_by, day, at, id, state, item_id) WHERE day <> '';
CREATE INDEX request_unmet ON request (state, day, at, id, item_id, visit_id) WHERE day <> '' AND state NOT IN ('received', 'fulfilled');
CREATE INDEX request_unmet_staff ON request (served_by, state, day, at, id, item_id) WHERE day <> '' AND state NOT IN ('received', 'fulfilled');

CREATE TRIGGER request_of_its_visit AFTER INSERT ON request BEGIN
  UPDATE request SET (day, at, served_by) = (SELECT iif(deleted_at = 0, day, ''), at, served_by FROM visit WHERE id = NEW.visit_id) WHERE id = NEW.id;
END;
CREATE TRIGGER request_of_another_visit AFTER UPDATE OF visit_id ON request WHEN OLD.visit_id <> NEW.visit_id BEGIN
  UPDATE request SET (day, at, served_by) = (SELECT iif(deleted_at = 0, day, ''), at, served_by FROM visit WHERE id = NEW.visit_id) WHERE id = NEW.id;
END;
CREATE TRIGGER visit_of_its_requests AFTER UPDATE OF at, day, served_by, deleted_at ON visit
WHEN (OLD.at, OLD.day, OLD.served_by, OLD.deleted_at = 0) IS NOT (NEW.at, NEW.day, NEW.served_by, NEW.deleted_at = 0) BEGIN
  UPDATE request SET day = iif(NEW.deleted_at = 0, NEW.day, ''), at = NEW.at, served_by = NEW.served_by WHERE visit_id = NEW.id;
END;

CREATE TABLE alternative (
  id             INTEGER PRIMARY KEY,
  request_id     INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  position       INTEGER NOT NULL DEFAULT 0,
  kind           TEXT    NOT NULL CHECK (kind IN ('item', 'order_in', 'specialist', 'later', 'other')),
  item_id        INTEGER REFERENCES item (id),
  specialist_id  INTEGER REFERENCES specialist (id),
  description    TEXT    NOT NULL DEFAULT '',
  due_on         TEXT    NOT NULL DEFAULT '',
  price          INTEGER NOT NULL DEFAULT 0 CHECK (price >= 0),
  offered_by     INTEGER REFERENCES staff (id),
  decline_reason TEXT    NOT NULL DEFAULT '',
  state          TEXT    NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'accepted', 'declined', 'thinking', 'withdrawn')),
  CHECK (kind <> 'item' OR item_id IS NOT NULL),
  CHECK (kind <> 'specialist' OR specialist_id IS NOT NULL)
) STRICT;
CREATE INDEX alternative_request ON alternative (request_id, position);
CREATE INDEX alternative_item ON alternative (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX alternative_specialist ON alternative (specialist_id) WHERE specialist_id IS NOT NULL;
-- Invariant 3: at most one accepted.
CREATE UNIQUE INDEX alternative_accepted ON alternative (request_id) WHERE state = 'accepted';

-- Holds its one row only inside the transaction of an Undo, which puts rows back in an order these rules would refuse.
CREATE TABLE undoing (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;

-- Invariants 3 and 4: nothing closes an unavailable request unless what was accepted says so, or something was
-- offered and not accepted, or "nothing suitable" was said; and what was answered stays so until it is opened again.
CREATE TRIGGER request_closes_with_an_answer BEFORE UPDATE OF state ON request
WHEN NEW.state IN ('substituted', 'ordered_in', 'referred_out', 'deferred')
 AND NOT EXISTS (SELECT 1 FROM alternative a WHERE a.request_id = NEW.id AND a.state = 'accepted' AND NEW.state =
   CASE a.kind WHEN 'order_in' THEN 'ordered_in' WHEN 'specialist' THEN 'referred_out' WHEN 'later' THEN 'deferred' ELSE 'substituted' END)
 AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'request_needs_accepted'); END;
CREATE TRIGGER request_lost_needs_an_offer BEFORE UPDATE OF state, nothing_suitable ON request
WHEN NEW.state = 'lost'
 AND (EXISTS (SELECT 1 FROM alternative a WHERE a.request_id = NEW.id AND a.state = 'accepted')
   OR (NEW.nothing_suitable = 0 AND NOT EXISTS (SELECT 1 FROM alternative a WHERE a.request_id = NEW.id)))
 AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'request_needs_offer'); END;
CREATE TRIGGER request_starts_open BEFORE INSERT ON request
WHEN (NEW.state IN ('substituted', 'ordered_in', 'referred_out', 'deferred') OR (NEW.state = 'lost' AND NEW.nothing_suitable = 0))
 AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'request_starts_open'); END;
CREATE TRIGGER alternative_of_an_open_request BEFORE INSERT ON alternative
WHEN EXISTS (SELECT 1 FROM request r WHERE r.id = NEW.request_id AND r.state <> 'unavailable') AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'request_is_closed'); END;
CREATE TRIGGER alternative_answered_while_open BEFORE UPDATE OF request_id, kind, state ON alternative
WHEN (OLD.request_id, OLD.kind, OLD.state) IS NOT (NEW.request_id, NEW.kind, NEW.state)
 AND EXISTS (SELECT 1 FROM request r WHERE r.id IN (OLD.request_id, NEW.request_id) AND r.state <> 'unavailable')
 AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'request_is_closed'); END;
CREATE TRIGGER alternative_taken_away_while_open BEFORE DELETE ON alternative
WHEN EXISTS (SELECT 1 FROM request r WHERE r.id = OLD.request_id AND r.state NOT IN ('received', 'fulfilled', 'unavailable'))
 AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'request_is_closed'); END;

CREATE TABLE want (
  id             INTEGER PRIMARY KEY,
  customer_id    INTEGER REFERENCES customer (id),
  item_id        INTEGER NOT NULL REFERENCES item (id),
  request_id     INTEGER REFERENCES request (id) ON DELETE SET NULL,
  alternative_id INTEGER REFERENCES alternative (id) ON DELETE SET NULL,
  due_on         TEXT    NOT NULL DEFAULT '',
  state          TEXT    NOT NULL CHECK (state IN ('requested', 'ordered', 'ready', 'notified', 'collected', 'cancelled')),
  created_at     INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX want_customer ON want (customer_id);
CREATE INDEX want_state ON want (state, due_on);
CREATE INDEX want_item ON want (item_id);
CREATE INDEX want_request ON want (request_id);
CREATE INDEX want_made ON want (alternative_id);
CREATE UNIQUE INDEX want_alternative ON want (alternative_id) WHERE state <> 'cancelled';

CREATE TABLE referral_in (
  id                     INTEGER PRIMARY KEY,
  referrer_customer_id   INTEGER REFERENCES customer (id),
  referrer_specialist_id INTEGER REFERENCES specialist (id),
  referee_id             INTEGER NOT NULL REFERENCES customer (id),
  on_day                 TEXT    NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  staff_id               INTEGER REFERENCES staff (id),
  note                   TEXT    NOT NULL DEFAULT '',
  from_before            INTEGER NOT NULL DEFAULT 0 CHECK (from_before IN (0, 1)),
  state                  TEXT    NOT NULL CHECK (state IN ('pending', 'qualified', 'approved', 'denied')),
  denied_reason          TEXT    NOT NULL DEFAULT '',
  approved_at            INTEGER NOT NULL DEFAULT 0,
  created_at             INTEGER NOT NULL,
  deleted_at             INTEGER NOT NULL DEFAULT 0,
  CHECK ((referrer_customer_id IS NULL) <> (referrer_specialist_id IS NULL)),
  CHECK (referrer_customer_id IS NULL OR referrer_customer_id <> referee_id),
  CHECK ((state = 'approved') = (approved_at > 0)),
  CHECK (state <> 'denied' OR denied_reason <> '')
) STRICT;
-- Invariant 1: one referrer that is not denied ...
CREATE UNIQUE INDEX referral_in_referee ON referral_in (referee_id) WHERE state <> 'denied' AND deleted_at = 0;
CREATE INDEX referral_in_sent ON referral_in (referee_id);
CREATE INDEX referral_in_referrer ON referral_in (referrer_customer_id, on_day, state, deleted_at);
CREATE INDEX referral_in_specialist ON referral_in (referrer_specialist_id, state, deleted_at) WHERE referrer_specialist_id IS NOT NULL;
CREATE INDEX referral_in_day ON referral_in (on_day, id, state) WHERE deleted_at = 0;
CREATE INDEX referral_in_waiting ON referral_in (on_day, id) WHERE deleted_at = 0 AND state IN ('pending', 'qualified');

-- ... and no circle, however long. UNION on the id alone so that the walk ends even on a damaged file.
CREATE TRIGGER referral_in_circle_insert BEFORE INSERT ON referral_in
WHEN NEW.referrer_customer_id IS NOT NULL AND NEW.state <> 'denied' AND NEW.deleted_at = 0
BEGIN
  SELECT RAISE(ABORT, 'referral_circle') WHERE EXISTS (
    WITH RECURSIVE up (id) AS (
      SELECT NEW.referrer_customer_id
      UNION
      SELECT r.referrer_customer_id FROM up JOIN referral_in r
          ON r.referee_id = up.id AND r.state <> 'denied' AND r.deleted_at = 0 AND r.referrer_customer_id IS NOT NULL)
    SELECT 1 FROM up WHERE id = NEW.referee_id);
END;
CREATE TRIGGER referral_in_circle_update BEFORE UPDATE OF referrer_customer_id, referee_id, state, deleted_at ON referral_in
WHEN NEW.referrer_customer_id IS NOT NULL AND NEW.state <> 'denied' AND NEW.deleted_at = 0
BEGIN
  SELECT RAISE(ABORT, 'referral_circle') WHERE EXISTS (
    WITH RECURSIVE up (id) AS (
      SELECT NEW.referrer_customer_id
      UNION
      SELECT r.referrer_customer_id FROM up JOIN referral_in r
          ON r.referee_id = up.id AND r.id <> NEW.id AND r.state <> 'denied' AND r.deleted_at = 0 AND r.referrer_customer_id IS NOT NULL)
    SELECT 1 FROM up WHERE id = NEW.referee_id);
END;

-- Invariant 2: only a first completed visit approves.
CREATE TRIGGER referral_in_earned_insert BEFORE INSERT ON referral_in
WHEN NEW.state = 'approved' AND NEW.from_before = 0
 AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = NEW.referee_id AND v.state = 'completed' AND v.deleted_at = 0)
 AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'referral_not_earned'); END;
CREATE TRIGGER referral_in_earned_update BEFORE UPDATE OF state, referee_id, from_before ON referral_in
WHEN NEW.state = 'approved' AND NEW.from_before = 0
 AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = NEW.referee_id AND v.state = 'completed' AND v.deleted_at = 0)
 AND NOT EXISTS (SELECT 1 FROM undoing)
BEGIN SELECT RAISE(ABORT, 'referral_not_earned'); END;

CREATE TABLE referral_out (
  id             INTEGER PRIMARY KEY,
  customer_id    INTEGER REFERENCES customer (id),
  specialist_id  INTEGER NOT NULL REFERENCES specialist (id),
  request_id     INTEGER REFERENCES request (id) ON DELETE SET NULL,
  alternative_id INTEGER REFERENCES alternative (id) ON DELETE SET NULL,
  need           TEXT    NOT NULL DEFAULT '',
  consent        INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)),
  sent_on        TEXT    NOT NULL DEFAULT '',
  ask_on         TEXT    NOT NULL DEFAULT '',
  outcome        TEXT    NOT NULL DEFAULT '' CHECK (outcome IN ('', 'satisfied', 'not_satisfied', 'did_not_go')),
  outcome_note   TEXT    NOT NULL DEFAULT '',
  state          TEXT    NOT NULL CHECK (state IN ('draft', 'sent', 'heard_back', 'cancelled')),
  created_at     INTEGER NOT NULL,
  CHECK ((state = 'heard_back') = (outcome <> ''))
) STRICT;
CREATE INDEX referral_out_customer ON referral_out (customer_id);
CREATE INDEX referral_out_specialist ON referral_out (specialist_id, sent_on, state);
CREATE INDEX referral_out_day ON referral_out (sent_on, id, state) WHERE state <> 'cancelled';
CREATE INDEX referral_out_request ON referral_out (request_id);
CREATE INDEX referral_out_made ON referral_out (alternative_id);
CREATE INDEX referral_out_ask ON referral_out (ask_on) WHERE state = 'sent' AND customer_id IS NOT NULL;
CREATE UNIQUE INDEX referral_out_alternative ON referral_out (alternative_id) WHERE state <> 'cancelled';

CREATE TABLE thank_you (
  id            INTEGER PRIMARY KEY,
  customer_id   INTEGER REFERENCES customer (id),
  specialist_id INTEGER REFERENCES specialist (id),
  cause         TEXT    NOT NULL CHECK (cause IN ('referral', 'praise', 'milestone', 'other')),
  cause_id      INTEGER NOT NULL DEFAULT 0,
  channel       TEXT    NOT NULL CHECK (channel IN ('card', 'letter', 'call', 'visit', 'email', 'gift')),
  talking_point TEXT    NOT NULL DEFAULT '',
  reward        TEXT    NOT NULL DEFAULT '',
  cost          INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
  since         TEXT    NOT NULL,
  state         TEXT    NOT NULL CHECK (state IN ('owed', 'printed', 'thanked', 'waived')),
  printed_at    INTEGER NOT NULL DEFAULT 0,
  thanked_at    INTEGER NOT NULL DEFAULT 0,
  thanked_by    INTEGER REFERENCES staff (id),
  words         TEXT    NOT NULL DEFAULT '',
  waived_reason TEXT    NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  CHECK ((customer_id IS NULL) <> (specialist_id IS NULL)),
  CHECK ((state = 'thanked') = (thanked_at > 0)),
  CHECK (state <> 'printed' OR printed_at > 0),
  CHECK (cause <> 'other' OR talking_point <> '')
) STRICT;
-- Invariant 5: one thank-you that is not waived, for each person and cause.
CREATE UNIQUE INDEX thank_you_cause ON thank_you
  (ifnull(customer_id, 0), ifnull(specialist_id, 0), cause, cause_id, iif(cause = 'other', talking_point, '')) WHERE state <> 'waived';
CREATE INDEX thank_you_due ON thank_you (since, id) WHERE state IN ('owed', 'printed');
CREATE INDEX thank_you_due_customer ON thank_you (customer_id) WHERE state IN ('owed', 'printed');
CREATE INDEX thank_you_done ON thank_you (thanked_at) WHERE state = 'thanked';
CREATE INDEX thank_you_customer ON thank_you (customer_id);
CREATE INDEX thank_you_for ON thank_you (cause, cause_id);

CREATE TABLE follow_up (
  id             INTEGER PRIMARY KEY,
  customer_id    INTEGER NOT NULL REFERENCES customer (id),
  cause          TEXT    NOT NULL CHECK (cause IN ('visit', 'alternative', 'want', 'referral_out', 'other')),
  visit_id       INTEGER REFERENCES visit (id) ON DELETE CASCADE,
  alternative_id INTEGER REFERENCES alternative (id) ON DELETE SET NULL,
  due_on         TEXT    NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  why            TEXT    NOT NULL DEFAULT '',
  state          TEXT    NOT NULL CHECK (state IN ('open', 'done', 'skipped')),
  outcome        TEXT    NOT NULL DEFAULT '',
  done_at        INTEGER NOT NULL DEFAULT 0,
  created_at     INTEGER NOT NULL,
  CHECK ((state = 'open') = (done_at = 0))
) STRICT;
CREATE INDEX follow_up_customer ON follow_up (customer_id);
CREATE INDEX follow_up_visit ON follow_up (visit_id);
CREATE INDEX follow_up_made ON follow_up (alternative_id);
CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE state = 'open';
CREATE UNIQUE INDEX follow_up_alternative ON follow_up (alternative_id) WHERE state <> 'skipped';

CREATE TABLE draft (
  name TEXT    PRIMARY KEY,
  body TEXT    NOT NULL,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sums about a customer, made anew from the visits themselves: slower than adding and taking away, and never wrong.
CREATE TRIGGER visit_sums_insert AFTER INSERT ON visit WHEN NEW.customer_id IS NOT NULL BEGIN
  UPDATE customer SET (visit_n, visit_day_n, first_at, last_at, spent, asked_n) =
    (SELECT count(*), count(DISTINCT day), ifnull(min(at), 0), ifnull(max(at), 0), ifnull(sum(amount), 0), count(asked_for)
       FROM visit WHERE customer_id = NEW.customer_id AND state = 'completed' AND deleted_at = 0) WHERE id = NEW.customer_id;
END;
CREATE TRIGGER visit_sums_update AFTER UPDATE OF customer_id, at, day, amount, asked_for, state, deleted_at ON visit BEGIN
  UPDATE customer SET (visit_n, visit_day_n, first_at, last_at, spent, asked_n) =
    (SELECT count(*), count(DISTINCT day), ifnull(min(at), 0), ifnull(max(at), 0), ifnull(sum(amount), 0), count(asked_for)
       FROM visit WHERE customer_id = OLD.customer_id AND state = 'completed' AND deleted_at = 0) WHERE id = OLD.customer_id;
  UPDATE customer SET (visit_n, visit_day_n, first_at, last_at, spent, asked_n) =
    (SELECT count(*), count(DISTINCT day), ifnull(min(at), 0), ifnull(max(at), 0), ifnull(sum(amount), 0), count(asked_for)
       FROM visit WHERE customer_id = NEW.customer_id AND state = 'completed' AND deleted_at = 0)
   WHERE id = NEW.customer_id AND NEW.customer_id IS NOT OLD.customer_id;
END;
CREATE TRIGGER visit_sums_delete AFTER DELETE ON visit WHEN OLD.customer_id IS NOT NULL BEGIN
  UPDATE customer SET (visit_n, visit_day_n, first_at, last_at, spent, asked_n) =
    (SELECT count(*), count(DISTINCT day), ifnull(min(at), 0), ifnull(max(at), 0), ifnull(sum(amount), 0), count(asked_for)
       FROM visit WHERE customer_id = OLD.customer_id AND state = 'completed' AND deleted_at = 0) WHERE id = OLD.customer_id;
END;
CREATE TRIGGER brought_sums_insert AFTER INSERT ON referral_in WHEN NEW.referrer_customer_id IS NOT NULL BEGIN
  UPDATE customer SET brought_n = (SELECT count(*) FROM referral_in r WHERE r.referrer_customer_id = NEW.referrer_customer_id AND r.state = 'approved' AND r.deleted_at = 0)
   WHERE id = NEW.referrer_customer_id;
END;
CREATE TRIGGER brought_sums_update AFTER UPDATE OF referrer_customer_id, state, deleted_at ON referral_in BEGIN
  UPDATE customer SET brought_n = (SELECT count(*) FROM referral_in r WHERE r.referrer_customer_id = customer.id AND r.state = 'approved' AND r.deleted_at = 0)
   WHERE id IN (OLD.referrer_customer_id, NEW.referrer_customer_id);
END;
CREATE TRIGGER brought_sums_delete AFTER DELETE ON referral_in WHEN OLD.referrer_customer_id IS NOT NULL BEGIN
  UPDATE customer SET brought_n = (SELECT count(*) FROM referral_in r WHERE r.referrer_customer_id = OLD.referrer_customer_id AND r.state = 'approved' AND r.deleted_at = 0)
   WHERE id = OLD.referrer_customer_id;
END;

-- How many customers there are of each sort that a list counts, and how many were sent to each specialist: to count them anew takes
-- a large shop longer than its owner should wait. No rows are put back here by Undo; the triggers follow what it puts back elsewhere.
CREATE TABLE customer_count (
  regular  INTEGER NOT NULL,
  advocate INTEGER NOT NULL,
  n        INTEGER NOT NULL,
  PRIMARY KEY (regular, advocate)
) STRICT, WITHOUT ROWID;
INSERT INTO customer_count VALUES (0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 0);
CREATE TRIGGER customer_count_insert AFTER INSERT ON customer WHEN NEW.deleted_at = 0 AND NEW.state = 'active' BEGIN
  UPDATE customer_count SET n = n + 1 WHERE regular = (NEW.visit_day_n >= 2) AND advocate = (NEW.brought_n > 0);
END;
CREATE TRIGGER customer_count_update AFTER UPDATE OF deleted_at, state, visit_day_n, brought_n ON customer
WHEN (OLD.deleted_at = 0, OLD.state, OLD.visit_day_n >= 2, OLD.brought_n > 0) IS NOT (NEW.deleted_at = 0, NEW.state, NEW.visit_day_n >= 2, NEW.brought_n > 0) BEGIN
  UPDATE customer_count SET n = n - 1
   WHERE OLD.deleted_at = 0 AND OLD.state = 'active' AND regular = (OLD.visit_day_n >= 2) AND advocate = (OLD.brought_n > 0);
  UPDATE customer_count SET n = n + 1
   WHERE NEW.deleted_at = 0 AND NEW.state = 'active' AND regular = (NEW.visit_day_n >= 2) AND advocate = (NEW.brought_n > 0);
END;
CREATE TRIGGER customer_count_delete AFTER DELETE ON customer WHEN OLD.deleted_at = 0 AND OLD.state = 'active' BEGIN
  UPDATE customer_count SET n = n - 1 WHERE regular = (OLD.visit_day_n >= 2) AND advocate = (OLD.brought_n > 0);
END;

CREATE TABLE sent_count (
  specialist_id INTEGER NOT NULL,
  state         TEXT    NOT NULL,
  outcome       TEXT    NOT NULL,
  n             INTEGER NOT NULL,
  PRIMARY KEY (specialist_id, state, outcome)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sent_count_insert AFTER INSERT ON referral_out BEGIN
  INSERT INTO sent_count VALUES (NEW.specialist_id, NEW.state, NEW.outcome, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER sent_count_update AFTER UPDATE OF specialist_id, state, outcome ON referral_out
WHEN (OLD.specialist_id, OLD.state, OLD.outcome) IS NOT (NEW.specialist_id, NEW.state, NEW.outcome) BEGIN
  UPDATE sent_count SET n = n - 1 WHERE specialist_id = OLD.specialist_id AND state = OLD.state AND outcome = OLD.outcome;
  DELETE FROM sent_count WHERE n = 0;
  INSERT INTO sent_count VALUES (NEW.specialist_id, NEW.state, NEW.outcome, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER sent_count_delete AFTER DELETE ON referral_out BEGIN
  UPDATE sent_count SET n = n - 1 WHERE specialist_id = OLD.specialist_id AND state = OLD.state AND outcome = OLD.outcome;
  DELETE FROM sent_count WHERE n = 0;
END;

-- Search as you type: folded text made by the program, three-letter grams kept by FTS5, the hit checked again in the folded text.
CREATE TABLE customer_search (
  id    INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  key   TEXT NOT NULL,
  short TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIRTUAL TABLE customer_fts USING fts5 (key, short, content = 'customer_search', content_rowid = 'id', tokenize = 'trigram', detail = none);
INSERT INTO customer_fts (customer_fts, rank) VALUES ('secure-delete', 1);
-- Left to itself FTS5 stops one save in fifty for a tenth of a second to tidy up; the program does that when it closes the file.
INSERT INTO customer_fts (customer_fts, rank) VALUES ('automerge', 0);
CREATE TRIGGER customer_search_insert AFTER INSERT ON customer_search BEGIN
  INSERT INTO customer_fts (rowid, key, short) VALUES (NEW.id, NEW.key, NEW.short);
END;
CREATE TRIGGER customer_search_delete AFTER DELETE ON customer_search BEGIN
  INSERT INTO customer_fts (customer_fts, rowid, key, short) VALUES ('delete', OLD.id, OLD.key, OLD.short);
END;
CREATE TRIGGER customer_search_update AFTER UPDATE ON customer_search BEGIN
  INSERT INTO customer_fts (customer_fts, rowid, key, short) VALUES ('delete', OLD.id, OLD.key, OLD.short);
  INSERT INTO customer_fts (rowid, key, short) VALUES (NEW.id, NEW.key, NEW.short);
END;

CREATE TABLE visit_search (
  id  INTEGER PRIMARY KEY REFERENCES visit (id) ON DELETE CASCADE,
  key TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE visit_fts USING fts5 (key, content = 'visit_search', content_rowid = 'id', tokenize = 'trigram', detail = none);
INSERT INTO visit_fts (visit_fts, rank) VALUES ('secure-delete', 1);
-- Taking a visit out walks the lists of its grams; smaller pages let it skip more of them.
INSERT INTO visit_fts (visit_fts, rank) VALUES ('pgsz', 1000);
INSERT INTO visit_fts (visit_fts, rank) VALUES ('automerge', 0);
CREATE TRIGGER visit_search_insert AFTER INSERT ON visit_search BEGIN
  INSERT INTO visit_fts (rowid, key) VALUES (NEW.id, NEW.key);
END;
CREATE TRIGGER visit_search_delete AFTER DELETE ON visit_search BEGIN
  INSERT INTO visit_fts (visit_fts, rowid, key) VALUES ('delete', OLD.id, OLD.key);
END;
CREATE TRIGGER visit_search_update AFTER UPDATE ON visit_search BEGIN
  INSERT INTO visit_fts (visit_fts, rowid, key) VALUES ('delete', OLD.id, OLD.key);
  INSERT INTO visit_fts (rowid, key) VALUES (NEW.id, NEW.key);
END;

INSERT INTO source (id, name, kind) VALUES (1, 'A friend', 'word_of_mouth'), (2, 'Walking past', 'other'), (3, 'Internet search', 'other'), (4, 'Advert', 'bought');
INSERT INTO shop (id, uid, created_at) VALUES (1, lower(hex(randomblob(16))), unixepoch());
