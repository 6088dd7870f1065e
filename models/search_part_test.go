package models_test

import (
	"strings"
	"testing"
	"unicode"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

var (
	lettersOfPeople = []rune("abcéñßøłæćşğžőIİßàΣσςжёйШ王小明芳さく김철수محمدعليעמית")
	somePhones      = []string{"0171 555 0110", "+44 171 555 0110", "(030) 55 66 77", "+34 912 345 678", "01 2345", "٠٢٢ ٣٣٣ ٤٤٤"}
)

// aWord is a word of two letters or more of any script.
func aWord(t *rapid.T, label string) string {
	return string(rapid.SliceOfN(rapid.SampledFrom(lettersOfPeople), 2, 9).Draw(t, label))
}

func someWords(t *rapid.T, label string) string {
	words := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string { return aWord(t, "word") }), 1, 4).Draw(t, label)
	return strings.Join(words, rapid.SampledFrom([]string{" ", "  ", "\n"}).Draw(t, "between"))
}

// partOf is a part of a word as somebody types it who cares for neither case nor accents: any three letters and more of it, or
// its first one or two.
func partOf(t *rapid.T, word string) string {
	letters := []rune(models.Fold(word))
	if len(letters) == 0 {
		return ""
	}
	from, to := 0, rapid.IntRange(1, min(2, len(letters))).Draw(t, "short")
	if len(letters) > 2 && rapid.Bool().Draw(t, "inside") {
		from = rapid.IntRange(0, len(letters)-3).Draw(t, "from")
		to = rapid.IntRange(from+3, len(letters)).Draw(t, "to")
	}
	part := letters[from:to]
	if rapid.Bool().Draw(t, "shouted") {
		for i, r := range part {
			if up := unicode.ToUpper(r); models.Fold(string(up)) == string(r) {
				part[i] = up
			}
		}
	}
	return string(part)
}

// Whatever stands on a card finds it, by parts of its words in any order, and what was typed is marked where the hit is shown.
func TestEveryPartOfACardFindsIt(t *testing.T) {
	store, _ := modelstest.New(t)
	for range 40 {
		modelstest.Customer(t, store, "Somebody Else", "0999 888 777")
	}
	rapid.Check(t, func(t *rapid.T) {
		c := &models.Customer{Name: someWords(t, "name"), PreferredName: aWord(t, "called"), Address: someWords(t, "address"),
			Remember: []models.Remember{{Text: someWords(t, "note")}, {Text: someWords(t, "other note")}}}
		c.SetContact(models.ContactEmail, rapid.StringMatching(`[a-z]{2,5}@[a-z]{2,5}\.org`).Draw(t, "email"))
		phone := rapid.SampledFrom(somePhones).Draw(t, "phone")
		c.SetContact(models.ContactPhone, phone)
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
		lines := []string{c.Name, c.PreferredName, c.Address, c.Remember[0].Text, c.Remember[1].Text, c.Email()}
		words := strings.Fields(strings.Join(lines, " "))
		var typed []string
		for range rapid.IntRange(1, 4).Draw(t, "how many") {
			typed = append(typed, partOf(t, rapid.SampledFrom(words).Draw(t, "of")))
		}
		if rapid.Bool().Draw(t, "by number") {
			typed = append(typed, phone)
		}
		text := strings.Join(rapid.Permutation(typed).Draw(t, "order"), " ")
		if strings.TrimSpace(models.Fold(text)) != "" {
			mustFind(t, store, c, text)
		}
		if err := store.DeleteCustomer(c.ID); err != nil {
			t.Fatal(err)
		}
	})
}

func mustFind(t *rapid.T, store *models.Store, c *models.Customer, text string) {
	hits, err := store.Search(text, 50)
	if err != nil {
		t.Fatal(err)
	}
	for _, hit := range hits.Customers {
		if hit.ID == c.ID {
			if len(models.Marks(hit.Name, text))+len(models.Marks(hit.Why, text)) == 0 {
				t.Fatalf("%q finds %q because of %q, and nothing is marked", text, hit.Name, hit.Why)
			}
			return
		}
	}
	t.Fatalf("%q does not find %+v", text, c)
}
