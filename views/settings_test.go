package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func (b *bench) settings() *settingsScreen {
	b.t.Helper()
	b.w.do("settings")
	return b.w.screens[PlaceSettings].(*settingsScreen)
}

// card gives the card of one kind.
func card[T settingsCard](s *settingsScreen) (found T) {
	for _, c := range s.cards {
		if c, ok := c.(T); ok {
			found = c
		}
	}
	return found
}

func TestFieldIsStoredWhenItIsLeft(t *testing.T) {
	b := newBench(t, nil)
	s := b.settings()
	b.typed("Quay Bikes") // over the name, which is selected
	b.keys(fyne.KeyTab, fyne.KeyTab)
	if b.shop().Name != "Quay Bikes" {
		t.Fatalf("the shop is called %q", b.shop().Name)
	}
	if got := b.w.win.Title(); got != "Quay Bikes – Goodturn" {
		t.Errorf("the window is called %q", got)
	}
	b.typed("  0171  555 0100 ")
	b.w.do("today") // leaves the page with the cursor still in the phone number
	if b.shop().Phone != "0171 555 0100" {
		t.Errorf("phone %q", b.shop().Phone)
	}
	b.w.do("undo")
	b.w.do("undo")
	b.w.do("settings")
	if b.shop().Name != "Harbour Cycles" || s.fields.first().Text != "Harbour Cycles" {
		t.Errorf("after Undo the shop is %q and the field %q", b.shop().Name, s.fields.first().Text)
	}
}

func TestFieldThatCannotBeKeptStays(t *testing.T) {
	b := newBench(t, nil)
	s := b.settings()
	b.keys(fyne.KeyBackspace, fyne.KeyTab) // no name
	name := s.fields.form.Field("name")
	if b.shop().Name != "Harbour Cycles" || name.Problem() == "" {
		t.Fatalf("an empty name: stored %q, told %q", b.shop().Name, name.Problem())
	}
	loyal := s.fields.form.Field("loyalDays")
	for _, bad := range []string{"lots", "0", "366", "-3", "2.5"} {
		loyal.Focus()
		b.typed(bad)
		b.keys(fyne.KeyTab)
		entry := loyal.Input().(*kit.Entry)
		if b.shop().LoyalDays != 5 || loyal.Problem() == "" || entry.Text != bad {
			t.Errorf("%q: stored %d, told %q, field %q", bad, b.shop().LoyalDays, loyal.Problem(), entry.Text)
		}
	}
	loyal.Focus()
	b.typed("8")
	b.keys(fyne.KeyReturn)
	if b.shop().LoyalDays != 8 || loyal.Problem() != "" {
		t.Errorf("stored %d, told %q", b.shop().LoyalDays, loyal.Problem())
	}
	if name.Problem() == "" || s.fields.first().Text != "" {
		t.Error("storing one field forgot what is wrong with another")
	}
}

func TestChoicesAreStoredAtOnce(t *testing.T) {
	b := newBench(t, nil)
	s := b.settings()
	c := card[*shopCard](s)
	b.w.canvas().Focus(c.paper)
	b.keys(fyne.KeyRight, fyne.KeySpace)
	b.w.canvas().Focus(c.thanking)
	b.keys(fyne.KeyRight, fyne.KeyReturn)
	b.w.canvas().Focus(c.decimals)
	b.keys(fyne.KeyLeft, fyne.KeySpace)
	shop := b.shop()
	if shop.Paper != models.PaperLetter || shop.ThankChannel != models.ByCall || shop.Decimals != 0 {
		t.Errorf("stored %s, %s, %d", shop.Paper, shop.ThankChannel, shop.Decimals)
	}
	b.w.do("undo")
	if c.decimals.Value() != "2" {
		t.Errorf("after Undo the chips say %q", c.decimals.Value())
	}
}

func TestAmountsStayWhatTheyWereWorth(t *testing.T) {
	b := newBench(t, nil)
	e := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Ann Hughes"}}
	e.Visit.At, e.Visit.Amount = models.MomentOf(b.clock.Now()), 1850
	b.must(b.store().SaveVisit(e))
	c := card[*shopCard](b.settings())
	choose := func(way fyne.KeyName) {
		b.w.canvas().Focus(c.decimals)
		b.keys(way, fyne.KeySpace)
	}
	spent := func() string {
		ann, err := b.store().Customer(1)
		b.must(err)
		return b.w.money(ann.Spent)
	}
	choose(fyne.KeyLeft) // £18 would lose the pence
	if !b.sheetHolds("Part of them would be lost") || b.shop().Decimals != 2 || c.decimals.Value() != "2" {
		t.Fatalf("stored %d, shown %q", b.shop().Decimals, c.decimals.Value())
	}
	b.keys(fyne.KeyEscape)
	choose(fyne.KeyRight)
	if b.shop().Decimals != 3 || spent() != "£18.500" {
		t.Errorf("with three decimals: stored %d, spent %s", b.shop().Decimals, spent())
	}
	b.w.do("undo")
	if b.shop().Decimals != 2 || spent() != "£18.50" || c.decimals.Value() != "2" {
		t.Errorf("after Undo: stored %d, spent %s", b.shop().Decimals, spent())
	}
}

func TestStaffComeAndGo(t *testing.T) {
	b := newBench(t, nil)
	c := card[*staffCard](b.settings())
	b.w.canvas().Focus(c.name)
	for _, name := range []string{"Mike", "Ivy"} {
		b.typed(name)
		b.keys(fyne.KeyReturn)
	}
	b.typed("Ivy")
	b.keys(fyne.KeyReturn)
	if names := b.staffNames(); len(names) != 2 || c.form.Field("name").Problem() == "" || c.name.Text != "Ivy" {
		t.Fatalf("here work %q; told %q", names, c.form.Field("name").Problem())
	}
	b.keys(fyne.KeyTab, fyne.KeyTab) // past Add, off the card
	staff, err := b.store().Staff(false)
	b.must(err)
	c.row(staff[1]).Buttons[1].OnTap()
	if names := b.staffNames(); len(names) != 1 || names[0] != "Ivy" {
		t.Fatalf("after Mike left: %q", names)
	}
	left, err := b.store().Staff(true)
	b.must(err)
	c.row(left[1]).Buttons[0].OnTap()
	if len(b.staffNames()) != 2 {
		t.Error("Mike did not come back")
	}
	c.rename(staff[0])
	b.typed("Mike")
	b.topSave()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("two people of one name")
	}
	b.retype("Ivy Chen")
	b.keys(fyne.KeyReturn)
	if names := b.staffNames(); names[0] != "Ivy Chen" {
		t.Errorf("here work %q", names)
	}
}

func TestSourcesCanBeAddedChangedAndTakenOff(t *testing.T) {
	b := newBench(t, nil)
	c := card[*sourcesCard](b.settings())
	before, err := b.store().Sources()
	b.must(err)
	c.edit(models.Source{Kind: models.SourceOther})
	b.typed(before[0].Name)
	b.keys(fyne.KeyReturn)
	if !strings.Contains(b.sheetWords(), "already") {
		t.Fatalf("two of one name: told %q", b.sheetWords())
	}
	b.retype("Parish magazine")
	b.keys(fyne.KeyTab, fyne.KeyLeft, fyne.KeySpace)
	b.topSave()
	sources, err := b.store().Sources()
	b.must(err)
	added := sources[len(sources)-1]
	if len(sources) != len(before)+1 || added.Name != "Parish magazine" || added.Kind != models.SourceBought {
		t.Fatalf("the list holds %+v", sources)
	}
	c.edit(added)
	b.retype("Village magazine")
	b.keys(fyne.KeyReturn)
	c.delete(models.Source{ID: added.ID, Name: "Village magazine"})
	if sources, _ = b.store().Sources(); len(sources) != len(before) {
		t.Errorf("after Delete there are %d", len(sources))
	}
	b.w.do("undo")
	if sources, _ = b.store().Sources(); len(sources) != len(before)+1 || sources[len(before)].Name != "Village magazine" {
		t.Errorf("after Undo: %+v", sources)
	}
}

func TestLookIsAppliedAtOnce(t *testing.T) {
	b := newBench(t, nil)
	s := b.settings()
	body := func() float32 { return b.w.app.Fyne().Settings().Theme().Size(kit.SizeBody) }
	usual := body()
	b.w.canvas().Focus(s.look.size)
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	if b.w.app.Prefs.TextScale() != 1.2 || body() <= usual {
		t.Errorf("text at %v, %v high", b.w.app.Prefs.TextScale(), body())
	}
	b.w.canvas().Focus(s.look.mode)
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	if b.w.app.Prefs.Mode() != "dark" {
		t.Errorf("mode %q", b.w.app.Prefs.Mode())
	}
	b.w.do("today")
	b.w.do("usual")
	b.w.do("settings")
	if s.look.size.Value() != "100" || s.look.mode.Value() != "dark" {
		t.Errorf("the chips say %q and %q", s.look.size.Value(), s.look.mode.Value())
	}
	b.w.canvas().Focus(s.look.mode)
	b.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace)
	if b.w.app.Prefs.Mode() != "" {
		t.Errorf("as the system is mode %q", b.w.app.Prefs.Mode())
	}
}

func TestBackupCardFollowsTheBackup(t *testing.T) {
	b := newBench(t, nil)
	c := card[*backupCard](b.settings())
	if c.change.Visible() || c.near.Visible() {
		t.Error("without a folder there is one to change")
	}
	folder := t.TempDir()
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
	b.w.do("backup")
	if c.first.folder.Text() != folder || !strings.Contains(c.first.last.Text(), "today") || !c.change.Visible() {
		t.Errorf("the card says %q, %q", c.first.folder.Text(), c.first.last.Text())
	}
	if !c.near.Visible() {
		t.Error("nothing is said of a backup beside the shop file")
	}
}

func TestRowsKeepTheKeyboard(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Staff(t, store, "Ivy")
		modelstest.Staff(t, store, "Mike")
	})
	c := card[*staffCard](b.settings())
	b.w.canvas().Focus(c.name)
	b.w.canvas().FocusPrevious() // Mike's "Has left"
	focused := b.w.canvas().Focused()
	b.keys(fyne.KeySpace)
	if names := b.staffNames(); len(names) != 1 || names[0] != "Ivy" {
		t.Fatalf("here work %q", names)
	}
	if b.w.canvas().Focused() != focused {
		t.Error("the keyboard went elsewhere")
	}
}

func TestOtherThresholdsSayAtOnceWhoChanges(t *testing.T) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		for _, name := range []string{"Ann", "Bob"} {
			id := modelstest.Customer(t, store, name, "")
			for range 3 {
				clock.Days(1)
				modelstest.Visit(t, store, id, "tube")
			}
		}
	})
	s := b.settings()
	loyal := s.fields.form.Field("loyalDays")
	loyal.Focus()
	b.typed("3") // over the 5, which is selected
	if got := s.ladder.tried.Text(); got != "With these numbers 2 customers change: 2 more would be loyal." || s.ladder.tried.Hidden {
		t.Errorf("the card says %q", got)
	}
	if b.shop().LoyalDays != 5 {
		t.Error("typing stored it")
	}
	b.keys(fyne.KeyTab)
	if b.shop().LoyalDays != 3 || !s.ladder.tried.Hidden {
		t.Errorf("stored %d; the card still says %q", b.shop().LoyalDays, s.ladder.tried.Text())
	}
	b.w.canvas().Focus(s.ladder.loyal)
	b.typed("many")
	if !s.ladder.tried.Hidden {
		t.Errorf("of no number the card says %q", s.ladder.tried.Text())
	}
}
