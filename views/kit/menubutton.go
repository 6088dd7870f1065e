package kit

import "fyne.io/fyne/v2"

// MenuItem is one line of a MenuButton's list.
type MenuItem struct {
	Label string
	Apart bool // a line is drawn above it: what follows is of another sort, or cannot be taken lightly
	OnTap func()
}

// menuRows is how many lines of a menu are seen at once.
const menuRows = 14

// MenuButton is a button that drops down a list of things to do, for those that are done too seldom to have a button
// each. Enter, Space, Down or a click opens it; arrows move; Enter or a click does what is marked; Escape and Tab
// close it.
type MenuButton struct {
	Button
	items func() []MenuItem
	shown []MenuItem // what the open list holds
	list  *dropList
}

// NewMenuButton makes a button that asks items, each time it is opened, for what can be done now.
func NewMenuButton(label string, items func() []MenuItem) *MenuButton {
	m := &MenuButton{items: items}
	m.label, m.drops = label, true
	m.list = newDropListOf(menuRows, m.chooseByMouse, m.close)
	m.onTap = m.open
	m.extend(m)
	return m
}

// Link makes it a quiet button without a box.
func (m *MenuButton) Link() *MenuButton {
	m.Button.Link()
	return m
}

// Small makes it fit into a row.
func (m *MenuButton) Small() *MenuButton {
	m.Button.Small()
	return m
}

// Open tells whether the list is shown.
func (m *MenuButton) Open() bool {
	layer := TopLayer(canvasOf(m))
	return layer != nil && layer.floats(m.list)
}

func (m *MenuButton) open() {
	layer := TopLayer(canvasOf(m))
	if layer == nil {
		return
	}
	m.shown = m.items()
	options := make([]Option, len(m.shown))
	for i, item := range m.shown {
		options[i] = Option{Title: item.Label, apart: item.Apart && i > 0}
	}
	m.list.set(options, "", 0)
	layer.ShowFloat(m.list, m)
}

func (m *MenuButton) close() {
	if m.Open() {
		TopLayer(canvasOf(m)).HideFloat()
	}
}

// choose does the item at that place. The list is gone by then: what is done may open a sheet.
func (m *MenuButton) choose(i int) {
	m.close()
	if i >= 0 && i < len(m.shown) {
		m.shown[i].OnTap()
	}
}

// chooseByMouse chooses, and takes back the focus that the click took.
func (m *MenuButton) chooseByMouse(i int) {
	m.focusByMouse()
	m.choose(i)
}

// Tapped opens or closes the list.
func (m *MenuButton) Tapped(e *fyne.PointEvent) {
	if m.Open() {
		m.close()
		return
	}
	m.Button.Tapped(e)
}

// FocusLost closes the list.
func (m *MenuButton) FocusLost() {
	m.Button.FocusLost()
	if !m.list.pressed {
		m.close()
	}
}

// TypedKey opens the list and moves in it.
func (m *MenuButton) TypedKey(key *fyne.KeyEvent) {
	if !m.Open() {
		if key.Name == fyne.KeyDown {
			m.tap()
			return
		}
		m.Button.TypedKey(key)
		return
	}
	switch key.Name {
	case fyne.KeyDown:
		m.list.mark(m.list.marked + 1)
	case fyne.KeyUp:
		m.list.mark(m.list.marked - 1)
	case fyne.KeyHome:
		m.list.mark(0)
	case fyne.KeyEnd:
		m.list.mark(len(m.shown) - 1)
	case fyne.KeyEscape:
		m.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		m.choose(m.list.marked)
	}
}
