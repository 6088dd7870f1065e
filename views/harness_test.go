package views

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// bench is a window under Fyne's test driver on a real shop file, with a clock and timers that a test moves.
type bench struct {
	t     *testing.T
	w     *Window
	clock *modelstest.Clock
	path  string
	more  []app.Option // beside those every bench has
	later []*waiting

	elapsed time.Duration // what tests of timers let pass
}

type waiting struct {
	then func()
	off  bool
	due  time.Duration // of the bench's elapsed
}

// newBench opens a window of 1280×800 on a new shop called Harbour Cycles; prepare fills the shop first.
func newBench(t *testing.T, prepare func(store *models.Store, clock *modelstest.Clock)) *bench {
	t.Helper()
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	store := modelstest.Open(t, b.path, b.clock)
	shop, err := store.Shop()
	b.must(err)
	shop.Name = "Harbour Cycles"
	b.must(store.SaveShop(&shop))
	if prepare != nil {
		prepare(store, b.clock)
	}
	b.must(store.Close())
	b.open()
	return b
}

// open opens the shop in a window of its own, as at the program's start.
func (b *bench) open() {
	b.t.Helper()
	opts := append([]app.Option{app.InRow(), app.WithClock(b.clock.Now), app.WithTimer(b.after), app.InPlace("en-GB")}, b.more...)
	a := app.New(test.NewTempApp(b.t), opts...)
	b.must(a.Open(b.path, false))
	b.t.Cleanup(forgetWindows)
	b.t.Cleanup(a.Close)
	b.w = NewWindow(a, nil)
	b.w.win.Resize(fyne.NewSize(1280, 800))
}

// forgetWindows has Fyne let go of the widgets of tests that are long over, and with them of their fonts, which would come to gigabytes: it
// does so when a canvas is photographed, now and then.
func forgetWindows() { software.NewCanvas().Capture() }

// after keeps what is to be done later until the test lets the time pass.
func (b *bench) after(d time.Duration, then func()) (cancel func()) {
	w := &waiting{then: then, due: b.elapsed + d}
	b.later = append(b.later, w)
	return func() { w.off = true }
}

// pass lets all that waits happen.
func (b *bench) pass() {
	due := b.later
	b.later = nil
	for _, w := range due {
		if !w.off {
			w.then()
		}
	}
}

// passFor lets d pass and lets happen what is due by then.
func (b *bench) passFor(d time.Duration) {
	b.elapsed += d
	waiting := b.later
	b.later = nil
	for _, w := range waiting {
		switch {
		case w.off:
		case w.due > b.elapsed:
			b.later = append(b.later, w)
		default:
			w.then()
		}
	}
}

func (b *bench) store() *models.Store { return b.w.store() }

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// typed types into what has the focus, as the owner does.
func (b *bench) typed(text string) {
	b.t.Helper()
	focused := b.w.canvas().Focused()
	if focused == nil {
		b.t.Fatalf("nothing has the focus to type %q into", text)
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

// keys presses keys on what has the focus; Tab moves it.
func (b *bench) keys(names ...fyne.KeyName) {
	b.t.Helper()
	for _, name := range names {
		if name == fyne.KeyTab {
			b.w.canvas().FocusNext()
			continue
		}
		if focused := b.w.canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: name})
		}
		if focused := b.w.canvas().Focused(); name == fyne.KeySpace && focused != nil {
			focused.TypedRune(' ')
		}
	}
}
