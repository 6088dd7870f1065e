// Package app is what the program does that is neither a screen nor a query: which shop file is open, what
// the owner chose last, long work beside the window, and where things are kept.
package app

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goodturn/app/claim"
	"goodturn/app/safekeep"
	"goodturn/models"
)

// App is the open program. Store is nil until Open has opened a shop file.
type App struct {
	Store *models.Store
	Prefs Prefs

	fyne    fyne.App
	edition Edition
	place   string // the computer's locale, as "de-AT"
	now     func() time.Time
	timer   Timer
	inRow   bool // work runs in the caller's own row, for tests
	jobs    jobs
	press   Press
	leave   func() // called before the shop file is closed
	tried   string // the shop file Open was asked for last

	desk     *claim.Desk   // who claims shop files; nil for nobody
	claim    *hold         // on the shop file that is open
	holder   *claim.Holder // who else has it, where it can only be looked at
	watching func()        // ends the wait for the next look at another's claim
	forward  func()        // brings the window forward
	lost     func(error)   // tells that the claim is another's
	free     func()        // tells that it could be ours

	upgrade *upgrade // of an older shop file; nil for none

	ownBackups string     // where backups go before the owner chose; "" for a program that makes none by itself
	backup     *backingUp // the one being made; nil for none
	backingUp  func()     // tells that one began or ended
	nextBackup func()     // ends the wait for the next look whether one is due
}

// Option changes how New makes the program.
type Option func(*App)

// WithClock makes the program take the time from now.
func WithClock(now func() time.Time) Option { return func(a *App) { a.now = now } }

// WithTimer makes the program wait by timer.
func WithTimer(timer Timer) Option { return func(a *App) { a.timer = timer } }

// InPlace makes the program take the computer for one set up as locale says: "de-AT".
func InPlace(locale string) Option { return func(a *App) { a.place = locale } }

// InRow makes long work run where it is asked for, one piece after the other, so that a test need not wait.
func InRow() Option { return func(a *App) { a.inRow = true } }

// New makes the program around Fyne's own, with no shop file open.
func New(f fyne.App, opts ...Option) *App {
	a := &App{fyne: f, Prefs: Prefs{p: f.Preferences()}, now: time.Now, timer: waitBeside, place: lang.SystemLocale().String()}
	for _, opt := range opts {
		opt(a)
	}
	return a
}

// Fyne is the toolkit's own program.
func (a *App) Fyne() fyne.App { return a.fyne }

// Locale is how the computer is set up, as "de-AT": the language, and the country where it says one.
func (a *App) Locale() string { return a.place }

// Notify has the system show a quiet note, which comes and goes by itself. A system that takes long over it holds up nothing.
func (a *App) Notify(title, text string) {
	show := func(context.Context, func(done, total int)) error {
		a.fyne.SendNotification(fyne.NewNotification(title, text))
		return nil
	}
	a.Run(show, Watch{Done: func(error) {}})
}

// Now is the program's clock, in the shop's local time.
func (a *App) Now() time.Time { return a.now() }

// Open opens the shop file at path in place of the one now open, making it where create says so and there is
// none. One that is open on another computer opens only to be looked at. One of an older version is left as it is, with
// an *Older that Upgrade takes. On an error the one now open stays open.
func (a *App) Open(path string, create bool) error { return a.open(path, create, false) }

func (a *App) open(path string, create, takeOver bool) error {
	a.tried = path
	mine, holder, err := a.take(path, create, takeOver)
	if err != nil {
		slog.Error("opening a shop file", "path", path, "error", err)
		return err
	}
	if mine != nil {
		safekeep.ClearRestores(path)
	}
	older := models.BeforeMigrate(func(int, int) error { return &Older{Path: path} })
	store, err := models.Open(path, append(a.openOptions(create, holder), older)...)
	if err != nil {
		slog.Warn("a shop file did not open", "path", path, "error", err)
		if mine != nil {
			mine.Release()
		}
		return err
	}
	var claim *hold
	if mine != nil {
		claim = a.keep(mine, a.loseHold)
	}
	a.settle(store, claim, holder)
	return nil
}

// settle makes store the one that is open.
func (a *App) settle(store *models.Store, mine *hold, holder *claim.Holder) {
	a.Close()
	a.Store, a.claim, a.holder = store, mine, holder
	a.press.store.Store(store)
	if !a.InSample() { // the program begins with the owner's own
		a.Prefs.SetLastFile(store.Path())
		a.Prefs.addRecent(store.Path())
	}
	if holder != nil {
		a.watchHolder()
	}
	a.keepBackups()
}

func (a *App) openOptions(create bool, holder *claim.Holder) []models.Option {
	opts := []models.Option{models.WithClock(a.now)}
	if create {
		opts = append(opts, models.Create())
	}
	if holder != nil {
		opts = append(opts, models.ReadOnly(holder.Computer))
	}
	return opts
}

// Tried is the shop file that Open was asked for last, whether it opened or not; "" before the first.
func (a *App) Tried() string { return a.tried }

// ShopFile is the shop file that is open, or the one that would not open.
func (a *App) ShopFile() string {
	if a.Store != nil {
		return a.Store.Path()
	}
	return a.tried
}

// BeforeClose sets what is called before the shop file is closed, while it can still be saved to.
func (a *App) BeforeClose(leave func()) { a.leave = leave }

// Close closes the shop file, if one is open, after the work under way for it has stopped. So does work on a file that
// is still to be opened.
func (a *App) Close() {
	a.upgrade.stop()
	if a.Store == nil {
		a.Prefs.settle()
		return
	}
	if a.leave != nil {
		a.leave()
	}
	a.stopBackups()
	a.jobs.stop()
	if err := a.Store.Close(); err != nil {
		slog.Error("closing the shop file", "error", err)
	}
	a.Store, a.holder = nil, nil
	a.press.store.Store(nil)
	a.Prefs.settle()
	a.letGo()
}

// OpenFirst opens the shop file the program starts with: the one asked for, else the one opened last, else the
// shop's own in the usual place, made where there is none yet.
func (a *App) OpenFirst(asked string) error {
	last := a.Prefs.LastFile()
	switch {
	case asked != "":
		return a.Open(asked, false)
	case last != "" && last != HomeFile():
		return a.Open(last, false)
	}
	return a.Open(HomeFile(), true)
}
