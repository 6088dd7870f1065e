package views

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryTextIsSaid finds texts that no line of the program asks for.
func TestEveryTextIsSaid(t *testing.T) {
	said := literals(t)
	keys := textKeys(t)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if !isSaid(key, said) {
			t.Errorf("the text %s is said nowhere", key)
		}
	}
	if len(keys) < 1000 || isSaid("no.such.key", said) || isSaid("problem.no.such.key", said) {
		t.Errorf("looked at %d texts, and a key that nobody says is said", len(keys))
	}
}

// isSaid tells whether a literal of the program is the key, or one half of it: keys of kinds and states are put together from
// "kind." and the kind, those of forms from "today.sheet" and ".title". A Problem is said by its key alone, behind "problem.".
func isSaid(key string, said map[string]bool) bool {
	key = strings.TrimPrefix(key, "problem.")
	if said[key] || said["problem."+key] {
		return true
	}
	for i := 1; i < len(key); i++ {
		if key[i] != '.' {
			continue
		}
		if said[key[:i+1]] || said[key[:i]] && said[key[i:]] {
			return true
		}
	}
	return false
}

// literals gives every string that stands in the program, without its tests.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, folder := range []string{".", "kit", "..", "../app", "../app/*", "../models"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no source in %s: %v", folder, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(tree, func(n ast.Node) bool { addLiteral(all, n); return true })
		}
	}
	return all
}

func addLiteral(all map[string]bool, n ast.Node) {
	if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
		if text, err := strconv.Unquote(literal.Value); err == nil {
			all[text] = true
		}
	}
}
