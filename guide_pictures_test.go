//go:build e2e && pictures

package main_test

import (
	"cmp"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// guidePicture is a picture of the guide: the keys that lead there from the one before, what is typed then, and the part of the window
// that matters.
type guidePicture struct {
	name  string
	keys  []string
	typed string
	then  []string // keys after what was typed
	shows string   // what can be read once it is there, where that takes its time; "" for at once
	part  image.Rectangle
}

var (
	wholePage = image.Rect(204, 88, 1024, 690)
	topOfPage = image.Rect(204, 88, 1024, 500)
	listOfIt  = image.Rect(204, 88, 1024, 420)
	inSheet   = image.Rect(18, 8, 1006, 690)
)

// guidePictures are taken one after the other in the sample shop.
var guidePictures = []guidePicture{
	{name: "today", keys: []string{"ctrl+1"}, part: topOfPage},
	{name: "customers", keys: []string{"ctrl+2", "Down", "Down", "Down", "Down", "Down", "Down"}, shows: "31 visits", part: wholePage},
	{name: "referrals", keys: []string{"ctrl+4"}, part: topOfPage},
	{name: "thank-yous", keys: []string{"ctrl+5"}, part: topOfPage},
	{name: "printing", keys: []string{"ctrl+p"}, shows: "As it will be printed", part: inSheet},
	{name: "labels", keys: []string{"Escape", "ctrl+l"}, shows: "on one sheet", part: inSheet},
	{name: "cards", keys: []string{"Escape", "ctrl+e"}, shows: "As it will be printed", part: inSheet},
	{name: "specialists", keys: []string{"Escape", "ctrl+6"}, part: topOfPage},
	{name: "insights", keys: []string{"ctrl+7"}, shows: "Word of mouth", part: wholePage},
	{name: "wanted", keys: []string{"ctrl+shift+w"}, shows: "asked for and not there", part: listOfIt},
	{name: "leaving", keys: []string{"ctrl+shift+l"}, part: topOfPage},
	{name: "bringers", keys: []string{"ctrl+shift+t"}, part: listOfIt},
	{name: "tree", keys: []string{"ctrl+t"}, part: wholePage},
	{name: "praise", keys: []string{"ctrl+shift+p"}, part: topOfPage},
	{name: "changes", keys: []string{"ctrl+h"}, part: listOfIt},
	{name: "settings", keys: []string{"ctrl+comma"}, part: wholePage},
	{name: "duplicates", keys: []string{"ctrl+d", "Return"}, shows: "One person, two cards", part: image.Rect(94, 46, 930, 600)},
	{name: "commands", keys: []string{"Escape", "ctrl+1", "ctrl+k"}, typed: "trash", part: image.Rect(216, 24, 808, 330)},
	{name: "monday", keys: []string{"Escape", "ctrl+k"}, typed: "five people", then: []string{"Return"}, shows: "As it will be printed", part: inSheet},
	{name: "importing", keys: []string{"Escape", "ctrl+k"}, typed: "import customers", then: []string{"Return", "Return", "ctrl+a"}, part: image.Rectangle{}},
	{name: "importing", typed: "~/people.csv", then: []string{"Return"}, shows: "Step 2 of 3", part: wholePage},
	{name: "visits", keys: []string{"ctrl+n"}, typed: "Elsie", then: []string{"Return"}, part: image.Rectangle{}},
	{name: "visits", typed: "Child seat", then: []string{"Tab", "Right", "space", "Tab"}, shows: "What worked before", part: wholePage},
	{name: "not-available", keys: []string{"ctrl+m"}, typed: "Child seat", then: []string{"Tab"}, shows: "Child trailer", part: image.Rect(124, 14, 900, 690)},
}

// TestGuidePictures takes the pictures of the guide anew, into docs/guide/pictures. Their days end today, as those of the sample shop do.
func TestGuidePictures(t *testing.T) {
	d := newDesk(t, 1024, 700)
	shop := d.Path("Harbour Cycles.goodturn")
	smallShop(t, shop)
	d.must(os.WriteFile(d.Path("people.csv"), []byte(toImport), 0o600))
	d.Start("--file", shop)
	for i, p := range guidePictures {
		before := d.Settle()
		d.press(p.keys)
		if p.typed != "" {
			written := d.Settle()
			d.Type(p.typed)
			d.Until(p.name+" to be typed", func() bool { return !still(written, d.look()) })
			d.Settle()
			d.press(p.then)
		}
		if i > 0 {
			d.Until(p.name, func() bool { return !still(before, d.look()) })
		}
		if p.shows != "" {
			d.See(p.shows)
		}
		d.Settle()
		if !p.part.Empty() {
			t.Log(d.keepForGuide(p.name, p.part))
		}
	}
}

// TestGuidePicturesOfTheStart takes those of the first start, for which there must be no shop yet.
func TestGuidePicturesOfTheStart(t *testing.T) {
	d := newDesk(t, 1024, 700)
	d.Start()
	d.Type("Harbour Cycles")
	d.press([]string{"Return", "ctrl+Return"})
	d.See("How do you want to begin?")
	d.Settle()
	t.Log(d.keepForGuide("first-hour", image.Rect(200, 90, 824, 600)))
}

// press presses keys, each once what the one before it did is there.
func (d *desk) press(keys []string) {
	for _, key := range keys {
		d.Key(key)
		d.Settle()
	}
}

// keepForGuide writes a part of the screen as a picture of the guide and returns the file's name.
func (d *desk) keepForGuide(name string, part image.Rectangle) string {
	d.t.Helper()
	file := filepath.Join("docs", "guide", "pictures", name+".png")
	out, err := os.Create(file)
	d.must(err)
	defer out.Close()
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	d.must(encoder.Encode(out, inFewColours(d.look(), part)))
	d.must(out.Close())
	return file
}

// inFewColours is a part of a picture in the 96 colours it has most of, so that it makes a small file.
func inFewColours(of *image.RGBA, part image.Rectangle) *image.Paletted {
	const most = 96
	count := map[color.RGBA]int{}
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			count[coarse(of.RGBAAt(x, y))]++
		}
	}
	var found []color.RGBA
	for c := range count {
		found = append(found, c)
	}
	slices.SortFunc(found, func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var palette color.Palette
	for _, c := range found[:min(most, len(found))] {
		palette = append(palette, c)
	}
	small := image.NewPaletted(image.Rect(0, 0, part.Dx(), part.Dy()), palette)
	nearest := map[color.RGBA]uint8{}
	for y := range part.Dy() {
		for x := range part.Dx() {
			c := coarse(of.RGBAAt(part.Min.X+x, part.Min.Y+y))
			if _, known := nearest[c]; !known {
				nearest[c] = uint8(palette.Index(c))
			}
			small.SetColorIndex(x, y, nearest[c])
		}
	}
	return small
}

// coarse takes colours together that the eye does not tell apart.
func coarse(c color.RGBA) color.RGBA { return color.RGBA{c.R | 3, c.G | 3, c.B | 3, 255} }
