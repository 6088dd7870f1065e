package exchange_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// How somebody likes to be reached is read as other programs say it, and as our own files do. What is none of our ways is remembered.
func TestHowTheyLikeToBeReached(t *testing.T) {
	for header, cells := range map[string]map[string]string{
		"Preferred contact method": {"Phone": "reach=phone", "phone call": "reach=phone", "E-mail": "reach=email", "email": "reach=email", "Postal mail": "reach=post", "Letter": "reach=post", "In person": "reach=person",
			"No preference": "", "any": "", "-": "", "Phone (mobile)": "reach=phone",
			"Mail": "note=To be reached, says the file: Mail", "WhatsApp": "note=To be reached, says the file: WhatsApp", "Phone or e-mail": "note=To be reached, says the file: Phone or e-mail",
			"not by phone": "note=To be reached, says the file: not by phone", "either phone": "note=To be reached, says the file: either phone"},
		"Bevorzugter Kontaktweg":      {"Telefonisch": "reach=phone", "per Mail": "reach=email", "per E-Mail": "reach=email", "Brief": "reach=post", "persönlich": "reach=person", "egal": ""},
		"Moyen de contact préféré":    {"Téléphone": "reach=phone", "par mail": "reach=email", "Courriel": "reach=email", "Courrier": "reach=post"},
		"Forma de contacto":           {"Llamada": "reach=phone", "Correo electrónico": "reach=email", "Correo": "note=To be reached, says the file: Correo", "En persona": "reach=person"},
		"Contato preferido":           {"Celular": "reach=phone", "carta": "reach=post", "pessoalmente": "reach=person"},
		"Preferowany sposób kontaktu": {"telefonicznie": "reach=phone", "poczta elektroniczna": "reach=email", "list": "reach=post", "osobiście": "reach=person"},
		"Likes to be reached":         {"by phone": "reach=phone", "by e-mail": "reach=email", "by post": "reach=post", "when they are here": "reach=person"},
	} {
		for cell, want := range cells {
			if got := strings.TrimSpace(told(t, file(t, "Name,"+header+"\nAnn,"+cell+"\n"))); got != strings.TrimSpace("Ann "+want) {
				t.Errorf("%s: %q tells %q, want %q", header, cell, got, want)
			}
		}
	}
	survey := look(t, file(t, "Name,Contact by\nAnn,WhatsApp\n"))
	if p, ok := models.IsProblem(survey.Mapping.Person(survey.Sample[0]).Doubt); !ok || p.Key != "import.reachBy" || p.Args["Text"] != "WhatsApp" {
		t.Errorf("the doubt is %+v", p)
	}
}

// A vCard says which number or address to use, and in a field of our own how they like to be reached. Other programs mark their
// first number so without a word of how: that is nothing to go by.
func TestCardsSayHowToReach(t *testing.T) {
	store, _ := modelstest.New(t)
	for by, contacts := range map[models.ReachBy][]models.Contact{
		models.LikesPhone: {{Kind: models.ContactPhone, Label: "mobile", Value: "0171 555 0110"}, {Kind: models.ContactPhone, Value: "0171 555 0111"}},
		models.LikesEmail: {{Kind: models.ContactPhone, Value: "0171 555 0112"}, {Kind: models.ContactEmail, Label: "club", Value: "bob@example.org"}, {Kind: models.ContactEmail, Value: "b@example.org"}},
		models.LikesPost:  nil, models.LikesPerson: {{Kind: models.ContactPhone, Value: "0171 555 0113"}},
	} {
		if err := store.SaveCustomer(&models.Customer{Name: "Likes " + string(by), ReachBy: by, Address: "1 Road", Contacts: contacts}); err != nil {
			t.Fatal(err)
		}
	}
	customers, err := store.ExportCustomers(t.Context(), models.Pick{})
	if err != nil {
		t.Fatal(err)
	}
	defer customers.Close()
	for version, want := range map[exchange.CardVersion][]string{
		exchange.Card4: {"TEL;TYPE=cell;PREF=1:0171 555 0110", "TEL:0171 555 0111", "TEL:0171 555 0112", "item1.EMAIL;PREF=1:bob@example.org", "EMAIL:b@example.org", "ADR;PREF=1:;;1 Road;;;;", "TEL:0171 555 0113",
			"X-GOODTURN-REACH-BY:when they are here", "X-GOODTURN-REACH-BY:by e-mail"},
		exchange.Card3: {"TEL;TYPE=cell;TYPE=pref:0171 555 0110", "item1.EMAIL;TYPE=pref:bob@example.org", "ADR;TYPE=pref:;;1 Road;;;;", "X-GOODTURN-REACH-BY:by post"},
	} {
		var cards bytes.Buffer
		if err := exchange.WriteCards(t.Context(), &cards, version, customers, quiet); err != nil {
			t.Fatal(err)
		}
		for _, line := range want {
			if !strings.Contains(cards.String(), "\r\n"+line+"\r\n") {
				t.Errorf("%s: %q is not in\n%s", version, line, cards.String())
			}
		}
	}
	if got := told(t, file(t, "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nTEL;PREF=1:0171 555 0110\nEMAIL;PREF=1:a@example.org\nEND:VCARD\n")); strings.Contains(got, "reach=") {
		t.Errorf("a number that is the main one is taken for a wish: %q", got)
	}
}

// Nobody is asked twice to recommend the shop because they came from another file: what is no day is remembered.
func TestWhoWasAskedToRecommendUs(t *testing.T) {
	got := told(t, file(t, "Name,Asked to recommend us on\nAnn,2026-05-04\nBob,04.05.2026\nCy,last summer\nDora,no\nEve,\n"))
	if want := "Ann invited=2026-05-04\nBob invited=2026-05-04\nCy note=Asked to recommend us, says the file: last summer\nDora\nEve\n"; got != want {
		t.Errorf("tells\n%swant\n%s", got, want)
	}
}

// The page for a person says both in words.
func TestThePageSaysHowToReachThem(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann", ReachBy: models.LikesPerson}
	if err := errors.Join(store.SaveCustomer(ann), store.NoteInvited(ann.ID)); err != nil {
		t.Fatal(err)
	}
	sections, err := store.PersonFile(ann.ID)
	person := exchange.PersonPage{Shop: "Shop", Name: "Ann", Day: store.Today(), Sections: sections}
	var page, object bytes.Buffer
	err = errors.Join(err, person.WriteHTML(&page, plainWords("en")), person.WriteJSON(&object))
	if err != nil || !strings.Contains(page.String(), `>Likes to be reached</dt><dd dir="auto">when they are here</dd>`) || !strings.Contains(page.String(), `>Asked to recommend the shop on</dt><dd dir="auto">day 2026-11-21</dd>`) {
		t.Errorf("the page is (%v)\n%s", err, page.String())
	}
	if !strings.Contains(object.String(), `"reach_by": "person"`) || !strings.Contains(object.String(), `"invited_on": "2026-11-21"`) {
		t.Errorf("the object is\n%s", object.String())
	}
}
