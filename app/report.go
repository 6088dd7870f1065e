package app

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
)

// Report writes a zip file into folder, of what somebody who mends the program needs to know: what it ran on, how
// large the shop is, and its log, from which names, numbers and whatever was typed are taken out. Nothing of the
// shop file itself is in it. It gives the zip's path; a folder that cannot be written to is the system's error.
func (a *App) Report(folder string) (path string, err error) {
	path = filepath.Join(folder, "Goodturn report "+a.now().Format("2006-01-02 1504")+".zip")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	err = a.writeReport(file)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		os.Remove(path)
		return "", err
	}
	return path, nil
}

func (a *App) writeReport(out io.Writer) error {
	z := zip.NewWriter(out)
	about, err := z.Create("about.txt")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(about, a.about()); err != nil {
		return err
	}
	logs, err := filepath.Glob(filepath.Join(filepath.Dir(LogFile()), "*.log"))
	if err != nil {
		return err
	}
	for _, log := range logs {
		if err := addScrubbed(z, log); err != nil {
			return err
		}
	}
	return z.Close()
}

func addScrubbed(z *zip.Writer, path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	entry, err := z.Create(filepath.Base(path))
	if err != nil {
		return err
	}
	_, err = io.WriteString(entry, scrub(string(raw)))
	return err
}

// about tells what the program runs on and how large the shop is, in numbers alone.
func (a *App) about() string {
	var b strings.Builder
	line := lineTo(&b)
	a.aboutProgram(line)
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range build.Deps {
			line("uses "+dep.Path, dep.Version)
		}
	}
	a.aboutShop(line)
	return b.String()
}

// lineTo writes lines, each of what something is and its value.
func lineTo(b *strings.Builder) func(what string, value any) {
	return func(what string, value any) { fmt.Fprintf(b, "%s: %v\n", what, value) }
}

func (a *App) aboutShop(line func(what string, value any)) {
	if a.Store == nil {
		line("shop file", "none is open")
		return
	}
	if info, err := os.Stat(a.Store.Path()); err == nil {
		line("shop file, bytes", info.Size())
	}
	counts, err := a.Store.Counts()
	if err != nil {
		line("rows", scrub(err.Error()))
		return
	}
	tables := make([]string, 0, len(counts))
	for table := range counts {
		tables = append(tables, table)
	}
	slices.Sort(tables)
	for _, table := range tables {
		line("rows of "+table, counts[table])
	}
	if shop, err := a.Store.Shop(); err == nil {
		line("last backup", a.BackupState(shop.UID).Last.At.Format("2006-01-02 15:04"))
	}
}

// CrashFile is where the system's last words go when the program itself fails.
func CrashFile() string { return filepath.Join(filepath.Dir(LogFile()), "crash.log") }

// keepCrash has a failure of the program written to CrashFile, and keeps the one before for Report.
func keepCrash() error {
	if info, err := os.Stat(CrashFile()); err == nil && info.Size() > 0 {
		before := filepath.Join(filepath.Dir(CrashFile()), "crash-before.log")
		if err := os.Rename(CrashFile(), before); err != nil {
			return err
		}
	}
	file, err := os.OpenFile(CrashFile(), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer file.Close() // the runtime keeps a handle of its own
	return debug.SetCrashOutput(file, debug.CrashOptions{})
}
