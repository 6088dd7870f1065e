package kit

import (
	"sync"

	"fyne.io/fyne/v2"

	"goodturn/assets"
)

// dotted are the fonts with a dot on the Ukrainian і, by the names of those they are made of.
var dotted sync.Map

// Font gives Fyne's font of a style, in which the Ukrainian і has its dot where that language is spoken: beside a font that is not its
// own Fyne holds its own as well, which takes as much again, of time at every start and of memory.
func (t *houseTheme) Font(style fyne.TextStyle) fyne.Resource {
	from := t.Theme.Font(style)
	if !t.dotted {
		return from
	}
	if known, ok := dotted.Load(from.Name()); ok {
		return known.(fyne.Resource)
	}
	made, _ := dotted.LoadOrStore(from.Name(), fyne.NewStaticResource(from.Name(), assets.Dotted(from.Content())))
	return made.(fyne.Resource)
}

// InItsFonts tells whether t is a theme of NewTheme in the fonts for the language that is spoken now.
func InItsFonts(t fyne.Theme) bool {
	house, is := t.(*houseTheme)
	return is && house.dotted == dottedNow()
}

// dottedNow tells whether the language that is spoken now wants the dot.
func dottedNow() bool { return SpokenLanguage().Code == "uk" }
