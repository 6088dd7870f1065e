package views

import (
	"runtime"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// keyLine is one line of the sheet of keys: a heading, what a key does, or an action, with its key where it has one.
type keyLine struct{ heading, what, key, action string }

// keysSheet lists everything that can be done from anywhere, with its key, and does what is chosen: so the whole menu
// can be used without a mouse, and without its keys being known.
type keysSheet struct {
	w     *Window
	lines []keyLine
	sheet *kit.Sheet
}

// showKeys opens the sheet of keys.
func showKeys(w *Window) {
	s := &keysSheet{w: w, lines: append(w.actionKeys(), fixedKeys()...)}
	// A list, so that the arrows can reach the end of it in a small window.
	list := kit.NewList(func() int { return len(s.lines) }, newLineRow, s.bind)
	list.OnActivated = s.onActivated
	list.Select(1) // the line above is a heading
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("help.keys"), kit.VStack(8, kit.Quiet(kit.T("help.choose")), kit.Over(kit.VGap(460), list)),
		kit.SheetOptions{Width: 560})
}

func (s *keysSheet) bind(i int, o fyne.CanvasObject) {
	line := s.lines[i]
	content := kit.RowContent{Title: kit.Escape(line.what), Side: line.key}
	if line.heading != "" {
		content.Title = kit.RichT("help.heading", "Text", line.heading)
	}
	o.(*kit.Row).Set(content)
}

// onActivated does the action of line i; the keys that belong to none are there to be read.
func (s *keysSheet) onActivated(i int) {
	if name := s.lines[i].action; name != "" {
		s.sheet.Close()
		s.w.do(name)
	}
}

// newLineRow is an empty row of one line.
func newLineRow() fyne.CanvasObject { return kit.NewRow().Set(kit.RowContent{Title: " "}) }

// actionKeys are the actions that can be done now, under the names of their menus.
func (w *Window) actionKeys() []keyLine {
	var lines []keyLine
	menu := ""
	for _, a := range w.actions {
		if a.name == "" || a.name == "keys" || !a.noFile && w.app.Store == nil {
			continue
		}
		if a.menu != menu {
			menu = a.menu
			lines = append(lines, keyLine{heading: kit.T("menu." + menu)})
		}
		lines = append(lines, keyLine{what: kit.T("action." + a.name), key: w.shortcutText(a.name), action: a.name})
	}
	return lines
}

// fixedKeys are the keys that belong to no action. What is drawn on them stands in the texts.
func fixedKeys() []keyLine {
	save, all := kit.ShortcutText(key(fyne.KeyReturn)), kit.ShortcutText(&fyne.ShortcutSelectAll{})
	var lines []keyLine
	everywhere := []string{"all", "menu"}
	if runtime.GOOS == "darwin" {
		everywhere = everywhere[:1] // a Mac has its own menu bar, and its own key for it
	}
	for _, group := range []struct {
		name string
		keys []string
	}{
		{"window", everywhere},
		{"forms", []string{"next", "save", "leave", "press", "choose", "drop"}},
		{"lists", []string{"move", "page", "ends", "open", "type", "back", "pick", "pickMore", "pickAll"}},
		{"fields", []string{"find", "take", "erase"}},
	} {
		lines = append(lines, keyLine{heading: kit.T("help." + group.name)})
		for _, what := range group.keys {
			name := "help." + group.name + "." + what
			lines = append(lines, keyLine{what: kit.T(name), key: kit.T(name+".key", "Save", save, "All", all)})
		}
	}
	return lines
}

// showAbout says what the program is, which one, and where the owner's file lies.
func showAbout(w *Window) {
	body := kit.VStack(12, kit.Body(kit.T("help.what")),
		aboutLine("help.version", kit.T("help.versionIs", "Version", w.app.Fyne().Metadata().Version)))
	if w.app.Store != nil {
		body.Add(aboutLine("help.file", w.app.Store.Path()))
	}
	body.Add(aboutLine("help.licence", kit.T("help.licenceIs")))
	kit.ShowSheet(w.canvas(), kit.T("help.about"), body, kit.SheetOptions{Width: 520})
}

// aboutLine is a quiet label with what it is beneath.
func aboutLine(label, value string) fyne.CanvasObject {
	return kit.VStack(2, kit.Quiet(kit.T(label)), kit.Body(value))
}
