package exchange

import (
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"
	"net/http"

	"goodturn/models"
)

// PersonPage is all the shop has noted about one person, and how it is said to them.
type PersonPage struct {
	Shop, Name string
	Day        models.Day
	Sections   []models.Section
	Photo      []byte // a JPEG or PNG, nil for none
}

// WriteHTML writes the page so that they can read it in any browser and print it: one file, with the photo in it, and nothing that is
// fetched from elsewhere.
func (p PersonPage) WriteHTML(out io.Writer, words PersonWords) error {
	page, err := template.New("person").Parse(personPage)
	if err != nil {
		return err
	}
	say := words.Words
	return page.Execute(out, struct {
		Language, Shop, Name, Intro, Footer string
		Photo                               template.URL // of our own making, so that it may stand as it is
		Sections                            []readable
	}{words.Language, p.Shop, p.Name, say.with("person.intro", "Day", words.Day(p.Day)), say.with("person.footer", "Shop", p.Shop), photoURL(p.Photo), words.readables(p.Sections)})
}

func photoURL(photo []byte) template.URL {
	if len(photo) == 0 {
		return ""
	}
	return template.URL("data:" + http.DetectContentType(photo) + ";base64," + base64.StdEncoding.EncodeToString(photo))
}

// personPage is the page, as html/template reads it.
const personPage = `<!DOCTYPE html>
<html lang="{{.Language}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.Name}} – {{.Shop}}</title>
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
<p class="quiet">{{.Intro}}</p></div></header>
<nav>{{range .Sections}}<a href="#{{.Key}}">{{.Title}}</a> {{end}}</nav>
{{range .Sections}}<section id="{{.Key}}"><h2>{{.Title}}{{if gt (len .Rows) 1}}<span>{{len .Rows}}</span>{{end}}</h2>
{{range .Rows}}<article>{{if .Number}}<span class="number">{{.Number}}</span>{{end}}<dl>{{range .Pairs}}<dt>{{.Name}}</dt><dd dir="auto">{{.Value}}</dd>{{end}}</dl></article>
{{end}}</section>
{{end}}<footer>{{.Footer}}</footer>
</main></body></html>
`

// WriteJSON writes the same for programs: an object with a list for each sort of thing, its fields called as in the folder of the whole
// shop, and the photo in Base64. It is the same in every language.
func (p PersonPage) WriteJSON(out io.Writer) error {
	lists := map[string][]map[string]string{}
	for _, section := range p.Sections {
		for _, row := range section.Rows {
			object := map[string]string{}
			for i, value := range row {
				object[section.Table.Columns[i].Name] = value
			}
			lists[section.Table.Name] = append(lists[section.Table.Name], object)
		}
	}
	all := map[string]any{"shop": p.Shop, "person": p.Name, "day": p.Day, "noted": lists}
	if len(p.Photo) > 0 {
		all["photo"] = p.Photo
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(all)
}
