package kit

import "fyne.io/fyne/v2"

// Help does what the “?” of the sheet does.
func (s *Sheet) Help() {
	if help := s.helper(); help != nil {
		help(s.opts.Help)
	}
}

// helper is what explains the sheet; nil where nothing does.
func (s *Sheet) helper() func(about string) {
	if page, ok := s.canvas.Content().(*Layer); ok && !s.opts.NoHelp {
		return page.OnSheetHelp
	}
	return nil
}

// inheritHelp has a sheet over another be about the same where it does not say what it is about.
func (s *Sheet) inheritHelp() {
	if below := TopLayer(s.canvas); s.opts.Help == "" && below != nil && below.sheet != nil {
		s.opts.Help = below.sheet.opts.Help
	}
}

// HelpOnSheet does what the “?” of the sheet in front does.
func HelpOnSheet(c fyne.Canvas) {
	if l := TopLayer(c); l != nil && l.sheet != nil {
		l.sheet.Help()
	}
}
