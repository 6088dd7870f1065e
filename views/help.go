package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// keyLine is one line of the sheet of keys: a heading, or what a key does.
type keyLine struct{ heading, what, key string }

// showKeys lists every action with its shortcut, and the keys inside lists and forms.
func showKeys(w *Window) {
	lines := append(actionKeys(w.actions), fixedKeys()...)
	bind := func(i int, o fyne.CanvasObject) {
		line := lines[i]
		content := kit.RowContent{Title: kit.Escape(line.what), Side: line.key}
		if line.heading != "" {
			content.Title = kit.RichT("help.heading", "Text", line.heading)
		}
		o.(*kit.Row).Set(content)
	}
	// A list, so that the arrows can reach the end of it in a small window.
	list := kit.NewList(func() int { return len(lines) }, newLineRow, bind)
	kit.ShowSheet(w.canvas(), kit.T("help.keys"), kit.Over(kit.VGap(480), list), kit.SheetOptions{Width: 560})
}

// newLineRow is an empty row of one line.
func newLineRow() fyne.CanvasObject { return kit.NewRow().Set(kit.RowContent{Title: " "}) }

// actionKeys are the actions that have a shortcut, under the names of their menus.
func actionKeys(actions []action) []keyLine {
	var lines []keyLine
	menu := ""
	for _, a := range actions {
		if a.shortcut == nil {
			continue
		}
		if a.menu != menu {
			menu = a.menu
			lines = append(lines, keyLine{heading: kit.T("menu." + menu)})
		}
		lines = append(lines, keyLine{what: kit.T("action." + a.name), key: kit.ShortcutText(a.shortcut)})
	}
	return lines
}

// fixedKeys are the keys that belong to no action. What is drawn on them stands in the texts.
func fixedKeys() []keyLine {
	save := kit.ShortcutText(key(fyne.KeyReturn))
	var lines []keyLine
	for _, group := range []struct {
		name string
		keys []string
	}{
		{"forms", []string{"next", "save", "leave", "press", "choose"}},
		{"lists", []string{"move", "page", "ends", "open"}},
		{"fields", []string{"find", "take"}},
	} {
		lines = append(lines, keyLine{heading: kit.T("help." + group.name)})
		for _, what := range group.keys {
			name := "help." + group.name + "." + what
			lines = append(lines, keyLine{what: kit.T(name), key: kit.T(name+".key", "Save", save)})
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
