package views

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/views/kit"
)

// smallest is the smallest window the program is made for.
var smallest = fyne.NewSize(1024, 700)

// unseen are the files whose sheets no scene shows, each with the reason.
var unseen = map[string]string{
	"backup.go":                "a backup that failed: its words and its layout are those of any trouble",
	"cards_print.go":           "asks for the sheets to be turned between two prints",
	"erase_backups.go":         "lists what backups hold of somebody who was erased, which takes backups of days",
	"export_place.go":          "asks before a file is replaced, as kit.Confirm does everywhere",
	"customer_form_similar.go": "asks before a form is left, as kit.Confirm does everywhere",
	"files_trouble.go":         "says that this computer shows no folders",
	"desk_print.go":            "says that this computer shows no PDF",
	"holder.go":                "asks before the shop is taken over from another computer, as kit.Confirm does everywhere",
	"changes_open.go":          "what one change was, of which TestChangesOfOneCustomerAndOneSort opens one",
	"rescue.go":                "tells where what was rescued went, which takes a damaged file",
	"reach.go":                 "asks before somebody is called who wants no calls, as kit.Confirm does everywhere",
	"import_back.go":           "asks before an import is taken back, as kit.Confirm does everywhere",
}

// Whatever can be on the screen has a scene: every place, and every file that opens a sheet.
func TestEveryScreenHasAScene(t *testing.T) {
	has := map[string]bool{}
	for _, c := range everyScene() {
		if has[c.name] {
			t.Errorf("two scenes are called %s", c.name)
		}
		has[c.name], has[c.of] = true, true
	}
	for _, place := range declaredPlaces(t) {
		if !has[place] {
			t.Errorf("the page %s has no scene", place)
		}
	}
	for _, file := range sheetFiles(t) {
		if !has[file] && unseen[file] == "" {
			t.Errorf("%s opens a sheet that no scene shows", file)
		}
	}
}

// declaredPlaces are the constants of type Place.
func declaredPlaces(t *testing.T) (places []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "screen.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			if of, ok := spec.Type.(*ast.Ident); ok && of.Name == "Place" {
				places = append(places, strings.Trim(spec.Values[0].(*ast.BasicLit).Value, `"`))
			}
		}
		return true
	})
	return places
}

// opensSheet are the calls that put a sheet before the owner.
var opensSheet = map[string]bool{"ShowSheet": true, "Confirm": true, "showDesk": true, "newDesk": true}

// sheetFiles are the files in which one of them is made.
func sheetFiles(t *testing.T) (files []string) {
	t.Helper()
	all, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		if strings.HasSuffix(name, "_test.go") || name == "desk.go" { // which is what desks are made of
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				found = found || opensSheet[calledName(call)]
			}
			return true
		})
		if found {
			files = append(files, name)
		}
	}
	return files
}

func calledName(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}

// Everything fits the smallest window at the largest text, and everything that takes the keyboard is called something.
func TestEverySceneFitsAndIsNamed(t *testing.T) {
	s := newStage(t)
	s.w.app.Prefs.SetTextScale(app.LargestText)
	s.w.applyLook()
	s.w.win.Resize(smallest)
	for _, c := range everyScene() {
		t.Run(c.name, func(t *testing.T) { s.fits(t, c) })
	}
}

func (s *stage) fits(t *testing.T, c scene) {
	s.t = t
	s.set(c)
	if c.of != "" && !kit.SheetOpen(s.w.canvas()) {
		t.Error("no sheet is open")
	}
	if least := s.front().MinSize(); least.Width > smallest.Width || least.Height > smallest.Height {
		t.Errorf("it needs %v", least)
	}
	sight{t}.at(s.front(), fyne.Position{})
}

// sight goes over what is drawn in a scene.
type sight struct{ t *testing.T }

// at looks at o, which lies at a place in the window, and at all there is in it.
func (l sight) at(o fyne.CanvasObject, place fyne.Position) {
	if !o.Visible() {
		return
	}
	place = place.Add(o.Position())
	l.named(o)
	l.whole(o, place)
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			l.at(part, place)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			l.at(part, place)
		}
	}
}

// named complains about what takes the keyboard and would be met in silence by a screen reader.
func (l sight) named(o fyne.CanvasObject) {
	if _, takes := o.(fyne.Focusable); !takes {
		return
	}
	told, ok := o.(fyne.Accessible)
	if !ok || strings.TrimSpace(told.AccessibilityLabel()) == "" || told.AccessibilityRole() == "" {
		l.t.Errorf("a %T at %v has no name or no role", o, o.Position())
	}
}

// whole complains about words that do not fit where they stand, or run out of the window.
func (l sight) whole(o fyne.CanvasObject, place fyne.Position) {
	const rounding = 1
	words, least := "", o.MinSize()
	switch o := o.(type) {
	case *canvas.Text:
		words = o.Text
	case *kit.Button:
		words = o.Text()
	case *kit.Badge:
		words = o.AccessibilityLabel()
	case *kit.Tick:
		words = o.Text()
	}
	if words == "" {
		return
	}
	if size := o.Size(); least.Width > size.Width+rounding || least.Height > size.Height+rounding {
		l.t.Errorf("%q needs %v and has %v", words, least, size)
	}
	if place.X < -rounding || place.X+least.Width > smallest.Width+rounding {
		l.t.Errorf("%q stands from %.0f to %.0f", words, place.X, place.X+least.Width)
	}
}
