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
	a := app.New(fyneapp.NewWithID("app.goodturn.Goodturn"), app.OneWindow(app.ThisDesk()), app.KeepBackups(app.BackupsFolder()))
	defer a.Close()
	err := a.OpenFirst(*file)
	if app.BroughtForward(err) {
		return
	}
	views.NewWindow(a, err).ShowAndRun()
}
