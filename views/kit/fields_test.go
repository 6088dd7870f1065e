package kit

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
)

func TestTabSelectsSoThatTypingReplaces(t *testing.T) {
	first, second := NewEntry("first"), NewEntry("second")
	second.SetText("old")
	b := newBench(t, VStack(0, first, second))
	b.canvas().Focus(first)
	b.key(fyne.KeyTab)
	b.wantFocus(second)
	b.typed("new")
	want(t, "text", second.Text, "new")
}

func TestEntryHandsKeysOn(t *testing.T) {
	entry := NewEntry("")
	b := newBench(t, VStack(0, entry))
	told := ""
	b.layer.OnEscape = func() { told += "escape." }
	b.layer.OnSave = func() { told += "save." }
	b.canvas().Focus(entry)
	b.key(fyne.KeyEscape)
	b.save()
	want(t, "told", told, "escape.save.")
	entry.OnEscape = func() { told = "own" }
	b.key(fyne.KeyEscape)
	want(t, "told", told, "own")
	b.canvas().Unfocus()
	b.key(fyne.KeyEscape)
	want(t, "told without a focus", told, "ownescape.")
}

func TestAreaLetsTabPass(t *testing.T) {
	area, next := NewArea("", 3), NewEntry("")
	b := newBench(t, VStack(0, area, next))
	saved := false
	b.layer.OnSave = func() { saved = true }
	b.canvas().Focus(area)
	b.typed("one")
	b.key(fyne.KeyReturn)
	b.typed("two")
	want(t, "text", area.Text, "one\ntwo")
	b.save()
	want(t, "saved", saved, true)
	b.key(fyne.KeyTab)
	b.wantFocus(next)
}

func TestSetTextForgetsTheSelection(t *testing.T) {
	entry := NewEntry("")
	entry.SetText("Ann")
	b := newBench(t, VStack(0, entry))
	b.canvas().Focus(entry)
	entry.SetText("")
	b.typed("jo")
	want(t, "text", entry.Text, "jo")
}

func TestFormShowsProblemBesideItsField(t *testing.T) {
	name, phone := NewEntry(""), NewEntry("")
	form := NewForm()
	fields := []fyne.CanvasObject{form.Add("name", NewField("Name", name).WithHint("as they say it")), form.Add("phone", NewField("Phone", phone))}
	b := newBench(t, VStack(12, fields...))
	before := HeightFor(fields[1], 400)
	rest := form.Show(models.Problem{Field: "phone", Key: "money.letters"})
	want(t, "rest", rest, error(nil))
	want(t, "the sentence", form.Field("phone").Problem(), T("problem.money.letters"))
	b.wantFocus(phone)
	if after := HeightFor(fields[1], 400); after <= before {
		t.Errorf("the field is %g high with its problem, %g without", after, before)
	}
	rest = form.Show(models.Problem{Field: "name", Key: "money.large"})
	want(t, "rest", rest, error(nil))
	want(t, "the first sentence", form.Field("phone").Problem(), "")
	want(t, "the hint under a problem", form.Field("name").hint.Visible(), false)
	other := errors.New("the disk is gone")
	want(t, "an error that is no problem", form.Show(other), other)
	want(t, "the second sentence", form.Field("name").Problem(), "")
	want(t, "the hint again", form.Field("name").hint.Visible(), true)
	strange := models.Problem{Field: "shoe", Key: "size"}
	if _, ok := models.IsProblem(form.Show(strange)); !ok {
		t.Error("a problem of no field is lost")
	}
}

func TestPlaceholderEndsWhereItsFieldDoes(t *testing.T) {
	entry := NewEntry("Find a customer, phone, item or note")
	b := newBench(t, HStack(0, Fixed(160, entry)))
	short := entry.PlaceHolder
	if !strings.HasPrefix(short, "Find a") || !strings.HasSuffix(short, "…") {
		t.Errorf("the placeholder is %q", short)
	}
	entry.SetPlaceHolder("Find")
	want(t, "a short placeholder", entry.PlaceHolder, "Find")
	entry.SetPlaceHolder("Find a customer, phone, item or note", "Find somebody, or something said", "Find anything", "Find")
	want(t, "of several the first that fits", entry.PlaceHolder, "Find anything")
	entry.SetPlaceHolder("Find a customer, phone, item or note")
	want(t, "a long one again", entry.PlaceHolder, short)
	b.layer.SetContent(entry)
	want(t, "with room", entry.PlaceHolder, "Find a customer, phone, item or note")
}

// Whatever sort of input the owner corrects, the red sentence goes at once and not at the next Save.
// The border tells of a problem wherever the input stands in its field; of two it does not say which is meant.
func TestTheBorderOfAProblem(t *testing.T) {
	one, other := NewEntry(""), NewEntry("")
	field := NewField("Phone", HStack(6, Grow(one), other))
	other.Hide()
	newBench(t, field)
	field.SetProblem("No.")
	want(t, "the one that is shown", one.problem, true)
	other.Show()
	field.SetProblem("")
	want(t, "put right", one.problem, false)
	field.SetProblem("No.")
	want(t, "one of two", one.problem || other.problem, false)
}

// What a day is understood as does not lie over the sentence beneath two of them.
func TestTheSentenceOfTwoDaysIsSeen(t *testing.T) {
	from, to := NewDateField(galleryNow, DayFirst), NewDateField(galleryNow, DayFirst)
	field := NewField("", HStack(6, from, to))
	b := newBench(t, field)
	b.canvas().Focus(to)
	b.typed("1/10")
	want(t, "it floats", b.layer.floats(to.note), true)
	field.SetProblem("No.")
	want(t, "it floats over the sentence", b.layer.floats(to.note), false)
}

func TestACorrectedFieldLosesItsProblem(t *testing.T) {
	entry, picker := NewEntry(""), NewPicker(func(string) []Option { return []Option{{Title: "Ann"}} })
	choices := []Choice{{Value: "a", Label: "A"}, {Value: "b", Label: "B"}}
	chips, parts := NewChips(choices, "", nil), NewSegmented(choices, "a", nil)
	list, tick := NewSelect(choices, "a", nil), NewTick("Yes", false, nil)
	b := newBench(t, VStack(12))
	for _, c := range []struct {
		input fyne.CanvasObject
		keys  func()
	}{
		{entry, func() { b.typed("x") }},
		{HStack(8, NewButton("Look", nothing), NewMoneyField("£", 2)), func() { b.key(fyne.KeyTab); b.typed("1") }},
		{picker, func() { b.typed("a"); b.key(fyne.KeyReturn) }},
		{chips, func() { b.key(fyne.KeyRight, fyne.KeySpace) }},
		{parts, func() { b.key(fyne.KeyRight) }},
		{list, func() { b.key(fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn) }},
		{tick, func() { b.key(fyne.KeySpace) }},
	} {
		field := NewField("Field", c.input)
		b.layer.SetContent(VStack(12, field))
		field.SetProblem("No.")
		field.Focus()
		want(t, "the problem", field.Problem(), "No.")
		c.keys()
		if field.Problem() != "" {
			t.Errorf("%T was corrected and is still said to be wrong", c.input)
		}
	}
}

func TestMoneyFieldWritesWhatItUnderstood(t *testing.T) {
	money, next := NewMoneyField("£", 2), NewEntry("")
	b := newBench(t, VStack(0, money, next))
	b.canvas().Focus(money)
	b.typed("18,5")
	b.key(fyne.KeyTab)
	want(t, "text", money.Text, "£18.50")
	minor, given, err := money.Amount()
	want(t, "amount", minor, 1850)
	want(t, "given", given, true)
	want(t, "error", err, error(nil))
	money.SetText("lots")
	b.canvas().Focus(money)
	b.key(fyne.KeyTab)
	want(t, "what cannot be read", money.Text, "lots")
	want(t, "marked", money.problem, true)
	if p, ok := models.IsProblem(InField("amount", second(money.Amount()))); !ok || p.Field != "amount" || p.Key != "money.letters" {
		t.Errorf("the problem is %+v", p)
	}
}

// second picks the error of an amount.
func second(_ int64, _ bool, err error) error { return err }

func TestDateFieldSaysHowItUnderstood(t *testing.T) {
	date, next := NewDateField(galleryNow, DayFirst), NewEntry("")
	b := newBench(t, VStack(0, date, next))
	b.canvas().Focus(date)
	b.typed("in 3 d")
	want(t, "the note", date.note.words.Text(), "Tue 24 Nov 2026")
	want(t, "it floats", b.layer.floats(date.note), true)
	b.typed("zz")
	want(t, "the note", date.note.words.Text(), T("problem.date.unknown"))
	b.key(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyTab)
	want(t, "text", date.Text, "Tue 24 Nov 2026")
	want(t, "it floats still", b.layer.floats(date.note), false)
	day, err := date.Day()
	want(t, "day", day, "2026-11-24")
	want(t, "error", err, error(nil))
	date.SetDay("")
	day, err = date.Day()
	want(t, "no day", day, "")
	want(t, "error", err, error(nil))
	date.SetDay("2027-01-02")
	want(t, "text", date.Text, "Sat 2 Jan 2027")
}

func TestMomentFieldKeepsTheTime(t *testing.T) {
	when, next := NewMomentField(galleryNow, DayFirst), NewEntry("")
	b := newBench(t, VStack(0, when, next))
	for _, at := range []time.Time{galleryNow(), galleryNow().AddDate(0, 0, -1), time.Date(2025, 3, 1, 23, 59, 0, 0, time.UTC)} {
		when.SetMoment(at)
		b.canvas().Focus(when)
		b.key(fyne.KeyTab)
		got, err := when.Moment()
		if !got.Equal(at) || err != nil {
			t.Errorf("%v came back from %q as %v, %v", at, when.Text, got, err)
		}
	}
}
