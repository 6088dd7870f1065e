package models_test

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"gorm.io/gorm/schema"
)

// nouns are the structs that are stored.
var nouns = []any{models.Shop{}, models.Staff{}, models.Source{}, models.Customer{}, models.Contact{}, models.Remember{}, models.Specialist{}, models.Item{},
	models.Visit{}, models.Request{}, models.Alternative{}, models.Want{}, models.ReferralIn{}, models.ReferralOut{}, models.ThankYou{}, models.FollowUp{},
	models.Import{}, models.Tag{}, models.Earlier{}, models.SavedList{}, models.Call{}, models.Snooze{}, models.Praise{}, models.AdvertSpend{}, models.LabelSheet{}, models.LabelLeft{}}

// tablesAlone are the tables that no struct stands for.
var tablesAlone = []string{"import_added", "import_filled", "customer_search", "visit_search", "draft", "undoing", "activity", "emptied", "customer_count", "sent_count", "customer_tag", "photo", "logo", "not_same"}

// copies are columns that the file alone writes and reads: see the triggers of request.
var copies = map[string][]string{
	"request": {`"at INTEGER"`, `"day TEXT"`, `"served_by INTEGER"`, `"asker INTEGER"`, `"cancelled INTEGER"`}}

// A field that is in the struct and not in the table is never stored, one that is in the table alone never read.
func TestEveryFieldIsAColumnAndBack(t *testing.T) {
	store, _ := modelstest.New(t)
	db := raw(t, store.Path())
	rest := slices.DeleteFunc(tables(t, db), func(name string) bool { return slices.Contains(tablesAlone, name) })
	var cache sync.Map
	for _, noun := range nouns {
		parsed, err := schema.Parse(noun, &cache, schema.NamingStrategy{SingularTable: true})
		if err != nil {
			t.Fatal(err)
		}
		rest = slices.DeleteFunc(rest, func(name string) bool { return name == parsed.Table })
		columns := slices.DeleteFunc(lines(t, db, "SELECT name || ' ' || type FROM pragma_table_info('"+parsed.Table+"')"),
			func(column string) bool { return slices.Contains(copies[parsed.Table], column) })
		var fields []string
		for _, name := range parsed.DBNames {
			fields = append(fields, fmt.Sprintf("%q", name+" "+storedAs(parsed.FieldsByDBName[name])))
		}
		slices.Sort(columns)
		slices.Sort(fields)
		if !slices.Equal(columns, fields) {
			t.Errorf("%s has the columns\n%q, %T the fields\n%q", parsed.Table, columns, noun, fields)
		}
	}
	if len(rest) > 0 {
		t.Errorf("tables that no struct stands for: %q", rest)
	}
}

// storedAs gives the type of the column a field belongs in.
func storedAs(f *schema.Field) string {
	switch f.FieldType.Kind() {
	case reflect.String:
		return "TEXT"
	case reflect.Int, reflect.Int64, reflect.Bool:
		return "INTEGER"
	}
	return f.FieldType.String()
}

// notUndone are the tables that no change of the owner's writes, or whose triggers follow what Undo writes elsewhere.
var notUndone = []string{"import", "import_added", "import_filled", "draft", "undoing", "activity", "emptied", "customer_count", "sent_count"}

// A table that Undo forgot would keep what was taken back.
func TestUndoKnowsEveryTable(t *testing.T) {
	store, _ := modelstest.New(t)
	want := slices.DeleteFunc(tables(t, raw(t, store.Path())), func(name string) bool { return slices.Contains(notUndone, name) })
	got := slices.Clone(models.UndoTables())
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("undo knows %q, the file has %q", got, want)
	}
}

// Every field of every struct comes back from the file as it went in.
func TestEveryFieldIsStored(t *testing.T) {
	store, _ := modelstest.New(t)
	mike := modelstest.Staff(t, store, "Mike")
	spoke := &models.Specialist{Name: "Spoke Works", Trades: "wheels, frames", Phone: "0171 555", Email: "a@b", Address: "1 Lane\nTown", Note: "rings back",
		LastConfirmed: "2026-01-31", DoNotUse: true, State: models.SpecialistPaused}
	same(t, store.SaveSpecialist(spoke), spoke, func() (*models.Specialist, error) { return store.Specialist(spoke.ID) })

	ann := &models.Customer{Name: "Ann", PreferredName: "Annie", Address: "1 Road\nTown", Birthday: "--02-29", SourceID: 2, NoPost: true, NoPhone: true, NoEmail: true,
		Contacts: []models.Contact{{Kind: models.ContactEmail, Label: "work", Value: "ann@example.org"}, {Kind: models.ContactPhone, Label: "home", Value: "0171 555"}},
		Remember: []models.Remember{{Text: "left-handed", NotedOn: "2026-01-01", StillOn: "2026-06-01"}}}
	same(t, store.SaveCustomer(ann), ann, func() (*models.Customer, error) { return store.Customer(ann.ID) })

	at := models.MomentOf(store.Now())
	e := &models.VisitEntry{FollowUpOn: "2026-12-01", FollowUpWhy: "the frame", Visit: models.Visit{CustomerID: ann.ID, At: at, Channel: models.ByPhone, ServedBy: mike, AskedFor: mike,
		Amount: 1200, PromisedFor: at + 60, ReadyAt: at + 30, Extra: "pumped the tyres", HowLeft: models.LeftUnhappy, Note: "two\nlines", State: models.VisitOpen,
		Requests: []models.Request{
			{Item: "tube", Quantity: 3, TheirWords: "a rubber thing", Understood: "an inner tube", Agreed: true},
			{Item: "frame", Quantity: 1, Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{
				{Kind: models.AnotherItem, Description: "a cheaper frame", Price: 9900, OfferedBy: mike, DeclineReason: "too small", State: models.AlternativeDeclined},
				{Kind: models.ToSpecialist, SpecialistID: spoke.ID, Specialist: "Spoke Works", DueOn: "2026-12-02", State: models.AlternativeAccepted, Consent: true, ConsentOn: store.Today()}}},
			{Item: "bell", Quantity: 1, Reason: models.ReasonPrice, NothingSuitable: true}}}}
	same(t, store.SaveVisit(e), e, func() (*models.VisitEntry, error) {
		back, err := store.Visit(e.Visit.ID)
		for i := range back.Visit.Requests { // no alternatives are none, however gorm holds them
			if len(back.Visit.Requests[i].Alternatives) == 0 {
				back.Visit.Requests[i].Alternatives = nil
			}
		}
		return back, err
	})

	bob := modelstest.Customer(t, store, "Bob", "")
	r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ann.ID}, RefereeID: bob, OnDay: "2026-10-01", StaffID: mike, Note: "over the fence", FromBefore: true}
	same(t, store.SaveReferral(r), r, func() (*models.ReferralIn, error) { return store.ReferralIn(r.ID) })

	p := &models.Praise{CustomerID: ann.ID, StaffID: mike, Text: "Nobody listens\nlike Mike", Channel: models.PraiseReview, Rating: 5, MayQuote: true, Link: "https://example.org/1", OnDay: "2026-10-02", RepliedOn: "2026-10-03"}
	same(t, store.SavePraise(p), p, func() (*models.Praise, error) { return store.Praise(p.ID) })
	q := &models.Praise{SaidBy: "K. B.", Text: "Lovely", Channel: models.PraiseOther, OnDay: "2026-10-02"}
	same(t, store.SavePraise(q), q, func() (*models.Praise, error) { return store.Praise(q.ID) })

	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	changed := models.Shop{ID: shop.ID, UID: shop.UID, CreatedAt: shop.CreatedAt, Name: "Elsewhere", Address: "1 Quay\nTown", Phone: "1", Email: "a@b", Currency: "JPY", Symbol: "¥",
		Decimals: 0, Paper: models.PaperLetter, LoyalDays: 7, UsualGap: 90, ThankChannel: models.ByGift}
	same(t, store.SaveShop(&changed), &changed, func() (*models.Shop, error) { shop, err := store.Shop(); return &shop, err })
	checkRules(t, store.Path())
}

func same[T any](t *testing.T, err error, saved *T, load func() (*T, error)) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(saved, loaded) {
		t.Errorf("saved\n%+v\nand loaded\n%+v", *saved, *loaded)
	}
}
