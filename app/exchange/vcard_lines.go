package exchange

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"
)

// property is one line of a vCard, unfolded and decoded (RFC 6350, RFC 2426 and the versit vCard 2.1).
type property struct {
	group  string // "item1" of item1.TEL
	name   string // in capitals
	params map[string][]string
	value  string // as it is written, with backslashes
	line   int
}

// is tells whether one of the TYPE parameters is the given one, in small letters.
func (p property) is(kind string) bool {
	for _, t := range p.params["TYPE"] {
		if strings.EqualFold(t, kind) {
			return true
		}
	}
	return false
}

func (p property) param(name string) string {
	if values := p.params[name]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// cardLines reads the properties of vCards. What holds pictures, sounds and keys is passed over unread.
type cardLines struct {
	in   *bufio.Reader
	line int
	text []byte // the line that is read now
	skip bool   // it is not to be kept
}

func newCardLines(in io.Reader) *cardLines {
	return &cardLines{in: bufio.NewReaderSize(in, 64<<10), line: 1}
}

// skipped are the properties whose values are large and of no use here.
var skipped = []string{"PHOTO", "LOGO", "SOUND", "KEY"}

// next gives the next property, io.EOF after the last.
func (c *cardLines) next() (property, error) {
	for {
		line := c.line
		text, err := c.unfolded()
		if err != nil {
			return property{}, err
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		p, ok := parseProperty(text)
		p.line = line
		if !ok {
			p = property{line: line} // of no use, and no reason to give up the card
		}
		return p, nil
	}
}

// unfolded gives one line with those that continue it. Of a large property only the beginning is kept.
func (c *cardLines) unfolded() (string, error) {
	c.text, c.skip = c.text[:0], false
	if err := c.physical(); err != nil {
		return "", err
	}
	quoted := isQuotedPrintable(string(c.text[:min(len(c.text), headSize)]))
	for {
		switch {
		case quoted && bytes.HasSuffix(c.text, []byte("=")): // it goes on, without a blank
			c.text = c.text[:len(c.text)-1]
			if c.continues() && bytes.Contains(c.text, []byte("=20")) && !bytes.Contains(c.text, []byte(" ")) {
				_, _ = c.in.Discard(1) // evolution-data-server folds besides; who writes blanks as =20 has no other
			}
		case c.continues():
			_, _ = c.in.Discard(1) // the blank that folds; continues has seen it
		default:
			return strings.ReplaceAll(string(c.text), "\x00", ""), nil
		}
		if err := c.physical(); err != nil && err != io.EOF {
			return "", err
		}
	}
}

// continues tells whether the next line begins with a blank, and so belongs to this one.
func (c *cardLines) continues() bool {
	next, _ := c.in.Peek(1)
	return len(next) == 1 && (next[0] == ' ' || next[0] == '\t')
}

// headSize is how much of a line says what it is about.
const headSize = 200

// physical adds the next line without its end, or reads past it; io.EOF is that there is none.
func (c *cardLines) physical() error {
	begin, empty := len(c.text), true
	for full := true; full; {
		part, err := c.in.ReadSlice('\n')
		full = err == bufio.ErrBufferFull
		if err != nil && !full && err != io.EOF {
			return err
		}
		empty = empty && len(part) == 0
		if !c.skip {
			c.text = append(c.text, part...)
			if c.skip = isSkipped(string(c.text[:min(len(c.text), headSize)])); c.skip {
				c.text = c.text[:min(len(c.text), headSize)]
			}
		}
		if len(c.text) > maxProperty {
			return trouble("longRow", "Line", c.line)
		}
	}
	if empty {
		return io.EOF
	}
	c.line++
	for len(c.text) > begin && (c.text[len(c.text)-1] == '\n' || c.text[len(c.text)-1] == '\r') {
		c.text = c.text[:len(c.text)-1]
	}
	return nil
}

func isSkipped(text string) bool {
	name, _, _ := strings.Cut(text, ":")
	name, _, _ = strings.Cut(name, ";")
	if _, after, grouped := strings.Cut(name, "."); grouped {
		name = after
	}
	for _, s := range skipped {
		if strings.EqualFold(name, s) {
			return true
		}
	}
	return false
}

func isQuotedPrintable(text string) bool {
	head, _, _ := strings.Cut(text, ":")
	return strings.Contains(strings.ToUpper(head), "QUOTED-PRINTABLE")
}

// parseProperty takes a line apart: group.NAME;PARAM=a,b;TYPE:value.
func parseProperty(text string) (property, bool) {
	head, value, ok := cutOutside(text, ':')
	if !ok {
		return property{}, false
	}
	p := property{value: value, params: map[string][]string{}}
	name, rest, more := cutOutside(head, ';')
	for more {
		var param string
		param, rest, more = cutOutside(rest, ';')
		p.addParam(param)
	}
	p.name = strings.ToUpper(strings.TrimSpace(name))
	if group, after, grouped := strings.Cut(p.name, "."); grouped {
		p.group, p.name = group, after
	}
	p.decode()
	return p, p.name != ""
}

// addParam notes a parameter. One without "=" is of vCard 2.1: a type, or the way the value is written.
func (p *property) addParam(param string) {
	key, values, named := strings.Cut(param, "=")
	key = strings.ToUpper(strings.TrimSpace(key))
	if !named {
		if key == "QUOTED-PRINTABLE" || key == "BASE64" {
			p.params["ENCODING"] = []string{key}
		} else if key != "" {
			p.params["TYPE"] = append(p.params["TYPE"], key)
		}
		return
	}
	for more := true; more; {
		var value string
		value, values, more = cutOutside(values, ',')
		value = strings.Trim(strings.TrimSpace(value), `"`)
		// 4.0 writes TYPE="cell,voice" as one; ^n, ^^ and ^' stand for a line, ^ and " (RFC 6868).
		value = strings.NewReplacer("^n", "\n", "^^", "^", "^'", `"`).Replace(value)
		if key == "TYPE" {
			p.params[key] = append(p.params[key], strings.Split(value, ",")...)
		} else {
			p.params[key] = append(p.params[key], value)
		}
	}
}

// cutOutside cuts at the first sep that is not within quotation marks.
func cutOutside(text string, sep byte) (before, after string, found bool) {
	quoted := false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case text[i] == sep && !quoted:
			return text[:i], text[i+1:], true
		}
	}
	return text, "", false
}

// decode takes the value out of quoted-printable or base64 and the letters out of their encoding, as vCard 2.1 has it.
func (p *property) decode() {
	var raw []byte
	var err error
	switch strings.ToUpper(p.param("ENCODING")) {
	case "QUOTED-PRINTABLE":
		raw, err = io.ReadAll(quotedprintable.NewReader(strings.NewReader(p.value)))
	case "B", "BASE64":
		raw, err = base64.StdEncoding.DecodeString(strings.ReplaceAll(p.value, " ", ""))
	default:
		return
	}
	if err != nil {
		return // as it was written
	}
	encoding := Encoding(p.param("CHARSET"))
	switch strings.ToUpper(string(encoding)) {
	case "WINDOWS-1250", "ISO-8859-2":
		encoding = Windows1250
	case "WINDOWS-1251":
		encoding = Windows1251
	case "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252":
		encoding = Windows1252
	default:
		encoding = UTF8
		if !utf8.Valid(raw) {
			encoding = Windows1252
		}
	}
	if text, err := io.ReadAll(encoding.decode(strings.NewReader(string(raw)))); err == nil {
		p.value = string(text)
	}
}

// unescape gives the text of a value: backslashes before signs that mean something, and \n for a line.
func unescape(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		i++
		switch value[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case ',', ';', ':', '\\':
			b.WriteByte(value[i])
		default:
			b.WriteByte('\\')
			b.WriteByte(value[i])
		}
	}
	return b.String()
}

// parts splits a value at the semicolons that are not escaped, and gives the texts.
func parts(value string) []string { return split(value, ';') }

// split splits a value at the signs that are not escaped, and gives the texts.
func split(value string, sign byte) []string {
	var out []string
	begin := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case sign:
			out = append(out, unescape(value[begin:i]))
			begin = i + 1
		}
	}
	return append(out, unescape(value[begin:]))
}
