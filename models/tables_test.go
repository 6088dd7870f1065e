package models_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// notHandedOut are the tables that the folder of the whole shop leaves out, and why.
var notHandedOut = map[string]string{
	"customer_search": "made from the cards", "visit_search": "made from the visits",
	"customer_count": "sums of the cards", "sent_count": "sums of the referrals",
	"draft": "typed, and not in the book yet", "undoing": "empty but for a moment",
	"photo":         "a picture is no line of a list: each is a file by itself",
	"logo":          "it is a file by itself",
	"label_sheet":   "how the owner's labels lie, which is of use with this program alone",
	"label_left":    "which labels of a sheet are used",
	"emptied":       "what is in the bin no more; its row is told of where it lies",
	"import":        "what taking an import back needs",
	"import_added":  "what taking an import back needs",
	"import_filled": "what taking an import back needs",
}

// The owner can leave with everything: a table in neither list is one that somebody has to decide about.
func TestTheWholeShopIsEveryTable(t *testing.T) {
	var out []string
	for _, table := range models.OutTables() {
		out = append(out, table.Name)
	}
	everyTable(t, out, notHandedOut)
}

// notInTheFolder are the columns of the tables of that folder which it leaves out, and why.
var notInTheFolder = map[string]string{
	"customer.name_key": "made from the name", "customer.last_day_no": "made from the visits", "customer.loyal_day_no": "made from the visits", "customer.gap_twice": "made from the visits",
	"item.name_key": "made from the name", "tag.name_key": "made from the name", "saved_list.name_key": "made from the name", "specialist.name_key": "made from the name", "praise.text_key": "made from the text",
	"shop.id": "there is one", "request.day": "the visit's", "request.at": "the visit's", "request.served_by": "the visit's", "request.asker": "the visit's", "request.cancelled": "the visit's",
	"activity.along": "what comes back with it out of the bin",
}

// The folder holds every column too: one that somebody adds is decided about.
func TestTheWholeShopIsEveryColumn(t *testing.T) {
	store, _ := modelstest.New(t)
	db := raw(t, store.Path())
	n := 0
	for _, table := range models.OutTables() {
		sql := table.OutSQL()
		for _, column := range lines(t, db, "SELECT name FROM pragma_table_info('"+table.Name+"')") {
			column = strings.Trim(column, `"`)
			n++
			if read := regexp.MustCompile(`\bt\.` + column + `\b`).MatchString(sql); read == (notInTheFolder[table.Name+"."+column] != "") {
				t.Errorf("%s.%s: in the folder %t, left out because it is %q", table.Name, column, read, notInTheFolder[table.Name+"."+column])
			}
		}
	}
	if n < 150 {
		t.Errorf("only %d columns were looked at", n)
	}
}

// notRescued are the tables that a rescue does not copy, and why.
var notRescued = map[string]string{
	"customer_search": "made anew from the cards", "visit_search": "made anew from the visits",
	"customer_count": "counted anew", "sent_count": "counted anew", "undoing": "empty but for a moment",
}

func TestARescueKnowsEveryTable(t *testing.T) { everyTable(t, models.RescueTables(), notRescued) }

// everyTable holds what is done with tables, and the list of those it is not done with, to the tables of a new file.
func everyTable(t *testing.T, done []string, not map[string]string) {
	t.Helper()
	store, _ := modelstest.New(t)
	got := slices.Sorted(slices.Values(slices.AppendSeq(slices.Clone(done), maps.Keys(not))))
	if want := tables(t, raw(t, store.Path())); !slices.Equal(got, want) {
		t.Errorf("decided about\n%s\nthe file has\n%s", strings.Join(got, " "), strings.Join(want, " "))
	}
}

// What a change was stands in the folder in words, one field beneath the other.
func TestTheWholeShopTellsWhatWasChanged(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann", Address: "1 Road"}
	for _, change := range []func(){func() {}, func() { ann.Name, ann.Address = "Anne", "" }} {
		change()
		if err := store.SaveCustomer(ann); err != nil {
			t.Fatal(err)
		}
	}
	var told [][]string
	shop, err := store.ExportShop(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer shop.Close()
	err = shop.Each(func(table models.OutTable, values []string) error {
		if table.Name == "activity" && values[4] == "customer" {
			told = append(told, slices.Clone(values[2:]))
		}
		return nil
	})
	want := [][]string{{"added", "", "customer", "1", "1", "Ann", ""}, {"changed", "", "customer", "1", "1", "Anne", "customer.name: Ann > Anne\ncustomer.address: 1 Road > "}}
	if err != nil || !slices.EqualFunc(told, want, slices.Equal[[]string]) {
		t.Errorf("the log is %q (%v)", told, err)
	}
}
