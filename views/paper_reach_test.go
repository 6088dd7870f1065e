package views

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// What nobody may read on any page: how to reach those who asked for no post, no calls and no e-mail.
var unwishedReach = []string{"0171 999 0", "refuses.example", "Hidden Lane", "Hideaway"}

// refusing is a shop in which everybody asked for no post, no calls and no e-mail, and in which there is something of everybody on every
// kind of page.
func refusing(t *testing.T) (b *bench, ids []models.CustomerID) {
	t.Helper()
	b = newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		modelstest.Staff(t, store, "Ivy")
		for i, name := range []string{"Ann Hughes", "", "Cleo Marsh"} {
			c := models.Customer{Name: name, Address: "13 Hidden Lane\nHideaway", NoPost: true, NoPhone: true, NoEmail: true}
			c.Contacts = []models.Contact{{Kind: models.ContactPhone, Value: "0171 999 010" + string(rune('0'+i))}, {Kind: models.ContactEmail, Value: "someone" + string(rune('0'+i)) + "@refuses.example"}}
			if err := store.SaveCustomer(&c); err != nil {
				t.Fatal(err)
			}
			ids = append(ids, c.ID)
			e := &models.VisitEntry{BroughtBy: models.Referrer{CustomerID: c.ID}, NewCustomer: &models.Customer{Name: "Friend of " + name}}
			e.Visit.At, e.Visit.Requests = models.MomentOf(clock.Now()), []models.Request{{Item: "Pannier set"}}
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
			at := models.MomentOf(clock.Now())
			own := &models.VisitEntry{Visit: models.Visit{CustomerID: c.ID, At: at, Requests: []models.Request{{Item: "Saddle", Reason: models.ReasonOutOfStock,
				Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted}}}}}}
			if err := store.SaveVisit(own); err != nil {
				t.Fatal(err)
			}
			if err := store.SaveFollowUp(&models.FollowUp{CustomerID: c.ID, DueOn: store.Today(), Why: "the brakes"}); err != nil {
				t.Fatal(err)
			}
			if err := store.SavePraise(&models.Praise{CustomerID: c.ID, Channel: models.PraiseInPerson, Text: "Nobody listens like they do", MayQuote: true}); err != nil {
				t.Fatal(err)
			}
		}
		clock.Days(2)
	})
	return b, ids
}

// On no page stands how to reach somebody who asked us not to use it, and every page that would tell how to reach people says at its
// foot how many were left out, and why.
func TestPaperKeepsToWhatPeopleAskedFor(t *testing.T) {
	b, ids := refusing(t)
	v := b.printing()
	choices := func(c app.ThanksChoices) func() {
		return func() {
			b.w.app.Prefs.SetThanksChoices(c)
			b.w.do("thanks")
			b.w.do("print")
		}
	}
	at := func(place Place) func() {
		return func() {
			b.w.Show(place)
			b.w.do("print")
		}
	}
	calls, all := []string{"phone numbers are left out", "asked for no calls"}, []string{"addresses are left out", "asked for no post", "phone numbers are left out", "asked for no calls",
		"e-mail addresses are left out", "asked for no e-mail"}
	for _, page := range []struct {
		name  string
		print func()
		foot  []string
	}{
		{"thank-you list", choices(app.ThanksChoices{}), all},
		{"compact list of thank-yous", choices(app.ThanksChoices{Compact: true, Grouped: true, Order: app.ThanksByPlace}), all},
		{"writing sheet", func() { b.w.app.Prefs.SetThanksWriting(true); choices(app.ThanksChoices{})() }, all},
		{"customers with addresses", func() { showPrintCustomers(b.w, ids, "All") }, all},
		{"today", at(PlaceToday), calls},
		{"service log", at(PlaceLog), nil},
		{"wall", at(PlacePraise), nil},
		{"insights", at(PlaceInsights), nil},
		{"family", func() { b.w.ShowFamily(models.Referrer{CustomerID: ids[1]}); b.w.do("print") }, nil},
	} {
		before := len(v.opened)
		page.print()
		if kit.SheetOpen(b.w.canvas()) {
			b.topSave()
		}
		if len(v.opened) == before {
			t.Errorf("%s: nothing was printed: %q", page.name, b.sheetWords())
			continue
		}
		for kit.SheetOpen(b.w.canvas()) {
			b.keys(fyne.KeyEscape) // whether it came out
		}
		b.mustSay(page.name, v.opened[len(v.opened)-1], page.foot)
	}
	before := len(v.opened)
	at(PlaceWanted)()
	b.topSave()
	if said := b.sheetWords(); len(v.opened) != before || !strings.Contains(said, "There is nobody to call here") {
		t.Errorf("of nobody to call %d pages were printed, and it says %q", len(v.opened)-before, said)
	}
}

// mustSay fails where a printed page lacks a sentence, or tells what nobody may read.
func (b *bench) mustSay(name, path string, sentences []string) {
	b.t.Helper()
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", "-layout", path, "-").Output()
	b.must(err)
	said := strings.ReplaceAll(strings.Join(strings.Fields(string(out)), " "), "e- mail", "e-mail")
	for _, sentence := range sentences {
		if !strings.Contains(said, sentence) {
			b.t.Errorf("%s does not say %q:\n%s", name, sentence, out)
		}
	}
	if i := slices.IndexFunc(unwishedReach, func(way string) bool { return strings.Contains(said, way) }); i >= 0 {
		b.t.Errorf("%s tells %q:\n%s", name, unwishedReach[i], out)
	}
}

// Whom the Monday page has, though they asked for no calls, is reached by e-mail; that is said above the footer.
func TestMondayKeepsToWhatPeopleAskedFor(t *testing.T) {
	b := newBench(t, nil)
	say := &models.CallRow{}
	ann := models.Person{Customer: "0171 999 01", Phone: "0171 999 01", Email: "ann@example.org", NoPhone: true}
	m := mondayPaper{w: b.w, rows: []models.MondayRow{{Person: ann, Reason: models.MondayPromise, Call: say}}}
	page := m.page()
	if p := page.People[0]; p.Name != "No name noted" || p.Reach != "ann@example.org" || page.Words.LeftOut != "One phone number is left out: this person asked for no calls." {
		t.Errorf("%+v, left out %q", p, page.Words.LeftOut)
	}
}
