//go:build cups

package paper

import (
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"goodturn/app/paper/cupstest"
)

// TestListArrivesAtAPrinter sends a list to a CUPS server of its own, with the
// printer that prints into a folder, and reads what came out.
func TestListArrivesAtAPrinter(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := cupstest.Start(ctx, t)
	server.Use()
	if queues, err := Queues(ctx); err != nil || len(queues) != 0 {
		t.Fatalf("a server without printers lists %v, %v", queues, err)
	}
	server.AddPrinter()
	queues, err := Queues(ctx)
	if err != nil || len(queues) != 1 || queues[0] != (Queue{"ShopPDF", true}) {
		t.Fatalf("queues are %v, %v", queues, err)
	}
	path := filepath.Join(t.TempDir(), "-to thank.pdf")
	if err := listDocument(t, 12).SavePDF(ctx, path, nil); err != nil {
		t.Fatal(err)
	}
	job, err := Send(ctx, "ShopPDF", path, "-o Danke\n王", 1)
	if err != nil || job != "ShopPDF-1" {
		t.Fatalf("job %q, %v", job, err)
	}
	checkPaper(ctx, t, path, server.Arrived(1)[0])
	if _, err := Send(ctx, "No such printer", path, "", 1); err == nil {
		t.Error("a printer that does not exist takes a job")
	}
}

// The edges of labels arrive where they were sent to: nothing on the way makes the page smaller or moves it.
func TestLabelsArriveAtTheirTrueSize(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := cupstest.Start(ctx, t)
	server.Use()
	server.AddPrinter()
	in := labelTestOf(newSetter(t), soldSheets()[0])
	page := func(name string) string {
		document, err := LabelTest(in)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name)
		if err := document.SavePDF(ctx, path, nil); err != nil {
			t.Fatal(err)
		}
		return path
	}
	sent := page("sent.pdf")
	if _, err := Send(ctx, "ShopPDF", sent, "Labels", 1); err != nil {
		t.Fatal(err)
	}
	in.Nudge = Nudge{Right: 1, Down: 1}
	want, off := picturesOf(ctx, t, sent)[0], picturesOf(ctx, t, page("off.pdf"))[0]
	got := picturesOf(ctx, t, server.Arrived(1)[0])[0]
	seen := difference(t, want, off)
	if missed := difference(t, want, got); missed > seen/4 {
		t.Errorf("%.2f %% of the page is elsewhere; of a page a millimetre off it is %.2f %%", 100*missed, 100*seen)
	}
}

// checkPaper looks at what the printer printed: the same pages, every mark in
// its place. As pictures, for printers take a page's text apart.
func checkPaper(ctx context.Context, t *testing.T, sent, arrived string) {
	t.Helper()
	want, got := picturesOf(ctx, t, sent), picturesOf(ctx, t, arrived)
	if len(want) != len(got) {
		t.Fatalf("%d pages arrived, of %d", len(got), len(want))
	}
	if seen := difference(t, want[0], want[len(want)-1]); seen < 0.01 {
		t.Fatalf("the comparison is blind: two different pages differ by %.1f %%", 100*seen)
	}
	for i := range want {
		if off := difference(t, want[i], got[i]); off > 0.005 {
			t.Errorf("page %d: %.1f %% of it is elsewhere", i+1, 100*off)
		}
	}
}

// picturesOf draws every page at 72 dots an inch.
func picturesOf(ctx context.Context, t *testing.T, pdf string) []image.Image {
	t.Helper()
	folder := t.TempDir()
	if out, err := exec.CommandContext(ctx, "pdftoppm", "-r", "72", "-gray", "-png", pdf, filepath.Join(folder, "page")).CombinedOutput(); err != nil {
		t.Fatalf("this test needs pdftoppm from poppler-utils: %v\n%s", err, out)
	}
	names, _ := filepath.Glob(filepath.Join(folder, "*.png"))
	var pages []image.Image
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		page, err := png.Decode(file)
		if err = errors.Join(err, file.Close()); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}

// difference is the share of a page that is dark in one picture and light in
// the other.
func difference(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	both := a.Bounds().Intersect(b.Bounds())
	if one := a.Bounds().Union(b.Bounds()).Size().Sub(both.Size()); one.X > 1 || one.Y > 1 {
		t.Fatalf("pages of %v and %v", a.Bounds(), b.Bounds())
	}
	off, size := 0, both.Size()
	for y := range size.Y {
		for x := range size.X {
			one, _, _, _ := a.At(x, y).RGBA()
			other, _, _, _ := b.At(x, y).RGBA()
			if max(one, other)-min(one, other) > 0x8000 {
				off++
			}
		}
	}
	return float64(off) / float64(size.X*size.Y)
}
