package models

import (
	"encoding/json"
	"slices"
	"strings"
)

// FieldType says how a value of the activity log is to be shown.
type FieldType string

// The types of field.
const (
	FieldText   FieldType = "text"
	FieldNumber FieldType = "number"
	FieldMoney  FieldType = "money"  // minor units
	FieldMoment FieldType = "moment" // seconds since 1970 in UTC; 0 is never
	FieldDay    FieldType = "day"
	FieldTick   FieldType = "tick" // 0 or 1
	FieldWord   FieldType = "word" // one of the words of its own type: a state, a kind, a reason
	FieldName   FieldType = "name" // somebody or something with a name
)

// ActivityField is a column whose change is news.
type ActivityField struct {
	Table, Column string
	Type          FieldType
	names         string // for FieldName, the table of what is named
}

// Key is "table.column", by which the screens name the field.
func (f ActivityField) Key() string { return f.Table + "." + f.Column }

func newsOf(table string, is FieldType, columns string) (fields []ActivityField) {
	for _, column := range strings.Fields(columns) {
		fields = append(fields, ActivityField{Table: table, Column: column, Type: is})
	}
	return fields
}

func naming(table, column, names string) ActivityField {
	return ActivityField{Table: table, Column: column, Type: FieldName, names: names}
}

// activityFields are the columns whose change the owner is told of. The others are kept by the file itself (sums,
// search, places in a list, the moments that go with a state) or never change.
var activityFields = slices.Concat(
	newsOf("shop", FieldText, "name address phone email currency symbol"), newsOf("shop", FieldNumber, "decimals loyal_days usual_gap milestone_visits milestone_years"),
	newsOf("shop", FieldWord, "paper thank_channel referral_earns"), newsOf("shop", FieldText, "referral_reward"), newsOf("shop", FieldMoney, "referral_cost"),
	newsOf("shop", FieldTick, "milestone_birthday"), newsOf("logo", FieldText, "file"), newsOf("logo", FieldMoment, "chosen_at"),
	newsOf("staff", FieldText, "name"), newsOf("staff", FieldDay, "active_from active_to"),
	newsOf("source", FieldText, "name"), newsOf("source", FieldWord, "kind"),
	newsOf("customer", FieldText, "name preferred_name address country birthday"), newsOf("customer", FieldTick, "no_post no_phone no_email"),
	newsOf("customer", FieldWord, "state archived_why reach_by"), newsOf("customer", FieldDay, "invited_on"), []ActivityField{naming("customer", "source_id", "source"),
		naming("customer", "merged_into", "customer"), naming("customer_tag", "tag_id", "tag")},
	newsOf("earlier", FieldNumber, "visit_n"), newsOf("earlier", FieldMoney, "spent"), newsOf("earlier", FieldDay, "first_on last_on"),
	newsOf("contact", FieldWord, "kind"), newsOf("contact", FieldText, "label value"),
	newsOf("remember", FieldText, "text"), newsOf("remember", FieldDay, "noted_on still_on"),
	newsOf("specialist", FieldText, "name trades phone email address note"), newsOf("specialist", FieldDay, "last_confirmed"),
	newsOf("specialist", FieldTick, "do_not_use"), newsOf("specialist", FieldWord, "state"),
	newsOf("item", FieldText, "name"), []ActivityField{naming("item", "merged_into", "item")},
	[]ActivityField{naming("visit", "customer_id", "customer"), naming("visit", "served_by", "staff"), naming("visit", "asked_for", "staff")},
	newsOf("visit", FieldMoment, "at promised_for ready_at"), newsOf("visit", FieldWord, "channel how_left state"),
	newsOf("visit", FieldMoney, "amount"), newsOf("visit", FieldText, "extra note made_good"),
	[]ActivityField{naming("request", "item_id", "item")}, newsOf("request", FieldNumber, "quantity"), newsOf("request", FieldMoney, "worth"),
	newsOf("request", FieldText, "their_words understood"), newsOf("request", FieldTick, "agreed nothing_suitable"),
	newsOf("request", FieldWord, "reason lost_reason state"),
	newsOf("alternative", FieldWord, "kind state"), newsOf("alternative", FieldText, "description decline_reason"),
	newsOf("alternative", FieldDay, "due_on"), newsOf("alternative", FieldMoney, "price"),
	[]ActivityField{naming("alternative", "item_id", "item"), naming("alternative", "specialist_id", "specialist"), naming("alternative", "offered_by", "staff")},
	[]ActivityField{naming("want", "customer_id", "customer"), naming("want", "item_id", "item")}, newsOf("want", FieldDay, "due_on"), newsOf("want", FieldWord, "state"),
	[]ActivityField{naming("want", "ordered_by", "staff")},
	[]ActivityField{naming("referral_in", "referrer_customer_id", "customer"), naming("referral_in", "referrer_specialist_id", "specialist"),
		naming("referral_in", "referee_id", "customer"), naming("referral_in", "staff_id", "staff")},
	newsOf("referral_in", FieldDay, "on_day"), newsOf("referral_in", FieldText, "note denied_reason"),
	newsOf("referral_in", FieldTick, "from_before"), newsOf("referral_in", FieldWord, "state"),
	[]ActivityField{naming("referral_out", "customer_id", "customer"), naming("referral_out", "specialist_id", "specialist")},
	newsOf("referral_out", FieldText, "need outcome_note"), newsOf("referral_out", FieldTick, "consent"),
	newsOf("referral_out", FieldDay, "consent_on sent_on ask_on"), newsOf("referral_out", FieldWord, "outcome state"),
	[]ActivityField{naming("praise", "customer_id", "customer"), naming("praise", "staff_id", "staff")}, newsOf("praise", FieldText, "said_by text link"),
	newsOf("praise", FieldWord, "channel"), newsOf("praise", FieldNumber, "rating"), newsOf("praise", FieldTick, "may_quote"), newsOf("praise", FieldDay, "on_day replied_on"),
	newsOf("thank_you", FieldWord, "channel state reward_kind"), newsOf("thank_you", FieldText, "talking_point reward words waived_reason"), newsOf("thank_you", FieldDay, "given_on"),
	newsOf("thank_you", FieldMoney, "cost"), []ActivityField{naming("thank_you", "thanked_by", "staff")},
	[]ActivityField{naming("follow_up", "customer_id", "customer")}, newsOf("follow_up", FieldDay, "due_on came_in"),
	newsOf("follow_up", FieldText, "why outcome"), newsOf("follow_up", FieldWord, "state"),
	[]ActivityField{naming("advert_spend", "source_id", "source")}, newsOf("advert_spend", FieldText, "month"), newsOf("advert_spend", FieldMoney, "amount"),
)

// ActivityFields gives every field that a line of the activity log can tell of.
func ActivityFields() []ActivityField { return slices.Clone(activityFields) }

func fieldNamed(key string) (ActivityField, bool) {
	i := slices.IndexFunc(activityFields, func(f ActivityField) bool { return f.Key() == key })
	if i < 0 {
		return ActivityField{}, false
	}
	return activityFields[i], true
}

// isNews tells whether any change of the table's rows is news.
func isNews(table string) bool {
	return slices.ContainsFunc(activityFields, func(f ActivityField) bool { return f.Table == table })
}

// ifNews gives the SQL expression, for a trigger on an update, of whether something changed that is news, or the row went to
// the bin or to another customer: most updates only keep a sum.
func ifNews(table string, columns []string) string {
	var olds, news []string
	for _, c := range columns {
		if _, told := fieldNamed(table + "." + c); told || c == "deleted_at" || c == "customer_id" {
			olds, news = append(olds, "OLD."+c), append(news, "NEW."+c)
		}
	}
	if len(olds) == 0 || !isNews(table) {
		return "0"
	}
	return "(" + strings.Join(olds, ", ") + ") IS NOT (" + strings.Join(news, ", ") + ")"
}

// isBlank tells whether there is nothing to say of a value beside one that is not there.
func isBlank(value any) bool {
	return value == nil || value == "" || value == json.Number("0")
}
