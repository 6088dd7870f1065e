package views

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// wantedBench is a shop in which Ann and Ben wait for a saddle and Cleo is to be told of it, somebody passing by asked for it too,
// Dan asked three times for a bell, and for a lamp long ago.
func wantedBench(t *testing.T) (*bench, *wantedScreen) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		modelstest.Staff(t, store, "Mike")
		missed := func(who models.CustomerID, thing string, worth models.Money, offered ...models.Alternative) {
			err := store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: who, At: models.MomentOf(clock.Now()), Requests: []models.Request{
				{Item: thing, Reason: models.ReasonOutOfStock, Worth: worth, NothingSuitable: len(offered) == 0, Alternatives: offered}}}})
			if err != nil {
				t.Fatal(err)
			}
		}
		dan := modelstest.Customer(t, store, "Dan Fox", "")
		missed(dan, "Lamp", 0)
		clock.Days(200)
		for range 3 {
			missed(dan, "Bell", 8_00)
		}
		for _, c := range []struct {
			name, told string
			kind       models.AlternativeKind
		}{{"Ann Hughes", "a week or so", models.OrderIn}, {"Ben Okafor", "", models.OrderIn}, {"Cleo Marsh", "when the next ones are here", models.Later}} {
			missed(modelstest.Customer(t, store, c.name, "0171 555 01"), "Saddle", 80_00, models.Alternative{Kind: c.kind, Description: c.told, State: models.AlternativeAccepted})
			clock.Days(1)
		}
		missed(0, "Saddle", 0)
	})
	b.w.do("wanted")
	return b, b.w.screens[PlaceWanted].(*wantedScreen)
}

// expectWanted fails unless the list has these things, in this order.
func expectWanted(t *testing.T, s *wantedScreen, want ...string) {
	t.Helper()
	var got []string
	for i := range s.rows.len() {
		row, _ := s.rows.at(i)
		got = append(got, row.Item)
	}
	if !slices.Equal(got, want) {
		t.Fatalf("the list has %q, want %q", got, want)
	}
}

// waitsNow writes out the badges of those who wait for the thing that is open.
func waitsNow(t *testing.T, s *wantedScreen) (words []string) {
	t.Helper()
	if s.thing == nil {
		t.Fatal("nothing is open")
	}
	for _, row := range s.thing.list.rows {
		word, _ := waitWord(row)
		words = append(words, row.Customer+": "+word)
	}
	return words
}

func expectWaits(t *testing.T, s *wantedScreen, want ...string) {
	t.Helper()
	got := waitsNow(t, s)
	if len(got) != len(want) {
		t.Fatalf("there wait %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("there wait %q, want %q", got, want)
		}
	}
}

func TestWantedLists(t *testing.T) {
	b, s := wantedBench(t)
	expectWanted(t, s, "Saddle", "Bell")
	row, _ := s.rows.at(0)
	if got, want := b.w.askedBy(row.Wanted), "Asked for by 4 people · one passing by · **£240.00** at stake"; got != want {
		t.Errorf("the row says %q, want %q", got, want)
	}
	if since := kit.T("wanted.since", "Day", b.w.dayText(row.Since)); row.Waiting != 3 || !holdsText(s.Content(), "3 wait") || !holdsText(s.Content(), since) {
		t.Errorf("%d wait %s", row.Waiting, since)
	}
	s.span.SetValue(spanAll)
	s.onSpan(spanAll)
	expectWanted(t, s, "Saddle", "Bell", "Lamp")
	if got := b.w.app.Prefs.WantedRange(); got != spanAll {
		t.Errorf("%q is remembered", got)
	}
	b.must(b.store().DeleteVisit(1))
	expectWanted(t, s, "Saddle", "Bell")
	s.onSpan(spanQuarter)
	b.clock.Days(400)
	s.span.SetValue(spanQuarter)
	s.reload()
	expectWanted(t, s)
	if !holdsText(s.Content(), kit.T("wanted.none")) {
		t.Error("an empty list does not say so")
	}
}

// What came in is called about by keys alone: opened, noted, and each call ticked off, with Undo.
func TestWantedCameInByKeysAlone(t *testing.T) {
	b, s := wantedBench(t)
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	expectWaits(t, s, "Ann Hughes: To order", "Ben Okafor: To order", "Cleo Marsh: Tell them")
	if !holdsText(s.Content(), "a week or so") || !holdsText(s.Content(), "when the next ones are here") {
		t.Error("what they were told is not shown")
	}
	b.keys(fyne.KeyReturn) // It came in
	expectWaits(t, s, "Ann Hughes: Came in", "Ben Okafor: Came in", "Cleo Marsh: Came in")
	if says := b.w.layer.ToastText(); says != "Saddle came in. 3 people are on the list to be told." {
		t.Errorf("the toast says %q", says)
	}
	if page, err := b.store().TodayPage(); err != nil || page.CallN != 3 {
		t.Errorf("Today has %d calls, %v", page.CallN, err)
	}
	b.keys(fyne.KeyReturn, fyne.KeyReturn) // Ann was reached, and Ben
	expectWaits(t, s, "Ann Hughes: Told", "Ben Okafor: Told", "Cleo Marsh: Came in")
	b.w.do("undo")
	expectWaits(t, s, "Ann Hughes: Told", "Ben Okafor: Came in", "Cleo Marsh: Came in")
	b.keys(fyne.KeyTab, fyne.KeyReturn)
	expectWaits(t, s, "Ann Hughes: Told", "Ben Okafor: Came in", "Cleo Marsh: Left a message")
	if says := b.w.layer.ToastText(); says != "You left Cleo Marsh a message." {
		t.Errorf("the toast says %q", says)
	}
	s.thing.list.focus(0)
	b.keys(fyne.KeyReturn) // Ann has collected it
	expectWaits(t, s, "Ben Okafor: Came in", "Cleo Marsh: Left a message")
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn) // Ben no longer wants it
	expectWaits(t, s, "Cleo Marsh: Left a message")
	b.w.layer.OnEscape()
	if s.thing != nil || b.w.canvas().Focused() != fyne.Focusable(s.list) {
		t.Error("Escape does not lead back to the list")
	}
}

func TestWantedOrdered(t *testing.T) {
	b, s := wantedBench(t)
	row, _ := s.rows.at(0)
	b.w.OpenWanted(row.ItemID)
	s.thing.ordered.Tapped(nil)
	b.typed("never")
	b.keys(fyne.KeyReturn)
	expectWaits(t, s, "Ann Hughes: To order", "Ben Okafor: To order", "Cleo Marsh: Tell them")
	b.keys(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	b.typed("in 5 days")
	b.keys(fyne.KeyReturn)
	expectWaits(t, s, "Ann Hughes: On order", "Ben Okafor: On order", "Cleo Marsh: Tell them")
	if says := b.w.layer.ToastText(); says != "Saddle: ordered for 2 people." {
		t.Errorf("the toast says %q", says)
	}
	first := s.thing.list.rows[0]
	if first.OrderedBy != "Mike" || first.DueOn != b.store().Today().AddDays(5) || s.thing.ordered.Visible() {
		t.Errorf("ordered: %+v", first)
	}
	b.clock.Days(6)
	s.reload()
	if got, want := b.w.waitWhy(s.thing.list.rows[1]), "was due"; !holdsText(s.Content(), want) {
		t.Errorf("the line says %q", got)
	}
	b.w.do("undo")
	expectWaits(t, s, "Ann Hughes: To order", "Ben Okafor: To order", "Cleo Marsh: Tell them")
}

// Whoever leaves the page finds the list, with the thing still chosen.
func TestWantedLeavesTheThing(t *testing.T) {
	b, s := wantedBench(t)
	b.keys(fyne.KeyEnd, fyne.KeyReturn)
	expectWaits(t, s)
	if !holdsText(s.Content(), kit.T("waiting.nobody")) {
		t.Error("it does not say that nobody waits")
	}
	b.w.do("log")
	b.w.do("wanted")
	if s.thing != nil || s.list.Selected() != 1 {
		t.Errorf("the page is open still, or row %d is chosen", s.list.Selected())
	}
	s.open(s.chosen)
	b.keys(fyne.KeyTab, fyne.KeyReturn) // About it
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("nothing tells about the thing")
	}
}

// The key that tells about a thing tells about the chosen one, and about the one that is open.
func TestWantedTellsAboutTheChosenThing(t *testing.T) {
	b, s := wantedBench(t)
	if id := s.chosenThing(); id != 0 {
		t.Fatalf("thing %d is chosen before any is", id)
	}
	b.keys(fyne.KeyEnd)
	row, ok := s.rows.at(1)
	if !ok || s.chosenThing() != row.ItemID {
		t.Fatalf("thing %d is told about, want %d (%t)", s.chosenThing(), row.ItemID, ok)
	}
	b.w.do("thing")
	if !kit.SheetOpen(b.w.canvas()) || !holdsText(b.w.canvas().Overlays().Top(), row.Item) {
		t.Error("nothing tells about the chosen thing")
	}
	b.keys(fyne.KeyEscape, fyne.KeyReturn)
	if s.thing == nil || s.chosenThing() != row.ItemID {
		t.Error("the thing that is open is not the one told about")
	}
}

// Where nothing was ever asked for in vain, other days have nothing to show: it says what will stand here, and how.
func TestWantedOfANewShopSaysWhatToDo(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceWanted)
	s := b.w.screens[PlaceWanted].(*wantedScreen)
	if !holdsText(s.Content(), kit.T("wanted.empty")) || holdsText(s.Content(), kit.T("wanted.none")) {
		t.Error("it says that everything was there, of a shop in which nobody asked for anything")
	}
}
