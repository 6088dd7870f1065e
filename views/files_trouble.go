package views

import (
	"log/slog"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// troublePage stands in the window when no shop file is open: what is wrong, and what helps.
// first is the button that the keyboard begins with.
func troublePage(w *Window, trouble error) (page fyne.CanvasObject, first fyne.Focusable) {
	path := w.app.Tried() // now: another may be tried, and not open either, while the page stands
	buttons := kit.FlowRow(8)
	for i, way := range waysOut(trouble) {
		button := w.wayButton(way, path, trouble)
		if i == 0 {
			first = button.Primary()
		}
		buttons.Add(button)
	}
	again := kit.Rich(kit.Escape(w.stillTrouble(trouble))).Colored(kit.ColorWarn)
	again.Hidden = !w.retrying
	card := kit.Card(kit.Title(kit.T(troubleTitle(trouble))), kit.Body(sentenceOf(trouble)), kit.Quiet(path), again,
		kit.VGap(4), buttons)
	return kit.Over(kit.Ground(kit.ColorPaper, 0), kit.Middle(kit.Fixed(600, card))), first
}

// stillTrouble says that trying again did not help, and when to the second: who clicks twice sees that both were tried.
func (w *Window) stillTrouble(trouble error) string {
	key := "files.stillShut"
	if problem, _ := models.IsProblem(trouble); problem.Key == "file.missing" {
		key = "files.stillMissing"
	}
	return kit.T(key, "Time", kit.ClockSeconds(w.app.Now()))
}

// troubleTitle is the key of what stands above the page: what the owner stopped is no trouble.
func troubleTitle(trouble error) string {
	if problem, _ := models.IsProblem(trouble); problem.Key == "file.upgradeStopped" {
		return "files.stoppedTitle"
	}
	return "files.troubleTitle"
}

// wayOut is something that may help while no shop file opens.
type wayOut string

const (
	wayAgain   wayOut = "again"
	wayRestore wayOut = "restore"
	wayRescue  wayOut = "rescue"
	wayOpen    wayOut = "open"
	wayNew     wayOut = "new"
	wayReport  wayOut = "report"
	wayQuit    wayOut = "quit"
)

// waysOut are the ways that help with a trouble, the likeliest first: trying again makes no newer program of
// this one, and a restored backup plugs no stick in.
func waysOut(trouble error) []wayOut {
	problem, _ := models.IsProblem(trouble)
	switch problem.Key {
	case "file.upgradeStopped":
		return []wayOut{wayAgain, wayOpen, wayQuit}
	case "file.upgradeFailed", "file.upgradeHalf":
		return []wayOut{wayReport, wayRestore, wayAgain, wayOpen, wayQuit}
	case "file.damaged", "backup.damaged":
		return []wayOut{wayRestore, wayRescue, wayAgain, wayOpen, wayNew}
	case "file.notShop":
		return []wayOut{wayOpen, wayRestore, wayNew}
	case "file.newer":
		return []wayOut{wayOpen, wayNew}
	case "file.missing":
		return []wayOut{wayAgain, wayRestore, wayOpen, wayNew}
	case "file.disk":
		return []wayOut{wayAgain, wayRestore, wayRescue, wayOpen, wayNew}
	case "":
		return []wayOut{wayAgain, wayRestore, wayOpen, wayNew}
	}
	return []wayOut{wayAgain, wayOpen, wayNew} // somebody else has it, or the place does not allow it
}

func (w *Window) wayButton(way wayOut, path string, trouble error) *kit.Button {
	switch way {
	case wayAgain:
		return kit.NewButton(kit.T("files.again"), func() { tryAgain(w, path) })
	case wayRestore:
		return kit.NewButton(kit.T("backups.open"), func() { showBackupsInstead(w, trouble) })
	case wayRescue:
		return kit.NewButton(kit.T("rescue.open"), func() { askWhereToRescue(w, path) })
	case wayReport, wayQuit:
		return kit.NewButton(kit.T("action."+string(way)), func() { w.do(string(way)) })
	case wayOpen:
		return kit.NewButton(kit.T("action.openFile"), func() { w.do("openFile") }).Hint(w.shortcutText("openFile"))
	}
	return kit.NewButton(kit.T("action.newFile"), func() { w.do("newFile") })
}

// tryAgain opens the file that could not be opened: a stick may be plugged in by now. Only the program's own file
// is made where there is none.
func tryAgain(w *Window, path string) {
	w.upgradeFirst(w.app.Open(path, path == app.HomeFile()), func(err error) {
		problem, _ := models.IsProblem(err)
		w.retrying = problem.Key != "file.upgradeStopped" // which the owner did
		w.reopened(err)
		w.retrying = false
	})
}

// showFolder opens the system's own view of a folder. A computer without one is no fault of anybody's: then the path says
// where to look.
func showFolder(w *Window, folder string) {
	target, err := url.Parse(storage.NewFileURI(folder).String())
	if err == nil {
		err = w.app.Fyne().OpenURL(target)
	}
	if err != nil {
		slog.Error("showing a folder", "error", err)
		kit.ShowSheet(w.canvas(), kit.T("files.noViewer"), kit.VStack(12, kit.Body(kit.T("files.noViewerWhat")), kit.Strong(folder)),
			kit.SheetOptions{Width: 520})
	}
}
