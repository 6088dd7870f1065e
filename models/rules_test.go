package models_test

import "strings"

// rules are what must hold in every shop file at any time, as queries that must find nothing. They are written from
// the design's domain notes, not from the program.
var rules = []struct{ rule, breaches string }{
	{"1: nobody refers themselves",
		`SELECT id FROM referral_in WHERE referrer_customer_id = referee_id`},
	{"1: one referrer that is not denied",
		`SELECT referee_id FROM referral_in WHERE state <> 'denied' AND deleted_at = 0 GROUP BY referee_id HAVING count(*) > 1`},
	{"1: no circle",
		`WITH RECURSIVE live AS (SELECT referee_id AS low, referrer_customer_id AS high FROM referral_in
		   WHERE state <> 'denied' AND deleted_at = 0 AND referrer_customer_id IS NOT NULL),
		 up (start, at) AS (SELECT low, high FROM live UNION SELECT up.start, live.high FROM up JOIN live ON live.low = up.at)
		 SELECT start FROM up WHERE start = at`},
	{"2: approved by the first completed visit, qualified by one not completed",
		`SELECT r.id, r.state FROM referral_in r WHERE r.deleted_at = 0 AND r.state <> 'denied' AND r.state <> CASE
		   WHEN r.from_before = 1 OR EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = r.referee_id AND v.state = 'completed' AND v.deleted_at = 0) THEN 'approved'
		   WHEN EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = r.referee_id AND v.state = 'open' AND v.deleted_at = 0) THEN 'qualified'
		   ELSE 'pending' END`},
	{"2: with its thank-you",
		`SELECT r.id FROM referral_in r LEFT JOIN customer c ON c.id = r.referrer_customer_id LEFT JOIN specialist p ON p.id = r.referrer_specialist_id
		 WHERE r.deleted_at = 0 AND r.state = 'approved' AND r.from_before = 0 AND coalesce(c.deleted_at, p.deleted_at) = 0
		   AND c.state IS NOT 'archived' AND NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'referral' AND t.cause_id = r.id
		     AND t.customer_id IS r.referrer_customer_id AND t.specialist_id IS r.referrer_specialist_id)`},
	{"2: no thank-you due without it",
		`SELECT t.id FROM thank_you t LEFT JOIN referral_in r ON r.id = t.cause_id AND r.deleted_at = 0 AND r.state = 'approved' AND r.from_before = 0
		   AND r.referrer_customer_id IS t.customer_id AND r.referrer_specialist_id IS t.specialist_id
		 WHERE t.cause = 'referral' AND t.state IN ('owed', 'printed') AND r.id IS NULL`},
	{"2: not a customer before",
		`SELECT r.id FROM referral_in r JOIN visit v ON v.customer_id = r.referee_id AND v.state = 'completed' AND v.deleted_at = 0 AND v.day < r.on_day
		 WHERE r.deleted_at = 0 AND r.state <> 'denied' AND r.from_before = 0`},
	{"3: one accepted at most",
		`SELECT request_id FROM alternative WHERE state = 'accepted' GROUP BY request_id HAVING count(*) > 1`},
	{"3 and 4: a request's state follows from the answers",
		`SELECT r.id, r.state, r.lost_reason FROM request r JOIN visit v ON v.id = r.visit_id
		 LEFT JOIN (SELECT request_id, count(*) AS n, max(state IN ('offered', 'thinking')) AS undecided FROM alternative GROUP BY request_id) o ON o.request_id = r.id
		 LEFT JOIN alternative a ON a.request_id = r.id AND a.state = 'accepted'
		 WHERE (r.state, r.lost_reason) IS NOT (SELECT CASE
		   WHEN r.reason = '' THEN iif(v.state = 'open', 'received', 'fulfilled')
		   WHEN a.kind IN ('item', 'other') THEN 'substituted' WHEN a.kind = 'order_in' THEN 'ordered_in'
		   WHEN a.kind = 'specialist' THEN 'referred_out' WHEN a.kind = 'later' THEN 'deferred'
		   WHEN o.undecided = 1 THEN 'unavailable' ELSE 'lost' END,
		   CASE WHEN r.reason = '' OR a.id IS NOT NULL OR o.undecided = 1 THEN '' WHEN o.n > 0 THEN 'declined' ELSE 'nothing_suitable' END)`},
	{"4: unavailable has an offer or nothing suitable, available has neither",
		`SELECT r.id FROM request r WHERE (r.reason <> '') <> (r.nothing_suitable = 1 OR EXISTS (SELECT 1 FROM alternative a WHERE a.request_id = r.id))`},
	{"3: an accepted order is wanted, one sent on was sent, one for later will be asked",
		`SELECT a.id, a.kind FROM alternative a JOIN request r ON r.id = a.request_id JOIN visit v ON v.id = r.visit_id
		 WHERE v.deleted_at = 0 AND v.state <> 'cancelled' AND a.state = 'accepted' AND (
		   (a.kind = 'order_in' AND NOT EXISTS (SELECT 1 FROM want w WHERE w.alternative_id = a.id AND w.customer_id IS v.customer_id AND w.item_id = r.item_id))
		   OR (a.kind = 'specialist' AND NOT EXISTS (SELECT 1 FROM referral_out o WHERE o.alternative_id = a.id AND o.specialist_id = a.specialist_id AND o.customer_id IS v.customer_id))
		   OR (a.kind = 'later' AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.alternative_id = a.id)))`},
	{"3: nothing is wanted, sent or to be asked that is not accepted",
		`WITH standing AS (SELECT a.id, a.kind FROM alternative a JOIN request r ON r.id = a.request_id JOIN visit v ON v.id = r.visit_id
		   WHERE v.deleted_at = 0 AND v.state <> 'cancelled' AND a.state = 'accepted')
		 SELECT 'want', w.id FROM want w WHERE w.state NOT IN ('collected', 'cancelled')
		   AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.id = w.alternative_id AND s.kind = 'order_in')
		 UNION ALL SELECT 'sent', o.id FROM referral_out o WHERE o.state IN ('draft', 'sent')
		   AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.id = o.alternative_id AND s.kind = 'specialist')
		 UNION ALL SELECT 'ask', f.id FROM follow_up f WHERE f.state = 'open' AND f.cause = 'alternative'
		   AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.id = f.alternative_id AND s.kind = 'later')
		 UNION ALL SELECT 'visit', f.id FROM follow_up f LEFT JOIN visit v ON v.id = f.visit_id
		   WHERE f.state = 'open' AND f.cause = 'visit' AND (v.id IS NULL OR v.deleted_at > 0 OR v.customer_id IS NOT f.customer_id)`},
	{"what is merged into another thing is asked for, offered and wanted by nobody, and the other by its name",
		`WITH RECURSIVE t (kind, id, item, named) AS (SELECT 'request', id, item_id, named_item_id FROM request UNION ALL SELECT 'alternative', id, item_id, named_item_id FROM alternative
		   UNION ALL SELECT 'want', id, item_id, named_item_id FROM want),
		 up (id, at) AS (SELECT id, merged_into FROM item WHERE merged_into IS NOT NULL UNION SELECT up.id, i.merged_into FROM up JOIN item i ON i.id = up.at WHERE i.merged_into IS NOT NULL)
		 SELECT t.kind, t.id FROM t JOIN item i ON i.id = t.item WHERE i.merged_into IS NOT NULL
		 UNION ALL SELECT t.kind, t.id FROM t WHERE t.named IS NOT NULL AND NOT EXISTS (SELECT 1 FROM up WHERE up.id = t.named AND up.at = t.item)
		 UNION ALL SELECT 'circle', up.id FROM up WHERE up.id = up.at`},
	{"a want is for what was asked for",
		`SELECT w.id FROM want w JOIN request r ON r.id = w.request_id WHERE (w.item_id, w.named_item_id) IS NOT (r.item_id, r.named_item_id)`},
	{"who asked, and whether it was cancelled, is what the visit says",
		`SELECT r.id FROM request r JOIN visit v ON v.id = r.visit_id WHERE (r.asker, r.cancelled) IS NOT (v.customer_id, v.state = 'cancelled')`},
	{"only what came in was called about",
		`SELECT k.id FROM call k LEFT JOIN want w ON w.id = k.want_id LEFT JOIN follow_up f ON f.id = k.follow_up_id WHERE w.id IS NULL AND f.came_in IS NOT NULL AND f.came_in = ''`},
	{"praise of somebody in the book has its thank-you, and none is due without it",
		`SELECT 'owed', p.id FROM praise p JOIN customer c ON c.id = p.customer_id WHERE p.deleted_at = 0 AND c.deleted_at = 0 AND c.state = 'active'
		   AND NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'praise' AND t.cause_id = p.id AND t.customer_id = p.customer_id)
		 UNION ALL SELECT 'not owed', t.id FROM thank_you t LEFT JOIN praise p ON p.id = t.cause_id AND p.deleted_at = 0 AND p.customer_id IS t.customer_id
		   WHERE t.cause = 'praise' AND t.state IN ('owed', 'printed') AND p.id IS NULL`},
	{"9: how often they praised us is what they said",
		`SELECT c.id FROM customer c WHERE (praise_n, review_n) IS NOT (SELECT count(*), ifnull(sum(channel = 'review'), 0) FROM praise p WHERE p.customer_id = c.id AND p.deleted_at = 0)`},
	{"9: and the customers are counted by it",
		`SELECT regular, advocate FROM customer_count k WHERE n <> (SELECT count(*) FROM customer WHERE deleted_at = 0 AND state = 'active'
		   AND (visit_day_n >= 2) = regular AND (brought_n > 0 OR review_n > 0) = advocate)`},
	{"5: one thank-you that is not waived for each person and cause",
		`SELECT customer_id, specialist_id, cause, cause_id FROM thank_you WHERE state <> 'waived'
		 GROUP BY customer_id, specialist_id, cause, cause_id, milestone, iif(cause = 'other', talking_point, '') HAVING count(*) > 1`},
	{"10: nobody is to be asked, told or thanked who is not in the book",
		`SELECT 'asked', f.id FROM follow_up f JOIN customer c ON c.id = f.customer_id WHERE f.state = 'open' AND (c.deleted_at > 0 OR c.state <> 'active')
		 UNION ALL SELECT 'told', w.id FROM want w JOIN customer c ON c.id = w.customer_id WHERE w.state NOT IN ('collected', 'cancelled') AND (c.deleted_at > 0 OR c.state <> 'active')
		 UNION ALL SELECT 'how it went', o.id FROM referral_out o JOIN customer c ON c.id = o.customer_id WHERE o.state = 'sent' AND o.ask_on <> '' AND (c.deleted_at > 0 OR c.state <> 'active')
		 UNION ALL SELECT 'thanked', t.id FROM thank_you t LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN specialist p ON p.id = t.specialist_id
		   WHERE t.state IN ('owed', 'printed') AND (coalesce(c.deleted_at, p.deleted_at) > 0 OR c.state <> 'active')`},
	{"9: the sums are those of the visits and referrals",
		`SELECT c.id FROM customer c WHERE (visit_n, visit_day_n, first_at, last_at, spent, asked_n, brought_n) IS NOT
		   (SELECT count(*), count(DISTINCT day), ifnull(min(at), 0), ifnull(max(at), 0), ifnull(sum(amount), 0), count(asked_for),
		     (SELECT count(*) FROM referral_in r WHERE r.referrer_customer_id = c.id AND r.state = 'approved' AND r.deleted_at = 0)
		    FROM visit v WHERE v.customer_id = c.id AND v.state = 'completed' AND v.deleted_at = 0)`},
	{"search: exactly those in the book can be found",
		`SELECT id FROM customer WHERE (deleted_at = 0 AND state IN ('active', 'archived')) <> (id IN (SELECT id FROM customer_search))
		 UNION ALL SELECT s.id FROM visit_search s JOIN visit v ON v.id = s.id WHERE v.deleted_at > 0`},
	{"7: of who was erased nothing is left but the number",
		`SELECT id FROM customer c WHERE state = 'erased' AND (deleted_at = 0 OR name || name_key || preferred_name || address || country || birthday || archived_why <> ''
		   OR id IN (SELECT customer_id FROM contact UNION ALL SELECT customer_id FROM remember UNION ALL SELECT customer_id FROM customer_tag UNION ALL SELECT id FROM photo UNION ALL SELECT id FROM earlier UNION ALL SELECT id FROM customer_search)
		   OR EXISTS (SELECT 1 FROM praise p WHERE p.customer_id = c.id AND (p.text <> '-' OR p.text_key || p.link <> '' OR p.may_quote = 1))
		   OR EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = c.id AND (v.note || v.extra <> '' OR v.id IN (SELECT id FROM visit_search)))
		   OR EXISTS (SELECT 1 FROM activity a WHERE a.customer_id = c.id AND a.label || a.fields || a.along <> ''))`},
	{"6: a merged card is out of the book, and nothing live names it",
		`SELECT id FROM customer WHERE (state = 'merged') <> (merged_into IS NOT NULL AND state <> 'erased') OR state = 'merged' AND deleted_at = 0
		 UNION ALL SELECT x.customer_id FROM (SELECT customer_id FROM visit UNION ALL SELECT customer_id FROM want UNION ALL SELECT customer_id FROM follow_up
		   UNION ALL SELECT customer_id FROM referral_out UNION ALL SELECT customer_id FROM thank_you UNION ALL SELECT customer_id FROM praise) x JOIN customer c ON c.id = x.customer_id WHERE c.state = 'merged'
		 UNION ALL SELECT r.id FROM referral_in r JOIN customer c ON c.id IN (r.referee_id, r.referrer_customer_id) WHERE c.state = 'merged' AND r.deleted_at = 0`},
	{"undo leaves its mark nowhere", `SELECT id FROM undoing`},
	{"every row that is named is there", `PRAGMA foreign_key_check`},
}

// checkRules asks every rule, and SQLite itself, whether the file is whole. It comes with fresh eyes: a connection
// that was open while another wrote still holds the search index as it was, and calls it damaged.
func checkRules(t must, path string) {
	t.Helper()
	db := another(t, path)
	defer db.Close()
	for _, r := range rules {
		if breaches := lines(t, db, r.breaches); len(breaches) > 0 {
			t.Errorf("%s: broken by %s", r.rule, strings.Join(breaches, ", "))
		}
	}
	if verdict := one[string](t, db, "PRAGMA integrity_check"); verdict != "ok" {
		t.Errorf("integrity: %s", verdict)
	}
	do(t, db, "INSERT INTO customer_fts (customer_fts, rank) VALUES ('integrity-check', 1)", "INSERT INTO visit_fts (visit_fts, rank) VALUES ('integrity-check', 1)")
}
