package views

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func TestWishesStandBesideTheNumber(t *testing.T) {
	c := &models.Customer{NoPhone: true, NoEmail: true}
	c.SetContact(models.ContactPhone, "0171 555 0110")
	if said := reachText(c); said != "0171 555 0110 (no calls)" {
		t.Errorf("it says %q", said)
	}
	c.SetContact(models.ContactEmail, "ann@example.org")
	if said := reachText(c); !strings.Contains(said, "ann@example.org (no e-mail)") {
		t.Errorf("it says %q", said)
	}
}

// annsCard is the card of somebody who waits for a saddle, was promised a call, was brought and has brought.
func annsCard(t *testing.T) (*bench, *customerCard) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		e := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Ann Hughes"}, FollowUpOn: store.Today().AddDays(2), FollowUpWhy: "Ask about the saddle"}
		e.NewCustomer.SetContact(models.ContactPhone, "0171 555 0110")
		e.BroughtBy = models.Referrer{New: &models.Customer{Name: "Jürgen _Müller_"}}
		e.Visit = models.Visit{At: models.MomentOf(clock.Now()), ServedBy: modelstest.Staff(t, store, "Mike"), Amount: 1800, HowLeft: models.LeftDelighted, Extra: "Oiled the chain", Note: "For the 28th."}
		e.Visit.Requests = []models.Request{{Item: "Brooks saddle", TheirWords: "the honey one", Understood: "A B17 in honey", Agreed: true, Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Brooks saddle, black", State: models.AlternativeDeclined, DeclineReason: "wrong colour"},
			{Kind: models.OrderIn, Description: "10 days", State: models.AlternativeAccepted}}}}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		ann = e.Visit.CustomerID
		sent := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Peter Lowe"}, BroughtBy: models.Referrer{CustomerID: ann}}
		sent.Visit.At = models.MomentOf(clock.Now())
		if err := store.SaveVisit(sent); err != nil {
			t.Fatal(err)
		}
		clock.Days(1)
	})
	b.w.OpenCustomer(ann)
	return b, b.w.screens[PlaceCustomers].(*customersScreen).card
}

// words is what an entry of the story says.
func words(e kit.TimelineEntry) string { return e.Kind + "\n" + strings.Join(e.Lines, "\n") }

func TestCustomerCardSaysWhy(t *testing.T) {
	_, c := annsCard(t)
	for what, got := range map[string]string{
		"because Peter Lowe came on their word":                                  c.rung.why.Text(),
		"first here yesterday; coming back within 60 days is usual in your shop": c.activity.why.Text(),
		"1":               c.facts.visits.value.Text(),
		"Jürgen _Müller_": c.facts.broughtBy.value.Text(),
		"£18.00":          c.facts.spent.value.Text(),
	} {
		if !strings.HasPrefix(got, what) {
			t.Errorf("the card says %q, want %q", got, what)
		}
	}
	if c.facts.every.object.Visible() {
		t.Error("one visit makes a habit")
	}
}

func TestCustomerStoryTellsAll(t *testing.T) {
	b, c := annsCard(t)
	var told []string
	for _, e := range c.story.told {
		told = append(told, words(c.story.entry(e)))
	}
	all := strings.Join(told, "\n")
	for _, want := range []string{"served by Mike", "Asked for **Brooks saddle** _Out of stock_", "“the honey one”", "We understood: A B17 in honey {ok|They agreed}", "{bad|Declined} _wrong colour_",
		"Order in, 10 days** {ok|Accepted}", "**Went further:** Oiled the chain", "_Left delighted · £18.00_", "_For the 28th._",
		"Peter Lowe](customer:", "{warn|To thank}", `Jürgen \_Müller\_](customer:`} {
		if !strings.Contains(all, want) {
			t.Errorf("the story does not say %q:\n%s", want, all)
		}
	}
	visit := slices.IndexFunc(c.story.told, func(e models.StoryEntry) bool { return e.Kind == models.StoryVisit })
	c.story.entry(c.story.told[visit]).OnTap()
	if b.w.place != PlaceVisit {
		t.Errorf("choosing a visit shows %s", b.w.place)
	}
}

func TestCustomerCardMovesWantsOn(t *testing.T) {
	b, c := annsCard(t)
	card, err := b.store().Card(c.id)
	b.must(err)
	want := card.Waiting[0].ID
	waiting := c.sides[0].(*waitingCard)
	for _, state := range []models.WantState{models.WantOrdered, models.WantReady, models.WantNotified} {
		waiting.row(c.card.Waiting[0]).Buttons[0].OnTap()
		if c.card.Waiting[0].ID != want || c.card.Waiting[0].State != state {
			t.Fatalf("waits for %+v, want it %s", c.card.Waiting, state)
		}
	}
	waiting.row(c.card.Waiting[0]).Buttons[0].OnTap()
	if len(c.card.Waiting) != 0 || waiting.box.Visible() {
		t.Errorf("still waits for %+v", c.card.Waiting)
	}
	b.w.do("undo")
	if !waiting.box.Visible() {
		t.Error("Undo does not bring back what they wait for")
	}
}

func TestCustomerCardPromisesAndThanks(t *testing.T) {
	b, c := annsCard(t)
	promises, thanks := c.sides[1].(*promisesCard), c.sides[3].(*toThankCard)
	promises.onLater(c.card.FollowUps[0])
	if due := c.card.FollowUps[0].DueOn; due != b.store().Today().AddDays(7) {
		t.Errorf("put off until %s", due)
	}
	promises.onDone(c.card.FollowUps[0])
	if promises.box.Visible() {
		t.Error("a promise that was kept is still there")
	}
	thanks.onThanked(c.card.ToThank[0])
	if thanks.box.Visible() {
		t.Error("somebody who was thanked is still to be thanked")
	}
	if got := words(c.story.entry(c.story.told[0])); !strings.Contains(got, "for sending **Peter Lowe**") {
		t.Errorf("the story begins with %q", got)
	}
}

func TestCustomerCardRemembers(t *testing.T) {
	b, c := annsCard(t)
	b.w.canvas().Focus(c.remember.entry)
	b.typed("Left-handed.")
	b.keys(fyne.KeyReturn)
	customer, err := b.store().Customer(c.id)
	b.must(err)
	if len(customer.Remember) != 1 || customer.Remember[0].Text != "Left-handed." || c.remember.entry.Text != "" {
		t.Fatalf("remembers %+v with %q in the field", customer.Remember, c.remember.entry.Text)
	}
	if b.w.canvas().Focused() != fyne.Focusable(c.remember.entry) {
		t.Error("the next note cannot be typed at once")
	}
	b.typed("Has a d")
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	ann, other := s.list.Selected(), 1
	s.choose(other)
	if c.remember.entry.Text != "" {
		t.Errorf("somebody else's card holds %q", c.remember.entry.Text)
	}
	s.choose(ann)
	if c.remember.entry.Text != "Has a d" {
		t.Errorf("what was begun became %q", c.remember.entry.Text)
	}
	b.clock.Days(365)
	if c.remember.stale(c.card.Customer.Remember[0]) {
		t.Error("a note of a year is doubted already")
	}
	b.clock.Days(1)
	if !c.remember.stale(c.card.Customer.Remember[0]) {
		t.Error("nobody asks whether a note of more than a year is still true")
	}
	c.remember.onStillTrue("0")
	customer, err = b.store().Customer(c.id)
	b.must(err)
	if customer.Remember[0].StillOn != b.store().Today() {
		t.Errorf("found true on %q", customer.Remember[0].StillOn)
	}
}

func TestCustomerCardLeadsToPeople(t *testing.T) {
	b, c := annsCard(t)
	ann := c.id
	b.w.follow("brought:" + idText(ann))
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("the people they brought are not listed")
	}
	kit.TopLayer(b.w.canvas()).OnEscape()
	b.w.follow("customer:" + idText(c.card.Referral.ReferrerID))
	if c.name.Text() != "Jürgen _Müller_" {
		t.Errorf("the link leads to %q", c.name.Text())
	}
}

func TestNothingToRememberIsNotNoted(t *testing.T) {
	b, c := annsCard(t)
	before := b.store().LastChange()
	for _, text := range []string{"", "  "} {
		c.remember.onAdd(text)
	}
	if b.store().LastChange() != before {
		t.Error("an empty note changed the customer")
	}
}

func TestManyNotesAreShownWhenAskedFor(t *testing.T) {
	b, c := annsCard(t)
	customer := b.customer(c.id)
	for i := range 40 {
		customer.Remember = append(customer.Remember, models.Remember{Text: fmt.Sprintf("Note %d", i)})
	}
	b.must(b.store().SaveCustomer(customer))
	if n := len(c.remember.notes.Objects); n != fewNotes || !strings.Contains(strings.Join(textsIn(c.remember.notes), "\n"), "Note 39") {
		t.Fatalf("%d notes are shown, or not the latest", n)
	}
	test.Tap(c.remember.all)
	if n := len(c.remember.notes.Objects); n != 40 || c.remember.all.Visible() {
		t.Errorf("%d notes are shown when all are asked for", n)
	}
}
