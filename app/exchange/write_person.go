package exchange

import (
	"encoding/json"
	"html/template"
	"io"

	"goodturn/models"
)

// WritePersonHTML writes all the shop has noted about one person as a page they can read in any browser.
func WritePersonHTML(out io.Writer, shop, name string, day models.Day, sections []models.Section) error {
	page, err := template.New("person").Parse(personPage)
	if err != nil {
		return err
	}
	return page.Execute(out, struct {
		Shop, Name string
		Day        models.Day
		Sections   []readable
	}{shop, name, day, readables(sections)})
}

// readable is a section without its empty cells.
type readable struct {
	Meaning string
	Rows    [][]pair
}

type pair struct{ Name, Value string }

func readables(sections []models.Section) []readable {
	var all []readable
	for _, section := range sections {
		r := readable{Meaning: section.Table.Meaning}
		for _, row := range section.Rows {
			var pairs []pair
			for i, value := range row {
				if value != "" {
					pairs = append(pairs, pair{section.Table.Columns[i].Meaning, value})
				}
			}
			r.Rows = append(r.Rows, pairs)
		}
		all = append(all, r)
	}
	return all
}

// personPage is the page, as html/template reads it.
const personPage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Name}}</title>
<style>body{font-family:sans-serif;max-width:46em;margin:2em auto;padding:0 1em;line-height:1.4}
table{border-collapse:collapse;margin:0 0 1em;width:100%}th,td{text-align:left;vertical-align:top;padding:.2em .6em .2em 0}
th{font-weight:normal;color:#6B6359;width:16em}td{white-space:pre-line}h2{border-bottom:1px solid #E7DFD2}</style></head><body>
<h1>{{.Name}}</h1><p>All that {{.Shop}} has noted about this person, on {{.Day}}.</p>
{{range .Sections}}<h2>{{.Meaning}}</h2>
{{range .Rows}}<table>{{range .}}<tr><th>{{.Name}}</th><td>{{.Value}}</td></tr>{{end}}</table>
{{end}}{{end}}</body></html>
`

// WritePersonJSON writes the same for programs: an object with a list for each sort of thing.
func WritePersonJSON(out io.Writer, shop, name string, day models.Day, sections []models.Section) error {
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
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(map[string]any{"shop": shop, "person": name, "day": day, "noted": lists})
}
