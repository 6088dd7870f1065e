package app

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/pdfcpu/pdfcpu/pkg/api"

	"goodturn/app/paper"
	"goodturn/models"
)

func listOf(rows ...paper.ThankYouRow) ThankYouList {
	return ThankYouList{
		Shop: models.Shop{Name: "Harbour Cycles", Paper: models.PaperA4}, Language: "en",
		Made: time.Date(2026, 11, 21, 10, 24, 0, 0, time.UTC), Words: paper.Words{Title: "Customers to thank"}, Rows: rows}
}

// printed lays a list out and saves it.
func (p *Press) printed(ctx context.Context, list ThankYouList, folder, name string) (string, error) {
	document, err := p.LayOutThanks(list)
	if err != nil {
		return "", err
	}
	return SavePages(ctx, document, folder, name, nil)
}

// One press serves several sheets at once: what one of them lays out and writes, in whatever script, is not disturbed by another's.
func TestOnePressForSeveralSheets(t *testing.T) {
	var press Press
	folder := t.TempDir()
	list := listOf(paper.ThankYouRow{Name: "山田 太郎", Why: "Sent you محمد علي"})
	var all sync.WaitGroup
	for _, name := range []string{"A", "B", "C", "D"} {
		all.Go(func() {
			if _, err := press.printed(context.Background(), list, folder, name); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if files, _ := filepath.Glob(filepath.Join(folder, "*.pdf")); len(files) != 4 {
		t.Errorf("printed %v", files)
	}
}

func TestPrintNamesInAnyScript(t *testing.T) {
	names := []string{"Ann Hughes", "Δήμητρα Παππά", "山田 太郎", "محمد علي", "Владимир", "Zoë 🚲"}
	var rows []paper.ThankYouRow
	for _, name := range names {
		rows = append(rows, paper.ThankYouRow{Name: name, Why: "Sent you " + name})
	}
	var press Press
	folder := filepath.Join(t.TempDir(), "not there yet")
	path, err := press.printed(context.Background(), listOf(rows...), folder, "Customers to thank")
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(path) != "Customers to thank 2026-11-21 1024.pdf" {
		t.Errorf("printed as %s", path)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	api.DisableConfigDir()
	if err := api.Validate(bytes.NewReader(file), nil); err != nil {
		t.Errorf("not a valid PDF: %v", err)
	}
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", "-layout", path, "-").Output()
	if err != nil {
		t.Fatalf("this test needs pdftotext from poppler-utils: %v", err)
	}
	// pdftotext puts marks around text of the other direction.
	said := strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "").Replace(string(out))
	for _, name := range names {
		if !strings.Contains(said, name) {
			t.Errorf("%s cannot be read in the PDF", name)
		}
	}
}

func TestPrintNeverWritesOverAnEarlierList(t *testing.T) {
	var press Press
	folder := t.TempDir()
	for _, want := range []string{"A 2026-11-21 1024.pdf", "A 2026-11-21 1024 (2).pdf", "A 2026-11-21 1024 (3).pdf"} {
		path, err := press.printed(context.Background(), listOf(), folder, "A")
		if err != nil || filepath.Base(path) != want {
			t.Errorf("printed as %s, %v; not as %s", path, err, want)
		}
	}
}

func TestPrintWhereNothingCanBeWritten(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "Printed")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var press Press
	for _, folder := range []string{blocked, filepath.Join(blocked, "below")} {
		_, err := press.printed(context.Background(), listOf(), folder, "A")
		if p, ok := models.IsProblem(err); !ok || p.Key != "print.folder" || p.Args["Folder"] != folder {
			t.Errorf("%s: %v", folder, err)
		}
	}
	for reason, key := range map[error]string{paper.ErrFull: "print.full", paper.ErrInUse: "print.inUse", paper.ErrNotAllowed: "print.folder"} {
		if p, ok := models.IsProblem(printProblem("F", reason)); !ok || p.Key != key {
			t.Errorf("%v is told as %q", reason, p.Key)
		}
	}
}

func TestPrintCancelledLeavesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	folder := filepath.Join(t.TempDir(), "Printed")
	var press Press
	if _, err := press.printed(ctx, listOf(), folder, "A"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled with %v", err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v was left behind", left)
	}
}

// viewer is a system with, or without, a program for PDF files.
type viewer struct {
	fyne.App
	opened *url.URL
	err    error
}

func (v *viewer) OpenURL(u *url.URL) error { v.opened = u; return v.err }

func TestShowFile(t *testing.T) {
	v := &viewer{App: test.NewTempApp(t)}
	a := New(v)
	if err := a.ShowFile("/tmp/Customers to thank.pdf"); err != nil || v.opened.String() != "file:///tmp/Customers%20to%20thank.pdf" {
		t.Errorf("opened %v, %v", v.opened, err)
	}
	v.err = errors.New("no xdg-open")
	if p, ok := models.IsProblem(a.ShowFile("/x.pdf")); !ok || p.Key != "print.noViewer" || p.Args["Path"] != "/x.pdf" {
		t.Errorf("told %+v", p)
	}
}

func TestReachLeavesOutWhatTheyAskedFor(t *testing.T) {
	whole := models.ThankYouRow{Phone: "0171", Email: "a@b", Address: "3 Row\nPorthaven"}
	for _, c := range []struct {
		channel                  models.Channel
		noPost, noPhone, noEmail bool
		want                     string
		left                     LeftOut
	}{
		{channel: models.ByCard, want: "3 Row, Porthaven"},
		{channel: models.ByCall, want: "0171"},
		{channel: models.ByEmail, want: "a@b"},
		{channel: models.ByTelling, want: "0171"},
		{channel: models.ByCard, noPost: true, want: "0171", left: LeftOut{Posts: 1}},
		{channel: models.ByCall, noPhone: true, want: "a@b", left: LeftOut{Calls: 1}},
		{channel: models.ByCall, noPost: true, noPhone: true, noEmail: true, left: LeftOut{Posts: 1, Calls: 1, Emails: 1}},
	} {
		row := whole
		row.Channel, row.NoPost, row.NoPhone, row.NoEmail = c.channel, c.noPost, c.noPhone, c.noEmail
		var left LeftOut
		if got := left.Reach(row); got != c.want || left != c.left {
			t.Errorf("%+v: reached by %q, left out %+v", c, got, left)
		}
	}
	var left LeftOut
	if got := left.Reach(models.ThankYouRow{Phone: "0171", NoPost: true, ThankYou: models.ThankYou{Channel: models.ByCard}}); got != "0171" || left != (LeftOut{}) {
		t.Errorf("an address that is not there was counted: %q, %+v", got, left)
	}
}
