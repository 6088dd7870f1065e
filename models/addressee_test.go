package models_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestAddressees(t *testing.T) {
	store, _ := modelstest.New(t)
	var ids []models.CustomerID
	for _, c := range []models.Customer{{Name: "Ann", Address: "1 Road", Country: "Norway"}, {Address: "2 Road", Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "0171"}}},
		{Name: "Cy", Address: "3 Road", NoPost: true}, {Name: "Gone", Address: "4 Road"}, {Name: "Away", Address: "5 Road"}} {
		if err := store.SaveCustomer(&c); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, c.ID)
	}
	for _, err := range []error{store.DeleteCustomer(ids[3]), store.ArchiveCustomers(ids[4:], models.ArchivedMoved)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	asked := []models.CustomerID{ids[4], ids[2], ids[0], ids[3], ids[1]}
	told := 0
	got, err := store.Addressees(context.Background(), asked, func(done, _ int) { told = done })
	if err != nil || told != len(asked) {
		t.Fatalf("%v, told of %d", err, told)
	}
	want := []models.Addressee{{CustomerID: ids[4], Name: "Away", Heading: "Away", Address: "5 Road", Archived: true}, {CustomerID: ids[2], Name: "Cy", Heading: "Cy", Address: "3 Road", NoPost: true},
		{CustomerID: ids[0], Name: "Ann", Heading: "Ann", Address: "1 Road", Country: "Norway"}, {CustomerID: ids[1], Heading: "0171", Address: "2 Road"}}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%+v, not\n%+v", got, want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := store.Addressees(ctx, asked, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestThankedByPost(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := models.Customer{Name: "Ann"}, models.Customer{Name: "Bob"}
	maker := models.Specialist{Name: "Leather & Co", Address: "3 Mill Lane"}
	for _, err := range []error{store.SaveCustomer(&ann), store.SaveCustomer(&bob), store.SaveSpecialist(&maker)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, owed := range []models.ThankYou{{CustomerID: ann.ID, Channel: models.ByCall}, {CustomerID: bob.ID, Channel: models.ByLetter}, {SpecialistID: maker.ID, Channel: models.ByCard}} {
		owed.Cause, owed.TalkingPoint = models.ThanksOther, "cake"
		if err := store.AddThankYou(&owed); err != nil {
			t.Fatal(err)
		}
	}
	ids, specialists, err := store.ThankedByPost()
	if err != nil || !slices.Equal(ids, []models.CustomerID{bob.ID}) || len(specialists) != 1 || specialists[0].Address != "3 Mill Lane" || specialists[0].SpecialistID != maker.ID {
		t.Errorf("%v, %+v, %v", ids, specialists, err)
	}
}
