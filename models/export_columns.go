package models

import "slices"

// OutTable is one file of the whole shop, and one part of all about a person: rows as people read them, with names
// beside the numbers of other rows.
type OutTable struct {
	Name    string
	Meaning string
	Columns []OutColumn

	from   string // what comes after FROM
	person string // which rows are about the customer @id; "" for none
}

// OutColumn is one column of an OutTable.
type OutColumn struct {
	Name    string
	Meaning string
	Kind    OutKind

	sql string
}

// OutKind is what sort of value stands in a column, and how it is written.
type OutKind int

// The kinds.
const (
	OutText   OutKind = iota // as it is
	OutDay                   // YYYY-MM-DD, or --MM-DD without a year
	OutTime                  // the shop's local time, as OutTimeLayout
	OutMoney                 // with a point before the decimals of the shop's currency
	OutNumber                // how many
	OutYesNo                 // "yes" or "no"
)

// OutTimeLayout is how a time is written, for the package time.
const OutTimeLayout = "2006-01-02 15:04"

const rowNumber = "the number of this row; other files name it"

func text(name, sql, meaning string) OutColumn   { return OutColumn{name, meaning, OutText, sql} }
func day(name, sql, meaning string) OutColumn    { return OutColumn{name, meaning, OutDay, sql} }
func moment(name, sql, meaning string) OutColumn { return OutColumn{name, meaning, OutTime, sql} }
func amount(name, sql, meaning string) OutColumn { return OutColumn{name, meaning, OutMoney, sql} }
func count(name, sql, meaning string) OutColumn  { return OutColumn{name, meaning, OutNumber, sql} }
func yesNo(name, sql, meaning string) OutColumn  { return OutColumn{name, meaning, OutYesNo, sql} }

// OutTables are the files of the whole shop. A column of the shop file that stands in none is one the program keeps
// for itself and can make anew.
func OutTables() []OutTable {
	return slices.Concat(outBook(), outSorting(), outWork())
}

// outBook are the people, and what the shop says of itself.
func outBook() []OutTable {
	return []OutTable{
		{"shop", "the shop itself", []OutColumn{
			text("uid", "t.uid", "a number that tells this shop's file from others"), text("name", "t.name", "its name"), text("address", "t.address", "its address"),
			text("phone", "t.phone", "its phone number"), text("email", "t.email", "its e-mail address"), text("currency", "t.currency", "the currency of all amounts, as its three letters"),
			text("symbol", "t.symbol", "the sign of the currency"), text("decimals", "t.decimals", "the decimals of the currency"), text("paper", "t.paper", "the paper lists are printed on"),
			text("loyal_days", "t.loyal_days", "on how many days of a year somebody comes who is loyal"), text("usual_gap", "t.usual_gap", "how many days usually pass between two visits"),
			text("thank_channel", "t.thank_channel", "how people are thanked unless chosen otherwise"), text("referral_earns", "t.referral_earns", "what sending somebody earns: card, gift or money_off"),
			text("referral_reward", "t.referral_reward", "what that is, in words"), amount("referral_cost", "t.referral_cost", "what one costs the shop"),
			text("milestone_visits", "nullif(t.milestone_visits, 0)", "every how many visit days somebody is thanked"), text("milestone_years", "nullif(t.milestone_years, 0)", "every how many years"),
			yesNo("milestone_birthday", "t.milestone_birthday", "birthdays are thanked for"), moment("created_at", "t.created_at", "when this book was begun")},
			"shop t", ""},
		{"staff", "the people who work in the shop", []OutColumn{
			text("id", "t.id", rowNumber), text("name", "t.name", "their name"), day("active_from", "t.active_from", "the day they began"), day("active_to", "t.active_to", "the day they left"),
			moment("created_at", "t.created_at", "when they were noted")}, "staff t", ""},
		{"source", "the ways people find the shop", []OutColumn{
			text("id", "t.id", rowNumber), text("name", "t.name", "what it is called"), text("kind", "t.kind", "word_of_mouth, bought (an advert) or other"),
			moment("deleted_at", "t.deleted_at", "when it was taken off the list")}, "source t", ""},
		{"customer", "the customer book", []OutColumn{
			text("id", "t.id", rowNumber), text("name", "t.name", "the name"), text("preferred_name", "t.preferred_name", "what they like to be called"), text("address", "t.address", "the postal address"), text("country", "t.country", "the country, where it is not the shop's"),
			day("birthday", "t.birthday", "the birthday; --MM-DD without its year"), text("source", "s.name", "how they found the shop"), yesNo("no_post", "t.no_post", "they asked for no post"),
			yesNo("no_phone", "t.no_phone", "they asked for no calls"), yesNo("no_email", "t.no_email", "they asked for no e-mail"), text("reach_by", "t.reach_by", "how they like to be reached: post, phone, email or person (when they are here)"),
			day("invited_on", "t.invited_on", "the day they were asked to recommend the shop"), text("state", "t.state", "active, archived, merged or erased"),
			day("no_post_on", "t.no_post_on", "the day they asked for no post"), day("no_phone_on", "t.no_phone_on", "the day they asked for no calls"), day("no_email_on", "t.no_email_on", "the day they asked for no e-mail"),
			day("archived_on", "t.archived_on", "the day they were put away"), text("archived_why", "t.archived_why", "moved, died or other"), text("merged_into", "t.merged_into", "who they turned out to be: a row of customer"),
			moment("created_at", "t.created_at", "when they were added"), moment("updated_at", "t.updated_at", "when the card was changed last"), moment("deleted_at", "t.deleted_at", "when they were taken out of the book"),
			count("visits", "t.visit_n", "how many visits are completed"), count("visit_days", "t.visit_day_n", "on how many days"), moment("first_visit", "t.first_at", "the first of them"),
			moment("last_visit", "t.last_at", "the last of them"), amount("spent", "t.spent", "what they spent in all"), count("asked_for_staff", "t.asked_n", "how often they asked for somebody by name"),
			count("brought", "t.brought_n", "how many people they sent who became customers"),
			count("praised", "t.praise_n", "how often they praised the shop"), count("reviews", "t.review_n", "how often of those for all to read")}, "customer t LEFT JOIN source s ON s.id = t.source_id", "t.id = @id"},
		{"earlier", "what an old program had counted before this book was kept", []OutColumn{
			text("id", "t.id", "of whom: a row of customer"), count("visits", "nullif(t.visit_n, 0)", "how many visits it had counted"), amount("spent", "nullif(t.spent, 0)", "what they had spent"),
			day("first_on", "t.first_on", "the day of the first"), day("last_on", "t.last_on", "the day of the last")}, "earlier t", "t.id = @id"},
		{"contact", "phone numbers and e-mail addresses", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "whose it is: a row of customer"), text("kind", "t.kind", "phone or email"), text("label", "t.label", "what it is called"),
			text("value", "t.value", "the number or address as it was typed"), text("position", "t.position", "its place on the card, from 0")}, "contact t", "t.customer_id = @id"},
		{"remember", "what to remember about customers", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "about whom: a row of customer"), text("text", "t.text", "what was noted"), day("noted_on", "t.noted_on", "the day it was noted"),
			day("still_on", "t.still_on", "the day it was last said to be still true"), text("position", "t.position", "its place on the card, from 0")}, "remember t", "t.customer_id = @id"},
		{"specialist", "the people customers are sent to", []OutColumn{
			text("id", "t.id", rowNumber), text("name", "t.name", "the name"), text("trades", "t.trades", "what they do"), text("phone", "t.phone", "phone number"), text("email", "t.email", "e-mail address"),
			text("address", "t.address", "address"), text("note", "t.note", "what was noted"), day("last_confirmed", "t.last_confirmed", "the day all this was last found right"),
			yesNo("do_not_use", "t.do_not_use", "nobody is to be sent there"), text("state", "t.state", "active or paused"), moment("created_at", "t.created_at", "when they were added"),
			moment("deleted_at", "t.deleted_at", "when they were taken out of the book")}, "specialist t", ""},
		{"item", "the things and jobs people ask for", []OutColumn{
			text("id", "t.id", rowNumber), text("name", "t.name", "what it is called"), text("merged_into", "t.merged_into", "the thing it is another name of: a row of item"), moment("created_at", "t.created_at", "when it was first asked for"), moment("deleted_at", "t.deleted_at", "when it was taken off the list")},
			"item t", ""},
	}
}
