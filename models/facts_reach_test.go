package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Who can be reached by a way has an address or a number for it and did not ask us to leave it out, as soon as either changes.
func TestFilterByHowTheyCanBeReached(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := models.Customer{Name: "Ann", Address: "1 Road"}
	ann.SetContact(models.ContactPhone, "0171 555 0110")
	bob := models.Customer{Name: "Bob"}
	bob.SetContact(models.ContactEmail, "bob@example.org")
	cid := models.Customer{Name: "Cid"}
	for _, c := range []*models.Customer{&ann, &bob, &cid} {
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
	}
	can := func(post, phone, email int) {
		t.Helper()
		counts, err := store.CustomerCounts(models.CustomerFilter{})
		if err != nil || counts.May[models.PermitPost] != post || counts.May[models.PermitPhone] != phone || counts.May[models.PermitEmail] != email {
			t.Errorf("counted %v (%v), want %d, %d, %d", counts.May, err, post, phone, email)
		}
	}
	can(1, 1, 1)
	cid.SetContact(models.ContactEmail, "cid@example.org")
	ann.NoPhone = true
	bob.SetContact(models.ContactEmail, "")
	bob.SetContact(models.ContactPhone, "0171 555 0111")
	bob.Address = "2 Road"
	for _, c := range []*models.Customer{&ann, &bob, &cid} {
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
	}
	can(2, 1, 1)
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	can(2, 1, 0)
	if _, n, err := store.Customers(models.CustomerFilter{May: []models.Permission{models.PermitPost, models.PermitPhone}, Limit: 5}); err != nil || n != 1 {
		t.Errorf("%d can be written to and called (%v)", n, err)
	}
}
