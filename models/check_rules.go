package models

// The keys of what a full check can find; the views know their sentences.
const (
	checkDamage    = "check.damage"    // SQLite's own check: pages, indexes, values that may not stand there
	checkLinks     = "check.links"     // rows that name one that is not there
	checkSearch    = "check.search"    // what can be found is not what is in the books
	checkSums      = "check.sums"      // sums and counts that differ from their rows
	checkReferrals = "check.referrals" // invariant 1 and 2
	checkAnswers   = "check.answers"   // invariant 3 and 4
	checkPromises  = "check.promises"  // invariant 3: what was accepted and what it makes
	checkThanks    = "check.thanks"    // invariant 2 and 5
	checkGone      = "check.gone"      // invariant 7 and 10
)

// checks are what must hold in every shop file, each as a query of what does not; see the invariants of the domain.
var checks = []struct {
	key, breaches string
	repairable    bool
}{
	{checkDamage, "SELECT 1 FROM pragma_integrity_check(NULL, 'main') WHERE integrity_check <> 'ok'", false},
	{checkLinks, "SELECT 1 FROM pragma_foreign_key_check(NULL, 'main')", false},
	// What was asked for, offered and waited for is called by the thing it is.
	{checkLinks, namedWrong("request") + " UNION ALL " + namedWrong("alternative") + " UNION ALL " + namedWrong("want"), false},
	{checkSearch, "SELECT id FROM customer WHERE (deleted_at = 0 AND state IN ('active', 'archived')) <> (id IN (SELECT id FROM customer_search))", true},
	{checkSearch, "SELECT s.id FROM visit_search s JOIN visit v ON v.id = s.id WHERE v.deleted_at <> 0", true},
	{checkSearch, differ("SELECT id FROM customer_search", "SELECT id FROM customer_fts_docsize"), true},
	{checkSearch, differ("SELECT id FROM visit_search", "SELECT id FROM visit_fts_docsize"), true},
	{checkSums, `SELECT id FROM customer c WHERE (visit_n, visit_day_n, first_at, last_at, spent, asked_n, brought_n) IS NOT
		(SELECT count(*), count(DISTINCT day), ifnull(min(at), 0), ifnull(max(at), 0), ifnull(sum(amount), 0), count(asked_for),
		   (SELECT count(*) FROM referral_in r WHERE r.referrer_customer_id = c.id AND r.state = 'approved' AND r.deleted_at = 0)
		 FROM visit v WHERE v.customer_id = c.id AND v.state = 'completed' AND v.deleted_at = 0)`, true},
	{checkSums, "SELECT c.id FROM customer c WHERE (c.praise_n, c.review_n) IS NOT (" + praiseOf + ")", true},
	{checkSums, `SELECT c.id FROM customer c JOIN rhythm r ON r.id = c.id
		WHERE (c.last_day_no, c.loyal_day_no, c.gap_twice) IS NOT (r.last_day_no, r.loyal_day_no, r.gap_twice)`, true},
	{checkSums, `SELECT r.id FROM request r JOIN visit v ON v.id = r.visit_id
		WHERE (r.day, r.at, r.served_by, r.asker, r.cancelled) IS NOT (iif(v.deleted_at = 0, v.day, ''), v.at, v.served_by, v.customer_id, v.state = 'cancelled')`, true},
	{checkSums, `SELECT 1 FROM customer_count k WHERE n <> (SELECT count(*) FROM customer c
		WHERE c.deleted_at = 0 AND c.state = 'active' AND (c.visit_day_n >= 2) = k.regular AND (c.brought_n > 0 OR c.review_n > 0) = k.advocate)`, true},
	{checkSums, differ("SELECT specialist_id, state, outcome, n FROM sent_count",
		"SELECT specialist_id, state, outcome, count(*) FROM referral_out GROUP BY specialist_id, state, outcome"), true},
	{checkReferrals, "SELECT referee_id FROM referral_in WHERE state <> 'denied' AND deleted_at = 0 GROUP BY referee_id HAVING count(*) > 1", false},
	// Whoever is left when those are taken away again and again whom nobody live sent stands on a circle or below one.
	{checkReferrals, `WITH RECURSIVE live AS MATERIALIZED (SELECT referee_id AS low, referrer_customer_id AS high FROM referral_in
		   WHERE state <> 'denied' AND deleted_at = 0 AND referrer_customer_id IS NOT NULL),
		 free (id) AS (SELECT high FROM live WHERE high NOT IN (SELECT low FROM live) UNION SELECT live.low FROM free JOIN live ON live.high = free.id)
		 SELECT low FROM live WHERE low NOT IN (SELECT id FROM free)`, false},
	{checkReferrals, `SELECT r.id FROM referral_in r WHERE r.deleted_at = 0 AND r.state <> 'denied' AND r.state <> CASE
		WHEN r.from_before = 1 OR EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = r.referee_id AND v.state = 'completed' AND v.deleted_at = 0) THEN 'approved'
		WHEN EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = r.referee_id AND v.state = 'open' AND v.deleted_at = 0) THEN 'qualified' ELSE 'pending' END`, false},
	{checkAnswers, "SELECT request_id FROM alternative WHERE state = 'accepted' GROUP BY request_id HAVING count(*) > 1", false},
	{checkAnswers, `SELECT r.id FROM request r WHERE r.state IN ('substituted', 'ordered_in', 'referred_out', 'deferred') AND NOT EXISTS (SELECT 1 FROM alternative a
		WHERE a.request_id = r.id AND a.state = 'accepted' AND r.state =
		  CASE a.kind WHEN 'order_in' THEN 'ordered_in' WHEN 'specialist' THEN 'referred_out' WHEN 'later' THEN 'deferred' ELSE 'substituted' END)`, false},
	{checkAnswers, `SELECT r.id FROM request r WHERE r.state IN ('unavailable', 'lost') AND (EXISTS (SELECT 1 FROM alternative a WHERE a.request_id = r.id AND a.state = 'accepted')
		OR r.nothing_suitable = 0 AND NOT EXISTS (SELECT 1 FROM alternative a WHERE a.request_id = r.id))`, false},
	{checkPromises, `SELECT a.id FROM alternative a JOIN request r ON r.id = a.request_id JOIN visit v ON v.id = r.visit_id
		WHERE v.deleted_at = 0 AND v.state <> 'cancelled' AND a.state = 'accepted' AND CASE a.kind
		  WHEN 'order_in' THEN NOT EXISTS (SELECT 1 FROM want w WHERE w.alternative_id = a.id)
		  WHEN 'specialist' THEN NOT EXISTS (SELECT 1 FROM referral_out o WHERE o.alternative_id = a.id)
		  WHEN 'later' THEN NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.alternative_id = a.id) ELSE 0 END`, false},
	{checkThanks, `SELECT r.id FROM referral_in r LEFT JOIN customer c ON c.id = r.referrer_customer_id LEFT JOIN specialist p ON p.id = r.referrer_specialist_id
		WHERE r.deleted_at = 0 AND r.state = 'approved' AND r.from_before = 0 AND coalesce(c.deleted_at, p.deleted_at) = 0
		  AND c.state IS NOT 'archived' AND NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'referral' AND t.cause_id = r.id)`, false},
	{checkThanks, `SELECT p.id FROM praise p JOIN customer c ON c.id = p.customer_id WHERE p.deleted_at = 0 AND c.deleted_at = 0 AND c.state = 'active'
		AND NOT EXISTS (SELECT 1 FROM thank_you t WHERE t.cause = 'praise' AND t.cause_id = p.id AND t.customer_id = p.customer_id)`, false},
	{checkThanks, `SELECT 1 FROM thank_you WHERE state <> 'waived'
		GROUP BY customer_id, specialist_id, cause, cause_id, milestone, iif(cause = 'other', talking_point, '') HAVING count(*) > 1`, false},
	{checkGone, `SELECT f.id FROM follow_up f JOIN customer c ON c.id = f.customer_id WHERE f.state = 'open' AND (c.deleted_at <> 0 OR c.state = 'archived')
		UNION ALL SELECT w.id FROM want w JOIN customer c ON c.id = w.customer_id WHERE w.state NOT IN ('collected', 'cancelled') AND (c.deleted_at <> 0 OR c.state = 'archived')
		UNION ALL SELECT t.id FROM thank_you t JOIN customer c ON c.id = t.customer_id WHERE t.state IN ('owed', 'printed') AND (c.deleted_at <> 0 OR c.state = 'archived')`, false},
	{checkGone, `SELECT c.id FROM customer c WHERE c.state = 'erased' AND (EXISTS (SELECT 1 FROM earlier WHERE id = c.id) OR EXISTS (SELECT 1 FROM photo WHERE id = c.id)
		OR EXISTS (SELECT 1 FROM contact WHERE customer_id = c.id) OR EXISTS (SELECT 1 FROM remember WHERE customer_id = c.id)
		OR EXISTS (SELECT 1 FROM praise WHERE customer_id = c.id AND (text <> '-' OR text_key || link <> '')))`, false},
	{checkGone, "SELECT id FROM undoing", false},
}

// differ is the query of the rows that only one of two queries gives.
func differ(one, other string) string {
	return "SELECT * FROM (" + one + " EXCEPT " + other + ") UNION ALL SELECT * FROM (" + other + " EXCEPT " + one + ")"
}

// namedWrong is the query of the rows that name a thing that is another one.
func namedWrong(table string) string {
	return "SELECT t.id FROM " + table + " t JOIN item i ON i.id = t.item_id WHERE i.merged_into IS NOT NULL"
}
