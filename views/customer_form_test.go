package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// formFor opens the form for c and gives it, with the ID of who is saved.
func formFor(b *bench, c *models.Customer) (*customerForm, *models.CustomerID) {
	b.t.Helper()
	var saved models.CustomerID
	f := newCustomerForm(b.w, c, func(id models.CustomerID) { saved = id })
	b.must(f.open())
	return f, &saved
}

// press presses Ctrl+Enter.
func (b *bench) save() { kit.TopLayer(b.w.canvas()).OnSave() }

func TestCustomerFormAdds(t *testing.T) {
	b := newBench(t, nil)
	f, saved := formFor(b, &models.Customer{})
	b.typed("Ann Hughes")
	b.keys(fyne.KeyTab, fyne.KeyTab)
	b.typed("0171 555 0110")
	b.keys(fyne.KeyTab)
	b.typed("ann@example.org")
	f.birthday.SetText("21 may")
	f.remember.SetText("Left-handed.\n\nPrefers a call after six.")
	b.save()
	c, err := b.store().Customer(*saved)
	b.must(err)
	if c.Name != "Ann Hughes" || c.Phone() != "0171 555 0110" || c.Email() != "ann@example.org" || c.Birthday != "--05-21" {
		t.Errorf("stored %+v", c)
	}
	if len(c.Remember) != 2 || c.Remember[1].Text != "Prefers a call after six." || c.Remember[1].NotedOn != b.store().Today() {
		t.Errorf("stored notes %+v", c.Remember)
	}
	if kit.SheetOpen(b.w.canvas()) {
		t.Error("the form is still open")
	}
}

func TestCustomerFormRefuses(t *testing.T) {
	b := newBench(t, nil)
	f, _ := formFor(b, &models.Customer{})
	for _, bad := range []struct {
		field string
		entry *kit.Entry
		text  string
	}{{"name", f.name, ""}, {"phone", f.phone, "12"}, {"email", f.email, "not an address"}, {"birthday", f.birthday, "31/2"}} {
		bad.entry.SetText(bad.text)
		b.save()
		if f.form.Field(bad.field).Problem() == "" {
			t.Errorf("%s %q is not refused", bad.field, bad.text)
		}
		if bad.entry.Text != bad.text {
			t.Errorf("%s %q became %q", bad.field, bad.text, bad.entry.Text)
		}
		f.name.SetText("Ann Hughes")
		if bad.field != "name" {
			bad.entry.SetText("")
		}
	}
	n, err := b.store().CountCustomers(models.CustomersAll)
	b.must(err)
	if n != 0 {
		t.Errorf("%d customers were stored", n)
	}
}

func TestCustomerFormShowsAllThatIsWrongAtOnce(t *testing.T) {
	b := newBench(t, nil)
	f, _ := formFor(b, &models.Customer{Name: "Ann Hughes"})
	f.phone.SetText("12")
	f.email.SetText("not an address")
	f.birthday.SetText("31/2")
	test.Tap(f.permissions.post.tick)
	f.permissions.post.day.SetText("in 3 days")
	b.save()
	for _, field := range []string{"phone", "email", "birthday", "permissions"} {
		if f.form.Field(field).Problem() == "" {
			t.Errorf("nothing is said of %s", field)
		}
	}
	if b.w.canvas().Focused() != fyne.Focusable(f.phone) {
		t.Errorf("the cursor is in %v", b.w.canvas().Focused())
	}
	if n, err := b.store().CountCustomers(models.CustomersAll); n != 0 || err != nil {
		t.Errorf("%d customers were stored, %v", n, err)
	}
}

func TestCustomerFormBroughtByInOneGo(t *testing.T) {
	b := newBench(t, nil)
	f, saved := formFor(b, &models.Customer{Name: "Peter Lowe"})
	b.w.canvas().Focus(f.broughtBy.picker.FocusTarget())
	b.typed("Ann")
	b.save()
	if f.form.Field("broughtBy").Problem() == "" {
		t.Fatal("a name that was typed and not chosen is taken for nobody")
	}
	b.w.canvas().Focus(f.broughtBy.picker.FocusTarget())
	b.typed(" Hughes")
	b.keys(fyne.KeyReturn)
	f.phone.SetText("1") // the customer is refused: neither of the two may be stored
	b.save()
	if f.form.Field("phone").Problem() == "" {
		t.Error("the phone number is not refused")
	}
	wantCustomers(b, 0)
	f.phone.SetText("")
	b.save()
	wantCustomers(b, 2)
	card, err := b.store().Card(*saved)
	b.must(err)
	if card.Referral == nil || card.Referral.Referrer != "Ann Hughes" {
		t.Fatalf("brought by %+v", card.Referral)
	}
	b.w.do("undo")
	wantCustomers(b, 0)
}

func wantCustomers(b *bench, want int) {
	b.t.Helper()
	n, err := b.store().CountCustomers(models.CustomersAll)
	b.must(err)
	if n != want {
		b.t.Fatalf("%d customers, want %d", n, want)
	}
}

func TestCustomerFormOffersNamesFirst(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		elsie := &models.Customer{Name: "Elsie Grant", Remember: []models.Remember{{Text: "Face her when speaking"}}}
		if err := store.SaveCustomer(elsie); err != nil {
			t.Fatal(err)
		}
		modelstest.Specialist(t, store, "Spoke Works", "wheels")
		modelstest.Customer(t, store, "Ann Spencer", "")
	})
	f, _ := formFor(b, &models.Customer{})
	var titles []string
	for _, o := range f.broughtBy.search("sp") {
		titles = append(titles, o.Title)
	}
	wantNames(t, titles, "Ann Spencer", "Spoke Works", "sp", "Elsie Grant", "“sp” is a specialist: add them")
}

func TestCustomerFormAsksForHistory(t *testing.T) {
	var ann, ben models.CustomerID
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "")
		ben = modelstest.Customer(t, store, "Ben Castillo", "")
		modelstest.Visit(t, store, ben, "Bell")
		clock.Days(10)
	})
	c, err := b.store().Customer(ben)
	b.must(err)
	f, _ := formFor(b, c)
	f.name.SetText("Benito Castillo")
	f.broughtBy.search("Ann")
	f.broughtBy.picker.SetChosen(kit.Option{Title: "Ann Hughes"})
	f.broughtBy.chosen = f.broughtBy.offered[0]
	b.save()
	if f.form.Field("fromBefore").Problem() == "" || !f.broughtBy.asked.Visible() {
		t.Fatal("history is not asked about")
	}
	test.Tap(f.broughtBy.before)
	b.save()
	card, err := b.store().Card(ben)
	b.must(err)
	if card.Referral == nil || card.Referral.ReferrerID != ann || !card.Referral.FromBefore || card.Customer.Name != "Benito Castillo" {
		t.Errorf("stored %+v, %+v", card.Customer, card.Referral)
	}
}

func TestCustomerFormKeepsNotesWithTheirDays(t *testing.T) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		c := &models.Customer{Name: "Ann Hughes", Remember: []models.Remember{{Text: "Left-handed."}, {Text: "Has a dog."}}}
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
		ann = c.ID
		clock.Days(100)
	})
	before, err := b.store().Customer(ann)
	b.must(err)
	f, _ := formFor(b, before)
	if f.dirty() {
		t.Error("a form just opened would ask before it is left")
	}
	f.remember.SetText("Dog is called Biscuit.\nLeft-handed.")
	if !f.dirty() {
		t.Error("a changed form would be left without a word")
	}
	b.save()
	after, err := b.store().Customer(ann)
	b.must(err)
	if len(after.Remember) != 2 || after.Remember[0].NotedOn != b.store().Today() ||
		after.Remember[1].ID != before.Remember[0].ID || after.Remember[1].NotedOn != before.Remember[0].NotedOn {
		t.Errorf("notes %+v became %+v", before.Remember, after.Remember)
	}
}

func TestCustomerFormKnowsWhoIsInTheBook(t *testing.T) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Änn Hughes", "+44 171 555 0110")
	})
	for _, typed := range []*models.Customer{{Name: "ann hughes"}, {Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "(0171) 5550110"}}}} {
		f, _ := formFor(b, typed)
		if !f.similar.object.Visible() {
			t.Errorf("%+v is not recognised", typed)
		}
		f.sheet.Cancel()
	}
	f, _ := formFor(b, &models.Customer{Name: "Ann Hugh"})
	if f.similar.object.Visible() {
		t.Error("half a name is taken for somebody")
	}
	b.typed("Ann Hughes")
	f.address.SetText("3 Chandlers Row")
	f.onSimilar("customer:" + idText(ann))
	if len(b.w.canvas().Overlays().List()) != 2 {
		t.Fatal("an address is thrown away unasked")
	}
	b.save()
	if kit.SheetOpen(b.w.canvas()) || b.w.place != PlaceCustomers {
		t.Error("the card of who was meant is not shown")
	}
}
