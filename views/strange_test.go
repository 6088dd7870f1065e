package views

import (
	"database/sql"
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/assets"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// strange writes the letters of a text, though not of its arguments, marks and targets, as no data has them: wide ones.
func strange(text string) string {
	keep := regexp.MustCompile(`\{\{[^}]*\}\}|\{[a-z]+\||\]\([^)]*\)`)
	var b strings.Builder
	at := 0
	for _, span := range keep.FindAllStringIndex(text, -1) {
		b.WriteString(wide(text[at:span[0]]) + text[span[0]:span[1]])
		at = span[1]
	}
	return b.String() + wide(text[at:])
}

func wide(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r - 'A' + 'Ａ'
		}
		return r
	}, text)
}

// strangeTexts are the English texts in strange letters. Those that are read and not said stay.
func strangeTexts(t *testing.T) fstest.MapFS {
	t.Helper()
	names, err := fs.Glob(assets.Translations, "translations/en/*.json")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, name := range names {
		body, err := fs.ReadFile(assets.Translations, name)
		if err != nil {
			t.Fatal(err)
		}
		area := map[string]any{}
		if err := json.Unmarshal(body, &area); err != nil {
			t.Fatal(err)
		}
		for key, said := range area {
			switch said := said.(type) {
			case string:
				if !strings.HasPrefix(key, "kit.day.words.") && key != "print.language" {
					area[key] = strange(said)
				}
			case map[string]any:
				for form, words := range said {
					said[form] = strange(words.(string))
				}
			}
		}
		if body, err = json.Marshal(area); err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: body}
	}
	return files
}

// dataWords are the words that stand in a shop file, and those of the calendar.
func dataWords(t *testing.T, path string) map[string]bool {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var tables []string
	rows, err := db.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, name)
	}
	known := map[string]bool{"goodturn": true, "png": true, "svg": true}
	note := func(text string) {
		for _, word := range latinWords(text) {
			known[word] = true
		}
		known[strings.ToLower(kit.Initials(text))] = true
	}
	for _, table := range tables {
		noteTable(t, db, table, note)
	}
	for month := range 12 {
		note(time.Date(2026, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC).Format("January Jan"))
	}
	for day := range 7 {
		note(time.Date(2026, 1, day+1, 0, 0, 0, 0, time.UTC).Format("Monday Mon"))
	}
	return known
}

func noteTable(t *testing.T, db *sql.DB, table string, note func(string)) {
	t.Helper()
	rows, err := db.Query("SELECT * FROM " + table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	cells := make([]any, len(columns))
	for i := range cells {
		cells[i] = new(any)
	}
	for rows.Next() {
		if err := rows.Scan(cells...); err != nil {
			t.Fatal(err)
		}
		for _, cell := range cells {
			if text, ok := (*cell.(*any)).(string); ok {
				note(text)
			}
		}
	}
}

var latinWord = regexp.MustCompile(`[a-zà-ÿ]{2,}`)

func latinWords(text string) []string { return latinWord.FindAllString(strings.ToLower(text), -1) }

// everyPlace are the screens, those that are not in the rail among them.
var everyPlace = slices.Concat(railPlaces, []Place{PlaceVisit, PlaceWanted, PlaceLeaving, PlaceBringers, PlaceFamily, PlacePraise, PlaceStaff, PlaceSettings,
	PlaceBackups, PlaceChanges, PlaceBin, PlaceImport, PlaceDuplicates})

// noSheet are the actions that open none, leave the shop, or lead to the guide, whose pages are no texts of the translations.
var noSheet = []string{"", string(PlaceGuide), "helpHere", "quit", "openFile", "newFile", "backup", "undo", "redo", "report", "larger", "smaller", "usual", "find"}

// TestEveryWordIsAText shows every screen, and what every action opens, in strange letters: a word in usual ones is neither a text nor
// data, and stays as it is in every language.
func TestEveryWordIsAText(t *testing.T) {
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	b.must(modelstest.Counter(b.path, b.clock.Now()))
	b.open()
	t.Cleanup(b.w.speak)
	known := dataWords(t, b.path)
	home, _ := os.UserHomeDir()
	for _, word := range latinWords(b.path + " " + home + " " + app.HomeFile() + " sample shop") {
		known[word] = true
	}
	kit.Speak(strangeTexts(t), "en", "en-GB")
	b.w.makeAnew()
	found := map[string]string{}
	look := func(where string) {
		b.pass()
		objects := append([]fyne.CanvasObject{b.w.canvas().Content()}, b.w.canvas().Overlays().List()...)
		for _, o := range objects {
			for _, drawn := range drawnWords(o) {
				drawn, _, cut := strings.Cut(drawn, "…")
				words := latinWords(drawn)
				for i, word := range words {
					if !known[word] && found[word] == "" && !(cut && i == len(words)-1) {
						found[word] = where + ": " + drawn
					}
				}
			}
		}
	}
	for _, place := range everyPlace {
		b.w.Show(place)
		look(string(place))
	}
	for _, a := range b.w.actions {
		if slices.Contains(noSheet, a.name) {
			continue
		}
		b.w.Show(PlaceCustomers)
		b.w.do(a.name)
		look(a.name)
		closeSheets(b)
	}
	for _, menu := range b.w.win.MainMenu().Items {
		for _, item := range menu.Items {
			for _, word := range latinWords(menu.Label + " " + item.Label) {
				found[word] = "the menu " + menu.Label
			}
		}
	}
	for word, where := range found {
		t.Errorf("%q is no text and no data: %s", word, where)
	}
}

// closeSheets closes what an action opened.
func closeSheets(b *bench) {
	for _, o := range b.w.canvas().Overlays().List() {
		b.w.canvas().Overlays().Remove(o)
	}
}
