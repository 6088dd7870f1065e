//go:build e2e && release

package main_test

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The packages that "make release" made, each installed into an empty home folder and used as its owner would.

// packaged gives the one file of the release whose name fits.
func packaged(t testing.TB, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("build", "release", pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: %q, %v; please run make release", pattern, found, err)
	}
	whole, err := filepath.Abs(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// TestReleaseForDebian unpacks the .deb as apt would, and works with the program in it for a moment.
func TestReleaseForDebian(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	root := t.TempDir()
	d.run("dpkg-deb", "-x", packaged(t, "goodturn_*_amd64.deb"), root)
	d.wantMenuEntry(root)
	d.exe = []string{filepath.Join(root, "usr", "bin", "goodturn")}
	d.openShop()
	d.addCustomer("Ann Hughes", "0171 555 0110")
	d.backUp()
	d.Close()
	d.must(os.Rename(d.homeFile(), d.Path("Shop.goodturn")))
	d.Start(d.Path("Shop.goodturn")) // as a double click does
	d.See("Harbour Cycles")
	d.Close()
}

// wantMenuEntry holds what a desktop reads of the package to the desktops' own rules.
func (d *desk) wantMenuEntry(root string) {
	d.t.Helper()
	share := filepath.Join(root, "usr", "share")
	d.run("desktop-file-validate", filepath.Join(share, "applications", "app.goodturn.Goodturn.desktop"))
	d.run("appstreamcli", "validate", "--no-net", filepath.Join(share, "metainfo", "app.goodturn.Goodturn.metainfo.xml"))
	for _, file := range []string{"icons/hicolor/scalable/apps/app.goodturn.Goodturn.svg", "mime/packages/app.goodturn.Goodturn.xml", "doc/goodturn/LICENCES.txt"} {
		if _, err := os.Stat(filepath.Join(share, filepath.FromSlash(file))); err != nil {
			d.t.Error(err)
		}
	}
}

// TestReleaseForFedora looks into the .rpm, which Debian cannot install: it holds the program and its menu entry, and asks for every
// library that the program is linked with.
func TestReleaseForFedora(t *testing.T) {
	t.Parallel()
	rpm := packaged(t, "goodturn-*.rpm")
	held, asked := rpmSays(t, rpm, "-qlp"), rpmSays(t, rpm, "-qp", "--requires")
	for _, want := range []string{"/usr/bin/goodturn", "/usr/share/applications/app.goodturn.Goodturn.desktop", "/usr/share/icons/hicolor/256x256/apps/app.goodturn.Goodturn.png"} {
		if !strings.Contains(held, want+"\n") {
			t.Errorf("%s is not in the .rpm", want)
		}
	}
	program, err := elf.Open("build/release/work/linux/bin/goodturn")
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close()
	linked, err := program.ImportedLibraries()
	if err != nil {
		t.Fatal(err)
	}
	partsOfC := []string{"libm.so.6", "libpthread.so.0", "libresolv.so.2"}
	for _, library := range linked {
		if !strings.Contains(asked, library+"(") && !slices.Contains(partsOfC, library) {
			t.Errorf("the .rpm does not ask for %s", library)
		}
	}
}

func rpmSays(t *testing.T, rpm string, about ...string) string {
	t.Helper()
	said, err := exec.Command("rpm", append(about, rpm)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return string(said)
}

// TestReleaseForWindows installs the program under Wine, adds a customer, prints, backs up, closes, and removes the program again.
func TestReleaseForWindows(t *testing.T) {
	t.Parallel()
	w := newWindows(t)
	w.install()
	w.exe = []string{"wine", w.program()}
	w.openShop()
	w.addCustomer("Ann Hughes", "0171 555 0110")
	w.printCustomers()
	w.backUpToC()
	w.stopsInstaller()
	w.Close()
	w.uninstall()
	if got := w.SQL(w.shop, "SELECT name FROM customer"); got != "Ann Hughes" {
		t.Errorf("after the program is gone the shop file holds %q", got)
	}
}
