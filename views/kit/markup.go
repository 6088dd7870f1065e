package kit

import "strings"

// run is a stretch of words in one style, or one badge.
type run struct {
	text  string
	bold  bool
	quiet bool
	link  string // the target, when the words are a link
	badge bool
	tone  Tone
	found bool // what was typed to search, see MarkFound
}

// Escape makes s safe to stand inside markup: whatever people are called, it is
// drawn as it is written.
func Escape(s string) string {
	if !strings.ContainsAny(s, `\*_[]{}`) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(`\*_[]{}`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// parseMarkup reads the house's inline markup:
//
//	**bold**   _quiet_   [words](target)   {tone|badge}   \ before any of these is that sign itself
//
// What is not closed reaches to the end; nothing is an error, for texts are
// translated by people.
func parseMarkup(markup string) []run {
	p := markupParser{rest: markup}
	for p.rest != "" {
		p.step()
	}
	p.flush()
	return p.runs
}

// markupParser holds what parseMarkup has read so far.
type markupParser struct {
	rest string
	word strings.Builder
	now  run
	runs []run
}

// step reads one sign or mark.
func (p *markupParser) step() {
	switch {
	case p.rest[0] == '\\' && len(p.rest) > 1:
		p.word.WriteByte(p.rest[1])
		p.rest = p.rest[2:]
	case strings.HasPrefix(p.rest, "**"):
		p.flush()
		p.now.bold = !p.now.bold
		p.rest = p.rest[2:]
	case p.rest[0] == '_':
		p.flush()
		p.now.quiet = !p.now.quiet
		p.rest = p.rest[1:]
	case p.rest[0] == '[' && p.link():
	case p.rest[0] == '{' && p.badge():
	default:
		p.word.WriteByte(p.rest[0])
		p.rest = p.rest[1:]
	}
}

// flush ends the run being read.
func (p *markupParser) flush() {
	if p.word.Len() == 0 {
		return
	}
	r := p.now
	r.text = p.word.String()
	p.runs = append(p.runs, r)
	p.word.Reset()
}

// link reads [words](target) and tells whether there was one. The words may hold
// bold and quiet marks.
func (p *markupParser) link() bool {
	words, rest, ok := cutUnescaped(p.rest[1:], ']')
	if !ok || !strings.HasPrefix(rest, "(") {
		return false
	}
	target, rest, ok := strings.Cut(rest[1:], ")")
	if !ok {
		return false
	}
	p.flush()
	for _, r := range parseMarkup(words) {
		r.link = target
		r.bold = r.bold || p.now.bold
		p.runs = append(p.runs, r)
	}
	p.rest = rest
	return true
}

// badge reads {tone|text} and tells whether there was one.
func (p *markupParser) badge() bool {
	inner, rest, ok := cutUnescaped(p.rest[1:], '}')
	if !ok {
		return false
	}
	name, text, ok := strings.Cut(inner, "|")
	tone, known := toneNamed(name)
	if !ok || !known {
		return false
	}
	p.flush()
	p.runs = append(p.runs, run{text: unescape(text), badge: true, tone: tone})
	p.rest = rest
	return true
}

// cutUnescaped splits s around the first end that no backslash stands before.
func cutUnescaped(s string, end byte) (before, after string, found bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case end:
			return s[:i], s[i+1:], true
		}
	}
	return "", "", false
}

// unescape takes the backslashes of Escape out again.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
