package views

import (
	"cmp"
	"slices"
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// fitting gives the lines of the actions that can be done now and fit the folded words that were typed: each word begins one of
// the action's name, of its menu's, or of those by which people may look for it. Those that fit best come first.
func (w *Window) fitting(typed []string) []keyLine {
	type fit struct {
		line keyLine
		how  int
	}
	var fits []fit
	for _, a := range w.actions {
		if a.name == "" || a.name == "keys" || a.name == "commands" || !w.can(a) {
			continue
		}
		if how := a.fits(typed); how > 0 {
			fits = append(fits, fit{w.foundLine(a), how})
		}
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.how, a.how) })
	lines := make([]keyLine, len(fits))
	for i := range fits {
		lines[i] = fits[i].line
	}
	return lines
}

// foundLine is the line of an action without its menu's heading above it.
func (w *Window) foundLine(a action) keyLine {
	line := w.actionLine(a)
	line.menu = kit.T("menu." + a.menu)
	return line
}

// How much a typed word says for an action, by where it stands.
const (
	fitsElsewhere = 1 // in other words for it, or in its menu's name
	fitsOwn       = 1 // it is one of those words beside: of two names that begin alike, this one is looked for by it
	fitsName      = 3
	fitsStart     = 5 // the first word of its name
)

// fits tells how well an action fits the folded words that were typed; 0 where one of them does not.
func (a action) fits(typed []string) int {
	name := foldedWords(kit.T("action." + a.name))
	own := foldedWords(kit.T("command." + a.name))
	other := append(foldedWords(kit.T("menu."+a.menu)), own...)
	how := 0
	for _, word := range typed {
		begins := func(of string) bool { return strings.HasPrefix(of, word) }
		switch at := slices.IndexFunc(name, begins); {
		case at == 0:
			how += fitsStart
		case at > 0:
			how += fitsName
		case slices.ContainsFunc(other, begins):
			how += fitsElsewhere
		default:
			return 0
		}
		if slices.Contains(own, word) {
			how += fitsOwn
		}
	}
	return how
}

// foldedWords are the words of a text without what stands around them: "Back up *now*…" is back, up and now.
func foldedWords(text string) (words []string) {
	for word := range strings.FieldsSeq(models.Fold(text)) {
		if word = strings.Trim(word, "*_[]()#|\"„“”«»‘’…,.:;!?"); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// latelyDone are the actions chosen lately, under a heading; none before the first.
func (w *Window) latelyDone() []keyLine {
	lines := []keyLine{{heading: kit.T("help.lately")}}
	for _, name := range w.app.Prefs.Lately() {
		for _, a := range w.actions {
			if a.name == name && w.can(a) {
				lines = append(lines, w.foundLine(a))
			}
		}
	}
	if len(lines) == 1 {
		return nil
	}
	return lines
}

// setMode draws everything light, dark, or with "" as the system has it.
func (w *Window) setMode(mode string) {
	w.app.Prefs.SetMode(mode)
	w.applyLook()
}
