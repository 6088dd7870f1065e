//go:build e2e

package main_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"goodturn/app/paper/cupstest"
)

// TestE2EPrintNow prints what the log shows on a real print server, with the keyboard alone: its printer is chosen, Enter prints, and the
// page arrives with its words. The next time Enter alone prints there again.
func TestE2EPrintNow(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	server := cupstest.Start(ctx, t)
	server.AddPrinter()
	d := newDesk(t, 1280, 800)
	d.Set("CUPS_SERVER", server.Socket())
	d.openShop()
	d.addCustomer("Ann Hughes", "0171 555 0110")
	d.Key("ctrl+n")
	d.Type("Ann Hughes")
	d.Key("Return")
	d.Type("Brooks saddle")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), lastVisit, "Ann Hughes: Brooks saddle fulfilled")

	d.Key("ctrl+3")
	d.See("One request")
	d.Key("ctrl+p")
	d.See("As it will be printed")
	d.Key("Tab", "Tab", "Return") // past the cross, to the printers
	d.See(cupstest.Printer)
	d.Type(cupstest.Printer[:1])
	d.Key("Return")
	d.See("It goes there at once")
	d.Key("ctrl+Return")
	d.wantArrived(server.Arrived(1)[0])
	d.Key("ctrl+p")
	d.See("It goes there at once")
	d.Key("Return")
	d.wantArrived(server.Arrived(2)[1])
}

// wantArrived holds a page that came out of the printer to what it must say. It is read as one reads paper: printers keep the shapes of
// the letters, and not which letters they are.
func (d *desk) wantArrived(path string) {
	d.t.Helper()
	page := d.Path("arrived")
	d.run("pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", path, page)
	words := d.run("tesseract", page+".png", "-", "--psm", "6")
	for _, want := range []string{"Service log", "Ann Hughes", "Brooks saddle", "Page 1 of 1"} {
		if !strings.Contains(words, want) {
			d.t.Errorf("what came out of the printer does not say %q:\n%s", want, words)
		}
	}
}
