package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// praised is a shop in which Ann praised Mike in person, and somebody who is not in the book wrote a review.
func praisedShop(t *testing.T) (b *bench, ann, ben models.CustomerID) {
	b = newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		mike := modelstest.Staff(t, store, "Mike")
		ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		ben = modelstest.Customer(t, store, "Ben Castillo", "0171 555 0177")
		for _, p := range []models.Praise{
			{CustomerID: ann, StaffID: mike, Text: "Nobody listens like Mike", Channel: models.PraiseInPerson, MayQuote: true, OnDay: store.Today().AddDays(-1)},
			{SaidBy: "M. Carter", Text: "They opened the door", Channel: models.PraiseReview, Rating: 5, MayQuote: true, Link: "reviews.example/7", OnDay: store.Today().AddDays(-9)},
			{SaidBy: "Theo", Text: "Patient people", Channel: models.PraiseLetter, OnDay: store.Today().AddDays(-400)},
		} {
			if err := store.SavePraise(&p); err != nil {
				t.Fatal(err)
			}
		}
	})
	return b, ann, ben
}

func (b *bench) praises() []models.PraiseRow {
	b.t.Helper()
	rows, _, err := b.store().Praises(models.PraiseFilter{Limit: 100, Newest: true})
	b.must(err)
	return rows
}

func (b *bench) praise() *praiseScreen {
	b.w.do("praise")
	return b.w.screens[PlacePraise].(*praiseScreen)
}

// By keyboard alone: who said it, what, and saved; whoever said it is to be thanked, and Undo takes both back.
func TestNotePraiseByKeyboard(t *testing.T) {
	b, _, ben := praisedShop(t)
	b.w.do("recordPraise")
	b.typed("ben")
	b.keys(fyne.KeyReturn)
	b.typed("A rare shop")
	b.topSave()
	if kit.SheetOpen(b.w.canvas()) {
		t.Fatal("the form stays open")
	}
	said := b.praises()[0]
	if said.CustomerID != ben || said.Text != "A rare shop" || said.Channel != models.PraiseInPerson || said.OnDay != b.store().Today() || said.MayQuote {
		t.Fatalf("stored %+v", said)
	}
	if text := b.w.layer.ToastText(); text != "Noted. Ben Castillo is now among those to thank." {
		t.Errorf("it says %q", text)
	}
	due, _, err := b.store().ThankYous(models.ThanksFilter{Customer: ben, Limit: 9})
	if err != nil || len(due) != 1 || due[0].Cause != models.ThanksPraise {
		t.Errorf("to thank: %+v, %v", due, err)
	}
	b.w.do("undo")
	if due, _, _ = b.store().ThankYous(models.ThanksFilter{Customer: ben, Limit: 9}); len(b.praises()) != 3 || len(due) != 0 {
		t.Error("Undo left something")
	}
}

// A review by somebody who is not in the book has a name, stars, a link and a day of the answer, and nobody to thank.
func TestNoteAReviewOfAStranger(t *testing.T) {
	b := newBench(t, nil)
	f := openPraiseForm(b.w, newPraiseBy(b.w, 0))
	if f.public.Visible() || f.signedBox.Visible() {
		t.Error("fields are shown that there is nothing to say in")
	}
	f.day.SetText("when pigs fly")
	b.topSave()
	for _, name := range []string{"customer", "text", "onDay"} {
		if f.form.Field(name).Problem() == "" {
			t.Errorf("of three fields that cannot be, nothing is said beside %q", name)
		}
	}
	f.day.SetText("yesterday")
	if f.form.Field("customer").Problem() == "" || !kit.SheetOpen(b.w.canvas()) {
		t.Error("nobody said it, and that is not said")
	}
	f.from.SetValue(praiseByOther)
	f.fit()
	f.channel.SetValue(string(models.PraiseReview))
	f.fit()
	if !f.public.Visible() || f.who.object.Visible() {
		t.Error("a review has no fields of its own")
	}
	f.signed.SetText(" K. B. ")
	f.link.SetText("somewhere")
	f.stars.SetValue("5")
	f.replied.SetText("today")
	b.topSave()
	if got := f.form.Field("text").Problem(); !strings.Contains(got, "What did they say?") {
		t.Errorf("about nothing said it says %q", got)
	}
	f.text.SetText("Lovely\npeople")
	b.topSave()
	if got := f.form.Field("link").Problem(); got == "" || f.signed.Text != " K. B. " {
		t.Errorf("about the link it says %q, and %q stands in the name", got, f.signed.Text)
	}
	f.link.SetText("https://reviews.example/9")
	b.topSave()
	said := b.praises()
	if len(said) != 1 || said[0].SaidBy != "K. B." || said[0].Rating != 5 || said[0].Text != "Lovely\npeople" || said[0].RepliedOn != b.store().Today() || said[0].CustomerID != 0 {
		t.Fatalf("stored %+v", said)
	}
	if text := b.w.layer.ToastText(); text != "Noted." {
		t.Errorf("it says %q", text)
	}
}

// The list is narrowed by what was chosen, reviews that wait for an answer come first, and one that was answered is ticked off with Undo.
func TestPraiseInAList(t *testing.T) {
	b, ann, _ := praisedShop(t)
	s := b.praise()
	if s.rows.len() != 3 || s.detail.row.Name != "M. Carter" || !s.detail.replied.Visible() || s.detail.thanks.Visible() {
		t.Fatalf("of %d the first is %+v", s.rows.len(), s.detail.row)
	}
	if !holdsText(s.content, "3 kind words, in their own words.") {
		t.Error("how much there is cannot be read")
	}
	b.w.canvas().Focus(s.list)
	b.keys(fyne.KeyReturn)
	if b.w.canvas().Focused() != fyne.Focusable(s.detail.replied) {
		t.Errorf("Enter leads to %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeySpace)
	if row, err := b.store().PraiseRow(2); err != nil || row.RepliedOn != b.store().Today() || b.w.layer.ToastText() != "What M. Carter wrote is answered." {
		t.Errorf("%+v, %v; it says %q", row, err, b.w.layer.ToastText())
	}
	if s.detail.row.Name != "M. Carter" || !s.detail.notReplied.Visible() || !holdsText(s.content, "Public review, 5 stars, Thu 12 Nov · answered today · may be quoted") {
		t.Errorf("it shows %q", s.detail.facts.Text())
	}
	b.w.do("undo")
	if row, err := b.store().PraiseRow(2); err != nil || row.RepliedOn != "" {
		t.Errorf("Undo left %+v, %v", row, err)
	}
	for _, c := range []struct {
		narrow func()
		want   int
	}{
		{func() { s.set.SetValue(praiseUnanswered) }, 1}, {func() { s.set.SetValue(praiseQuotable) }, 2}, {func() { s.staff.SetValue("1") }, 1},
		{func() { s.showAll(); s.year.SetValue("2025") }, 1}, {func() { s.showAll(); s.channel.SetValue(string(models.PraiseLetter)) }, 1}, {func() { s.showAll(); s.find.SetText("hughes") }, 1},
	} {
		c.narrow()
		s.reload()
		if s.rows.len() != c.want {
			t.Errorf("%+v shows %d, want %d", s.filter(), s.rows.len(), c.want)
		}
	}
	s.find.SetText("nowhere")
	s.reload()
	if !holdsText(s.content, "Nothing fits what you chose.") {
		t.Error("that nothing fits is not said")
	}
	b.w.OpenPraise(1)
	if s.detail.row.CustomerID != ann || s.rows.len() != 3 || s.detail.thanks.Text() != "To be thanked for it." {
		t.Errorf("opened: %+v of %d, %q", s.detail.row, s.rows.len(), s.detail.thanks.Text())
	}
	s.detail.onDelete()
	if len(b.praises()) != 2 || b.w.layer.ToastText() != "What Ann Hughes said is taken out." {
		t.Errorf("it says %q", b.w.layer.ToastText())
	}
	b.w.do("bin")
	if !holdsText(b.w.screens[PlaceBin].Content(), "Nobody listens like Mike") {
		t.Error("it is not in the bin")
	}
}

// A review's link is opened as a browser takes it, and copied as it is.
func TestTheLinkOfAReview(t *testing.T) {
	b, _, _ := praisedShop(t)
	v := b.printing()
	s := b.praise()
	s.detail.onOpen()
	if len(v.opened) != 1 || v.opened[0] != "/7" {
		t.Errorf("opened %q", v.opened)
	}
	s.detail.onCopy()
	if got := b.w.app.Fyne().Clipboard().Content(); got != "reviews.example/7" || b.w.layer.ToastText() != "The link is copied." {
		t.Errorf("%q is copied; it says %q", got, b.w.layer.ToastText())
	}
}

// An empty shop is told what to do.
func TestNoPraiseYet(t *testing.T) {
	b := newBench(t, nil)
	s := b.praise()
	if !holdsText(s.content, "note it here word for word") || !s.wall.Disabled() {
		t.Error("nothing says what to do")
	}
	showPraiseWall(b.w)
	if kit.SheetOpen(b.w.canvas()) || !strings.Contains(b.w.layer.ToastText(), "Nothing may be quoted yet") {
		t.Errorf("it says %q", b.w.layer.ToastText())
	}
}

// What they said stands on the card, in the story and in the reason for their rung, and the search finds it.
func TestPraiseOnTheCard(t *testing.T) {
	b, ann, _ := praisedShop(t)
	b.w.OpenCustomer(ann)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	b.keys(fyne.KeyTab)
	showPraiseForm(b.w, ann)
	b.typed("All of them are kind")
	b.topSave()
	said := b.praises()[0]
	if said.CustomerID != ann || said.Text != "All of them are kind" {
		t.Fatalf("stored %+v", said)
	}
	about := card.sides[slices.IndexFunc(card.sides, func(side customerSide) bool { _, is := side.(*saidCard); return is })].object()
	if about.Visible() {
		t.Error("what they are to be thanked for stands on the card twice")
	}
	due, _, err := b.store().ThankYous(models.ThanksFilter{Customer: ann, Limit: 9})
	b.must(err)
	b.must(b.store().MarkThanked([]models.ThankYouID{due[0].ID, due[1].ID}, 0, ""))
	for _, want := range []string{"Said about you", "“All of them are kind”", "“Nobody listens like Mike”", "Named Mike."} {
		if !about.Visible() || !holdsText(card.content, want) {
			t.Errorf("%q is not on the card", want)
		}
	}
	said.Channel = models.PraiseReview
	b.must(b.store().SavePraise(&said.Praise))
	if got := card.rungBecause(); got != "because they wrote a review in November" {
		t.Errorf("an advocate %q", got)
	}
	card.story.parts.SetValue(string(models.StoryPraised))
	card.story.readAnew()
	if len(card.story.told) != 2 {
		t.Errorf("the story of praise has %d entries", len(card.story.told))
	}
	b.w.do("find")
	b.typed("listens")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceCustomers && b.w.place != PlacePraise {
		t.Errorf("the search leads to %s", b.w.place)
	}
	hits, err := b.store().Search("opened the door", 8)
	b.must(err)
	b.w.find.openNote(hits.Notes[0])
	if s := b.w.screens[PlacePraise].(*praiseScreen); b.w.place != PlacePraise || s.detail.row.SaidBy != "M. Carter" {
		t.Errorf("a stranger's review leads to %s", b.w.place)
	}
}

// The card says what the next step up the ladder is, and leads to what can be done for it.
func TestTheNextStep(t *testing.T) {
	b := newBench(t, nil)
	ann := modelstest.Customer(t, b.store(), "Ann Hughes", "")
	b.w.OpenCustomer(ann)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	if card.next.Visible() {
		t.Errorf("a prospect is told %q", card.next.Text())
	}
	visit := func() { b.clock.Days(10); modelstest.Visit(t, b.store(), ann, "bell"); b.w.OpenCustomer(ann) }
	want := func(sentence string) {
		t.Helper()
		if got := card.next.Text(); got != sentence || !card.next.Visible() {
			t.Errorf("it says %q, want %q", got, sentence)
		}
	}
	visit()
	want("Next: another visit, on another day, makes them a regular.")
	visit()
	want("Next: 3 more visits within the year, or a word of praise, make them loyal.")
	b.must(b.store().SavePraise(&models.Praise{CustomerID: ann, Text: "Lovely", Channel: models.PraiseInPerson}))
	b.w.OpenCustomer(ann)
	want("Next: one person they send you, or a public review, makes them an advocate.")
	peter := modelstest.Customer(t, b.store(), "Peter Lowe", "")
	b.must(b.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: peter}))
	b.w.OpenCustomer(ann)
	want("Next: Peter Lowe is said to come on their word. Log their first visit, and they are an advocate.")
	b.w.follow(linkLog + ":" + idText(peter))
	if b.w.place != PlaceVisit {
		t.Errorf("the link leads to %s", b.w.place)
	}
	zoe := modelstest.Customer(t, b.store(), "Zoe Quill", "")
	b.must(b.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann}, RefereeID: zoe}))
	b.w.OpenCustomer(ann)
	want("Next: 2 people are said to come on their word. The first visit of one makes them an advocate.")
	modelstest.Visit(t, b.store(), zoe, "bell")
	b.w.OpenCustomer(ann)
	if card.next.Visible() || card.card.Rung != models.RungAdvocate {
		t.Errorf("an advocate is told %q", card.next.Text())
	}
}

// The page for the wall says what is ticked, as it is to be named, and nothing that may not be quoted.
func TestPrintTheWall(t *testing.T) {
	b, _, _ := praisedShop(t)
	v := b.printing()
	b.praise()
	b.w.do("print")
	if said := b.sheetWords(); !strings.Contains(said, "page 1 of 1") {
		t.Errorf("the preview says %q", said)
	}
	b.toChoices()
	b.typed("Kind words")
	b.pass()
	b.topSave()
	b.wantPrinted(v, []string{"Kind words", "Harbour Cycles", "“Nobody listens like Mike”", "Ann", "“They opened the door”", "M. Carter"}, "Hughes", "Patient people")
	b.w.do("print")
	b.toChoices()
	b.keys(fyne.KeyTab, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyTab, fyne.KeySpace)
	b.topSave()
	b.wantPrinted(v, []string{"Kind words", "“They opened the door”"}, "listens", "Carter")
	b.w.do("print")
	b.toChoices()
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeySpace, fyne.KeyTab, fyne.KeySpace)
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "Nothing is ticked") {
		t.Errorf("of nothing it says %q", said)
	}
}

// The staff stand side by side, with how to read the figures, and lead to the praise that names them.
func TestStaffSideBySide(t *testing.T) {
	b, ann, _ := praisedShop(t)
	for range 2 {
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(b.store().Now()), ServedBy: 1, AskedFor: 1, Requests: []models.Request{{Item: "bell"}}}}
		b.must(b.store().SaveVisit(e))
		b.clock.Days(70)
	}
	b.w.do("staffFigures")
	s := b.w.screens[PlaceStaff].(*staffScreen)
	for _, want := range []string{"One figure alone misleads", "Below 10 first-time customers", "Mike", "2", "by 1 customer", "1 of 1", "too few to tell", "Read it"} {
		if !holdsText(s.content, want) {
			t.Errorf("%q cannot be read", want)
		}
	}
	b.w.PraiseOf(1)
	if p := b.w.screens[PlacePraise].(*praiseScreen); p.rows.len() != 1 || p.detail.row.Staff != "Mike" {
		t.Errorf("the praise of Mike is %d, %+v", p.rows.len(), p.detail.row)
	}
	empty := newBench(t, nil)
	empty.w.do("staffFigures")
	if !holdsText(empty.w.screens[PlaceStaff].Content(), "Nobody works here yet.") {
		t.Error("nothing says what to do")
	}
}

// What was said long ago is shown as well when it is opened from elsewhere, however long the list, and chosen in it.
func TestOldPraiseIsOpened(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for i := range 3 * pageRows {
			p := models.Praise{SaidBy: "K. B.", Text: "Lovely", Channel: models.PraiseInPerson, OnDay: store.Today().AddDays(-i)}
			if err := store.SavePraise(&p); err != nil {
				t.Fatal(err)
			}
		}
	})
	s := b.praise()
	s.find.SetText("nowhere")
	s.reload()
	rows, n, err := b.store().Praises(models.PraiseFilter{Limit: 1, Offset: 3*pageRows - 1})
	b.must(err)
	b.w.OpenPraise(rows[0].ID)
	if s.detail.row.ID != rows[0].ID || s.list.Selected() != n-1 {
		t.Errorf("shown is %d in row %d, want %d in row %d", s.detail.row.ID, s.list.Selected(), rows[0].ID, n-1)
	}
}

// By keys alone: Enter leads from the list to what can be done, Escape back to the list; of the specialists too.
func TestEscapeLeadsBackToTheList(t *testing.T) {
	b, _, _ := praisedShop(t)
	modelstest.Specialist(t, b.store(), "Spoke Works", "wheels")
	s := b.praise()
	b.keys(fyne.KeyReturn)
	if b.w.canvas().Focused() == fyne.Focusable(s.list) {
		t.Fatal("Enter leads nowhere")
	}
	b.w.layer.OnEscape()
	if b.w.canvas().Focused() != fyne.Focusable(s.list) {
		t.Errorf("Escape leads to %T", b.w.canvas().Focused())
	}
	b.w.Show(PlaceSpecialists)
	p := b.w.screens[PlaceSpecialists].(*specialistsScreen)
	b.keys(fyne.KeyReturn)
	b.w.layer.OnEscape()
	if b.w.canvas().Focused() != fyne.Focusable(p.list) {
		t.Errorf("of a specialist Escape leads to %T", b.w.canvas().Focused())
	}
	b.w.Show(PlaceToday)
	if b.w.layer.OnEscape != nil {
		t.Error("Escape is kept")
	}
}
