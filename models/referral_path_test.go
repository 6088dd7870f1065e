package models_test

import (
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// pathNames gives the names on the way to a customer.
func pathNames(t *testing.T, store *models.Store, id models.CustomerID) string {
	t.Helper()
	path, err := store.ReferralPath(id)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(path))
	for i, step := range path {
		names[i] = step.Name
	}
	return strings.Join(names, " > ")
}

func TestReferralPath(t *testing.T) {
	store, _ := modelstest.New(t)
	spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
	var ids []models.CustomerID
	for i, name := range []string{"Jürgen", "Ann", "Peter", "Zoe"} {
		id := modelstest.Customer(t, store, name, "")
		if i > 0 {
			r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ids[i-1]}, RefereeID: id}
			if err := store.SaveReferral(r); err != nil {
				t.Fatal(err)
			}
		}
		ids = append(ids, id)
	}
	if got := pathNames(t, store, ids[0]); got != "Jürgen" {
		t.Errorf("one whom nobody sent has the path %q", got)
	}
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{SpecialistID: spoke}, RefereeID: ids[0]}); err != nil {
		t.Fatal(err)
	}
	if got := pathNames(t, store, ids[3]); got != "Spoke Works > Jürgen > Ann > Peter > Zoe" {
		t.Errorf("path %q", got)
	}
	erased := modelstest.Customer(t, store, "Mia", "")
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ids[1]}, RefereeID: erased, FromBefore: true}); err != nil {
		t.Fatal(err)
	}
	last := modelstest.Customer(t, store, "Finn", "")
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: erased}, RefereeID: last, FromBefore: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := store.EraseCustomer(erased); err != nil {
		t.Fatal(err)
	}
	if got := pathNames(t, store, last); got != "Spoke Works > Jürgen > Ann >  > Finn" {
		t.Errorf("the path through somebody erased %q", got)
	}
	rows, _, err := store.Referrals(models.ReferralFilter{Referrer: ids[1], Limit: 5})
	if err != nil || len(rows) != 2 {
		t.Fatal(rows, err)
	}
	if err := store.DenyReferral(rows[1].ID, "saw our window"); err != nil {
		t.Fatal(err)
	}
	if got := pathNames(t, store, ids[3]); got != "Peter > Zoe" {
		t.Errorf("path after a referral was denied %q", got)
	}
	if got := pathNames(t, store, 9999); got != "" {
		t.Errorf("path of nobody %q", got)
	}
}

// A damaged file may hold a circle that the program's own rules would never let in.
func TestReferralPathEndsOnACircle(t *testing.T) {
	store, _ := modelstest.New(t)
	a, b := modelstest.Customer(t, store, "A", ""), modelstest.Customer(t, store, "B", "")
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: a}, RefereeID: b}); err != nil {
		t.Fatal(err)
	}
	db := raw(t, store.Path())
	for _, statement := range []string{
		"DROP TRIGGER referral_in_circle_insert",
		"INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at) SELECT referee_id, referrer_customer_id, on_day, state, 1 FROM referral_in",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	if got := pathNames(t, store, b); got != "A > B" {
		t.Errorf("path in a circle %q", got)
	}
}
