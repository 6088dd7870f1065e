//go:build e2e && release

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// windows is a desk whose computer is Windows, as Wine plays it.
type windows struct {
	*desk
	c     string // the drive C:, as Linux sees it
	local string // where Windows keeps the programs and the data of its user
}

// prng is what Go programs ask Windows for random numbers by, since Windows 7. Wine has it from version 9 on; for an older one it is
// built here, and is shipped to nobody.
const prng = `
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID to, ULONG count); // RtlGenRandom, in advapi32
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T count) { return SystemFunction036(to, count); }
`

// newWindows sets up a Windows that nobody has used.
func newWindows(t *testing.T) *windows {
	t.Helper()
	w := &windows{desk: newDesk(t, 1280, 800)}
	w.patience = 2 * time.Minute
	// When another program of Windows has come and gone, nobody has the keyboard on a screen without a window manager.
	w.adrift = true
	w.c = w.Path(".wine/drive_c")
	w.Set("WINEPREFIX", w.Path(".wine"))
	w.Set("WINEARCH", "win64")
	w.Set("WINEDEBUG", "-all")
	w.Set("WINEDLLOVERRIDES", "mscoree,mshtml=;bcryptprimitives=n") // neither .NET nor a browser are asked for
	t.Cleanup(func() {
		w.clearUp() // as long as there is something to see
		w.command("wineserver", "--kill").Run()
	})
	w.run("wineboot", "--init")
	w.must(os.WriteFile(w.Path("prng.c"), []byte(prng), 0o600))
	w.run("x86_64-w64-mingw32-gcc", "-shared", "-o", filepath.Join(w.c, "windows/system32/bcryptprimitives.dll"), w.Path("prng.c"), "-ladvapi32")
	found, err := filepath.Glob(filepath.Join(w.c, "users/*/AppData/Local"))
	w.must(err)
	for _, local := range found {
		if !strings.Contains(local, "/Public/") {
			w.local = local
		}
	}
	w.shop = filepath.Join(w.local, "Goodturn", "My shop.goodturn")
	return w
}

// program is where the installer puts the program.
func (w *windows) program() string {
	return filepath.Join(w.local, "Programs", "Goodturn", "Goodturn.exe")
}

// install runs the installer without a question, and looks at what it left.
func (w *windows) install() {
	w.t.Helper()
	w.run("wine", packaged(w.t, "Goodturn-*-setup.exe"), "/S")
	for _, file := range []string{"Goodturn.exe", "Uninstall.exe", "CHANGELOG.txt", "LICENSE.txt", "LICENCES.txt"} {
		if _, err := os.Stat(filepath.Join(filepath.Dir(w.program()), file)); err != nil {
			w.t.Error(err)
		}
	}
	if opens := w.run("wine", "reg", "query", `HKCU\Software\Classes\Goodturn.Shop\shell\open\command`, "/ve"); !strings.Contains(opens, `Goodturn.exe" "%1"`) {
		w.t.Errorf("a double click runs %q", opens)
	}
}

// stopsInstaller runs the installer while the program is open: it leaves the program alone.
func (w *windows) stopsInstaller() {
	w.t.Helper()
	again := w.command("wine", packaged(w.t, "Goodturn-*-setup.exe"), "/S")
	again.Run()
	if code := again.ProcessState.ExitCode(); code != 2 {
		w.t.Errorf("over the open program the installer ends with code %d", code)
	}
}

// uninstall removes the program, and leaves what is the owner's.
func (w *windows) uninstall() {
	w.t.Helper()
	w.run("wine", filepath.Join(filepath.Dir(w.program()), "Uninstall.exe"), "/S")
	w.Until("the program to be gone", func() bool { _, err := os.Stat(filepath.Dir(w.program())); return os.IsNotExist(err) })
	if left := w.run("wine", "reg", "query", `HKCU\Software\Classes`); strings.Contains(left, "Goodturn") {
		w.t.Errorf("Windows still knows the program: %q", left)
	}
}

// printCustomers prints the list of the customers and reads the PDF.
func (w *windows) printCustomers() {
	w.t.Helper()
	w.Key("ctrl+2")
	w.See("1 customer")
	w.Key("ctrl+p")
	w.See("As it will be printed")
	w.Key("Return")
	var printed []string
	w.Until("the PDF", func() bool {
		printed, _ = filepath.Glob(filepath.Join(w.local, "Goodturn/Printed/*.pdf"))
		return len(printed) == 1
	})
	if words := w.run("pdftotext", "-layout", printed[0], "-"); !strings.Contains(words, "Ann Hughes") {
		w.t.Errorf("the printed list says %q", words)
	}
	w.Settle()
}

// backUpToC backs up into a folder of the drive C:.
func (w *windows) backUpToC() {
	w.t.Helper()
	folder := filepath.Join(w.c, "Stick")
	w.must(os.Mkdir(folder, 0o700))
	w.Key("ctrl+b", "ctrl+a")
	w.Type(`C:\Stick`)
	w.Key("Return")
	var made []string
	w.Until("the backup", func() bool {
		made, _ = filepath.Glob(filepath.Join(folder, "*.goodturn"))
		return len(made) == 1
	})
	if got := w.SQL(made[0], "SELECT name FROM customer"); got != "Ann Hughes" {
		w.t.Errorf("the backup holds %q", got)
	}
	w.See("Backed up")
}
