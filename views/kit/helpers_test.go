package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestMain gives the tests an app with the house's theme: widgets look at it from their
// first moment on.
func TestMain(m *testing.M) {
	newHouseApp()
	m.Run()
}

func newHouseApp() fyne.App {
	app := test.NewApp()
	app.Settings().SetTheme(NewTheme(1, ModeLight))
	return app
}

// houseApp is a new app for one test.
func houseApp(t testing.TB) fyne.App {
	t.Cleanup(func() { newHouseApp() })
	return newHouseApp()
}

// bench is a window with the house's theme to try widgets in, with the ways in which
// the real window hands keys and clicks to them.
type bench struct {
	*testing.T
	window fyne.Window
	layer  *Layer
	timers []func() // what is to ring later
}

// newBench shows o in a window of 800 by 600.
func newBench(t *testing.T, o fyne.CanvasObject) *bench {
	t.Helper()
	b := &bench{T: t}
	b.layer = NewLayer(o, b.after)
	b.window = test.NewTempWindow(t, b.layer)
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(800, 600))
	b.layer.Attach(b.window.Canvas())
	return b
}

func (b *bench) canvas() fyne.Canvas { return b.window.Canvas() }

// after keeps f until ring.
func (b *bench) after(_ time.Duration, f func()) func() {
	i := len(b.timers)
	b.timers = append(b.timers, f)
	return func() { b.timers[i] = nil }
}

// ring lets every timer ring that was not cancelled.
func (b *bench) ring() {
	for i, f := range b.timers {
		if f != nil {
			b.timers[i] = nil
			f()
		}
	}
}

// key presses keys one after the other, as the window does: Tab moves the focus unless
// the focused widget wants it.
func (b *bench) key(names ...fyne.KeyName) {
	for _, name := range names {
		focused := b.canvas().Focused()
		tabbable, _ := focused.(fyne.Tabbable)
		switch {
		case name == fyne.KeyTab && (tabbable == nil || !tabbable.AcceptsTab()):
			b.canvas().FocusNext()
		case focused != nil:
			focused.TypedKey(&fyne.KeyEvent{Name: name})
		default:
			b.canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
		}
		if focused := b.canvas().Focused(); name == fyne.KeySpace && focused != nil {
			focused.TypedRune(' ')
		}
	}
}

// typed types text into what has the focus.
func (b *bench) typed(text string) {
	b.Helper()
	for _, r := range text {
		if b.canvas().Focused() == nil {
			b.Fatalf("nothing has the focus to type %q into", text)
		}
		b.canvas().Focused().TypedRune(r)
	}
}

// save presses Ctrl+Enter in the field that has the focus.
func (b *bench) save() {
	b.canvas().Focused().(fyne.Shortcutable).TypedShortcut(saveShortcut())
}

// click presses and releases the mouse on o. Like the window, it tells o of the press
// first and then takes the focus from whatever is not o.
func (b *bench) click(o fyne.CanvasObject) {
	if m, ok := o.(desktop.Mouseable); ok {
		m.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	if f, ok := o.(fyne.Focusable); !ok || f != b.canvas().Focused() {
		b.canvas().Unfocus()
	}
	if m, ok := o.(desktop.Mouseable); ok {
		m.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	if tap, ok := o.(fyne.Tappable); ok {
		tap.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)})
	}
}

// wantFocus fails unless o has the focus.
func (b *bench) wantFocus(o fyne.Focusable) {
	b.Helper()
	if b.canvas().Focused() != o {
		b.Errorf("the focus is on %T, want %T", b.canvas().Focused(), o)
	}
}

// want fails unless got is wanted.
func want[T comparable](t testing.TB, what string, got, wanted T) {
	t.Helper()
	if got != wanted {
		t.Errorf("%s is %v, want %v", what, got, wanted)
	}
}

// shiftKey is the name of the left Shift key.
const shiftKey = desktop.KeyShiftLeft

// leftButton is a press of the left mouse button.
func leftButton() *desktop.MouseEvent {
	return &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
}
