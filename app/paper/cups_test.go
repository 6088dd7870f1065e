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
	"strings"
	"testing"
	"time"
)

// TestListArrivesAtAPrinter sends a list to a CUPS server of its own, with the
// printer that prints into a folder, and reads what came out. It needs root,
// for CUPS runs that printer as nobody else, and the Debian packages cups and
// printer-driver-cups-pdf.
func TestListArrivesAtAPrinter(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := startCUPS(ctx, t)
	if queues, err := Queues(ctx); err != nil || len(queues) != 0 {
		t.Fatalf("a server without printers lists %v, %v", queues, err)
	}
	server.addPrinter(ctx, t)
	queues, err := Queues(ctx)
	if err != nil || len(queues) != 1 || queues[0] != (Queue{"ShopPDF", true}) {
		t.Fatalf("queues are %v, %v", queues, err)
	}
	path := filepath.Join(t.TempDir(), "-to thank.pdf")
	if err := listDocument(t, 12).SavePDF(ctx, path, nil); err != nil {
		t.Fatal(err)
	}
	job, err := Send(ctx, "ShopPDF", path, "-o Danke\n王")
	if err != nil || job != "ShopPDF-1" {
		t.Fatalf("job %q, %v", job, err)
	}
	server.checkPaper(ctx, t, path)
	if _, err := Send(ctx, "No such printer", path, ""); err == nil {
		t.Error("a printer that does not exist takes a job")
	}
}

// The edges of labels arrive where they were sent to: nothing on the way makes the page smaller or moves it.
func TestLabelsArriveAtTheirTrueSize(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := startCUPS(ctx, t)
	server.addPrinter(ctx, t)
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
	if _, err := Send(ctx, "ShopPDF", sent, "Labels"); err != nil {
		t.Fatal(err)
	}
	in.Nudge = Nudge{Right: 1, Down: 1}
	want, off := server.picturesOf(ctx, t, sent)[0], server.picturesOf(ctx, t, page("off.pdf"))[0]
	got := server.picturesOf(ctx, t, server.arrival(ctx, t))[0]
	seen := difference(t, want, off)
	if missed := difference(t, want, got); missed > seen/4 {
		t.Errorf("%.2f %% of the page is elsewhere; of a page a millimetre off it is %.2f %%", 100*missed, 100*seen)
	}
}

// cups is a print server in a folder of its own.
type cups struct{ folder string }

func startCUPS(ctx context.Context, t *testing.T) cups {
	t.Helper()
	folder, err := os.MkdirTemp("", "cups") // short, for it holds a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	server := cups{folder}
	server.configure(t)
	daemon := exec.CommandContext(ctx, "cupsd", "-f",
		"-c", filepath.Join(folder, "cupsd.conf"), "-s", filepath.Join(folder, "cups-files.conf"))
	if err := daemon.Start(); err != nil {
		t.Fatalf("this test needs the package cups: %v", err)
	}
	t.Cleanup(func() {
		_ = daemon.Process.Signal(os.Interrupt)
		_ = daemon.Wait()
	})
	t.Setenv("CUPS_SERVER", filepath.Join(folder, "socket"))
	server.await(ctx, t, "the server", func() bool {
		return exec.CommandContext(ctx, "lpstat", "-r").Run() == nil && server.exists("socket")
	})
	return server
}

// addPrinter makes the printer that prints into the folder, and the one that is usual.
func (c cups) addPrinter(ctx context.Context, t *testing.T) {
	t.Helper()
	const model = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
	c.run(ctx, t, "lpadmin", "-p", "ShopPDF", "-E", "-v", "cups-pdf:/"+c.name(), "-P", model)
	c.run(ctx, t, "lpadmin", "-d", "ShopPDF")
}

func (c cups) configure(t *testing.T) {
	t.Helper()
	for _, name := range []string{"spool", "cache", "state", "paper"} {
		if err := os.MkdirAll(filepath.Join(c.folder, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(c.folder, 0o755); err != nil { // CUPS drops its rights
		t.Fatal(err)
	}
	c.write(t, "cupsd.conf", `Listen FOLDER/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`)
	c.write(t, "cups-files.conf", `ServerRoot FOLDER
RequestRoot FOLDER/spool
CacheDir FOLDER/cache
StateDir FOLDER/state
ErrorLog FOLDER/error_log
AccessLog FOLDER/access_log
PageLog FOLDER/page_log
SystemGroup root
`)
	c.write(t, c.printerFile(), `Out FOLDER/paper
Spool FOLDER/spool/pdf
Log FOLDER
`)
	t.Cleanup(func() { os.Remove(c.printerFile()) })
}

// name tells this server's printer from others, and printerFile is where that
// printer looks for its settings: in one folder only.
func (c cups) name() string { return filepath.Base(c.folder) }

func (c cups) printerFile() string { return "/etc/cups/cups-pdf-" + c.name() + ".conf" }

func (c cups) write(t *testing.T, name, text string) {
	t.Helper()
	text = strings.ReplaceAll(text, "FOLDER", c.folder)
	if !filepath.IsAbs(name) {
		name = filepath.Join(c.folder, name)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (c cups) exists(name string) bool {
	_, err := os.Stat(filepath.Join(c.folder, name))
	return err == nil
}

func (c cups) run(ctx context.Context, t *testing.T, name string, arguments ...string) {
	t.Helper()
	if out, err := exec.CommandContext(ctx, name, arguments...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// await looks ten times a second until something of another program is there.
func (c cups) await(ctx context.Context, t *testing.T, what string, there func() bool) {
	t.Helper()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for !there() {
		select {
		case <-tick.C:
		case <-ctx.Done():
			log, _ := os.ReadFile(filepath.Join(c.folder, "error_log"))
			t.Fatalf("%s did not come\n%s", what, log)
		}
	}
}

// arrival waits for what the printer printed.
func (c cups) arrival(ctx context.Context, t *testing.T) string {
	t.Helper()
	var arrived []string
	c.await(ctx, t, "the paper", func() bool {
		arrived, _ = filepath.Glob(filepath.Join(c.folder, "paper", "*.pdf"))
		return len(arrived) > 0 && exec.CommandContext(ctx, "pdfinfo", arrived[0]).Run() == nil
	})
	return arrived[0]
}

// checkPaper looks at what the printer printed: the same pages, every mark in
// its place. As pictures, for printers take a page's text apart.
func (c cups) checkPaper(ctx context.Context, t *testing.T, sent string) {
	t.Helper()
	want, got := c.picturesOf(ctx, t, sent), c.picturesOf(ctx, t, c.arrival(ctx, t))
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
func (c cups) picturesOf(ctx context.Context, t *testing.T, pdf string) []image.Image {
	t.Helper()
	folder := t.TempDir()
	c.run(ctx, t, "pdftoppm", "-r", "72", "-gray", "-png", pdf, filepath.Join(folder, "page"))
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
