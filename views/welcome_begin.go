package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// welcomeBegin is the third step: an empty book, one that is brought along, or a look around first.
type welcomeBegin struct {
	first *welcome
	sheet *kit.Sheet
}

// showWelcomeBegin asks how to begin. Whoever leaves it by Escape begins with an empty book.
func showWelcomeBegin(f *welcome) {
	s := &welcomeBegin{first: f}
	body := kit.VStack(14, welcomeStep(3), kit.Body(kit.T("welcome.begin.what")),
		s.way("empty", kit.NewButton(kit.T("welcome.begin.empty"), s.empty).Primary()),
		s.way("import", kit.NewButton(kit.T("welcome.begin.import"), s.bring)),
		s.way("sample", kit.NewButton(kit.T("welcome.begin.sample"), s.look)))
	s.sheet = kit.ShowSheet(f.w.canvas(), kit.T("welcome.begin"), body, kit.SheetOptions{Help: "first-hour", NoCancel: true, OnCancel: s.end, Back: f.askStaff, Width: 560})
}

// way is one of the ways to begin, with what it is good for.
func (s *welcomeBegin) way(name string, button *kit.Button) fyne.CanvasObject {
	return kit.VStack(4, kit.HStack(0, button), kit.Quiet(kit.T("welcome.begin."+name+".why")))
}

func (s *welcomeBegin) end() { s.first.w.Trouble(s.first.end()) }

func (s *welcomeBegin) empty() {
	s.sheet.Close()
	s.end()
}

func (s *welcomeBegin) bring() {
	s.empty()
	s.first.w.do(string(PlaceImport))
}

func (s *welcomeBegin) look() {
	s.empty()
	openSample(s.first.w)
}
