package models_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The log of changes and a draft keep words as JSON, which writes some signs in its own way.
func TestErasedUnderANameWithSigns(t *testing.T) {
	for name, word := range map[string]string{"Smith & Sons": "Sons", `Ann "Annie" Hughes`: "Annie", "Zoë <Bright>": "Bright"} {
		store, _ := modelstest.New(t)
		who, ben := modelstest.Customer(t, store, name, ""), modelstest.Customer(t, store, "Ben Castillo", "")
		entry := &models.VisitEntry{Visit: models.Visit{CustomerID: ben, At: models.MomentOf(store.Now()), Note: "Collects for " + name}}
		noError(t, store.SaveVisit(entry))
		again, err := store.Visit(entry.Visit.ID)
		noError(t, err)
		again.Visit.Note = "nothing"
		noError(t, store.SaveVisit(again))
		noError(t, store.SaveDraft("visit", draftAbout(t, name)))
		_, err = store.EraseCustomer(who)
		noError(t, err)
		noError(t, store.Sweep(t.Context()))
		raw, err := os.ReadFile(store.Path())
		noError(t, err)
		if at := strings.Index(string(raw), word); at >= 0 {
			t.Errorf("of %s the file still holds %q", name, raw[max(0, at-60):at+len(word)])
		}
	}
}

// draftAbout is a draft that names somebody, and once more in the form as it began.
func draftAbout(t *testing.T, name string) string {
	t.Helper()
	began, err := json.Marshal(map[string]string{"Note": "for " + name})
	noError(t, err)
	draft, err := json.Marshal(map[string]string{"Began": string(began)})
	noError(t, err)
	return string(draft)
}

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
