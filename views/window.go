package views

import (
	"runtime"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// Window is the program's one window: the rail of screens, the search box, the two main buttons, the menu, and
// the page now shown. Screens reach everything else through it.
type Window struct {
	app *app.App
	win fyne.Window

	layer    *kit.Layer
	frame    *fyne.Container // holds the page
	rail     *rail
	find     *finder
	logVisit *kit.Button // of the bar
	screens  map[Place]Screen
	stale    map[Place]bool
	place    Place
	actions  []action

	unstyled  map[Place]bool // screens that must be drawn by another look when they come back
	forgotten bool           // the screen that comes was away for so long that it must be drawn anew
	leftAt    map[Place]time.Time
	day       models.Day      // the day the screens were read on
	midnight  func()          // ends the wait for the next one
	morning   soon            // how many things wait is told
	undone    string          // what a toast told of, when the last change was to undo it
	changing  bool            // a change of many is on its way
	printing  atomic.Bool     // pages are being made
	first     *welcome        // the first start on its way; nil for none
	closing   *closing        // the program on its way out; nil while it stays
	upgrading *upgrading      // an older shop file on its way in; nil for none
	retrying  bool            // a shop file that did not open is opened anew
	jobs      *jobStrip       // work beside the owner's
	behind    bool            // another program is in front
	strip     *fyne.Container // says who else has the shop file, while it can only be looked at
	unkept    unkept
	offered   func()            // takes the offer away to go on with a visit of an earlier start; nil where none was made
	ready     *safekeep.Restore // made ready and looked at just now; nil for none
	restored  func()            // takes the offer away to undo a restore; nil for none
}

// NewWindow makes the window of a. Without an open shop file, trouble is what stopped it: the window then says so
// and offers what to do.
func NewWindow(a *app.App, trouble error) *Window {
	w := &Window{app: a, win: a.Fyne().NewWindow("Goodturn"), jobs: newJobStrip()}
	w.speak()
	w.applyLook()
	w.layer = kit.NewLayer(page(nil), kit.After(a.After))
	w.win.SetPadded(false)
	w.win.SetContent(w.layer)
	w.layer.Attach(w.win.Canvas())
	w.layer.OnHelp = func() { w.do("keys") }
	w.layer.OnSheetHelp = func(about string) { showHelpSheet(w, about) }
	w.layer.OnMenu = w.openMenu
	w.layer.OnPaste = w.pasteFiles
	w.win.SetMaster()
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.onDropped)
	a.PutWindow(w.win)
	a.BeforeClose(w.leave)
	a.OnForward(w.comeForward)
	a.OnLost(w.onLost)
	a.OnFree(w.onFree)
	a.OnBackup(func() { showBackup(w) })
	w.addOtherKeys()
	w.watchFront()
	w.opened(trouble)
	return w
}

// ShowAndRun shows the window and runs the program until it is closed. Where no window can be shown, the system says why.
func (w *Window) ShowAndRun() {
	what := kit.T("noWindow.other")
	if runtime.GOOS == "windows" {
		what = kit.T("noWindow.windows")
	}
	w.app.WithWindow(w.win.ShowAndRun, kit.T("noWindow"), what)
}

// opened builds the window anew around the shop file now open, or around the trouble that kept it shut.
func (w *Window) opened(trouble error) {
	w.dropReady()
	// What a toast of the other shop offers would be done to this one.
	w.layer.HideToasts()
	w.restored, w.first = nil, nil
	w.layer.OnSave, w.layer.OnEscape, w.layer.ToastSpot = nil, nil, nil
	w.screens, w.stale, w.unstyled, w.place = map[Place]Screen{}, map[Place]bool{}, map[Place]bool{}, ""
	w.leftAt = map[Place]time.Time{}
	w.buildMenu()
	if w.app.Store == nil {
		w.win.SetTitle("Goodturn")
		if _, older := app.IsOlder(trouble); older {
			w.layer.SetContent(kit.Ground(kit.ColorPaper, 0))
			w.upgradeFirst(trouble, w.opened)
			return
		}
		page, first := troublePage(w, trouble)
		w.layer.SetContent(page)
		w.canvas().Focus(first)
		return
	}
	w.app.Store.OnChange(w.onChange)
	w.layer.SetContent(w.build())
	w.nameWindow()
	w.rail.recount()
	w.watchDay()
	w.checkSoon()
	w.Show(PlaceToday)
	if w.isNew() {
		showWelcome(w)
		return
	}
	w.offerDrafts()
}

// isNew tells whether the shop has no name yet: then it is the first start.
func (w *Window) isNew() bool {
	shop, err := w.app.Store.Shop()
	return err == nil && shop.Name == ""
}

// nameWindow puts the shop's name where it is read: the title bar and the head of the rail.
func (w *Window) nameWindow() {
	shop, err := w.app.Store.Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	title := "Goodturn"
	if shop.Name != "" {
		title = shop.Name + " – Goodturn"
	}
	w.win.SetTitle(title)
	w.rail.setShop(shop.Name)
}

// build lays out the window: rail at the left, the bar with the search box and the main buttons above the page.
func (w *Window) build() fyne.CanvasObject {
	w.rail = newRail(w)
	w.frame = page(nil)
	w.layer.ToastSpot = w.rail.spot
	w.jobs.around = windowColumn(kit.VStack(0, holderStrip(w), sampleStrip(w), w.jobs.object, w.bar()), w.frame)
	return kit.Over(kit.Ground(kit.ColorPaper, 0), windowRow(w.rail.object, w.jobs.around))
}

// bar is the strip above every page.
func (w *Window) bar() fyne.CanvasObject {
	w.find = newFinder(w)
	newCustomer := kit.NewButton(kit.T("bar.newCustomer"), func() { w.do("newCustomer") })
	w.logVisit = kit.NewButton(kit.T("bar.logVisit"), func() { w.do("logVisit") }).Primary().Hint(w.shortcutText("logVisit"))
	help := kit.NewButton("?", func() { w.do("helpHere") })
	return kit.Inset(22, 14, 22, 0, kit.HFill(12, kit.Grow(kit.AtMost(375, w.find.box)), newCustomer, w.logVisit, help))
}

// Show brings a place's screen to the front, reading it anew where what it shows is old.
func (w *Window) Show(place Place) {
	if w.place != place {
		w.leave()
		w.layer.LeavePage()
	}
	screen := w.screen(place)
	w.welcomeBack(place)
	w.place = place
	w.rail.mark(place)
	if w.stale[place] {
		w.reload(place)
	}
	w.giveWay(screen)
	w.frame.Objects = []fyne.CanvasObject{screen.Content()}
	w.frame.Refresh()
	w.restyle()
	w.win.Canvas().Unfocus()
	if f, ok := screen.(Focuser); ok {
		f.FocusFirst()
	}
}

// screen gives the place's screen, made where it was not yet.
func (w *Window) screen(place Place) Screen {
	if w.screens[place] == nil {
		w.screens[place] = w.makeScreen(place)
		w.stale[place] = true
	}
	return w.screens[place]
}

func (w *Window) reload(place Place) {
	w.stale[place] = false
	if err := w.screens[place].Reload(); err != nil {
		w.Trouble(err)
	}
}

// onChange is the one listener of the store: it marks what is old and reads the screen in front anew.
func (w *Window) onChange(kinds models.Kind) {
	w.undone = ""
	if w.restored != nil {
		w.restored()
		w.restored = nil
	}
	for place, screen := range w.screens {
		if screen.Uses(kinds) {
			w.stale[place] = true
		}
	}
	if w.stale[w.place] {
		w.reload(w.place)
	}
	w.rail.recount()
	if kinds.Any(models.KindShop) {
		w.nameWindow()
	}
}

// store is the open shop file.
func (w *Window) store() *models.Store { return w.app.Store }

// canvas is what the window draws on, for sheets.
func (w *Window) canvas() fyne.Canvas { return w.win.Canvas() }

// leave lets the screen in front keep what was typed there.
func (w *Window) leave() {
	if leaver, ok := w.screens[w.place].(Leaver); ok {
		leaver.Leave()
	}
}
