-- The customer book in full: the archive, merging, permissions with their day, tags, photos, lists of the owner's own, likely
-- duplicates, and what a filter asks of every customer at once.

ALTER TABLE customer ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN no_post_on TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN no_phone_on TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN no_email_on TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN archived_on TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN archived_why TEXT NOT NULL DEFAULT '' CHECK (archived_why IN ('', 'moved', 'died', 'other'));
ALTER TABLE customer ADD COLUMN merged_into INTEGER REFERENCES customer (id) ON DELETE SET NULL;
-- Kept by the triggers below, with the other sums. A day_no is a day counted from 1970-01-01, 0 for none: gap_twice is twice the
-- median of the days between visit days, 0 for fewer than three of them; loyal_day_no is the day of the shop's loyal_days-th
-- visit day counted from the last: whoever has it within twelve months comes often.
ALTER TABLE customer ADD COLUMN last_day_no INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN loyal_day_no INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN gap_twice INTEGER NOT NULL DEFAULT 0;

CREATE INDEX customer_archived ON customer (name_key, id) WHERE deleted_at = 0 AND state = 'archived';
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_seen ON customer (last_at DESC, name_key, id) WHERE deleted_at = 0 AND state = 'active';
CREATE INDEX customer_spent ON customer (spent DESC, name_key, id) WHERE deleted_at = 0 AND state = 'active';
CREATE INDEX customer_brings ON customer (brought_n DESC, name_key, id) WHERE deleted_at = 0 AND state = 'active';
-- All that a filter asks of a customer: lists are read, and their chips counted, along this one.
CREATE INDEX customer_facts ON customer (name_key, id, visit_day_n, brought_n, asked_n, last_day_no, loyal_day_no, gap_twice, source_id,
  no_post, no_phone, no_email, last_at, spent) WHERE deleted_at = 0 AND state = 'active';
CREATE INDEX visit_asked ON visit (asked_for, customer_id) WHERE asked_for IS NOT NULL AND deleted_at = 0;

-- How a customer comes, from the days of their completed visits; see models.usualGap, which the card counts with.
CREATE VIEW rhythm AS SELECT c.id,
  (SELECT ifnull(CAST(max(julianday(v.day)) - 2440587.5 AS INTEGER), 0) FROM visit v
    WHERE v.customer_id = c.id AND v.state = 'completed' AND v.deleted_at = 0) AS last_day_no,
  ifnull((SELECT DISTINCT CAST(julianday(v.day) - 2440587.5 AS INTEGER) FROM visit v
    WHERE v.customer_id = c.id AND v.state = 'completed' AND v.deleted_at = 0
    ORDER BY v.day DESC LIMIT 1 OFFSET (SELECT loyal_days - 1 FROM shop)), 0) AS loyal_day_no,
  ifnull((SELECT sum(gap) * (1 + n % 2) FROM (
    SELECT gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS n FROM (
      SELECT CAST(julianday(day) - julianday(lag(day) OVER (ORDER BY day)) AS INTEGER) AS gap FROM (
        SELECT DISTINCT v.day FROM visit v WHERE v.customer_id = c.id AND v.state = 'completed' AND v.deleted_at = 0))
    WHERE gap IS NOT NULL)
    WHERE n >= 3 AND place IN ((n + 1) / 2, (n + 2) / 2)), 0) AS gap_twice
  FROM customer c;
-- The sums of 0001 write visit_day_n after each change of a visit.
CREATE TRIGGER customer_rhythm AFTER UPDATE OF visit_day_n ON customer BEGIN
  UPDATE customer SET (last_day_no, loyal_day_no, gap_twice) = (SELECT last_day_no, loyal_day_no, gap_twice FROM rhythm WHERE id = NEW.id)
   WHERE id = NEW.id;
END;
CREATE TRIGGER shop_of_the_loyal AFTER UPDATE OF loyal_days ON shop WHEN OLD.loyal_days <> NEW.loyal_days BEGIN
  UPDATE customer SET loyal_day_no = (SELECT loyal_day_no FROM rhythm WHERE id = customer.id)
   WHERE visit_day_n >= min(OLD.loyal_days, NEW.loyal_days);
END;
UPDATE customer SET visit_day_n = visit_day_n WHERE visit_day_n > 0;

CREATE TABLE tag (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL CHECK (trim(name) <> ''),
  name_key TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX tag_name ON tag (name_key);
CREATE TABLE customer_tag (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  tag_id      INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX customer_tag_once ON customer_tag (customer_id, tag_id);
CREATE INDEX customer_tag_of ON customer_tag (tag_id, customer_id);

-- Apart from the customer, so that lists do not read past it. id is the customer's.
CREATE TABLE photo (
  id    INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  image BLOB    NOT NULL CHECK (length(image) BETWEEN 1 AND 65536)
) STRICT;

CREATE TABLE saved_list (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL CHECK (trim(name) <> ''),
  name_key TEXT    NOT NULL,
  filter   TEXT    NOT NULL CHECK (json_valid(filter))
) STRICT;
CREATE UNIQUE INDEX saved_list_name ON saved_list (name_key);

-- What two cards of one person have in common, however it was written: the last eight digits of a number, an address without
-- its blanks and stops, a name without vowels, doubles and letters that sound like others.
ALTER TABLE contact ADD COLUMN same_key TEXT GENERATED ALWAYS AS (CASE kind WHEN 'phone' THEN substr(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(value, ' ', ''),
  '-', ''), '/', ''), '.', ''), '(', ''), ')', ''), '+', ''), char(160), ''), char(8239), ''), char(8211), ''),
  -8) ELSE lower(value) END) VIRTUAL;
ALTER TABLE customer ADD COLUMN address_key TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(lower(address), char(10), ''),
  ' ', ''), ',', ''), '.', '')) VIRTUAL;
ALTER TABLE customer ADD COLUMN sound TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name_key, 'ph', 'f'),
  'ck', 'k'), 'c', 'k'), 'q', 'k'), 'z', 's'), 'w', 'v'), 'dt', 't'), 'th', 't'), 'y', ''), 'h', ''), 'a', ''), 'e', ''), 'i', ''),
  'o', ''), 'u', ''), 'bb', 'b'), 'dd', 'd'), 'ff', 'f'), 'gg', 'g'), 'kk', 'k'), 'll', 'l'), 'mm', 'm'), 'nn', 'n'), 'pp', 'p'),
  'rr', 'r'), 'ss', 's'), 'tt', 't'), 'vv', 'v')) VIRTUAL;
CREATE INDEX contact_same ON contact (kind, same_key, customer_id) WHERE length(same_key) >= 6;
CREATE INDEX customer_same_birthday ON customer (birthday, sound, id) WHERE deleted_at = 0 AND state = 'active' AND name <> '' AND birthday <> '';
CREATE INDEX customer_same_address ON customer (address_key, sound, id) WHERE deleted_at = 0 AND state = 'active' AND name <> '' AND address <> '';
CREATE INDEX customer_same_name ON customer (sound, id) WHERE deleted_at = 0 AND state = 'active' AND name <> '';
-- Pairs that the owner said are two people.
CREATE TABLE not_same (
  id   INTEGER PRIMARY KEY,
  low  INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  high INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  CHECK (low < high)
) STRICT;
CREATE UNIQUE INDEX not_same_pair ON not_same (low, high);
CREATE INDEX not_same_high ON not_same (high);
