package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// promisedBench is a shop at 10:24 where brakes are promised to Ann for 17:00, and a bell to a stranger for an hour ago.
func promisedBench(t *testing.T) (b *bench, s *todayScreen, brakes, bell models.VisitID) {
	b = newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		clock.Days(-1)
		brakes = promisedVisit(t, store, ann, "Brakes", clock.Now().Add(31*time.Hour))
		bell = promisedVisit(t, store, 0, "Bell", clock.Now().Add(23*time.Hour))
		clock.Days(1)
	})
	return b, b.w.screens[PlaceToday].(*todayScreen), brakes, bell
}

func promisedVisit(t *testing.T, store *models.Store, who models.CustomerID, what string, by time.Time) models.VisitID {
	t.Helper()
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: who, At: models.MomentOf(store.Now()), PromisedFor: models.MomentOf(by), Requests: []models.Request{{Item: what}}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	return e.Visit.ID
}

// visit reads a visit of the log.
func (b *bench) visit(id models.VisitID) models.Visit {
	b.t.Helper()
	e, err := b.store().Visit(id)
	b.must(err)
	return e.Visit
}

func TestWhatIsPromisedIsReadyByOneKey(t *testing.T) {
	b, s, brakes, _ := promisedBench(t)
	said := wordsOn(s.Content())
	for _, want := range []string{"Promised for today · 2", "Bell was promised for today 09:24 and is not ready yet.", "Someone passing by", "Brakes is promised for today 17:24.", "0171 555 0110"} {
		if !strings.Contains(said, want) {
			t.Errorf("Today does not say %q:\n%s", want, said)
		}
	}
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn) // past Later, and Ann
	if v := b.visit(brakes); v.ReadyAt != models.MomentOf(b.clock.Now()) || v.Promise(b.clock.Now()) != models.PromiseKept {
		t.Errorf("the visit is %+v", v)
	}
	if says := b.w.layer.ToastText(); says != "Brakes is ready, for Ann Hughes." || holdsText(s.Content(), "Ann Hughes") {
		t.Errorf("the toast says %q", says)
	}
	b.w.do("undo")
	if b.visit(brakes).ReadyAt != 0 || !holdsText(s.Content(), "Ann Hughes") {
		t.Error("Undo does not bring the promise back")
	}
}

func TestWhatIsLateAsksWhatWasDone(t *testing.T) {
	b, s, _, bell := promisedBench(t)
	b.keys(fyne.KeyReturn)
	if !b.sheetHolds("Bell was promised for today 09:24 and is not ready yet.") {
		t.Fatalf("the sheet says %q", b.sheetWords())
	}
	b.typed("Half the price")
	b.keys(fyne.KeyReturn)
	if v := b.visit(bell); kit.SheetOpen(b.w.canvas()) || v.MadeGood != "Half the price" || v.ReadyAt != models.MomentOf(b.clock.Now()) {
		t.Errorf("the visit is %+v", v)
	}
	if strings.Contains(wordsOn(s.Content()), "Bell") {
		t.Error("what is ready stands there still")
	}
	b.w.do("undo")
	b.w.reread(PlaceToday)
	s.FocusFirst()
	b.keys(fyne.KeyReturn)
	b.must(b.tapInSheet(kit.T("promises.inTime")))
	if v := b.visit(bell); v.ReadyAt != v.PromisedFor || v.MadeGood != "" || v.Promise(b.clock.Now()) != models.PromiseKept {
		t.Errorf("in time it is %+v", v)
	}
}

// On the card a promise is marked as ready, its breaking is asked about, and it is counted how many were kept.
func TestPromisesOnTheCard(t *testing.T) {
	b, _, brakes, _ := promisedBench(t)
	b.w.OpenCustomer(b.visit(brakes).CustomerID)
	c := b.w.screens[PlaceCustomers].(*customersScreen).card
	if c.facts.kept.object.Visible() || !strings.Contains(c.story.shown(), "Ready by **today 17:24**.") {
		t.Errorf("before its time the story says %q", c.story.shown())
	}
	promises := c.sides[1].(*promisesCard)
	tap := func(label string) { b.t.Helper(); b.must(tapLabelled(promises.object(), label)) }
	tap(kit.T("promises.do.ready"))
	if got := c.facts.kept.value.Text(); got != "1 of 1" || promises.box.Visible() || !strings.Contains(c.story.shown(), "Promised for today 17:24. {ok|Kept}") {
		t.Errorf("kept %q; the story says %q", got, c.story.shown())
	}
	b.w.do("undo")
	b.clock.Days(1)
	b.w.reread(PlaceCustomers)
	if got := c.facts.kept.value.Text(); got != "0 of 1" || !holdsText(promises.object(), "Brakes was promised for yesterday 17:24 and is not ready yet.") {
		t.Errorf("kept %q", got)
	}
	b.must(b.store().MarkReady(brakes, 0, ""))
	tap(kit.T("promises.do.madeGood"))
	b.topSave()
	if !b.sheetHolds(kit.Sentence(models.Problem{Key: "visit.madeGood"})) {
		t.Errorf("of nothing done the sheet says %q", b.sheetWords())
	}
	b.typed("A new bell")
	b.topSave()
	if b.visit(brakes).MadeGood != "A new bell" || promises.box.Visible() || !strings.Contains(c.story.shown(), "{bad|Not kept} You made it good: A new bell") {
		t.Errorf("the story says %q", c.story.shown())
	}
}

// On the visit it is ticked that it is ready; what was done about it is asked only where it was late.
func TestAPromiseOnTheVisit(t *testing.T) {
	b, _, brakes, bell := promisedBench(t)
	v := &visitBench{bench: b}
	b.w.EditVisit(brakes)
	part := v.screen().after.promise
	if !part.object.Visible() || part.good.Visible() || part.state.Text() != "Promised for today 17:24." {
		t.Errorf("at first it says %q", part.state.Text())
	}
	part.ready.Tapped(nil)
	v.ctrlEnter()
	if got := b.visit(brakes); got.ReadyAt != models.MomentOf(b.clock.Now()) {
		t.Errorf("ticked, it is %+v", got)
	}
	b.w.EditVisit(bell)
	part = v.screen().after.promise
	if !part.good.Visible() || part.inTime.Hidden {
		t.Error("of a late one it is not asked what was done")
	}
	part.ready.Tapped(nil)
	v.write(part.good, "Half the price")
	v.ctrlEnter()
	if got := b.visit(bell); got.MadeGood != "Half the price" || got.ReadyAt != models.MomentOf(b.clock.Now()) {
		t.Errorf("made good, it is %+v", got)
	}
	b.w.EditVisit(bell)
	v.screen().after.ready.entry.SetText("")
	if part.ready.Visible() {
		t.Error("without a promise something is to be ready")
	}
	v.ctrlEnter()
	if got := b.visit(bell); got.PromisedFor != 0 || got.ReadyAt != 0 {
		t.Errorf("taken back, it is %+v", got)
	}
	b.w.LogVisit(VisitStart{})
	v.write(v.screen().after.ready.field, "Thursday noon")
	if v.screen().after.promise.object.Visible() {
		t.Error("of a visit that is being logged something is ready")
	}
}
