package models

import "slices"

// OutTable is one file of the whole shop, and one part of all about a person: rows as people read them, with names
// beside the numbers of other rows. What it means, and each of its columns, is a text of the translations.
type OutTable struct {
	Name    string
	Columns []OutColumn

	from   string // what comes after FROM
	person string // which rows are about the customer @id; "" for none
}

// OutColumn is one column of an OutTable.
type OutColumn struct {
	Name string
	Kind OutKind

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

func text(name, sql string) OutColumn   { return OutColumn{name, OutText, sql} }
func day(name, sql string) OutColumn    { return OutColumn{name, OutDay, sql} }
func moment(name, sql string) OutColumn { return OutColumn{name, OutTime, sql} }
func amount(name, sql string) OutColumn { return OutColumn{name, OutMoney, sql} }
func count(name, sql string) OutColumn  { return OutColumn{name, OutNumber, sql} }
func yesNo(name, sql string) OutColumn  { return OutColumn{name, OutYesNo, sql} }

// OutTables are the files of the whole shop. A column of the shop file that stands in none is one the program keeps
// for itself and can make anew.
func OutTables() []OutTable {
	return slices.Concat(outBook(), outSorting(), outWork())
}

// outBook are the people, and what the shop says of itself.
func outBook() []OutTable {
	return []OutTable{
		{"shop", []OutColumn{
			text("uid", "t.uid"), text("name", "t.name"), text("address", "t.address"),
			text("phone", "t.phone"), text("email", "t.email"), text("currency", "t.currency"),
			text("symbol", "t.symbol"), text("decimals", "t.decimals"), text("paper", "t.paper"),
			text("loyal_days", "t.loyal_days"), text("usual_gap", "t.usual_gap"),
			text("thank_channel", "t.thank_channel"), text("referral_earns", "t.referral_earns"),
			text("referral_reward", "t.referral_reward"), amount("referral_cost", "t.referral_cost"),
			text("milestone_visits", "nullif(t.milestone_visits, 0)"), text("milestone_years", "nullif(t.milestone_years, 0)"),
			yesNo("milestone_birthday", "t.milestone_birthday"), moment("created_at", "t.created_at")},
			"shop t", ""},
		{"staff", []OutColumn{
			text("id", "t.id"), text("name", "t.name"), day("active_from", "t.active_from"), day("active_to", "t.active_to"),
			moment("created_at", "t.created_at")}, "staff t", ""},
		{"source", []OutColumn{
			text("id", "t.id"), text("name", "t.name"), text("kind", "t.kind"),
			moment("deleted_at", "t.deleted_at")}, "source t", ""},
		{"customer", []OutColumn{
			text("id", "t.id"), text("name", "t.name"), text("preferred_name", "t.preferred_name"), text("address", "t.address"), text("country", "t.country"),
			day("birthday", "t.birthday"), text("source", "s.name"), yesNo("no_post", "t.no_post"),
			yesNo("no_phone", "t.no_phone"), yesNo("no_email", "t.no_email"), text("reach_by", "t.reach_by"),
			day("invited_on", "t.invited_on"), text("state", "t.state"),
			day("no_post_on", "t.no_post_on"), day("no_phone_on", "t.no_phone_on"), day("no_email_on", "t.no_email_on"),
			day("archived_on", "t.archived_on"), text("archived_why", "t.archived_why"), text("merged_into", "t.merged_into"),
			moment("created_at", "t.created_at"), moment("updated_at", "t.updated_at"), moment("deleted_at", "t.deleted_at"),
			count("visits", "t.visit_n"), count("visit_days", "t.visit_day_n"), moment("first_visit", "t.first_at"),
			moment("last_visit", "t.last_at"), amount("spent", "t.spent"), count("asked_for_staff", "t.asked_n"),
			count("brought", "t.brought_n"),
			count("praised", "t.praise_n"), count("reviews", "t.review_n")}, "customer t LEFT JOIN source s ON s.id = t.source_id", "t.id = @id"},
		{"earlier", []OutColumn{
			text("id", "t.id"), count("visits", "nullif(t.visit_n, 0)"), amount("spent", "nullif(t.spent, 0)"),
			day("first_on", "t.first_on"), day("last_on", "t.last_on")}, "earlier t", "t.id = @id"},
		{"contact", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("kind", "t.kind"), text("label", "t.label"),
			text("value", "t.value"), text("position", "t.position")}, "contact t", "t.customer_id = @id"},
		{"remember", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("text", "t.text"), day("noted_on", "t.noted_on"),
			day("still_on", "t.still_on"), text("position", "t.position")}, "remember t", "t.customer_id = @id"},
		{"specialist", []OutColumn{
			text("id", "t.id"), text("name", "t.name"), text("trades", "t.trades"), text("phone", "t.phone"), text("email", "t.email"),
			text("address", "t.address"), text("note", "t.note"), day("last_confirmed", "t.last_confirmed"),
			yesNo("do_not_use", "t.do_not_use"), text("state", "t.state"), moment("created_at", "t.created_at"),
			moment("deleted_at", "t.deleted_at")}, "specialist t", ""},
		{"item", []OutColumn{
			text("id", "t.id"), text("name", "t.name"), text("merged_into", "t.merged_into"), moment("created_at", "t.created_at"), moment("deleted_at", "t.deleted_at")},
			"item t", ""},
	}
}
