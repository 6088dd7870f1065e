package views

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"goodturn/assets"
)

// wordKeys are the types of models whose constants the owner reads, with what the keys of their words begin with.
var wordKeys = map[string][]string{
	"Activity":        {"activity."},
	"AlternativeKind": {"kind."},
	"Answer":          {"answer."},
	"Channel":         {"channel.", "customers.story.thanked."},
	"CustomerSet":     {"set.", "customers.noneIn."},
	"Event":           {"changes.event."},
	"HitReason":       {"found.by."},
	"HowLeft":         {"left.", "customers.story.left."},
	"Likeness":        {"likeness."},
	"MergeField":      {"merge.field."},
	"Outcome":         {"outcome."},
	"Reason":          {"reason."},
	"ReferralState":   {"referral."},
	"RequestState":    {"request."},
	"Rung":            {"rung."},
	"SourceKind":      {"sourceKind."},
	"ThanksState":     {"thanks."},
	"Thing":           {"changes.thing."},
	"Via":             {"changes.via."},
	"VisitChannel":    {"visitChannel."},
	"WantState":       {"want."},
}

// TestEveryStateHasItsWord reads the constants of models from their source, so that one added there without a word
// is found.
func TestEveryStateHasItsWord(t *testing.T) {
	values, keys := modelConstants(t), textKeys(t)
	for name, prefixes := range wordKeys {
		if len(values[name]) == 0 {
			t.Errorf("models has no constants of type %s", name)
		}
		for _, value := range values[name] {
			for _, prefix := range prefixes {
				if !keys[prefix+value] {
					t.Errorf("%s %q has no word: %s is missing", name, value, prefix+value)
				}
			}
		}
	}
}

// textKeys gives the key of every English text.
func textKeys(t *testing.T) map[string]bool {
	t.Helper()
	files, err := fs.Glob(assets.Translations, "translations/en/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	keys := map[string]bool{}
	for _, file := range files {
		body, err := fs.ReadFile(assets.Translations, file)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(body, &texts); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for key := range texts {
			keys[key] = true
		}
	}
	return keys
}

// modelConstants gives the text constants of models by the name of their type, without the empty ones.
func modelConstants(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob("../models/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source of models: %v", err)
	}
	values := map[string][]string{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool { addConstant(values, n); return true })
	}
	return values
}

// addConstant adds what a line such as `ByCard Channel = "card"` declares.
func addConstant(values map[string][]string, n ast.Node) {
	spec, ok := n.(*ast.ValueSpec)
	if !ok || len(spec.Values) != 1 {
		return
	}
	of, named := spec.Type.(*ast.Ident)
	literal, text := spec.Values[0].(*ast.BasicLit)
	if !named || !text || literal.Kind != token.STRING {
		return
	}
	if value, err := strconv.Unquote(literal.Value); err == nil && value != "" {
		values[of.Name] = append(values[of.Name], value)
	}
}
