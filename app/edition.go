package app

import (
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/adrg/xdg"
)

// Edition is which Goodturn this is. Its zero value knows nothing of itself.
type Edition struct {
	Version string    // "0.1.0"
	Commit  string    // what it was built from, the first characters of it; "" where that is not known
	Day     time.Time // of the commit; zero where that is not known
	files   fs.FS     // CHANGELOG.md and LICENCES.txt; nil for none
}

// OfEdition tells the program which edition it is, by the FyneApp.toml, CHANGELOG.md and LICENCES.txt it was built with.
func OfEdition(files fs.FS) Option { return func(a *App) { a.edition = readEdition(files) } }

// Edition is which Goodturn this is.
func (a *App) Edition() Edition { return a.edition }

var versionLine = regexp.MustCompile(`(?m)^\s*Version = "(.+)"`)

func readEdition(files fs.FS) Edition {
	e := Edition{files: files}
	if found := versionLine.FindStringSubmatch(e.text("FyneApp.toml")); found != nil {
		e.Version = found[1]
	}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return e
	}
	for _, set := range build.Settings {
		switch set.Key {
		case "vcs.revision":
			e.Commit = set.Value[:min(len(set.Value), 9)]
		case "vcs.time":
			e.Day, _ = time.Parse(time.RFC3339, set.Value) // what is no time stays unknown
		}
	}
	return e
}

// text is one of the files the edition was built with, "" for one that is not there.
func (e Edition) text(name string) string {
	if e.files == nil {
		return ""
	}
	text, err := fs.ReadFile(e.files, name)
	if err != nil {
		slog.Error("reading what the program was built with", "error", err)
	}
	return string(text)
}

// Note is a paragraph of what is new, or the heading of those that follow.
type Note struct {
	Text    string
	Heading bool
}

// News is what CHANGELOG.md says of the newest version: the lines under its first heading.
func (e Edition) News() []Note {
	_, newest, _ := strings.Cut(e.text("CHANGELOG.md"), "\n## ")
	_, newest, _ = strings.Cut(newest, "\n") // the heading itself
	newest, _, _ = strings.Cut(newest, "\n## ")
	var notes []Note
	open := false // the line above can go on
	for line := range strings.Lines(newest) {
		line = strings.TrimSpace(line)
		item, isItem := strings.CutPrefix(line, "- ")
		heading, isHeading := strings.CutPrefix(line, "### ")
		switch {
		case line == "":
		case isHeading:
			notes = append(notes, Note{Text: heading, Heading: true})
		case isItem || !open:
			notes = append(notes, Note{Text: item})
		default:
			notes[len(notes)-1].Text += " " + line
		}
		open = line != "" && !isHeading
	}
	return notes
}

// ShowLicences opens the licences of everything the program is built with, in the system's program for texts. Where there is none,
// the Problem says where the file is.
func (a *App) ShowLicences() error {
	path := filepath.Join(xdg.CacheHome, "Goodturn", "Licences.txt")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(path, []byte(a.edition.text("LICENCES.txt")), 0o600); err != nil {
		return err
	}
	return a.ShowFile(path)
}

// ForMail is what somebody who helps needs to know first, in a few lines to put into a mail: which Goodturn this is, what it runs
// on, and how large the shop is. Nothing of customers is in it.
func (a *App) ForMail() string {
	var b strings.Builder
	a.aboutProgram(lineTo(&b))
	a.aboutShop(lineTo(&b))
	return b.String()
}

// aboutProgram tells which Goodturn this is and what it runs on.
func (a *App) aboutProgram(line func(what string, value any)) {
	line("time", a.now().Format("2006-01-02 15:04 MST"))
	line("goodturn", a.edition.Version)
	if e := a.edition; e.Commit != "" {
		line("built from", e.Commit+" of "+e.Day.Format(time.DateOnly))
	}
	line("go", runtime.Version())
	line("system", runtime.GOOS+" "+runtime.GOARCH)
	line("processors", runtime.NumCPU())
	line("place", a.place)
	line("language chosen", a.Prefs.Language())
	line("text size", a.Prefs.TextScale())
	line("light or dark", a.Prefs.Mode())
}
