package models

// changedInWords writes a line's fields out, one beneath the other.
const changedInWords = `(SELECT group_concat(value ->> 'field' || ': ' || ifnull(value ->> 'from', '') || ' > ' || ifnull(value ->> 'to', ''), char(10))
	FROM json_each(nullif(t.fields, '')))`

// outWork are what happened: visits, what was asked for, who sent whom and who is to be thanked.
func outWork() []OutTable {
	return []OutTable{
		{"visit", "the service log, one row for each visit", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "who came: a row of customer, or nothing for a stranger"), moment("at", "t.at", "when"), day("day", "t.day", "the day"),
			text("channel", "t.channel", "in_person, phone or message"), text("served_by", "sb.name", "who served them"), text("asked_for", "af.name", "whom they asked for by name"),
			amount("amount", "t.amount", "what they spent"), moment("promised_for", "t.promised_for", "when it was promised for"), moment("ready_at", "t.ready_at", "when it was ready"),
			text("made_good", "t.made_good", "what was done about a promise not kept"), text("extra", "t.extra", "something they did not ask for"), text("how_left", "t.how_left", "delighted, content or unhappy"), text("note", "t.note", "what was noted"),
			text("state", "t.state", "open, completed or cancelled"), moment("created_at", "t.created_at", "when it was logged"), moment("deleted_at", "t.deleted_at", "when it was taken out of the log")},
			"visit t LEFT JOIN staff sb ON sb.id = t.served_by LEFT JOIN staff af ON af.id = t.asked_for", "t.customer_id = @id"},
		{"request", "what was asked for", []OutColumn{
			text("id", "t.id", rowNumber), text("visit_id", "t.visit_id", "in which visit"), text("position", "t.position", "its place in the visit, from 0"), text("item", "i.name", "the thing or job"),
			count("quantity", "t.quantity", "how many"), text("their_words", "t.their_words", "in their words"), text("understood", "t.understood", "as we understood it"), yesNo("agreed", "t.agreed", "they agreed"),
			text("reason", "t.reason", "why it was not available"), yesNo("nothing_suitable", "t.nothing_suitable", "there was nothing suitable to offer"), text("lost_reason", "t.lost_reason", "why it was lost"), amount("worth", "t.worth", "what the shop would have taken for it"),
			text("named_item", "n.name", "what it was asked for as, where that is another name of the thing"),
			text("state", "t.state", "received, fulfilled, unavailable, substituted, ordered_in, referred_out, deferred or lost")},
			"request t JOIN item i ON i.id = t.item_id LEFT JOIN item n ON n.id = t.named_item_id", "t.visit_id IN (SELECT id FROM visit WHERE customer_id = @id)"},
		{"alternative", "what was offered instead", []OutColumn{
			text("id", "t.id", rowNumber), text("request_id", "t.request_id", "for which request"), text("position", "t.position", "its place, from 0"),
			text("kind", "t.kind", "item, order_in, specialist, later or other"), text("item", "i.name", "which thing"), text("specialist", "p.name", "which specialist"), text("description", "t.description", "in words"),
			day("due_on", "t.due_on", "for when"), amount("price", "t.price", "at what price"), text("offered_by", "s.name", "who offered it"), text("decline_reason", "t.decline_reason", "why they declined"),
			text("named_item", "n.name", "what it was offered as, where that is another name of the thing"),
			text("state", "t.state", "offered, accepted, declined, thinking or withdrawn")},
			"alternative t LEFT JOIN item i ON i.id = t.item_id LEFT JOIN item n ON n.id = t.named_item_id LEFT JOIN specialist p ON p.id = t.specialist_id LEFT JOIN staff s ON s.id = t.offered_by",
			"t.request_id IN (SELECT r.id FROM request r JOIN visit v ON v.id = r.visit_id WHERE v.customer_id = @id)"},
		{"want", "who waits for what", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "who waits: a row of customer"), text("item", "i.name", "for what"), text("request_id", "t.request_id", "from which request"),
			text("named_item", "n.name", "what it was asked for as, where that is another name of the thing"), text("alternative_id", "t.alternative_id", "from which offer"), day("due_on", "t.due_on", "until when"), text("ordered_by", "s.name", "who ordered it"), day("ordered_on", "t.ordered_on", "when it was ordered"), text("state", "t.state", "requested, ordered, ready, notified, collected or cancelled"),
			moment("created_at", "t.created_at", "since when"), moment("changed_at", "t.changed_at", "when it last went on")}, "want t JOIN item i ON i.id = t.item_id LEFT JOIN item n ON n.id = t.named_item_id LEFT JOIN staff s ON s.id = t.ordered_by", "t.customer_id = @id"},
		{"referral_in", "who was sent to the shop by whom", []OutColumn{
			text("id", "t.id", rowNumber), text("referrer_customer_id", "t.referrer_customer_id", "the customer who sent them: a row of customer"),
			text("referrer_specialist_id", "t.referrer_specialist_id", "or the specialist who did"), text("referrer", "coalesce(c.name, p.name)", "the name of who did"),
			text("referee_id", "t.referee_id", "who was sent: a row of customer"), text("referee", "e.name", "their name"), text("on_day", "t.on_day", "the day"),
			text("staff", "s.name", "who was recommended by name"), text("note", "t.note", "what was noted"), yesNo("from_before", "t.from_before", "from before this book was kept"),
			text("state", "t.state", "pending, qualified, approved or denied"), text("denied_reason", "t.denied_reason", "why it was denied"), moment("approved_at", "t.approved_at", "when they became a customer"),
			moment("created_at", "t.created_at", "when it was noted"), moment("deleted_at", "t.deleted_at", "when it was taken away")},
			"referral_in t JOIN customer e ON e.id = t.referee_id LEFT JOIN customer c ON c.id = t.referrer_customer_id LEFT JOIN specialist p ON p.id = t.referrer_specialist_id LEFT JOIN staff s ON s.id = t.staff_id",
			"t.referee_id = @id OR t.referrer_customer_id = @id"},
		{"referral_out", "who was sent to which specialist", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "who was sent: a row of customer"), text("specialist", "p.name", "to whom"), text("specialist_id", "t.specialist_id", "a row of specialist"),
			text("request_id", "t.request_id", "from which request"), text("alternative_id", "t.alternative_id", "from which offer"), text("need", "t.need", "what for"),
			yesNo("consent", "t.consent", "their details may be shared"), day("consent_on", "t.consent_on", "the day they said so"), day("sent_on", "t.sent_on", "the day"), day("ask_on", "t.ask_on", "when to ask how it went"),
			text("outcome", "t.outcome", "satisfied, not_satisfied or did_not_go"), text("outcome_note", "t.outcome_note", "how it went, in words"), text("state", "t.state", "draft, sent, heard_back or cancelled"),
			moment("created_at", "t.created_at", "when it was noted")}, "referral_out t JOIN specialist p ON p.id = t.specialist_id", "t.customer_id = @id"},
		{"praise", "what people say about the shop", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "who said it: a row of customer"), text("said_by", "t.said_by", "or the name it is signed with, of somebody who is not in the book"),
			text("staff", "s.name", "whom it names"), text("text", "t.text", "word for word"), text("channel", "t.channel", "in_person, letter (or e-mail), review (for all to read) or other"),
			count("rating", "nullif(t.rating, 0)", "the stars, 1 to 5"), yesNo("may_quote", "t.may_quote", "they may be quoted"), text("link", "t.link", "where it can be read"),
			text("on_day", "t.on_day", "the day"), day("replied_on", "t.replied_on", "the day it was answered"), moment("created_at", "t.created_at", "when it was noted"), moment("deleted_at", "t.deleted_at", "when it was taken out")},
			"praise t LEFT JOIN staff s ON s.id = t.staff_id", "t.customer_id = @id"},
		{"thank_you", "who is to be thanked, and was", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "the customer: a row of customer"), text("specialist_id", "t.specialist_id", "or the specialist"),
			text("cause", "t.cause", "referral, praise, milestone or other"), text("cause_id", "t.cause_id", "the row of that kind; of a milestone how many visits or years, or which year"), text("milestone", "t.milestone", "visits, years or birthday"), text("channel", "t.channel", "card, letter, call, visit, email or gift"),
			text("talking_point", "t.talking_point", "what to thank for"), text("reward_kind", "t.reward_kind", "what goes with it: card, gift or money_off"), text("reward", "t.reward", "and in words"), amount("cost", "t.cost", "what that costs"), day("given_on", "t.given_on", "when that was given"), day("since", "t.since", "due since"),
			text("state", "t.state", "owed, printed, thanked or waived"), moment("printed_at", "t.printed_at", "when it was printed"), moment("thanked_at", "t.thanked_at", "when they were thanked"),
			text("thanked_by", "s.name", "by whom"), text("words", "t.words", "how"), text("waived_reason", "t.waived_reason", "why it was put aside"), moment("created_at", "t.created_at", "when it became due")},
			"thank_you t LEFT JOIN staff s ON s.id = t.thanked_by", "t.customer_id = @id"},
		{"follow_up", "whom to get back to", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "to whom: a row of customer"), text("cause", "t.cause", "visit, alternative, want, referral_out or other"),
			text("visit_id", "t.visit_id", "after which visit"), text("alternative_id", "t.alternative_id", "about which offer"), day("due_on", "t.due_on", "when"), text("why", "t.why", "why"), day("came_in", "t.came_in", "when what they wait for came in"),
			text("state", "t.state", "open, done or skipped"), text("outcome", "t.outcome", "what came of it"), moment("done_at", "t.done_at", "when it was done"), moment("created_at", "t.created_at", "when it was noted")},
			"follow_up t", "t.customer_id = @id"},
		{"call", "calls about what came in", []OutColumn{
			text("id", "t.id", rowNumber), text("want_id", "t.want_id", "about what they wait for"), text("follow_up_id", "t.follow_up_id", "or about what we were to tell them"), moment("at", "t.at", "when"),
			text("outcome", "t.outcome", "reached, left_message, not_wanted or collected")},
			"call t", "t.want_id IN (SELECT id FROM want WHERE customer_id = @id) OR t.follow_up_id IN (SELECT id FROM follow_up WHERE customer_id = @id)"},
		{"snooze", "what was put off on Today", []OutColumn{
			text("id", "t.id", rowNumber), text("line", "t.line", "which line"), text("customer_id", "t.customer_id", "about whom: a row of customer"), text("visit_id", "t.visit_id", "or about which visit"),
			text("want_id", "t.want_id", "or about which want"), text("thank_you_id", "t.thank_you_id", "or about which thank-you"), day("until", "t.until", "until when")},
			"snooze t", `t.customer_id = @id OR t.visit_id IN (SELECT id FROM visit WHERE customer_id = @id) OR t.want_id IN (SELECT id FROM want WHERE customer_id = @id)
				OR t.thank_you_id IN (SELECT id FROM thank_you WHERE customer_id = @id)`},
		{"advert_spend", "what adverts cost", []OutColumn{
			text("id", "t.id", rowNumber), text("source_id", "t.source_id", "which advert: a row of source"), text("source", "s.name", "what it is called"), text("month", "t.month", "in which month, as YYYY-MM"), amount("amount", "t.amount", "how much")},
			"advert_spend t JOIN source s ON s.id = t.source_id", ""},
		{"activity", "what was changed in the book, and when", []OutColumn{
			text("id", "t.id", rowNumber), moment("at", "t.at", "when"), text("event", "t.event", "added, changed, taken_out, put_back, removed or erased"), text("via", "t.via", "undo or redo, where it came about so"),
			text("thing", "t.thing", "what sort of thing: the name of another file"), text("thing_id", "t.thing_id", "which row of that file"), text("customer_id", "t.customer_id", "about whom: a row of customer"),
			text("label", "t.label", "what the thing was called then"), text("fields", changedInWords, "the fields that changed, each from what to what")},
			"activity t", "t.customer_id = @id"},
	}
}
