package kit

import (
	"fmt"
	"strconv"
	"strings"
)

// phrase is a text taken apart: words and the names of arguments in turn, words first. A text without arguments is one
// piece.
type phrase []string

// parsePhrase takes a text such as "{{.Name}} came on {{.Day}}" apart. What opens and does not close is words.
func parsePhrase(text string) (p phrase) {
	for {
		words, rest, open := strings.Cut(text, "{{")
		name, behind, closed := strings.Cut(rest, "}}")
		if !open || !closed {
			return append(p, text)
		}
		p = append(p, words, strings.TrimPrefix(strings.TrimSpace(name), "."))
		text = behind
	}
}

// namesCount tells whether the number that a form is for stands in it.
func (p phrase) namesCount() bool {
	for i := 1; i < len(p); i += 2 {
		if p[i] == "N" || p[i] == "Count" {
			return true
		}
	}
	return false
}

// arguments are what goes into a phrase, by their names.
type arguments interface{ value(name string) (any, bool) }

// with gives the text with the arguments in it. One that is missing stays as it is written, so that it is seen and mended.
func (p phrase) with(args arguments) string {
	if len(p) == 1 {
		return p[0]
	}
	var b strings.Builder
	for i, piece := range p {
		if i%2 == 0 {
			if strings.HasSuffix(b.String(), ".") {
				piece = strings.TrimPrefix(piece, ".") // "17. Feb." ends the sentence too
			}
			b.WriteString(piece)
			continue
		}
		value, ok := args.value(piece)
		if !ok {
			b.WriteString("{{." + piece + "}}")
			continue
		}
		switch v := value.(type) {
		case string:
			b.WriteString(v)
		case int:
			b.WriteString(strconv.Itoa(v))
		default:
			fmt.Fprint(&b, v)
		}
	}
	return b.String()
}

// pairArgs are name, value, name, value…
type pairArgs []any

func (a pairArgs) value(name string) (any, bool) {
	for i := 0; i+1 < len(a); i += 2 {
		if a[i] == name {
			return a[i+1], true
		}
	}
	return nil, false
}

// countArgs are pairs with the count beside them.
type countArgs struct {
	n    string
	rest pairArgs
}

func (a countArgs) value(name string) (any, bool) {
	if name == "N" {
		return a.n, true
	}
	return a.rest.value(name)
}

// mapArgs are arguments in a map.
type mapArgs map[string]any

func (a mapArgs) value(name string) (any, bool) {
	v, ok := a[name]
	return v, ok
}
