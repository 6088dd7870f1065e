package views

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"goodturn/views/kit"
)

// action is one thing the owner can do from anywhere. Its menu item carries the shortcut, the one place a
// shortcut is declared.
type action struct {
	name     string
	menu     string // the key of the menu it stands in
	shortcut fyne.KeyboardShortcut
	do       func()
	noFile   bool // it needs no open shop file
	opens    bool // it opens another shop file
	inSheets bool // it has a meaning of its own in an open sheet

	onlyFound bool // it stands in no menu: it is found by what one types
}

func key(name fyne.KeyName, more ...fyne.KeyModifier) *desktop.CustomShortcut {
	s := &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
	for _, m := range more {
		s.Modifier |= m
	}
	return s
}

// allActions are every action of the menu, in its order; an empty name is a line between two groups.
func (w *Window) allActions() []action {
	return slices.Concat(w.shopActions(), w.editActions(), w.goActions(), w.otherActions())
}

// shopActions are what is written down, what goes in and out, and which shop file is open.
func (w *Window) shopActions() []action {
	shift := fyne.KeyModifierShift
	return []action{
		{name: "logVisit", menu: "shop", shortcut: key(fyne.KeyN), do: func() { w.LogVisit(VisitStart{}) }},
		{name: "missed", menu: "shop", shortcut: key(fyne.KeyM), do: func() { showQuickLog(w) }},
		{name: "newCustomer", menu: "shop", shortcut: key(fyne.KeyN, shift), do: func() { w.NewCustomer("") }},
		{name: "recordReferral", menu: "shop", shortcut: key(fyne.KeyR), do: func() { showReferralForm(w, ReferralStart{}) }},
		{name: "recordPraise", menu: "shop", shortcut: key(fyne.KeyR, shift), do: func() { showPraiseForm(w, 0) }},
		{name: "newSpecialist", menu: "shop", do: func() { showSpecialistForm(w, nil, nil) }},
		{menu: "shop"},
		{name: string(PlaceImport), menu: "shop", do: func() { w.Show(PlaceImport) }},
		{name: "exportCustomers", menu: "shop", do: func() { exportBook(w) }},
		{name: "exportAll", menu: "shop", do: func() { exportAll(w) }},
		{menu: "shop"},
		{name: "print", menu: "shop", shortcut: key(fyne.KeyP), do: w.print},
		{name: "monday", menu: "shop", do: func() { showMonday(w) }},
		{name: "labels", menu: "shop", shortcut: key(fyne.KeyL), do: w.printLabels},
		{name: "cards", menu: "shop", shortcut: key(fyne.KeyE), do: w.printCards},
		{menu: "shop"},
		{name: "backup", menu: "shop", shortcut: key(fyne.KeyB), do: func() { backUpNow(w) }},
		{name: string(PlaceBackups), menu: "shop", shortcut: key(fyne.KeyB, shift), do: func() { w.Show(PlaceBackups) }},
		{menu: "shop"},
		{name: "openFile", menu: "shop", shortcut: key(fyne.KeyO), do: func() { chooseShopFile(w) }, noFile: true, opens: true},
		{name: "recent", menu: "shop", do: func() { showRecent(w) }, noFile: true, opens: true},
		{name: "newFile", menu: "shop", do: func() { makeShopFile(w) }, noFile: true, opens: true},
		{name: "sample", menu: "shop", do: func() { openSample(w) }, noFile: true, opens: true},
		{menu: "shop"},
		{name: "quit", menu: "shop", shortcut: key(fyne.KeyQ), do: w.quit, noFile: true, inSheets: true},
	}
}

// editActions are undo and what looks for something.
func (w *Window) editActions() []action {
	shift := fyne.KeyModifierShift
	return []action{
		{name: "undo", menu: "edit", shortcut: &fyne.ShortcutUndo{}, do: w.onUndo, inSheets: true},
		{name: "redo", menu: "edit", shortcut: &fyne.ShortcutRedo{}, do: w.onRedo, inSheets: true},
		{menu: "edit"},
		{name: "find", menu: "edit", shortcut: key(fyne.KeyF), do: func() { w.find.begin() }},
		{menu: "edit"},
		{name: string(PlaceChanges), menu: "edit", shortcut: key(fyne.KeyH), do: func() { w.Show(PlaceChanges) }},
		{name: string(PlaceBin), menu: "edit", shortcut: key(fyne.KeyH, shift), do: func() { w.Show(PlaceBin) }},
		{menu: "edit"},
		{name: "thing", menu: "edit", shortcut: key(fyne.KeyI), do: w.showThing},
		{name: string(PlaceDuplicates), menu: "edit", shortcut: key(fyne.KeyD), do: func() { w.Show(PlaceDuplicates) }},
	}
}

// goActions are the places of the rail, and what else is looked up often.
func (w *Window) goActions() (list []action) {
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7}
	for i, place := range railPlaces {
		list = append(list, action{name: string(place), menu: "go", shortcut: key(digits[i]), do: func() { w.Show(place) }})
	}
	list = append(list, action{name: string(PlaceWanted), menu: "go", shortcut: key(fyne.KeyW, fyne.KeyModifierShift), do: func() { w.Show(PlaceWanted) }})
	list = append(list, action{name: string(PlaceLeaving), menu: "go", shortcut: key(fyne.KeyL, fyne.KeyModifierShift), do: func() { w.Show(PlaceLeaving) }})
	list = append(list, action{name: string(PlaceBringers), menu: "go", shortcut: key(fyne.KeyT, fyne.KeyModifierShift), do: func() { w.Show(PlaceBringers) }})
	list = append(list, action{name: string(PlaceFamily), menu: "go", shortcut: key(fyne.KeyT), do: w.showFamilyHere})
	list = append(list, action{name: string(PlacePraise), menu: "go", shortcut: key(fyne.KeyP, fyne.KeyModifierShift), do: func() { w.Show(PlacePraise) }})
	list = append(list, action{name: string(PlaceStaff), menu: "go", do: func() { w.Show(PlaceStaff) }})
	return append(list, action{name: string(PlaceSettings), menu: "go", shortcut: key(fyne.KeyComma), do: func() { w.Show(PlaceSettings) }})
}

// otherActions are the size of the text, help, and what stands on a page's own buttons and is asked for from elsewhere.
func (w *Window) otherActions() []action {
	return []action{
		{name: "larger", menu: "view", shortcut: key(fyne.KeyEqual), do: func() { w.scaleText(+0.1) }, noFile: true},
		{name: "smaller", menu: "view", shortcut: key(fyne.KeyMinus), do: func() { w.scaleText(-0.1) }, noFile: true},
		{name: "usual", menu: "view", shortcut: key(fyne.Key0), do: func() { w.scaleText(0) }, noFile: true},
		{name: "language", menu: "view", do: w.toLanguage, onlyFound: true},
		{name: "otherThanks", menu: "shop", do: func() { showOtherThanks(w) }, onlyFound: true},
		{name: "wall", menu: "shop", do: func() { showPraiseWall(w) }, onlyFound: true},
		{name: "adverts", menu: "shop", do: w.showAdverts, onlyFound: true},
		{name: "tags", menu: "shop", do: func() { showTags(w) }, onlyFound: true},
		{name: "light", menu: "view", do: func() { w.setMode("light") }, noFile: true, onlyFound: true},
		{name: "dark", menu: "view", do: func() { w.setMode("dark") }, noFile: true, onlyFound: true},
		{name: "system", menu: "view", do: func() { w.setMode("") }, noFile: true, onlyFound: true},
		{name: "commands", menu: "help", shortcut: key(fyne.KeyK), do: func() { showCommands(w) }, noFile: true},
		{name: string(PlaceGuide), menu: "help", do: func() { w.showGuide("") }},
		{name: "helpHere", menu: "help", shortcut: key(fyne.KeyF1), do: w.helpHere, inSheets: true},
		{name: "keys", menu: "help", shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF1}, do: func() { showKeys(w) }, noFile: true},
		{name: "checkFile", menu: "help", do: func() { checkShopFile(w) }},
		{name: "report", menu: "help", do: func() { reportProblem(w) }, noFile: true},
		{name: "about", menu: "help", do: func() { showAbout(w) }, noFile: true},
	}
}

// addOtherKeys lets the text be enlarged by whichever key has the plus sign on it: on many keyboards it is Shift and the
// equals sign, on others a key of its own.
func (w *Window) addOtherKeys() {
	for _, other := range []*desktop.CustomShortcut{key(fyne.KeyEqual, fyne.KeyModifierShift), key(fyne.KeyPlus), key(fyne.KeyPlus, fyne.KeyModifierShift)} {
		w.canvas().AddShortcut(other, func(fyne.Shortcut) { w.do("larger") })
	}
	w.canvas().AddShortcut(&fyne.ShortcutPaste{}, w.onPaste)
	w.canvas().AddShortcut(kit.BackShortcut(), func(fyne.Shortcut) { w.onBackKey() })
}

// do does the named action where it can be done now: not behind an open sheet, and not without a shop file it needs.
func (w *Window) do(name string) {
	for _, a := range w.actions {
		if a.name != name {
			continue
		}
		if w.can(a) && (a.inSheets || !kit.SheetOpen(w.canvas())) {
			a.do()
		}
		return
	}
}

// can tells whether the shop file that an action needs is there, and none is being brought up to date that it would
// interfere with.
func (w *Window) can(a action) bool {
	if w.upgrading != nil {
		return a.noFile && !a.opens
	}
	return a.noFile || w.app.Store != nil
}

// shortcutText is how the named action's shortcut is read.
func (w *Window) shortcutText(name string) string {
	for _, a := range w.actions {
		if a.name == name && a.shortcut != nil {
			return kit.ShortcutText(a.shortcut)
		}
	}
	return ""
}

// buildMenu makes the menu of every action.
func (w *Window) buildMenu() {
	w.actions = w.allActions()
	var menus []*fyne.Menu
	for _, a := range w.actions {
		if a.onlyFound {
			continue
		}
		label := kit.T("menu." + a.menu)
		if len(menus) == 0 || menus[len(menus)-1].Label != label {
			menus = append(menus, fyne.NewMenu(label))
		}
		menu := menus[len(menus)-1]
		menu.Items = append(menu.Items, w.menuItem(a))
	}
	w.win.SetMainMenu(fyne.NewMainMenu(menus...))
}

// openMenu opens the menu bar for the keyboard, as Alt does by Fyne itself. A Mac has its own bar and keys.
func (w *Window) openMenu() {
	if bar, ok := w.canvas().(interface{ ToggleMenu() }); ok && !kit.SheetOpen(w.canvas()) {
		bar.ToggleMenu()
	}
}

func (w *Window) menuItem(a action) *fyne.MenuItem {
	if a.name == "" {
		return fyne.NewMenuItemSeparator()
	}
	item := fyne.NewMenuItem(kit.T("action."+a.name), func() { w.do(a.name) })
	if a.shortcut != nil {
		item.Shortcut = a.shortcut
	}
	item.Disabled = !w.can(a)
	item.IsQuit = a.name == "quit"
	return item
}

// typing is a field that takes back its own last words first.
type typing interface {
	UndoTyping() bool
	RedoTyping() bool
}

// onUndo takes back the typing in the field in front, else what a toast offers to, else the last change. Fyne
// asks the menu for Ctrl+Z before it asks the field.
func (w *Window) onUndo() {
	if field, ok := w.canvas().Focused().(typing); ok && field.UndoTyping() || kit.SheetOpen(w.canvas()) {
		return
	}
	// Only a toast that takes something back: Ctrl+Z twice is two steps back, never one back and one forth.
	if w.layer.ToastAction() == kit.T("undo") {
		w.layer.TakeToast()
		return
	}
	if !w.store().CanUndo() {
		w.Say(kit.T("problem.undo.none"))
		return
	}
	w.takeStep(kit.T("many.undo"), w.store().UndoLastMany(), w.store().UndoLast, w.offerRedo)
}

func (w *Window) offerRedo() {
	w.layer.PageToast(kit.T("undone"), kit.T("redo"), w.shortcutText("redo"), w.redo)
}

func (w *Window) onRedo() {
	if field, ok := w.canvas().Focused().(typing); ok && field.RedoTyping() || kit.SheetOpen(w.canvas()) {
		return
	}
	if !w.store().CanRedo() {
		w.Say(kit.T("problem.redo.none"))
		return
	}
	w.redo()
}

func (w *Window) redo() {
	again := cmp.Or(w.undone, kit.T("redone")) // every change forgets it
	w.takeStep(kit.T("many.redo"), w.store().RedoMany(), w.store().Redo, func() { w.Did(again) })
}

// print prints what the screen in front has to print; elsewhere it is the thank-you list.
func (w *Window) print() {
	if p, ok := w.screens[w.place].(Printer); ok {
		p.Print()
		return
	}
	w.Show(PlaceThanks)
	if p, ok := w.screens[PlaceThanks].(Printer); ok {
		p.Print()
	}
}
