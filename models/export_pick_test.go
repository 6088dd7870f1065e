package models_test

import (
	"fmt"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestPickCountsAndHandsOutTheSame(t *testing.T) {
	store, _ := modelstest.New(t)
	var ids []models.CustomerID
	for wishes := range 8 {
		c := &models.Customer{Name: fmt.Sprint("Customer ", wishes), NoPost: wishes&1 != 0, NoPhone: wishes&2 != 0, NoEmail: wishes&4 != 0,
			Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "0171 555"}}, Tags: []string{"b", "a"}}
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, c.ID)
	}
	if err := store.ArchiveCustomers(ids[7:], models.ArchivedDied); err != nil {
		t.Fatal(err)
	}
	post, calls, mail := models.PermitPost, models.PermitPhone, models.PermitEmail
	for name, c := range map[string]struct {
		pick models.Pick
		want []models.CustomerID
	}{
		"the book":           {models.Pick{}, ids[:7]},
		"with the archive":   {models.Pick{Archived: true}, ids},
		"chosen, in order":   {models.Pick{IDs: []models.CustomerID{ids[7], ids[0], ids[3]}}, []models.CustomerID{ids[7], ids[0], ids[3]}},
		"chosen for post":    {models.Pick{IDs: []models.CustomerID{ids[4], ids[0], ids[3]}, Without: []models.Permission{post}}, []models.CustomerID{ids[4], ids[0]}},
		"a book for mailing": {models.Pick{Without: []models.Permission{post, mail}}, []models.CustomerID{ids[0], ids[2]}},
		"for nothing":        {models.Pick{Without: []models.Permission{post, calls, mail}}, ids[:1]},
		"nobody chosen":      {models.Pick{IDs: []models.CustomerID{}}, nil},
		"the archive":        {models.Pick{Set: models.CustomersArchived}, ids[7:]},
	} {
		var got []models.CustomerID
		customers, err := store.ExportCustomers(t.Context(), c.pick)
		if err != nil {
			t.Fatal(name, err)
		}
		err = customers.Each(func(out models.CustomerOut) error {
			got = append(got, out.ID)
			if fmt.Sprint(out.Tags) != "[a b]" {
				t.Errorf("%s: tags %v", name, out.Tags)
			}
			return nil
		})
		if err != nil || fmt.Sprint(got) != fmt.Sprint(c.want) || customers.Handed() != len(c.want) {
			t.Errorf("%s: handed out %v, want %v (%v)", name, got, c.want, err)
		}
		if len(c.want) == 0 && customers.Phones != 0 {
			t.Errorf("%s: room for %d phone numbers of nobody", name, customers.Phones)
		}
		customers.Close()
		count, err := store.CountPick(c.pick)
		if err != nil || count.Left(c.pick.Without...) != len(c.want) {
			t.Errorf("%s: counted %d, want %d (%v)", name, count.Left(c.pick.Without...), len(c.want), err)
		}
	}
	count, err := store.CountPick(models.Pick{Archived: true})
	if err != nil || count.Left() != 8 || count.Asked(post) != 4 || count.Asked(calls) != 4 || count.Asked(mail) != 4 {
		t.Errorf("asked for are %d, %d and %d of %d, %v", count.Asked(post), count.Asked(calls), count.Asked(mail), count.Left(), err)
	}
}
