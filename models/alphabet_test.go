package models_test

import (
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Lists of names stand in the order of the alphabet, in each script, and everybody is found by what their name begins with.
func TestNamesStandInTheOrderOfTheAlphabet(t *testing.T) {
	store, _ := modelstest.New(t)
	sorted := []string{"Álvaro Díaz", "Łucja Mazur", "Luz Vega", "Österreicher", "Otto", "Адам", "Галина", "Ґалаґан", "Давид", "Еней", "Єва", "Жанна", "Ира", "Іван", "Їжакевич", "Кіра", "Клим", "Яна"}
	for _, i := range []int{3, 16, 9, 0, 12, 5, 17, 11, 1, 8, 14, 2, 7, 10, 4, 15, 6, 13} {
		modelstest.Customer(t, store, sorted[i], "")
	}
	rows, _, err := store.Customers(models.CustomerFilter{Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, row := range rows {
		names = append(names, row.Name)
	}
	if !slices.Equal(names, sorted) {
		t.Errorf("the book stands as %q", names)
	}
	for _, name := range sorted {
		letters := []rune(name)
		for n := 1; n <= len(letters); n++ {
			found, err := store.FindCustomers(string(letters[:n]), 20)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(found, func(row models.CustomerRow) bool { return row.Name == name }) {
				t.Errorf("%q does not find %s", string(letters[:n]), name)
			}
		}
	}
}

func TestASpecialistIsFoundInUkrainian(t *testing.T) {
	store, _ := modelstest.New(t)
	for _, name := range []string{"Яків", "Іван Єременко"} {
		if err := store.SaveSpecialist(&models.Specialist{Name: name, Trades: "ключі"}); err != nil {
			t.Fatal(err)
		}
	}
	for _, typed := range []string{"іван", "єрем", "ключі"} {
		found, err := store.FindSpecialists(typed, 5)
		if err != nil || len(found) == 0 || found[0].Name != "Іван Єременко" {
			t.Errorf("%q finds %v, %v", typed, found, err)
		}
	}
}
