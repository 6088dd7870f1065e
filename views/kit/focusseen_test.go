package kit

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app/chart"
)

// Whatever has the keyboard is seen to have it, light and dark: it is drawn otherwise than without.
func TestFocusIsAlwaysSeen(t *testing.T) {
	for name, mode := range map[string]Mode{"light": ModeLight, "dark": ModeDark} {
		houseApp(t).Settings().SetTheme(NewTheme(1, mode))
		for what, o := range everythingFocused() {
			t.Run(name+"/"+what, func(t *testing.T) { focusIsSeen(t, o) })
		}
	}
}

// everythingFocused is one of everything that takes the keyboard.
func everythingFocused() map[string]fyne.CanvasObject {
	choices := []Choice{{Value: "a", Label: "Accepted"}, {Value: "d", Label: "Declined"}}
	labels := NewLabelSheet(nothing)
	labels.SetSheet(210, 297, 1, []LabelBox{{X: 10, Y: 10, W: 80, H: 40}, {X: 10, Y: 60, W: 80, H: 40}})
	tree := NewTree(func(places []int) []TreeWords { return make([]TreeWords, len(places)) })
	tree.SetNodes([]TreeNode{{Parent: -1}, {Parent: 0}}, 9)
	return map[string]fyne.CanvasObject{
		"button": NewButton("Print", nothing), "main button": NewButton("Save", nothing).Primary(), "link": NewButton("More", nothing).Link(),
		"danger": NewButton("Erase", nothing).Danger(), "closer": NewCloser(nothing), "small": NewButton("Later", nothing).Small(),
		"menu": NewMenuButton("More", func() []MenuItem { return nil }), "tick": NewTick("No post", true, nil),
		"chips": NewChips(choices, "a", nil), "segmented": NewSegmented(choices, "a", nil), "select": NewSelect(choices, "a", nil),
		"either": NewEither(choices[0], choices[1], "a", nil), "entry": NewEntry("Name"), "area": NewArea("Note", 3), "secret": NewSecret(),
		"filter": NewFilterEntry("Find"), "picker": NewPicker(someNames), "tags": NewTagField("Tag", func(string) []string { return nil }, func(a, b string) bool { return a == b }),
		"row": NewTapArea(NewRow().Set(RowContent{Title: "Ann Hughes"}), nothing), "rail": NewRailItem("Today", nothing),
		"words": Rich("[Ann Hughes](customer:1) was here"), "labels": labels, "tree": tree, "page": NewZoomPane(Ground(ColorCard, 0)),
		"list":  NewList(func() int { return 2 }, func() fyne.CanvasObject { return NewRow().Set(RowContent{Title: "Ann"}) }, func(int, fyne.CanvasObject) {}),
		"chart": NewChart(chart.Picture{Kind: chart.Across, Slots: []string{"May"}, Series: []chart.Series{{Name: "New", Cells: []chart.Cell{{Value: 2, Words: "2 new in May"}}}}}, "Choose a bar."),
	}
}

func focusIsSeen(t *testing.T, o fyne.CanvasObject) {
	b := newBench(t, Pad(20, Fixed(240, o)))
	b.window.Resize(fyne.NewSize(320, 240))
	before := b.canvas().Capture()
	b.canvas().FocusNext()
	if b.canvas().Focused() == nil {
		t.Fatal("it does not take the keyboard")
	}
	if n := differing(before, b.canvas().Capture()); n < 20 {
		t.Errorf("with the keyboard on it, %d pixels are drawn otherwise", n)
	}
}

// differing counts the pixels in which two pictures of one size differ.
func differing(a, b image.Image) (n int) {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}
