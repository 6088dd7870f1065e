package views

import (
	"context"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/views/kit"
)

// openSample opens the sample shop, which is made where there is none in the language whose days end today.
func openSample(w *Window) {
	language := kit.SpokenLanguage().Code
	switch {
	case w.app.InSample():
		w.Say(kit.T("sample.here"))
	case w.app.SampleFresh(language):
		w.openAndShow(app.SampleFile())
	default:
		work := func(ctx context.Context, report func(done, total int)) error {
			return w.app.MakeSample(ctx, language, report)
		}
		w.RunToShow(kit.T("sample.making"), work, func(err error) { w.sampleMade(language, err) })
	}
}

func (w *Window) sampleMade(language string, err error) {
	if err != nil {
		w.Trouble(err)
		return
	}
	w.app.SampleMade(language)
	w.openAndShow(app.SampleFile())
}

// sampleStrip stands above every page of the sample shop and leads back to the owner's own.
func sampleStrip(w *Window) fyne.CanvasObject {
	if !w.app.InSample() {
		return kit.VGap(0)
	}
	said := kit.Rich(kit.RichT("sample.said")).Colored(kit.ColorWarn)
	back := kit.NewButton(kit.T("sample.back"), func() { w.leaveSample(w.reopened) })
	away := kit.NewButton(kit.T("sample.away"), func() { w.leaveSample(w.dropSample) })
	return stripOf(said, away, back)
}

// leaveSample opens the owner's own shop.
func (w *Window) leaveSample(then func(error)) {
	own := w.app.OwnFile()
	w.openShop(own, own == app.HomeFile(), then)
}

// dropSample throws the sample shop away once the owner's own is open.
func (w *Window) dropSample(err error) {
	w.reopened(err)
	if err != nil {
		return
	}
	if err := w.app.DropSample(); err != nil {
		w.Trouble(err)
		return
	}
	w.Say(kit.T("sample.gone"))
}
