package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// TestMain keeps the random tests short, unless a flag asks for more.
func TestMain(m *testing.M) {
	modelstest.DrawTheSame(map[string]string{"rapid.checks": "8"})
	os.Exit(m.Run())
}

// writer writes customers to a file.
type writer = func(context.Context, io.Writer, *models.CustomerExport, exchange.Report) error

// csvIn and excelIn write tables whose words are those of a language.
func csvIn(language string) writer {
	return func(ctx context.Context, out io.Writer, c *models.CustomerExport, r exchange.Report) error {
		return exchange.WriteCSV(ctx, out, c, exchange.WordsIn(language), r)
	}
}

func excelIn(language string) writer {
	return func(ctx context.Context, out io.Writer, c *models.CustomerExport, r exchange.Report) error {
		return exchange.WriteExcel(ctx, out, c, exchange.WordsIn(language), r)
	}
}

// writers are the ways out that Read takes back in.
var writers = map[string]writer{
	"csv": csvIn("en"), "xlsx": excelIn("en"),
	"vcard 3.0": func(ctx context.Context, out io.Writer, c *models.CustomerExport, r exchange.Report) error {
		return exchange.WriteCards(ctx, out, exchange.Card3, c, r)
	},
	"vcard 4.0": func(ctx context.Context, out io.Writer, c *models.CustomerExport, r exchange.Report) error {
		return exchange.WriteCards(ctx, out, exchange.Card4, c, r)
	},
}

// export writes the book to a file.
func export(store *models.Store, path string, write writer) error {
	ctx := context.Background()
	customers, err := store.ExportCustomers(ctx, models.Pick{Archived: true})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	err = write(ctx, &b, customers, func(int, int) {})
	return errors.Join(err, customers.Close(), os.WriteFile(path, b.Bytes(), 0o600))
}

// bring imports a file as it is found to be.
func bring(store *models.Store, path string) (models.ImportResult, error) {
	ctx := context.Background()
	format, err := exchange.Sniff(ctx, path)
	if err != nil {
		return models.ImportResult{}, err
	}
	survey, err := exchange.Look(ctx, path, format, exchange.DayFirst, today, 1)
	if err != nil {
		return models.ImportResult{}, err
	}
	survey.Mapping.Decimals = 2
	opts := models.ImportOptions{Known: models.ImportAdd}
	result, err := store.ImportCustomers(ctx, exchange.People(ctx, path, format, survey.Mapping), opts, func(int) {})
	store.ImportEnded()
	return result, err
}

// everybody tells all about everybody, a line each.
func everybody(store *models.Store) (string, error) {
	customers, err := store.ExportCustomers(context.Background(), models.Pick{Archived: true})
	if err != nil {
		return "", err
	}
	var lines []string
	err = customers.Each(func(c models.CustomerOut) error {
		line := fmt.Sprintf("%d %d %s %s ", c.Earlier.VisitN, c.Earlier.Spent, c.Earlier.FirstOn, c.Earlier.LastOn)
		line += fmt.Sprintf("%q %q %q %q %s source=%q by=%q %v/%s %v/%s %v/%s", c.Name, c.PreferredName, c.Address, c.Country, c.Birthday, c.Source, c.BroughtBy,
			c.NoPost, c.NoPostOn, c.NoPhone, c.NoPhoneOn, c.NoEmail, c.NoEmailOn)
		for _, kind := range []models.ContactKind{models.ContactPhone, models.ContactEmail} {
			for _, contact := range c.Contacts {
				if contact.Kind == kind {
					line += fmt.Sprintf(" %s:%q=%q", kind, contact.Label, contact.Value)
				}
			}
		}
		line += fmt.Sprintf(" tags=%q %s/%s/%s reach=%s invited=%s", c.Tags, c.State, c.ArchivedOn, c.ArchivedWhy, c.ReachBy, c.InvitedOn)
		for _, note := range c.Remember {
			line += fmt.Sprintf(" %s/%s %q", note.NotedOn, note.StillOn, note.Text)
		}
		lines = append(lines, line)
		return nil
	})
	slices.Sort(lines)
	return strings.Join(lines, "\n"), errors.Join(err, customers.Close())
}

// tricky are texts that files of any kind may trip over.
var tricky = rapid.OneOf(rapid.SampledFrom([]string{"=1+1", "+44 171", "-", "@x", "'quoted'", "'=x", "''0171", "0171555", "123456789012", `"Bob" Smith`, "a,b;c\td|e", `back\slash\n`, "100% – “quoted” ", "王小明", "עמית",
	"München", "🙂", "sep=;", "BEGIN:VCARD", "yes", "1/2", "5.4.1972", "#N/A", "TRUE", "1E5", "<b>&amp;", "a^nb", "_x000D_"}),
	rapid.StringOfN(rapid.RuneFrom([]rune("aZé9 =+-@',;:\"\\|/.#<&^%_\u00a0")), 1, 12, -1))

// drawCustomer draws somebody with a name of their own.
func drawCustomer(t *rapid.T, i int) *models.Customer {
	text := func(name string) string {
		if !rapid.Bool().Draw(t, "has "+name) {
			return ""
		}
		return tricky.Draw(t, name)
	}
	c := &models.Customer{Name: text("before") + fmt.Sprintf(" Person%d ", i) + text("after"), PreferredName: text("preferred"),
		NoPost: rapid.Bool().Draw(t, "post"), NoPhone: rapid.Bool().Draw(t, "calls"), NoEmail: rapid.Bool().Draw(t, "mail"),
		Birthday: rapid.SampledFrom([]string{"", "1980-11-21", "--02-29", "--11-05", "1931-01-02"}).Draw(t, "birthday")}
	c.ReachBy = rapid.SampledFrom(models.ReachBys).Draw(t, "to be reached")
	if c.NoPost {
		c.NoPostOn = rapid.SampledFrom([]models.Day{"", "2024-05-06"}).Draw(t, "asked on") // "" is the day it is saved
	}
	if rapid.Bool().Draw(t, "address") {
		c.Address = tricky.Draw(t, "street") + "\n" + tricky.Draw(t, "place")
		c.Country = rapid.SampledFrom([]string{"", "Österreich"}).Draw(t, "country")
	}
	c.Earlier = rapid.SampledFrom([]models.Earlier{{}, {VisitN: 12, Spent: 1234_50, FirstOn: "2020-01-02", LastOn: "2024-05-06"}, {Spent: 5}, {FirstOn: "2019-03-04"}}).Draw(t, "earlier")
	for j := range rapid.IntRange(0, 3).Draw(t, "phones") {
		c.Contacts = append(c.Contacts, models.Contact{Kind: models.ContactPhone, Label: rapid.SampledFrom([]string{"", "home", "mobile", "fax", "cell", "Anna, at; work", "="}).Draw(t, "label"),
			Value: rapid.SampledFrom([]string{"0171 555", "+44 (0)171-555", "0171; 0172", "123456789012345", "07000"}).Draw(t, "phone") + fmt.Sprint(i, j)})
	}
	for j := range rapid.IntRange(0, 2).Draw(t, "e-mails") {
		c.Contacts = append(c.Contacts, models.Contact{Kind: models.ContactEmail, Label: rapid.SampledFrom([]string{"", "work", "other"}).Draw(t, "label"), Value: fmt.Sprintf("a,%d-%d@example.org", i, j)})
	}
	for range rapid.IntRange(0, 2).Draw(t, "notes") {
		c.Remember = append(c.Remember, models.Remember{Text: tricky.Draw(t, "note") + "\nand", NotedOn: "2024-02-29", StillOn: rapid.SampledFrom([]models.Day{"", "2025-01-01"}).Draw(t, "still")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "tags") {
		c.Tags = append(c.Tags, rapid.OneOf(rapid.SampledFrom(trickyTags), tricky).Draw(t, "tag"))
	}
	return c
}

// trickyTags are tags that may come apart on the way.
var trickyTags = []string{"club", "Club", "winter, early", "a; b", "a ::: b", `"quoted"`, `"quoted", and "on"`, `5" pipe`, `""`, "* star", "*", "-", "'", `"`, `back\`, `\,`, ",", ", ,", "Étiquette",
	"myContacts too", "a sentence that somebody wrote into the place of a tag, as one does, and that is cut"}

// What goes out comes back in as the same book, in every format.
func TestExportAndImportAgainGivesTheSameBook(t *testing.T) {
	dir := t.TempDir()
	round := 0
	rapid.Check(t, func(rt *rapid.T) {
		round++
		open := func(name string) *models.Store {
			store, err := models.Open(filepath.Join(dir, fmt.Sprint(round, name)), models.Create(), models.WithClock(modelstest.NewClock().Now))
			if err != nil {
				rt.Fatal(err)
			}
			return store
		}
		store := open("from")
		defer store.Close()
		var ids []models.CustomerID
		for i := range rapid.IntRange(1, 6).Draw(rt, "people") {
			c := drawCustomer(rt, i)
			c.SourceID = models.SourceID(rapid.IntRange(0, 4).Draw(rt, "source"))
			if err := store.SaveCustomer(c); err != nil {
				rt.Fatal(err)
			}
			if len(ids) > 0 && rapid.Bool().Draw(rt, "brought") {
				by := models.Referrer{CustomerID: ids[rapid.IntRange(0, len(ids)-1).Draw(rt, "by")]}
				if err := store.SaveReferral(&models.ReferralIn{Referrer: by, RefereeID: c.ID, FromBefore: true}); err != nil {
					rt.Fatal(err)
				}
			}
			ids = append(ids, c.ID)
		}
		for _, id := range ids {
			if rapid.Bool().Draw(rt, "asked to recommend us") {
				if err := store.NoteInvited(id); err != nil {
					rt.Fatal(err)
				}
			}
		}
		for _, id := range ids { // last, since nobody in the archive can be said to have brought somebody
			if why := rapid.SampledFrom([]models.ArchiveReason{"", "", models.ArchivedDied, models.ArchivedOther}).Draw(rt, "put away"); why != "" {
				if err := store.ArchiveCustomers([]models.CustomerID{id}, why); err != nil {
					rt.Fatal(err)
				}
			}
		}
		want, err := everybody(store)
		if err != nil {
			rt.Fatal(err)
		}
		for name, write := range writers {
			path := filepath.Join(dir, fmt.Sprint(round, name, ".out"))
			if err := export(store, path, write); err != nil {
				rt.Fatal(name, err)
			}
			again := open(name)
			result, err := bring(again, path)
			if err != nil || len(result.Issues) > 0 {
				rt.Fatalf("%s: %v, %+v", name, err, result.Issues)
			}
			got, err := everybody(again)
			again.Close()
			if err != nil || got != want {
				rt.Fatalf("%s (%v): came back as\n%s\nwent out as\n%s", name, err, got, want)
			}
		}
	})
}
