package models_test

import (
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestWhoIsSimilarToSomebodyNew(t *testing.T) {
	store, _ := modelstest.New(t)
	for _, c := range [][3]string{{"Ann Hughes", "0171 555 0110", "ann@example.org"}, {"Zoë Brontë", "", ""}, {"Philip Stone", "", ""}, {"Ann", "", ""}, {"Carl Benz", "030 666 111", ""},
		{"王小明", "", ""}} {
		card := &models.Customer{Name: c[0]}
		card.SetContact(models.ContactPhone, c[1])
		card.SetContact(models.ContactEmail, c[2])
		if err := store.SaveCustomer(card); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, phone, email string
		want               []string
	}{
		{"ann hughes", "", "", []string{"Ann Hughes [name]"}},
		{"Anne Huges", "", "", []string{"Ann Hughes [spelling]"}},
		{"Hughes Ann", "", "", []string{"Ann Hughes [spelling]"}},
		{"Filip Stone", "", "", []string{"Philip Stone [spelling]"}},
		{"Zoe Bronte", "", "", []string{"Zoë Brontë [name]"}},
		{"", "+44 171 5550110", "", []string{"Ann Hughes [phone]"}},
		{"Carl Benz", "(0171) 555-0110", "ANN@example.org", []string{"Ann Hughes [phone email]", "Carl Benz [name]"}},
		{"Ann Hugh", "", "", nil},
		{"Anna", "", "", nil},
		{"ann", "", "", []string{"Ann [name]"}},
		{"王小明", "", "", []string{"王小明 [name]"}},
		{"", "", "", nil},
	} {
		fresh := &models.Customer{Name: c.name}
		fresh.SetContact(models.ContactPhone, c.phone)
		fresh.SetContact(models.ContactEmail, c.email)
		rows, err := store.Similar(fresh, 3)
		var got []string
		for _, row := range rows {
			got = append(got, fmt.Sprint(row.Name, " ", row.Why))
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s %s %s is similar to %q, %v, want %q", c.name, c.phone, c.email, got, err, c.want)
		}
	}
}
