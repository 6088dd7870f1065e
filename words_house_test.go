package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// programFiles gives the syntax of every Go file of the program, by its path, without the tests.
func programFiles(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	for _, name := range houseFiles(t) {
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "models/modelstest/") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = file
	}
	return files
}

// sayers are the calls that say a text.
var sayers = []string{"T", "TN", "TMap", "RichT", "RichTN"}

// TestNoSentenceIsGlued finds texts that are put together with others by a plus, and words that stand in a screen's source: in
// another language the pieces come in another order, and the words stay English.
func TestNoSentenceIsGlued(t *testing.T) {
	for name, file := range programFiles(t) {
		if strings.HasPrefix(name, "views/") {
			for _, fault := range glueFaults(file) {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
}

// glueFaults says where texts are glued, and where words are shown that are none.
func glueFaults(file *ast.File) (faults []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.ADD && (says(n.X) && !isMark(n.Y) || says(n.Y) && !isMark(n.X)) {
				faults = append(faults, "a text is glued to another by a plus")
			}
		case *ast.CallExpr:
			if words := bareWords(n); words != "" {
				faults = append(faults, "“"+words+"” is shown and is no text of the translations")
			}
		}
		return true
	})
	return faults
}

// says tells whether an expression is a call that says a text.
func says(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	return ok && slices.Contains(sayers, called(call))
}

// called is the name of the function of the kit that is called, "" for another.
func called(call *ast.CallExpr) string {
	of, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if home, ok := of.X.(*ast.Ident); !ok || home.Name != "kit" {
		return ""
	}
	return of.Sel.Name
}

var badgeMark = regexp.MustCompile(`\{[a-z]+\|`)

// isMark tells whether an expression only marks words as bold or the like: it holds no letter, or ends what such a one began.
func isMark(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		words := badgeMark.ReplaceAllString(e.Value, "")
		return !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) })
	case *ast.BinaryExpr:
		return isMark(e.X) || isMark(e.Y)
	}
	return false
}

// shown are the functions of the kit whose first argument is read by the owner.
var shown = []string{"NewButton", "Body", "Quiet", "Strong", "Heading", "Title", "NewField", "NewTick", "NewEntry", "NewArea", "CardWithHeading", "EmptyState", "NewRailItem",
	"Rich", "Confirm", "NewMenuButton", "FigureCard"}

// bareWords gives the words a call shows that stand in the source.
func bareWords(call *ast.CallExpr) string {
	if len(call.Args) == 0 || !slices.Contains(shown, called(call)) {
		return ""
	}
	literal, ok := call.Args[0].(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING || !strings.ContainsFunc(literal.Value, unicode.IsLetter) {
		return ""
	}
	return literal.Value
}

func TestGlueIsFound(t *testing.T) {
	for source, faults := range map[string]int{
		`kit.T("a") + kit.T("b")`: 1, `kit.T("a") + ": " + name`: 1, `"**" + kit.T("a") + "**"`: 0, `"{bad|" + kit.T("a") + "}"`: 0, `name + kit.TN("a", 2)`: 1, `kit.T("kind." + kind)`: 0,
		`kit.NewButton("Save", f)`: 1, `kit.NewButton(kit.T("save"), f)`: 0, `kit.NewEntry("")`: 0, `kit.Quiet("·")`: 0,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nvar _ = "+source, 0)
		if err != nil {
			t.Fatal(err)
		}
		if found := glueFaults(file); len(found) != faults {
			t.Errorf("%s: found %q", source, found)
		}
	}
}
