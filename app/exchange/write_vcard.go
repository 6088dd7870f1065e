package exchange

import (
	"bufio"
	"context"
	"crypto/sha1"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"goodturn/models"
)

// CardVersion is the version of vCards to write.
type CardVersion string

// The versions.
const (
	Card3 CardVersion = "3.0" // RFC 2426: what phones and older programs read
	Card4 CardVersion = "4.0" // RFC 6350
)

// WriteCards writes the customers as vCards. What vCards have no place for stands in fields of our own (X-GOODTURN-),
// which other programs pass over and Read takes in again.
func WriteCards(ctx context.Context, out io.Writer, version CardVersion, customers *models.CustomerExport, report Report) error {
	w := cardWriter{out: bufio.NewWriter(out), version: version, decimals: customers.Decimals, shop: customers.ShopUID, words: WordsIn("en")}
	err := eachOf(ctx, customers, report, func(c models.CustomerOut) error {
		w.card(c)
		return w.err
	})
	if err != nil {
		return err
	}
	return w.out.Flush()
}

// cardWriter writes lines; its first error sticks.
type cardWriter struct {
	out      *bufio.Writer
	version  CardVersion
	groups   int
	decimals int
	shop     string // the UID of the shop's file
	words    Words  // in English, whatever is spoken: only programs read fields of our own
	err      error
}

// line writes a property, folded after 75 bytes.
func (w *cardWriter) line(head, value string) {
	text := head + ":" + value
	for limit := 75; len(text) > limit && w.err == nil; limit = 74 {
		cut := limit
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		_, w.err = w.out.WriteString(text[:cut] + "\r\n ")
		text = text[cut:]
	}
	if w.err == nil {
		_, w.err = w.out.WriteString(text + "\r\n")
	}
}

// text writes a property whose value is text, unless it is empty.
func (w *cardWriter) text(head, value string) {
	if value != "" {
		w.line(head, escape(value))
	}
}

var escaper = strings.NewReplacer(`\`, `\\`, ",", `\,`, ";", `\;`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// escape writes a text as a value.
func escape(text string) string { return escaper.Replace(text) }

func (w *cardWriter) card(c models.CustomerOut) {
	w.groups = 0
	w.line("BEGIN", "VCARD")
	w.line("VERSION", string(w.version))
	w.line("UID", w.uid(c.ID))
	w.line("FN", escape(c.CalledName()))
	given, family := splitName(c.Name)
	w.line("N", escape(family)+";"+escape(given)+";;;")
	w.text("NICKNAME", c.PreferredName)
	first := map[models.ContactKind]bool{models.ContactPhone: c.ReachBy == models.LikesPhone, models.ContactEmail: c.ReachBy == models.LikesEmail}
	for _, contact := range c.Contacts {
		w.contact(contact, first[contact.Kind])
		first[contact.Kind] = false
	}
	if c.Address != "" || c.Country != "" {
		w.line("ADR"+w.preferred(c.ReachBy == models.LikesPost), ";;"+escape(c.Address)+";;;;"+escape(c.Country))
	}
	w.birthday(c.Birthday)
	for _, note := range c.Remember {
		head := "NOTE;X-NOTED-ON=" + string(note.NotedOn)
		if note.StillOn != "" {
			head += ";X-STILL-ON=" + string(note.StillOn)
		}
		w.text(head, note.Text)
	}
	w.categories(c.Tags)
	w.text("X-GOODTURN-SOURCE", c.Source)
	w.text("X-GOODTURN-BROUGHT-BY", c.BroughtBy)
	w.text("X-GOODTURN-NO-POST", w.words.asked(c.NoPost, c.NoPostOn))
	w.text("X-GOODTURN-NO-PHONE", w.words.asked(c.NoPhone, c.NoPhoneOn))
	w.text("X-GOODTURN-NO-EMAIL", w.words.asked(c.NoEmail, c.NoEmailOn))
	w.text("X-GOODTURN-REACH-BY", w.words.reach(c.ReachBy))
	w.text("X-GOODTURN-INVITED-ON", string(c.InvitedOn))
	w.text("X-GOODTURN-VISITS", countText(c.Earlier.VisitN))
	w.text("X-GOODTURN-SPENT", spentText(c.Earlier, w.decimals))
	w.text("X-GOODTURN-FIRST-SEEN", string(c.Earlier.FirstOn))
	w.text("X-GOODTURN-LAST-SEEN", string(c.Earlier.LastOn))
	w.text("X-GOODTURN-PUT-AWAY-ON", string(c.ArchivedOn))
	w.text("X-GOODTURN-PUT-AWAY-BECAUSE", string(c.ArchivedWhy))
	w.line("END", "VCARD")
}

// uid names the person for as long as the shop's file lives, so that address books know again whom they have: many take no card
// without one. It is a UUID made of a name (RFC 9562, version 5).
func (w *cardWriter) uid(id models.CustomerID) string {
	sum := sha1.Sum(fmt.Appendf(nil, "goodturn %s %d", w.shop, id))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// categories writes the tags, which address books show as groups or labels.
func (w *cardWriter) categories(tags []string) {
	escaped := make([]string, len(tags))
	for i, tag := range tags {
		escaped[i] = escape(tag)
	}
	if len(tags) > 0 {
		w.line("CATEGORIES", strings.Join(escaped, ","))
	}
}

// preferred marks the number or address to use where they like to be reached that way. A vCard says by it which of several numbers
// to call (RFC 6350, 5.3), never whether to call or to write: that stands in X-GOODTURN-REACH-BY, and only there Read looks for it.
func (w *cardWriter) preferred(is bool) string {
	switch {
	case !is:
		return ""
	case w.version == Card4:
		return ";PREF=1"
	}
	return ";TYPE=pref"
}

// contact writes a number or address. A label vCards have no type for goes the way Apple writes it.
func (w *cardWriter) contact(contact models.Contact, preferred bool) {
	name := "TEL"
	if contact.Kind == models.ContactEmail {
		name = "EMAIL"
	}
	label := ourLabel(contact.Label)
	for _, l := range cardLabels {
		if l.label == label && (name == "TEL" || l.kind == "home" || l.kind == "work") {
			w.line(fmt.Sprintf("%s;TYPE=%s", name, l.kind)+w.preferred(preferred), escape(contact.Value))
			return
		}
	}
	if contact.Label == "" {
		w.line(name+w.preferred(preferred), escape(contact.Value))
		return
	}
	w.groups++
	w.line(fmt.Sprintf("item%d.%s", w.groups, name)+w.preferred(preferred), escape(contact.Value))
	w.line(fmt.Sprintf("item%d.X-ABLabel", w.groups), escape(contact.Label))
}

// birthday writes the day. Without its year 3.0 has no way but Apple's, and 4.0 leaves out the dashes between.
func (w *cardWriter) birthday(day string) {
	rest, noYear := strings.CutPrefix(day, "--")
	switch {
	case day == "":
	case noYear && w.version == Card3:
		w.line("BDAY;X-APPLE-OMIT-YEAR=1604", "1604-"+rest)
	case noYear:
		w.line("BDAY", "--"+strings.ReplaceAll(rest, "-", ""))
	case w.version == Card4:
		w.line("BDAY", strings.ReplaceAll(day, "-", ""))
	default:
		w.line("BDAY", day)
	}
}

// splitName gives the last word as the family's name, for address books that sort by it.
func splitName(name string) (given, family string) {
	if at := strings.LastIndexByte(name, ' '); at > 0 {
		return name[:at], name[at+1:]
	}
	return name, ""
}
