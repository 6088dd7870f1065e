package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The house is a straight line, main → views → app → models, with assets and the owner's guide as leaves.
// Move a line of these rules only by moving the house, never by an exception.

const module = "goodturn/"

// fyne is the root of Fyne's packages.
const fyne = "fyne.io/fyne/v2"

// wing is one folder of the house, with the folders below it, and what its program files may import.
type wing struct {
	folder string
	house  []string // our own packages: the folder itself and everything below it
	fyne   []string // Fyne's packages, each exactly; "*" for all
	store  bool     // whether it may speak to the database
}

// wings are the rules; the longest folder that matches a file decides.
var wings = []wing{
	{folder: ".", house: []string{"views", "app", "models", "assets", "docs/guide"}, fyne: []string{"", "/app", "/lang", "/theme", "/storage"}},
	{folder: "views", house: []string{"views", "app", "models", "assets", "docs/guide"}, fyne: []string{"*"}},
	{folder: "app", house: []string{"app", "models", "assets"}, fyne: []string{"", "/app", "/lang", "/theme", "/storage", "/driver", "/driver/desktop"}},
	{folder: "app/claim", house: []string{"app/claim"}},
	{folder: "app/chart", house: []string{"app/chart"}},
	{folder: "app/paper", house: []string{"app/paper", "app/chart", "models", "assets"}},
	{folder: "app/exchange", house: []string{"app/exchange", "models", "assets"}},
	{folder: "app/safekeep", house: []string{"app/safekeep", "models", "assets"}},
	{folder: "models", house: []string{"models"}, store: true},
	{folder: "assets", house: []string{"assets"}},
	{folder: "docs/guide", house: []string{"docs/guide"}},
}

// jobs is the one file that starts goroutines and comes back from them.
const jobs = "app/jobs.go"

func TestHouse(t *testing.T) {
	seen := 0
	for _, file := range houseFiles(t) {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range hostFaults(string(source)) {
			t.Errorf("%s: %s", file, fault)
		}
		if path.Ext(file) != ".go" {
			continue
		}
		seen++
		faults, err := goFaults(file, string(source))
		if err != nil {
			t.Error(err)
		}
		for _, fault := range faults {
			t.Errorf("%s: %s", file, fault)
		}
	}
	if seen == 0 {
		t.Error("found no Go file to look at")
	}
}

// houseFiles lists every text file of ours, by its slashed path from the top.
func houseFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (name == ".git" || name == "build" || name == "pictures") {
			return filepath.SkipDir
		}
		if !entry.IsDir() && isText(name) {
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// isText tells a file that people write from a picture, a font or a shop file.
func isText(name string) bool {
	switch path.Ext(name) {
	case ".go", ".md", ".toml", ".json", ".sql", ".svg", ".mod", ".sum", ".txt", ".csv", ".yml":
		return true
	}
	switch path.Dir(name) {
	case ".ci", ".ci/release", "packaging/linux", "packaging/windows":
		return true
	}
	return name == "Makefile" || name == ".gitignore"
}

// goFaults says where a Go file breaks the rules of its wing. Tests may look behind the curtain, into the database and
// into Fyne's fonts, and may start goroutines; they keep to the direction of the arrows all the same.
func goFaults(file, source string) ([]string, error) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	isTest := strings.HasSuffix(file, "_test.go")
	home := wingOf(file)
	var faults []string
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		if fault := home.importFault(imported, isTest); fault != "" {
			faults = append(faults, fault)
		}
	}
	if file != jobs && !isTest {
		faults = append(faults, threadFaults(parsed)...)
	}
	return faults, nil
}

// wingOf finds the rules for a file: those of the nearest folder above it.
func wingOf(file string) wing {
	best := wings[0]
	for _, w := range wings[1:] {
		if within(file, w.folder) && len(w.folder) >= len(best.folder) {
			best = w
		}
	}
	return best
}

// importFault says why a file of this wing may not import a package, or nothing.
func (w wing) importFault(imported string, isTest bool) string {
	switch {
	case strings.HasPrefix(imported, module):
		target := strings.TrimPrefix(imported, module)
		for _, allowed := range w.house {
			if within(target, allowed) {
				return ""
			}
		}
		return fmt.Sprintf("%s must not know %s", w.folder, target)
	case strings.HasPrefix(imported, "gorm.io/") || strings.HasPrefix(imported, "github.com/glebarez/"):
		if w.store || isTest {
			return ""
		}
		return fmt.Sprintf("%s: only models speaks to the database", imported)
	case within(imported, fyne):
		return w.fyneFault(strings.TrimPrefix(imported, fyne), isTest)
	}
	return ""
}

// fyneFault says why a file of this wing may not import the part of Fyne, given without Fyne's root, or nothing.
func (w wing) fyneFault(part string, isTest bool) string {
	for _, allowed := range w.fyne {
		if allowed == "*" || allowed == part {
			return ""
		}
	}
	if isTest && (part == "/test" || part == "/theme") {
		return ""
	}
	return fmt.Sprintf("%s must not know %s%s", w.folder, fyne, part)
}

// within tells whether a slashed path is a folder or lies below it.
func within(name, folder string) bool {
	return name == folder || strings.HasPrefix(name, folder+"/")
}

// threadFaults finds goroutines, and calls that come back from one.
func threadFaults(file *ast.File) []string {
	var faults []string
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.GoStmt:
			faults = append(faults, "a go statement outside "+jobs)
		case *ast.SelectorExpr:
			if of, ok := n.X.(*ast.Ident); ok && of.Name == "fyne" && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
				faults = append(faults, "fyne."+n.Sel.Name+" outside "+jobs)
			}
		}
		return true
	})
	return faults
}

// hosts are the registries that packages come from. Which one a computer uses is its owner's choice, so no file
// names one; their names are put together here, so that this file does not either.
var hosts = []string{
	dotted("proxy", "golang", "org"), dotted("sum", "golang", "org"),
	dotted("deb", "debian", "org"), dotted("archive", "ubuntu", "com"), dotted("registry", "npmjs", "org"),
	dotted("pypi", "org"), dotted("crates", "io"), dotted("repo", "maven", "apache", "org"),
}

func dotted(parts ...string) string { return strings.Join(parts, ".") }

// hostFaults says which registries a text names.
func hostFaults(text string) []string {
	var faults []string
	for _, host := range hosts {
		if strings.Contains(text, host) {
			faults = append(faults, "names the package registry "+host)
		}
	}
	return faults
}

func TestHouseRulesCanFail(t *testing.T) {
	cases := []struct {
		name, file, source string
		faults             int
	}{
		{"models may use the database", "models/store.go", `import "gorm.io/gorm"`, 0},
		{"so may a folder of models", "models/modelstest/new.go", `import "github.com/glebarez/sqlite"`, 0},
		{"a screen may not", "views/today.go", `import "gorm.io/gorm"`, 1},
		{"nor the app", "app/app.go", `import "github.com/glebarez/sqlite"`, 1},
		{"a test may, to look behind the curtain", "views/today_test.go", `import "gorm.io/gorm"`, 0},
		{"views know the app", "views/today.go", `import "goodturn/app/paper"`, 0},
		{"the app does not know views", "app/app.go", `import "goodturn/views/kit"`, 1},
		{"not even in a test", "app/app_test.go", `import "goodturn/views/kit"`, 1},
		{"models do not know the app", "models/visit.go", `import "goodturn/app"`, 1},
		{"nor a screen through a name alike", "models/visit.go", `import "goodturn/modelsmore"`, 1},
		{"the guide is a leaf as well", "docs/guide/guide.go", `import "goodturn/models"`, 1},
		{"that the screens show", "views/guide.go", `import "goodturn/docs/guide"`, 0},
		{"and nobody below them", "app/app.go", `import "goodturn/docs/guide"`, 1},
		{"assets know nobody", "assets/assets.go", `import "goodturn/models"`, 1},
		{"a screen has widgets", "views/kit/list.go", `import "fyne.io/fyne/v2/widget"`, 0},
		{"the app has none", "app/app.go", `import "fyne.io/fyne/v2/widget"`, 1},
		{"nor dialogs", "app/prefs.go", `import "fyne.io/fyne/v2/dialog"`, 1},
		{"but preferences", "app/prefs.go", `import "fyne.io/fyne/v2"`, 0},
		{"main has no canvas", "main.go", `import "fyne.io/fyne/v2/canvas"`, 1},
		{"models have no Fyne at all", "models/shop.go", `import "fyne.io/fyne/v2"`, 1},
		{"nor has paper", "app/paper/list.go", `import "fyne.io/fyne/v2/theme"`, 1},
		{"though its tests borrow the fonts", "app/paper/list_test.go", `import "fyne.io/fyne/v2/theme"`, 0},
		{"but no widget", "app/paper/list_test.go", `import "fyne.io/fyne/v2/widget"`, 1},
		{"a picture on it comes from the same description as on the screen", "app/paper/insights.go", `import "goodturn/app/chart"`, 0},
		{"which knows neither", "app/chart/picture.go", `import ("goodturn/app/paper"; "goodturn/models"; "fyne.io/fyne/v2")`, 3},
		{"nor exchange", "app/exchange/csv.go", `import "fyne.io/fyne/v2/storage"`, 1},
		{"nor safekeep", "app/safekeep/backup.go", `import "fyne.io/fyne/v2"`, 1},
		{"safekeep does not know the app above it", "app/safekeep/backup.go", `import "goodturn/app"`, 1},
		{"jobs may start one", jobs, `func f() { go f() }`, 0},
		{"nobody else may", "app/app.go", `func f() { go f() }`, 1},
		{"nor in a function literal", "views/today.go", `var f = func() { go func() {}() }`, 1},
		{"nor come back from one", "views/today.go", `func f() { fyne.Do(f); fyne.DoAndWait(f) }`, 2},
		{"a test may", "views/today_test.go", `func f() { go f() }`, 0},
	}
	for _, c := range cases {
		faults, err := goFaults(c.file, "package p\n"+c.source)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if len(faults) != c.faults {
			t.Errorf("%s: %d faults %q, want %d", c.name, len(faults), faults, c.faults)
		}
	}
	for _, host := range hosts {
		if len(hostFaults("see https://"+host+"/x")) != 1 {
			t.Errorf("the name %s went through", host)
		}
	}
	if len(hostFaults("golang.org/x/text and Debian's packages")) != 0 {
		t.Error("an innocent text was blamed")
	}
}
