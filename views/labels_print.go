package views

import (
	"goodturn/app"
)

// whole lays the labels out for the printer that is chosen, and notes what printing them comes to.
func (s *labelsSheet) whole() (layOut, error) {
	labels := s.labels(s.nudge())
	s.came = cameAsk{store: s.w.store(), labels: &labelsUsed{sheet: labels.Sheet, left: s.taken(), used: app.UsedAfter(labels.Sheet, labels.Used, len(labels.Letters))}}
	var err error
	s.came.thanks, err = s.thanked()
	return s.lay(labels), err
}

// printed asks whether the labels came out, once they are printed.
func (s *labelsSheet) printed(out printedPages) { s.w.askCameOut(s.came, out) }
