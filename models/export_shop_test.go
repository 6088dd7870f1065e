package models_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// What goes out is the shop at one moment: a visit saved while the visits go out is in none of the files, nor is what was asked
// for in it. And nobody waits for it: the saves here are made from within the export.
func TestTheWholeShopIsOfOneMoment(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for range 3 {
		modelstest.Visit(t, store, ann, "bell")
	}
	scratch := t.TempDir()
	shop, err := store.ExportShop(t.Context(), scratch)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{}
	all := 0
	err = shop.Each(func(table models.OutTable, _ []string) error {
		all++
		if rows[table.Name]++; rows[table.Name] == 1 {
			modelstest.Visit(t, store, ann, "pump") // a customer's sums, a visit and a request, each in a file of its own
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if rows["visit"] != 3 || rows["request"] != 3 || rows["item"] != 1 || all != shop.Rows {
		t.Errorf("%v went out, %d of %d", rows, all, shop.Rows)
	}
	if err := shop.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(scratch); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if card, err := store.Card(ann); err != nil || card.Customer.VisitN != 3+len(rows) {
		t.Errorf("saved meanwhile were %d visits, want %d (%v)", card.Customer.VisitN-3, len(rows), err)
	}
}

func TestAnExportThatIsCancelledLeavesNoCopy(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Ann", "")
	scratch := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.ExportShop(ctx, scratch); !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	if left, _ := os.ReadDir(scratch); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// notGivenToAPerson are the tables with rows about a customer that are no part of what they are given, and why.
var notGivenToAPerson = map[string]string{
	"photo": "a picture is given as one", "customer_search": "made from the card", "visit_search": "made from the visits",
	"import_added": "what taking an import back needs", "import_filled": "what taking an import back needs",
}

// A table about people that nobody thought of would be kept from them: all that a customer, a visit or a request has rows in.
func TestAPersonIsGivenEveryTable(t *testing.T) {
	store, _ := modelstest.New(t)
	given := models.PersonTables()
	about := lines(t, raw(t, store.Path()), `SELECT DISTINCT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) k
		WHERE m.type = 'table' AND k."table" IN ('customer', 'visit', 'request') ORDER BY 1`)
	if len(about) < 12 {
		t.Fatalf("only %q are about people", about)
	}
	for _, table := range about {
		table = strings.Trim(table, `"`)
		if !slices.Contains(given, table) && notGivenToAPerson[table] == "" {
			t.Errorf("%s is not given to the person it is about", table)
		}
	}
}
