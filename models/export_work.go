package models

// changedInWords writes a line's fields out, one beneath the other.
const changedInWords = `(SELECT group_concat(value ->> 'field' || ': ' || ifnull(value ->> 'from', '') || ' > ' || ifnull(value ->> 'to', ''), char(10))
	FROM json_each(nullif(t.fields, '')))`

// outWork are what happened: visits, what was asked for, who sent whom and who is to be thanked.
func outWork() []OutTable {
	return []OutTable{
		{"visit", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), moment("at", "t.at"), day("day", "t.day"),
			text("channel", "t.channel"), text("served_by", "sb.name"), text("asked_for", "af.name"),
			amount("amount", "t.amount"), moment("promised_for", "t.promised_for"), moment("ready_at", "t.ready_at"),
			text("made_good", "t.made_good"), text("extra", "t.extra"), text("how_left", "t.how_left"), text("note", "t.note"),
			text("state", "t.state"), moment("created_at", "t.created_at"), moment("deleted_at", "t.deleted_at")},
			"visit t LEFT JOIN staff sb ON sb.id = t.served_by LEFT JOIN staff af ON af.id = t.asked_for", "t.customer_id = @id"},
		{"request", []OutColumn{
			text("id", "t.id"), text("visit_id", "t.visit_id"), text("position", "t.position"), text("item", "i.name"),
			count("quantity", "t.quantity"), text("their_words", "t.their_words"), text("understood", "t.understood"), yesNo("agreed", "t.agreed"),
			text("reason", "t.reason"), yesNo("nothing_suitable", "t.nothing_suitable"), text("lost_reason", "t.lost_reason"), amount("worth", "t.worth"),
			text("named_item", "n.name"),
			text("state", "t.state")},
			"request t JOIN item i ON i.id = t.item_id LEFT JOIN item n ON n.id = t.named_item_id", "t.visit_id IN (SELECT id FROM visit WHERE customer_id = @id)"},
		{"alternative", []OutColumn{
			text("id", "t.id"), text("request_id", "t.request_id"), text("position", "t.position"),
			text("kind", "t.kind"), text("item", "i.name"), text("specialist", "p.name"), text("description", "t.description"),
			day("due_on", "t.due_on"), amount("price", "t.price"), text("offered_by", "s.name"), text("decline_reason", "t.decline_reason"),
			text("named_item", "n.name"),
			text("state", "t.state")},
			"alternative t LEFT JOIN item i ON i.id = t.item_id LEFT JOIN item n ON n.id = t.named_item_id LEFT JOIN specialist p ON p.id = t.specialist_id LEFT JOIN staff s ON s.id = t.offered_by",
			"t.request_id IN (SELECT r.id FROM request r JOIN visit v ON v.id = r.visit_id WHERE v.customer_id = @id)"},
		{"want", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("item", "i.name"), text("request_id", "t.request_id"),
			text("named_item", "n.name"), text("alternative_id", "t.alternative_id"), day("due_on", "t.due_on"), text("ordered_by", "s.name"), day("ordered_on", "t.ordered_on"), text("state", "t.state"),
			moment("created_at", "t.created_at"), moment("changed_at", "t.changed_at")}, "want t JOIN item i ON i.id = t.item_id LEFT JOIN item n ON n.id = t.named_item_id LEFT JOIN staff s ON s.id = t.ordered_by", "t.customer_id = @id"},
		{"referral_in", []OutColumn{
			text("id", "t.id"), text("referrer_customer_id", "t.referrer_customer_id"),
			text("referrer_specialist_id", "t.referrer_specialist_id"), text("referrer", "coalesce(c.name, p.name)"),
			text("referee_id", "t.referee_id"), text("referee", "e.name"), day("on_day", "t.on_day"),
			text("staff", "s.name"), text("note", "t.note"), yesNo("from_before", "t.from_before"),
			text("state", "t.state"), text("denied_reason", "t.denied_reason"), moment("approved_at", "t.approved_at"),
			moment("created_at", "t.created_at"), moment("deleted_at", "t.deleted_at")},
			"referral_in t JOIN customer e ON e.id = t.referee_id LEFT JOIN customer c ON c.id = t.referrer_customer_id LEFT JOIN specialist p ON p.id = t.referrer_specialist_id LEFT JOIN staff s ON s.id = t.staff_id",
			"t.referee_id = @id OR t.referrer_customer_id = @id"},
		{"referral_out", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("specialist", "p.name"), text("specialist_id", "t.specialist_id"),
			text("request_id", "t.request_id"), text("alternative_id", "t.alternative_id"), text("need", "t.need"),
			yesNo("consent", "t.consent"), day("consent_on", "t.consent_on"), day("sent_on", "t.sent_on"), day("ask_on", "t.ask_on"),
			text("outcome", "t.outcome"), text("outcome_note", "t.outcome_note"), text("state", "t.state"),
			moment("created_at", "t.created_at")}, "referral_out t JOIN specialist p ON p.id = t.specialist_id", "t.customer_id = @id"},
		{"praise", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("said_by", "t.said_by"),
			text("staff", "s.name"), text("text", "t.text"), text("channel", "t.channel"),
			count("rating", "nullif(t.rating, 0)"), yesNo("may_quote", "t.may_quote"), text("link", "t.link"),
			day("on_day", "t.on_day"), day("replied_on", "t.replied_on"), moment("created_at", "t.created_at"), moment("deleted_at", "t.deleted_at")},
			"praise t LEFT JOIN staff s ON s.id = t.staff_id", "t.customer_id = @id"},
		{"thank_you", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("specialist_id", "t.specialist_id"),
			text("cause", "t.cause"), text("cause_id", "t.cause_id"), text("milestone", "t.milestone"), text("channel", "t.channel"),
			text("talking_point", "t.talking_point"), text("reward_kind", "t.reward_kind"), text("reward", "t.reward"), amount("cost", "t.cost"), day("given_on", "t.given_on"), day("since", "t.since"),
			text("state", "t.state"), moment("printed_at", "t.printed_at"), moment("thanked_at", "t.thanked_at"),
			text("thanked_by", "s.name"), text("words", "t.words"), text("waived_reason", "t.waived_reason"), moment("created_at", "t.created_at")},
			"thank_you t LEFT JOIN staff s ON s.id = t.thanked_by", "t.customer_id = @id"},
		{"follow_up", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("cause", "t.cause"),
			text("visit_id", "t.visit_id"), text("alternative_id", "t.alternative_id"), day("due_on", "t.due_on"), text("why", "t.why"), day("came_in", "t.came_in"),
			text("state", "t.state"), text("outcome", "t.outcome"), moment("done_at", "t.done_at"), moment("created_at", "t.created_at")},
			"follow_up t", "t.customer_id = @id"},
		{"call", []OutColumn{
			text("id", "t.id"), text("want_id", "t.want_id"), text("follow_up_id", "t.follow_up_id"), moment("at", "t.at"),
			text("outcome", "t.outcome")},
			"call t", "t.want_id IN (SELECT id FROM want WHERE customer_id = @id) OR t.follow_up_id IN (SELECT id FROM follow_up WHERE customer_id = @id)"},
		{"snooze", []OutColumn{
			text("id", "t.id"), text("line", "t.line"), text("customer_id", "t.customer_id"), text("visit_id", "t.visit_id"),
			text("want_id", "t.want_id"), text("thank_you_id", "t.thank_you_id"), day("until", "t.until")},
			"snooze t", `t.customer_id = @id OR t.visit_id IN (SELECT id FROM visit WHERE customer_id = @id) OR t.want_id IN (SELECT id FROM want WHERE customer_id = @id)
				OR t.thank_you_id IN (SELECT id FROM thank_you WHERE customer_id = @id)`},
		{"advert_spend", []OutColumn{
			text("id", "t.id"), text("source_id", "t.source_id"), text("source", "s.name"), text("month", "t.month"), amount("amount", "t.amount")},
			"advert_spend t JOIN source s ON s.id = t.source_id", ""},
		{"activity", []OutColumn{
			text("id", "t.id"), moment("at", "t.at"), text("event", "t.event"), text("via", "t.via"),
			text("thing", "t.thing"), text("thing_id", "t.thing_id"), text("customer_id", "t.customer_id"),
			text("label", "t.label"), text("fields", changedInWords)},
			"activity t", "t.customer_id = @id"},
	}
}
