// Goodturn keeps the customer book, the service log and the referrals of one small shop.
package main

import (
	"embed"
	"flag"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"goodturn/app"
	"goodturn/assets"
	"goodturn/views"
)

// edition is which version this is, what is new in it, and the licences of what it is built with.
//
//go:embed FyneApp.toml CHANGELOG.md LICENCES.txt
var edition embed.FS

func main() {
	file := flag.String("file", "", "open this shop file instead of the one opened last")
	flag.Parse()
	if *file == "" {
		*file = flag.Arg(0) // as the system calls the program when a shop file is double-clicked
	}
	app.StartLog()
	f := fyneapp.NewWithID("app.goodturn.Goodturn")
	f.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	a := app.New(f, app.OfEdition(edition), app.KeepPrefs(app.PrefsFile(f)), app.OneWindow(app.ThisDesk()), app.KeepBackups(app.BackupsFolder()))
	defer a.Close()
	err := a.OpenFirst(*file)
	if app.BroughtForward(err) {
		return
	}
	views.NewWindow(a, err).ShowAndRun()
}
