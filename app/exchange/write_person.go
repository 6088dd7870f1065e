package exchange

import (
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"goodturn/models"
)

// WritePersonHTML writes all the shop has noted about one person as a page they can read in any browser and print: one file,
// with the photo (a JPEG or PNG, nil for none) in it, and nothing that is fetched from elsewhere.
func WritePersonHTML(out io.Writer, shop, name string, day models.Day, sections []models.Section, photo []byte) error {
	page, err := template.New("person").Parse(personPage)
	if err != nil {
		return err
	}
	return page.Execute(out, struct {
		Shop, Name, Day string
		Photo           template.URL // of our own making, so that it may stand as it is
		Sections        []readable
	}{shop, name, readableValue("", string(day)), photoURL(photo), readables(sections)})
}

func photoURL(photo []byte) template.URL {
	if len(photo) == 0 {
		return ""
	}
	return template.URL("data:" + http.DetectContentType(photo) + ";base64," + base64.StdEncoding.EncodeToString(photo))
}

// readable is a section for people: without empty cells, and without the numbers of rows that say nothing to them.
type readable struct {
	Key, Title string
	Rows       []readableRow
}

type readableRow struct {
	Number string // of the row, where rows of other sections name it; "" else
	Pairs  []pair
}

type pair struct{ Name, Meaning, Value string }

// personTitles are what the sections are called on the page, where the meaning of the table is written for the shop.
var personTitles = map[string]string{
	"customer": "The card", "earlier": "Before this book was kept", "contact": "Phone numbers and e-mail addresses", "remember": "To remember",
	"customer_tag": "Tags", "not_same": "Taken for somebody else", "visit": "Visits", "request": "Asked for", "alternative": "Offered instead",
	"want": "Waiting for", "referral_in": "Who sent whom", "referral_out": "Sent to specialists", "praise": "What they said about the shop", "thank_you": "Thank-yous", "follow_up": "To get back to them", "call": "Calls about what came in", "snooze": "Put off",
	"activity": "Changed in the book",
}

// hiddenColumns are those the page leaves out: places in an order, and numbers of rows. JSON has them.
var hiddenColumns = []string{"id", "position", "low", "high", "merged_into"}

// shownNumbers are the numbers of rows that stay: they say which visit something belongs to.
var shownNumbers = []string{"visit_id", "request_id", "alternative_id"}

func isHidden(column string) bool {
	return slices.Contains(hiddenColumns, column) || strings.HasSuffix(column, "_id") && !slices.Contains(shownNumbers, column)
}

// numbered are the sections whose rows others name by number.
var numbered = []string{"visit", "request", "alternative", "referral_in", "want"}

func readables(sections []models.Section) []readable {
	var all []readable
	for _, section := range sections {
		r := readable{Key: section.Table.Name, Title: personTitles[section.Table.Name]}
		if r.Title == "" {
			r.Title = capital(section.Table.Meaning)
		}
		for _, row := range section.Rows {
			r.Rows = append(r.Rows, readableOf(section.Table, row))
		}
		all = append(all, r)
	}
	return all
}

func readableOf(table models.OutTable, row []string) readableRow {
	var r readableRow
	for i, value := range row {
		column := table.Columns[i]
		switch {
		case column.Name == "id" && slices.Contains(numbered, table.Name):
			r.Number = value
		case value == "" || isHidden(column.Name):
		default:
			r.Pairs = append(r.Pairs, pair{columnTitle(column.Name), column.Meaning, readableValue(column.Name, value)})
		}
	}
	return r
}

// columnTitles are the labels that the name of a column does not make by itself.
var columnTitles = map[string]string{"at": "When", "no_post": "Asked for no post", "no_phone": "Asked for no calls", "no_email": "Asked for no e-mail",
	"reach_by": "Likes to be reached", "invited_on": "Asked to recommend the shop", "text": "Noted", "value": "Number or address", "created_at": "Added", "updated_at": "Changed last", "visit_days": "Days with a visit",
	"asked_for_staff": "Visits in which they asked for somebody by name", "visit_id": "In visit no.", "request_id": "In request no.", "alternative_id": "From offer no."}

// columnTitle makes the name of a column a label: "their_words" is "Their words".
func columnTitle(name string) string {
	if title := columnTitles[name]; title != "" {
		return title
	}
	return capital(strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(name, "_id"), "_at"), "_", " "))
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// stateColumns hold words of the program, which have a dash below where a sentence has a space.
var stateColumns = []string{"state", "channel", "kind", "reason", "cause", "outcome", "event", "thing"}

// readableValue writes days and times out, and the program's words with spaces.
func readableValue(column, value string) string {
	if column == "reach_by" {
		return WordsIn("en").reach(models.ReachBy(value))
	}
	if slices.Contains(stateColumns, column) {
		return strings.ReplaceAll(value, "_", " ")
	}
	for layout, readable := range map[string]string{"2006-01-02": "2 January 2006", "2006-01-02 15:04": "2 January 2006, 15:04", "--01-02": "2 January"} {
		if t, err := time.Parse(layout, value); err == nil {
			return t.Format(readable)
		}
	}
	return value
}

// personPage is the page, as html/template reads it.
const personPage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.Name}} – {{.Shop}}</title>
<style>
*{box-sizing:border-box}
body{font:16px/1.5 "Noto Sans","Segoe UI",Helvetica,Arial,sans-serif;background:#FBF8F3;color:#2A2724;margin:0}
main{max-width:50rem;margin:0 auto;padding:2.5rem 1.25rem 3rem}
header{display:flex;gap:1.25rem;align-items:center;border-bottom:2px solid #2A2724;padding-bottom:1.25rem;margin-bottom:1.5rem}
header img{width:6rem;height:6rem;object-fit:cover;border-radius:50%;flex:none}
header p{margin:0}.shop{color:#1F6F63;font-weight:bold}
h1{font-size:1.9rem;line-height:1.2;margin:.15rem 0 .35rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.2rem 0 .7rem}h2 span{color:#6B6359;font-weight:normal;font-size:.95rem;margin-left:.35rem}
.quiet,nav{color:#6B6359}nav a{color:#1F6F63;margin-right:.9rem;white-space:nowrap}
article{background:#FFF;border:1px solid #E7DFD2;border-radius:12px;padding:.8rem 1.1rem;margin:0 0 .7rem;break-inside:avoid}
.number{float:right;color:#6B6359;font-size:.85rem}
dl{display:grid;grid-template-columns:minmax(7rem,13rem) 1fr;gap:.25rem 1.2rem;margin:0}
dt{color:#6B6359}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid #E7DFD2;color:#6B6359;font-size:.9rem}
@media(max-width:34rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
@media print{body{background:#FFF;font-size:11pt}main{padding:0;max-width:none}nav{display:none}h2{break-after:avoid}}
</style></head><body><main>
<header>{{if .Photo}}<img src="{{.Photo}}" alt="">{{end}}<div><p class="shop">{{.Shop}}</p><h1>{{.Name}}</h1>
<p class="quiet">All that is noted about this person, on {{.Day}}.</p></div></header>
<nav>{{range .Sections}}<a href="#{{.Key}}">{{.Title}}</a> {{end}}</nav>
{{range .Sections}}<section id="{{.Key}}"><h2>{{.Title}}{{if gt (len .Rows) 1}}<span>{{len .Rows}}</span>{{end}}</h2>
{{range .Rows}}<article>{{if .Number}}<span class="number">No. {{.Number}}</span>{{end}}<dl>{{range .Pairs}}<dt title="{{.Meaning}}">{{.Name}}</dt><dd dir="auto">{{.Value}}</dd>{{end}}</dl></article>
{{end}}</section>
{{end}}<footer>Written by {{.Shop}} from its own customer book. Amounts are in the shop’s currency, times are the shop’s local time.</footer>
</main></body></html>
`

// WritePersonJSON writes the same for programs: an object with a list for each sort of thing, its fields called as in the folder
// of the whole shop, and the photo in Base64.
func WritePersonJSON(out io.Writer, shop, name string, day models.Day, sections []models.Section, photo []byte) error {
	lists := map[string][]map[string]string{}
	for _, section := range sections {
		for _, row := range section.Rows {
			object := map[string]string{}
			for i, value := range row {
				object[section.Table.Columns[i].Name] = value
			}
			lists[section.Table.Name] = append(lists[section.Table.Name], object)
		}
	}
	all := map[string]any{"shop": shop, "person": name, "day": day, "noted": lists}
	if len(photo) > 0 {
		all["photo"] = photo
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(all)
}
