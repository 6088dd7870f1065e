package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func tagField() *TagField {
	used := []string{"Club", "Courier", "Commuter"}
	find := func(text string) (fit []string) {
		for _, tag := range used {
			if strings.Contains(strings.ToLower(tag), strings.ToLower(text)) {
				fit = append(fit, tag)
			}
		}
		return fit
	}
	return NewTagField("Tags", find, strings.EqualFold)
}

func wantTags(t *testing.T, f *TagField, tags ...string) {
	t.Helper()
	if !slices.Equal(f.Tags(), tags) {
		t.Errorf("the tags are %q, want %q", f.Tags(), tags)
	}
}

func TestTagFieldByKeys(t *testing.T) {
	f := tagField()
	b := newBench(t, VStack(0, f, NewEntry("")))
	b.canvas().Focus(f.FocusTarget())
	b.typed("cour")
	b.key(fyne.KeyReturn)
	wantTags(t, f, "Courier")
	b.typed("tandem")
	b.key(fyne.KeyTab)
	wantTags(t, f, "Courier", "tandem")
	b.canvas().Focus(f.FocusTarget())
	b.typed("TANDEM")
	b.key(fyne.KeyReturn)
	want(t, "what is there already stays in the field", f.picker.Text(), "TANDEM")
	wantTags(t, f, "Courier", "tandem")
	for range "TANDEM" {
		b.key(fyne.KeyBackspace)
	}
	b.key(fyne.KeyBackspace)
	wantTags(t, f, "Courier")
	b.typed("half typ")
	wantTags(t, f, "Courier", "half typ")
}

func TestTagFieldByMouse(t *testing.T) {
	f := tagField()
	b := newBench(t, f)
	f.SetTags([]string{"Club", "Courier"})
	changed := 0
	f.OnChanged = func() { changed++ }
	var crosses []*cross
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if c, ok := o.(*cross); ok {
			crosses = append(crosses, c)
		}
		for _, part := range partsOf(o) {
			walk(part)
		}
	}
	walk(f.chips)
	b.click(crosses[0])
	wantTags(t, f, "Courier")
	want(t, "changes told", changed, 1)
	b.wantFocus(f.FocusTarget())
}
