package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func TestFindFromAnywhere(t *testing.T) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		modelstest.Customer(t, store, "Jürgen Müller", "0171 555 0150")
		modelstest.Visit(t, store, ann, "Brooks saddle")
	})
	for typed, want := range map[string]string{"hug": "Ann Hughes", "110": "Ann Hughes", "mull": "Jürgen Müller", "sadd": "Brooks saddle"} {
		b.w.do("find")
		b.typed(typed)
		options := b.w.find.search(typed)
		if len(options) == 0 || options[0].Title != want {
			t.Errorf("%q finds %+v, want %s", typed, options, want)
		}
		b.keys(fyne.KeyEscape)
	}
	b.w.do("find")
	b.typed("hug")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceCustomers {
		t.Errorf("choosing a customer shows %s", b.w.place)
	}
}

func TestEscapeLeavesTheSearchBoxEmpty(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	b.w.Show(PlaceCustomers)
	before := b.w.canvas().Focused()
	for _, typed := range []string{"hug", "nobody of that name"} {
		b.w.do("find")
		b.w.do("find")
		b.typed(typed)
		b.keys(fyne.KeyEscape)
		if got := b.w.find.box.Text(); got != "" || b.w.find.box.Open() {
			t.Errorf("after Escape %q is left in the box, and its list is open: %v", got, b.w.find.box.Open())
		}
		if now := b.w.canvas().Focused(); before == nil || now != before {
			t.Errorf("after Escape the focus is on %T, was on %T", now, before)
		}
	}
}

func TestEveryActionHasItsWords(t *testing.T) {
	b := newBench(t, nil)
	for _, menu := range b.w.win.MainMenu().Items {
		for _, item := range menu.Items {
			if !item.IsSeparator && (item.Label == "" || len(item.Label) > 7 && item.Label[:7] == "action.") {
				t.Errorf("menu item %q has no words", item.Label)
			}
		}
	}
}

func TestShortcutsAreDeclaredOnce(t *testing.T) {
	b := newBench(t, nil)
	seen := map[string]string{}
	for _, a := range b.w.actions {
		if a.shortcut == nil {
			continue
		}
		if other := seen[a.shortcut.ShortcutName()]; other != "" {
			t.Errorf("%s and %s share %s", a.name, other, a.shortcut.ShortcutName())
		}
		seen[a.shortcut.ShortcutName()] = a.name
	}
}

func TestANewDayIsReadAnew(t *testing.T) {
	b, _ := busyDay(t)
	s := b.w.screens[PlaceToday].(*todayScreen)
	before := s.title.Text()
	b.pass()
	if s.title.Text() != before {
		t.Error("the title changed on the same day")
	}
	b.clock.Days(1)
	b.pass()
	if got := s.title.Text(); got == before {
		t.Errorf("after midnight the title is still %q", got)
	}
	b.clock.Days(2)
	b.w.checkDay()
	if got := s.title.Text(); got != "Wednesday 2 December" {
		t.Errorf("after waking up the title is %q", got)
	}
}

// Ctrl+Z means the words of the field in front before it means the shop.
func TestUndoTakesTheTypingFirst(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	id := modelstest.Customer(t, b.store(), "Peter Lowe", "")
	b.w.do("find")
	b.typed("zz")
	b.w.do("undo")
	if _, err := b.store().Customer(id); err != nil || b.w.find.box.Text() == "zz" {
		t.Fatalf("Ctrl+Z left %q in the field, and %v in the book", b.w.find.box.Text(), err)
	}
	b.w.canvas().Unfocus()
	b.w.do("undo")
	if _, err := b.store().Customer(id); err == nil {
		t.Error("Ctrl+Z did not take the customer back")
	}
	b.w.do("redo")
	if _, err := b.store().Customer(id); err != nil {
		t.Error("Ctrl+Y did not bring the customer again")
	}
	b.w.NewCustomer("")
	b.w.do("undo")
	if _, err := b.store().Customer(id); err != nil {
		t.Error("Ctrl+Z reached behind an open sheet")
	}
}

func TestF1FromAField(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("find")
	b.keys(fyne.KeyF1)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("F1 shows nothing")
	}
}

func TestUndoThreeTimesIsThreeStepsBack(t *testing.T) {
	b := newBench(t, nil)
	for _, name := range []string{"Ann", "Ben", "Cem"} {
		modelstest.Customer(t, b.store(), name, "")
	}
	for want := 2; want >= 0; want-- {
		b.w.do("undo")
		if n, err := b.store().CountCustomers(models.CustomersAll); err != nil || n != want {
			t.Fatalf("%d customers are left, want %d (%v)", n, want, err)
		}
	}
	if b.w.layer.ToastAction() != kit.T("redo") {
		t.Errorf("the toast offers %q", b.w.layer.ToastAction())
	}
}

func TestOpenSpecialistWhateverTheListShows(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Specialist(t, store, "Leather & Co", "saddles")
	})
	spoke := modelstest.Specialist(t, b.store(), "Spoke Works", "wheels")
	b.w.Show(PlaceSpecialists)
	s := b.w.screens[PlaceSpecialists].(*specialistsScreen)
	s.find.SetText("saddles")
	b.w.OpenSpecialist(spoke)
	if s.chosen != spoke || len(s.rows) != 2 {
		t.Errorf("specialist %d is shown among %d", s.chosen, len(s.rows))
	}
}

// What the toast of one shop offers must never be done to another.
func TestAnotherShopForgetsTheToast(t *testing.T) {
	b := newBench(t, nil)
	modelstest.Customer(t, b.store(), "Ann Hughes", "")
	b.w.Did("something")
	other := t.TempDir() + "/other.goodturn"
	b.must(b.w.app.Open(other, true))
	b.w.opened(nil)
	if got := b.w.layer.ToastText(); got != "" {
		t.Errorf("the other shop is told %q", got)
	}
}
