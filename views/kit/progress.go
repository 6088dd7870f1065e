package kit

import "fyne.io/fyne/v2"

// Progress is a sheet that shows how far long work has come.
type Progress struct {
	sheet *Sheet
	bar   *Bar
	count *RichLine
}

// ShowProgress opens the sheet. cancel is called by its button and by Escape; the
// caller closes the sheet when the work has ended. extra stands at the left of its footer.
func ShowProgress(c fyne.Canvas, title string, cancel func(), extra ...fyne.CanvasObject) *Progress {
	p := &Progress{bar: NewBar("", 0, 1, ""), count: Quiet("")}
	p.sheet = ShowSheet(c, title, VStack(gapRow, p.bar, p.count), SheetOptions{Cancel: T("kit.cancel"), Width: 440, Extra: extra, NoHelp: true})
	p.sheet.layer.OnEscape = cancel
	p.sheet.opts.OnCancel = cancel
	return p
}

// SetProgress shows that done of total is done; a total of 0 is not known yet.
func (p *Progress) SetProgress(done, total int) {
	p.bar.Set("", float64(done), float64(max(total, 1)), "")
	text := ""
	if total > 0 {
		text = T("kit.progress", "Done", Count(done), "Total", Count(total))
	}
	p.count.SetText(text)
}

// Close takes the sheet away.
func (p *Progress) Close() { p.sheet.Close() }
