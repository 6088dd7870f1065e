package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// reaches are the ways to reach somebody, with their labels.
func reaches(c *models.Customer) (all []string) {
	for _, contact := range c.Contacts {
		all = append(all, strings.TrimSpace(contact.Value+" "+contact.Label))
	}
	return all
}

func (b *bench) customer(id models.CustomerID) *models.Customer {
	b.t.Helper()
	c, err := b.store().Customer(id)
	b.must(err)
	return c
}

func TestCustomerFormSeveralNumbers(t *testing.T) {
	b := newBench(t, nil)
	f, saved := formFor(b, &models.Customer{Name: "Ann Hughes"})
	if f.phones.rows[0].tools.Visible() {
		t.Error("a single number is asked for its label")
	}
	b.w.canvas().Focus(f.phone)
	b.typed("0171 555 0110")
	b.keys(fyne.KeyTab, fyne.KeyTab) // past the e-mail address
	if b.w.canvas().Focused() != fyne.Focusable(f.phones.add) {
		t.Fatalf("Tab leads from the number to %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeyReturn)
	b.typed("0171 555 0111")
	b.keys(fyne.KeyTab)
	b.typed("wor")
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	b.w.canvas().Focus(f.phones.rows[0].label.FocusTarget())
	b.typed("the shop next door")
	b.save()
	c := b.customer(*saved)
	if got := reaches(c); !slices.Equal(got, []string{"0171 555 0110 the shop next door", "0171 555 0111 work"}) {
		t.Fatalf("stored %q", got)
	}
	id := c.Contacts[1].ID

	f, saved = formFor(b, c)
	test.Tap(f.phones.rows[1].main)
	if !f.dirty() {
		t.Error("another main number is no change")
	}
	b.save()
	c = b.customer(*saved)
	if c.Phone() != "0171 555 0111" || c.Contacts[0].ID != id || reaches(c)[1] != "0171 555 0110 the shop next door" {
		t.Errorf("the main one is %q of %q", c.Phone(), reaches(c))
	}

	f, saved = formFor(b, c)
	f.phones.onDrop(f.phones.rows[0])
	b.save()
	if got := reaches(b.customer(*saved)); !slices.Equal(got, []string{"0171 555 0110 the shop next door"}) {
		t.Errorf("with the first taken away %q are left", got)
	}
}

func TestCustomerFormIsSavedByEnter(t *testing.T) {
	b := newBench(t, nil)
	_, saved := formFor(b, &models.Customer{})
	b.typed("Ann Hughes")
	b.keys(fyne.KeyTab, fyne.KeyTab)
	b.typed("0171 555 0110")
	b.keys(fyne.KeyReturn)
	if kit.SheetOpen(b.w.canvas()) || *saved == 0 {
		t.Fatal("Enter in a number does not save")
	}
	if c := b.customer(*saved); c.Phone() != "0171 555 0110" {
		t.Errorf("stored %+v", c)
	}
}

func TestCustomerFormRefusesTheRightNumber(t *testing.T) {
	b := newBench(t, nil)
	f, _ := formFor(b, &models.Customer{Name: "Ann Hughes"})
	f.phone.SetText("0171 555 0110")
	f.phones.onAdd()
	f.phones.rows[1].entry.SetText(" ")
	f.phones.append(models.Contact{Kind: models.ContactPhone, Value: "12"})
	f.phones.arrange()
	b.save()
	for i, want := range []bool{false, false, true} {
		if got := f.phones.rows[i].field.Problem() != ""; got != want {
			t.Errorf("number %d is refused: %t", i, got)
		}
	}
	if b.w.canvas().Focused() != fyne.Focusable(f.phones.rows[2].entry) {
		t.Error("the cursor is not in the number to mend")
	}
}

func TestCustomerFormDatesWishes(t *testing.T) {
	b := newBench(t, nil)
	f, saved := formFor(b, &models.Customer{Name: "Ann Hughes"})
	test.Tap(f.permissions.post.tick)
	test.Tap(f.permissions.phone.tick)
	f.permissions.phone.day.SetText("in 3 days")
	b.save()
	if f.form.Field("permissions").Problem() == "" {
		t.Fatal("a wish of next week is taken")
	}
	f.permissions.phone.day.SetText("1 may 2025")
	b.save()
	c := b.customer(*saved)
	if c.NoPostOn != b.store().Today() || c.NoPhoneOn != "2025-05-01" || c.NoEmail {
		t.Errorf("stored %+v", c)
	}
	b.clock.Days(5)
	f, saved = formFor(b, c)
	test.Tap(f.permissions.phone.tick)
	b.save()
	if c = b.customer(*saved); c.NoPhone || c.NoPhoneOn != "" || c.NoPostOn != b.store().Today().AddDays(-5) {
		t.Errorf("after taking one back %+v is stored", c)
	}
}

func TestCustomerFormTags(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		if err := store.SaveCustomer(&models.Customer{Name: "Peter Lowe", Tags: []string{"Courier", "Club"}}); err != nil {
			t.Fatal(err)
		}
	})
	f, saved := formFor(b, &models.Customer{Name: "Ann Hughes"})
	b.w.canvas().Focus(f.tags.FocusTarget())
	b.typed("cou")
	b.keys(fyne.KeyReturn)
	b.typed("Tandem")
	b.save()
	if got := b.customer(*saved).Tags; !slices.Equal(got, []string{"Courier", "Tandem"}) {
		t.Fatalf("stored %q", got)
	}
	tags, err := b.store().Tags()
	b.must(err)
	if len(tags) != 3 {
		t.Errorf("there are the tags %+v", tags)
	}
}

func TestCustomerFormAbroad(t *testing.T) {
	b := newBench(t, nil)
	f, saved := formFor(b, &models.Customer{Name: "Jürgen Müller"})
	own := f.address.PlaceHolder
	f.address.SetText("Hauptstr. 5\n10115 Berlin")
	test.Tap(f.place.abroad)
	b.typed("deut")
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if f.place.country.Text() != "Germany" || f.address.PlaceHolder == own {
		t.Errorf("in %q an address is written as %q", f.place.country.Text(), f.address.PlaceHolder)
	}
	b.save()
	if c := b.customer(*saved); c.Postal() != "Hauptstr. 5\n10115 Berlin\nGermany" {
		t.Errorf("the envelope says %q", c.Postal())
	}
}

func TestAddressOrders(t *testing.T) {
	for name, want := range map[string]addressOrder{"Germany": orderCodeTown, "DEUTSCHLAND": orderCodeTown, "de": orderCodeTown, "日本": orderLargeFirst,
		"uk": orderTownCode, "U.S.A.": orderAny, "usa": orderTownState, "Österreich": orderCodeTown, "Narnia": orderAny} {
		if got := orderOf(name); got != want {
			t.Errorf("%s writes addresses in the order %s, want %s", name, got, want)
		}
	}
	for currency, want := range map[string]addressOrder{"EUR": orderCodeTown, "GBP": orderTownCode, "USD": orderTownState, "": orderAny, "XAF": orderAny} {
		if got := orderOfCurrency(currency); got != want {
			t.Errorf("who takes %q writes addresses in the order %s, want %s", currency, got, want)
		}
	}
}

func TestCustomerFormBirthdays(t *testing.T) {
	b := newBench(t, nil)
	for typed, want := range map[string]string{"31 feb": "", "31/2/1980": "", "29 feb": "--02-29", "29/2/1980": "1980-02-29", "29 feb 1981": "", "21/5": "--05-21"} {
		f, saved := formFor(b, &models.Customer{Name: "Ann Hughes"})
		f.birthday.SetText(typed)
		b.save()
		refused := f.form.Field("birthday").Problem() != ""
		if refused != (want == "") {
			t.Errorf("%q is refused: %t", typed, refused)
		}
		if refused {
			f.sheet.Close()
			continue
		}
		if got := b.customer(*saved).Birthday; got != want {
			t.Errorf("%q is stored as %q, want %q", typed, got, want)
		}
	}
}

func TestCustomerCardShowsWhatTheFormTook(t *testing.T) {
	b, c := annsCard(t)
	customer := b.customer(c.id)
	customer.PreferredName, customer.Tags, customer.Address, customer.Country = "Annie", []string{"Club_rider"}, "Hauptstr. 5", "Germany"
	customer.Contacts = append(customer.Contacts, models.Contact{Kind: models.ContactPhone, Value: "0171 555 0111", Label: "work"})
	customer.NoPost = true
	b.must(b.store().SaveCustomer(customer))
	particulars := c.sides[len(c.sides)-1].(*particularsCard)
	said := c.called.Text() + "\n" + strings.Join(textsIn(particulars.object()), "\n")
	for _, want := range []string{"Annie", "0171 555 0111 work", "Hauptstr. 5\nGermany", "since today"} {
		if !strings.Contains(said, want) {
			t.Errorf("the card does not say %q:\n%s", want, said)
		}
	}
	if !c.tags.Visible() || len(c.tags.Objects) != 1 {
		t.Errorf("the card shows %d tags", len(c.tags.Objects))
	}
}

// textsIn are the lines that stand in o.
func textsIn(o fyne.CanvasObject) (texts []string) {
	if line, ok := o.(*kit.RichLine); ok {
		return []string{line.Text()}
	}
	if box, ok := o.(*fyne.Container); ok {
		for _, part := range box.Objects {
			texts = append(texts, textsIn(part)...)
		}
	}
	return texts
}
