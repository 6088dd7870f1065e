// Goodturn keeps the customer book, the service log and the referrals of one small shop.
package main

import (
	"flag"

	fyneapp "fyne.io/fyne/v2/app"

	"goodturn/app"
	"goodturn/views"
)

func main() {
	file := flag.String("file", "", "open this shop file instead of the one opened last")
	flag.Parse()
	app.StartLog()
	f := fyneapp.NewWithID("app.goodturn.Goodturn")
	a := app.New(f, app.KeepPrefs(app.PrefsFile(f)), app.OneWindow(app.ThisDesk()), app.KeepBackups(app.BackupsFolder()))
	defer a.Close()
	err := a.OpenFirst(*file)
	if app.BroughtForward(err) {
		return
	}
	views.NewWindow(a, err).ShowAndRun()
}
