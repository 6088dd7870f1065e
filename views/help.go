package views

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// keyLine is one line of the sheet of keys: a heading, what a key does, or an action, with its key where it has one; menu is
// the menu it stands in, where that is not said by a heading. Or it is a page of the guide, by its name.
type keyLine struct{ heading, what, key, action, menu, page string }

// keysSheet lists everything that can be done from anywhere, with its key, and does what is chosen: so the whole menu
// can be used without a mouse, and without its keys being known. What is typed above the list leaves of it what fits.
type keysSheet struct {
	w     *Window
	all   []keyLine // as nothing is typed
	lines []keyLine // as shown
	find  *kit.FilterEntry
	list  *kit.List
	sheet *kit.Sheet
}

// showKeys opens the sheet of keys, on its list.
func showKeys(w *Window) {
	s := newKeysSheet(w, append(w.actionKeys(), fixedKeys()...))
	w.canvas().Focus(s.list)
}

// showCommands opens the sheet of keys with the cursor where one types what one wants to do. What was chosen lately comes first.
func showCommands(w *Window) {
	newKeysSheet(w, slices.Concat(w.latelyDone(), w.actionKeys()))
}

func newKeysSheet(w *Window, all []keyLine) *keysSheet {
	s := &keysSheet{w: w, all: all, lines: all, find: kit.NewFilterEntry(kit.T("help.find"))}
	s.find.OnTyped = s.onTyped
	s.find.OnList = func() { w.canvas().Focus(s.list) }
	s.find.OnEnter = func() { s.onActivated(s.list.Selected()) }
	// A list, so that the arrows can reach the end of it in a small window.
	s.list = kit.NewList(func() int { return len(s.lines) }, newLineRow, s.bind)
	s.list.OnActivated = s.onActivated
	s.list.OnTyped = func(r rune) { kit.TypeInto(s.find, r) }
	s.list.Select(1) // the line above is a heading
	const height = 420
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("help.keys"), kit.VStack(10, s.find, kit.Over(kit.VGap(height), s.list)), kit.SheetOptions{Help: "keyboard", Width: 560})
	return s
}

// onTyped shows what fits what is typed, the best of it first and marked, so that Enter does it.
func (s *keysSheet) onTyped(text string) {
	s.lines = s.all
	first := 1
	if words := foldedWords(text); len(words) > 0 {
		s.lines, first = append(s.w.fitting(words), s.w.guideFitting(words)...), 0
	}
	if len(s.lines) == 0 {
		s.lines, first = []keyLine{{what: kit.T("help.find.nothing")}}, -1
	}
	s.list.Reset()
	s.list.Select(first)
}

func (s *keysSheet) bind(i int, o fyne.CanvasObject) {
	line := s.lines[i]
	content := kit.RowContent{Title: kit.Escape(line.what), Side: line.key}
	switch {
	case line.heading != "":
		content.Title = kit.RichT("help.heading", "Text", line.heading)
	case line.menu != "":
		content.Title = kit.RichT("help.found", "What", line.what, "Menu", line.menu)
	}
	o.(*kit.Row).Set(content)
}

// onActivated does the action of line i, or opens its page of the guide; the keys that belong to none are there to be read.
func (s *keysSheet) onActivated(i int) {
	if i < 0 || s.lines[i].action == "" && s.lines[i].page == "" {
		return
	}
	s.sheet.Close()
	if page := s.lines[i].page; page != "" {
		s.w.showGuide(page)
		return
	}
	s.w.app.Prefs.AddLately(s.lines[i].action)
	s.w.do(s.lines[i].action)
}

// newLineRow is an empty row of one line.
func newLineRow() fyne.CanvasObject { return kit.NewRow().Set(kit.RowContent{Title: " "}) }

// actionKeys are the actions that can be done now, under the names of their menus.
func (w *Window) actionKeys() []keyLine {
	var lines []keyLine
	menu := ""
	for _, a := range w.actions {
		if a.name == "" || a.name == "keys" || a.onlyFound || !w.can(a) {
			continue
		}
		if a.menu != menu {
			menu = a.menu
			lines = append(lines, keyLine{heading: kit.T("menu." + menu)})
		}
		lines = append(lines, w.actionLine(a))
	}
	return lines
}

// actionLine is the line of an action.
func (w *Window) actionLine(a action) keyLine {
	return keyLine{what: kit.T("action." + a.name), key: w.shortcutText(a.name), action: a.name}
}

// fixedKeys are the keys that belong to no action. What is drawn on them stands in the texts.
func fixedKeys() []keyLine {
	save, all, back := kit.ShortcutText(key(fyne.KeyReturn)), kit.ShortcutText(&fyne.ShortcutSelectAll{}), kit.ShortcutText(kit.BackShortcut())
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
		{"forms", []string{"next", "save", "leave", "press", "choose", "drop", "about"}},
		{"lists", []string{"move", "page", "ends", "open", "type", "back", "pick", "pickMore", "pickAll"}},
		{"fields", []string{"find", "take", "erase"}},
		{"paper", []string{"turn", "zoom"}},
		{"guide", []string{"back"}},
	} {
		lines = append(lines, keyLine{heading: kit.T("help." + group.name)})
		for _, what := range group.keys {
			name := "help." + group.name + "." + what
			lines = append(lines, keyLine{what: kit.T(name), key: kit.T(name+".key", "Save", save, "All", all, "Back", back)})
		}
	}
	return lines
}
