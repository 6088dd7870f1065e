package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// What cannot be read, and what numbers are called, is noted in the owner's language, whatever the file is.
func TestWhatIsNotedSpeaksTheOwnersLanguage(t *testing.T) {
	for _, content := range []string{
		"Name,Birthday,Likes to be reached,Mobile phone\nAnn,soon,WhatsApp,0171 555 0110\n",
		"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nBDAY:soon\nX-GOODTURN-REACH-BY:WhatsApp\nTEL;TYPE=cell:0171 555 0110\nEND:VCARD\n",
	} {
		survey := look(t, file(t, content))
		for language, want := range map[string][3]string{
			"de": {"Geburtstag in der Datei: soon", "Erreichbar laut Datei: WhatsApp", "mobil"},
			"uk": {"День народження у файлі: soon", "Як зв’язатися, каже файл: WhatsApp", "мобільний"},
		} {
			survey.Mapping.Words = exchange.WordsIn(language)
			c := survey.Mapping.Person(survey.Sample[0]).Customer
			if len(c.Remember) != 2 || len(c.Contacts) != 1 {
				t.Fatalf("%s: %+v", language, c)
			}
			if got := [3]string{c.Remember[0].Text, c.Remember[1].Text, c.Contacts[0].Label}; got != want {
				t.Errorf("%s: noted is %q", language, got)
			}
		}
	}
}

// A number that is called mobile in the owner's language is one to every phone.
func TestACardSaysMobileToEveryPhone(t *testing.T) {
	store, _ := modelstest.New(t)
	for _, label := range []string{"mobil", "mobile"} {
		c := &models.Customer{Name: "Ann", Contacts: []models.Contact{{Kind: models.ContactPhone, Label: label, Value: "0171 555 0110"}}}
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
	}
	customers, err := store.ExportCustomers(t.Context(), models.Pick{})
	if err != nil {
		t.Fatal(err)
	}
	defer customers.Close()
	var cards bytes.Buffer
	if err := exchange.WriteCards(t.Context(), &cards, exchange.Card3, customers, quiet); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(cards.String(), "TEL;TYPE=cell:0171 555 0110"); n != 2 {
		t.Errorf("%d are cell phones:\n%s", n, cards.String())
	}
}
