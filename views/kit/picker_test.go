package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// someNames is what the pickers of these tests search.
func someNames(text string) []Option {
	var found []Option
	for i, name := range []string{"Ann Hughes", "Anna Lind", "Hannah Berg", "王小明"} {
		if strings.Contains(strings.ToLower(name), strings.ToLower(text)) {
			found = append(found, Option{ID: int64(i + 1), Title: name})
		}
	}
	return append(found, Option{Title: text, Add: true})
}

// pickerBench shows a picker with an entry behind it, and notes what it tells.
func pickerBench(t *testing.T) (*bench, *Picker, *Entry, *string) {
	t.Helper()
	p, next, told := NewPicker(someNames), NewEntry(""), ""
	p.OnChosen = func(o Option) { told += "chosen " + o.Title + "." }
	p.OnCleared = func() { told += "cleared." }
	b := newBench(t, VStack(0, p, next))
	b.canvas().Focus(p.FocusTarget())
	return b, p, next, &told
}

func TestPickerByKeys(t *testing.T) {
	b, p, next, told := pickerBench(t)
	b.typed("ann")
	want(t, "open", p.Open(), true)
	want(t, "options", len(p.list.options), 4)
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	want(t, "told", *told, "chosen Anna Lind.")
	want(t, "open after choosing", p.Open(), false)
	want(t, "text", p.Text(), "Anna Lind")
	b.typed("ha")
	want(t, "told", *told, "chosen Anna Lind.cleared.")
	want(t, "text typed instead", p.Text(), "ha")
	b.key(fyne.KeyTab)
	want(t, "told", *told, "chosen Anna Lind.cleared.chosen Hannah Berg.")
	b.wantFocus(next)
}

func TestPickerByMouse(t *testing.T) {
	b, p, _, told := pickerBench(t)
	b.typed("ann")
	b.click(p.list.rows[2])
	want(t, "told", *told, "chosen Hannah Berg.")
	b.wantFocus(p.entry)
	b.typed("jo")
	want(t, "typed after a click", p.Text(), "jo")
	p.list.rows[0].MouseDown(leftButton())
	b.canvas().Unfocus()
	want(t, "open while the mouse is held", p.Open(), true)
	p.list.rows[0].MouseOut()
	want(t, "open when it was let go elsewhere", p.Open(), false)
}

func TestPickerEscapeClosesTheListFirst(t *testing.T) {
	b, p, _, _ := pickerBench(t)
	escapes := 0
	b.layer.OnEscape = func() { escapes++ }
	b.typed("ann")
	b.key(fyne.KeyEscape)
	want(t, "open", p.Open(), false)
	want(t, "escapes that reached the page", escapes, 0)
	b.key(fyne.KeyEscape)
	want(t, "escapes that reached the page", escapes, 1)
	b.key(fyne.KeyDown)
	want(t, "open again by Down", p.Open(), true)
}

func TestPickerClears(t *testing.T) {
	b, p, _, told := pickerBench(t)
	p.SetChosen(Option{ID: 7, Title: "Dana Fox", Second: "0171"})
	want(t, "told", *told, "")
	o, ok := p.Chosen()
	want(t, "chosen", ok && o.ID == 7, true)
	b.key(fyne.KeyLeft, fyne.KeyBackspace)
	want(t, "told", *told, "cleared.")
	_, ok = p.Chosen()
	want(t, "chosen", ok, false)
	want(t, "text", p.Text(), "")
	b.key(fyne.KeyBackspace)
	want(t, "told once", *told, "cleared.")
}

func TestPickerOffersToAdd(t *testing.T) {
	b, p, _, _ := pickerBench(t)
	b.typed("Zoë * Quinn")
	want(t, "options", len(p.list.options), 1)
	want(t, "the words", p.list.rows[0].words.Text(), "Add “Zoë * Quinn”")
	b.key(fyne.KeyReturn)
	o, _ := p.Chosen()
	want(t, "to be added", o.Add && o.Title == "Zoë * Quinn", true)
}

// A picker of few shows them all by Down in the empty field, and does not while the field is emptied.
func TestPickerShowsTheWholeListByDown(t *testing.T) {
	b, p, _, told := pickerBench(t)
	b.key(fyne.KeyDown)
	want(t, "open without being asked to", p.Open(), false)
	p.Whole = true
	b.key(fyne.KeyDown)
	want(t, "options", len(p.list.options), 5)
	b.key(fyne.KeyDown, fyne.KeyReturn)
	want(t, "told", *told, "chosen Anna Lind.")
	p.Clear()
	b.typed("a")
	b.key(fyne.KeyBackspace)
	want(t, "open when emptied", p.Open(), false)
}

// TestFreeTextKeepsTheWords lets Tab leave the words as they are.
func TestFreeTextKeepsTheWords(t *testing.T) {
	b, p, next, told := pickerBench(t)
	p.FreeText = true
	b.typed("Ann")
	b.key(fyne.KeyTab)
	b.wantFocus(next)
	want(t, "told", *told, "")
	want(t, "text", p.Text(), "Ann")
	b.canvas().Focus(p.FocusTarget())
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	want(t, "told", *told, "chosen Ann Hughes.")
}

func TestShiftTabLeavesWithoutChoosing(t *testing.T) {
	b, p, _, told := pickerBench(t)
	b.typed("ann")
	p.entry.KeyDown(&fyne.KeyEvent{Name: shiftKey})
	b.key(fyne.KeyTab)
	want(t, "told", *told, "")
	want(t, "open", p.Open(), false)
}

func TestMatchIsBold(t *testing.T) {
	for _, c := range [][3]string{
		{"Hannah", "ANN", "H**ann**ah"}, {"a *b", "*", `a **\***b`}, {"Jürgen", "ürg", "J**ürg**en"}, {"Jürgen", "ür", "Jürgen"}, {"王小明", "小", "王**小**明"},
		{"Ann", "", "Ann"}, {"Ann", "zz", "Ann"}, {"İstanbul", "ist", "**İst**anbul"}, {"Jörg Müller", "muller jo", "**Jö**rg **Müller**"},
		{"0171 555 0110", "01715", "**0171 5**55 0110"},
	} {
		want(t, c[0], Marked(c[0], c[1]), c[2])
	}
}

func TestAnExcerptBeginsNearWhatWasFound(t *testing.T) {
	long := "Their dog needs water while they wait, and is called\nBiscuit; bring treats"
	for typed, markup := range map[string]string{
		"their":   "**Their** dog needs water while they wait, and is called Biscuit; bring treats",
		"biscuit": "… wait, and is called **Biscuit**; bring treats", "none": "Their dog needs water while they wait, and is called Biscuit; bring treats",
	} {
		want(t, typed, Excerpt(long, typed), markup)
	}
	want(t, "one long word", Excerpt(strings.Repeat("a", 50)+"zzz", "zzz"), "… **zzz**")
	option := Option{Title: "Ann Hughes", Second: "+44 171 555 0110", Why: "in the archive"}
	want(t, "an option", optionMarkup(option, "hu"), "Ann **Hu**ghes  _in the archive_")
	option.Why = ""
	want(t, "an option by its number", optionMarkup(option, "171555"), "Ann Hughes  _+44 **171 555** 0110_")
}

// BenchmarkPickerKey is one key in a picker whose list is open.
func BenchmarkPickerKey(b *testing.B) {
	p := NewPicker(someNames)
	t := &testing.T{}
	bench := newBench(t, VStack(0, p, NewEntry("")))
	bench.canvas().Focus(p.FocusTarget())
	b.ResetTimer()
	for range b.N {
		p.entry.SetText("")
		p.entry.TypedRune('a')
	}
}

// What is found later joins the list, and what was marked stays marked, wherever it now stands.
func TestPickerFindsMoreLater(t *testing.T) {
	later := []Option{}
	p := NewPicker(func(text string) []Option {
		return append(append([]Option{{ID: 1, Title: "Ann"}}, later...), Option{ID: int64(2 + len(later)), Title: text, Add: true})
	})
	b := newBench(t, p)
	b.canvas().Focus(p.FocusTarget())
	p.Again()
	want(t, "open before anything is typed", p.Open(), false)
	b.typed("an")
	b.key(fyne.KeyDown)
	later = []Option{{ID: 2, Title: "Hannah"}}
	p.Again()
	want(t, "options", len(p.list.options), 3)
	want(t, "marked", p.list.options[p.list.marked].Add, true)
	later = nil
	b.key(fyne.KeyUp)
	p.Again()
	want(t, "marked where it was left out", p.list.marked, 1)
}
