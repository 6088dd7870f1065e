package models

import "gorm.io/gorm"

// Hundredths is a length in hundredths of a millimetre, in which sheets of labels are sold.
type Hundredths int

// Millimetres is the same length in millimetres.
func (h Hundredths) Millimetres() float64 { return float64(h) / 100 }

// LabelSheet is how a sheet of labels is cut: one of the nine everybody sells, which have a Kind, or one that the owner measured,
// which has an ID.
type LabelSheet struct {
	ID          LabelSheetID
	Name        string
	NameKey     string
	Kind        string `gorm:"-"`
	Paper       Paper
	Width       Hundredths // of a label
	Height      Hundredths
	Across      int // how many beside one another
	Down        int // how many beneath one another
	LeftMargin  Hundredths
	TopMargin   Hundredths
	PitchAcross Hundredths // from the left edge of a label to that of the next
	PitchDown   Hundredths
}

// Count is how many labels the sheet has.
func (l *LabelSheet) Count() int { return l.Across * l.Down }

// SoldLabelSheets are the sheets that are sold everywhere. Measures: LibreOffice's labels.xml for those on A4, gLabels'
// avery-us-templates.xml for those on Letter.
func SoldLabelSheets() []LabelSheet {
	sold := func(kind string, paper Paper, width, height Hundredths, across, down int, left, top, pitchAcross, pitchDown Hundredths) LabelSheet {
		return LabelSheet{Name: kind, Kind: kind, Paper: paper, Width: width, Height: height, Across: across, Down: down,
			LeftMargin: left, TopMargin: top, PitchAcross: pitchAcross, PitchDown: pitchDown}
	}
	return []LabelSheet{
		sold("L7160", PaperA4, 6350, 3810, 3, 7, 720, 1515, 6604, 3810),
		sold("L7161", PaperA4, 6350, 4656, 3, 6, 721, 882, 6604, 4656),
		sold("L7162", PaperA4, 9906, 3387, 2, 8, 467, 1302, 10160, 3387),
		sold("L7163", PaperA4, 9906, 3810, 2, 7, 467, 1515, 10160, 3810),
		sold("L7165", PaperA4, 9906, 6773, 2, 4, 467, 1304, 10160, 6773),
		sold("5160", PaperLetter, 6668, 2540, 3, 10, 397, 1270, 7064, 2540),
		sold("5161", PaperLetter, 10160, 2540, 2, 10, 397, 1270, 10636, 2540),
		sold("5162", PaperLetter, 10160, 3387, 2, 7, 397, 2117, 10636, 3387),
		sold("5163", PaperLetter, 10160, 5080, 2, 5, 397, 1270, 10636, 5080),
	}
}

// Bounds of what a label may be.
const (
	leastLabelWidth  Hundredths = 1000
	leastLabelHeight Hundredths = 500
	mostLabels                  = 50 // beside or beneath one another
)

// Size is how wide and how high the paper is.
func (p Paper) Size() (width, height Hundredths) {
	if p == PaperLetter {
		return 21590, 27940
	}
	return 21000, 29700
}

// Validate gives the Problem of the first field that cannot be: labels lie on the paper, and beside one another.
func (l *LabelSheet) Validate() error {
	l.Name = oneLine(l.Name)
	l.NameKey = Fold(l.Name)
	if l.Across == 1 {
		l.PitchAcross = max(l.PitchAcross, l.Width)
	}
	if l.Down == 1 {
		l.PitchDown = max(l.PitchDown, l.Height)
	}
	switch {
	case l.NameKey == "":
		return problem("name", "labelSheet.name")
	case len(l.Name) > maxName:
		return problem("name", "tooLong")
	case l.Paper != PaperA4 && l.Paper != PaperLetter:
		return problem("paper", "choice")
	case l.Width < leastLabelWidth:
		return problem("width", "labelSheet.least", "Least", leastLabelWidth.Millimetres())
	case l.Height < leastLabelHeight:
		return problem("height", "labelSheet.least", "Least", leastLabelHeight.Millimetres())
	case l.Across < 1 || l.Across > mostLabels:
		return problem("across", "labelSheet.count", "Most", mostLabels)
	case l.Down < 1 || l.Down > mostLabels:
		return problem("down", "labelSheet.count", "Most", mostLabels)
	}
	return l.validatePlaces()
}

// validatePlaces is the part of Validate about where labels lie.
func (l *LabelSheet) validatePlaces() error {
	wide, high := l.Paper.Size()
	right := l.LeftMargin + Hundredths(l.Across-1)*l.PitchAcross + l.Width
	foot := l.TopMargin + Hundredths(l.Down-1)*l.PitchDown + l.Height
	switch {
	case l.LeftMargin < 0:
		return problem("leftMargin", "labelSheet.margin")
	case l.TopMargin < 0:
		return problem("topMargin", "labelSheet.margin")
	case l.PitchAcross < l.Width:
		return problem("pitchAcross", "labelSheet.overlapAcross", "Least", l.Width.Millimetres())
	case l.PitchDown < l.Height:
		return problem("pitchDown", "labelSheet.overlapDown", "Least", l.Height.Millimetres())
	case right > wide:
		return problem("across", "labelSheet.wide", "Labels", right.Millimetres(), "Paper", wide.Millimetres())
	case foot > high:
		return problem("down", "labelSheet.high", "Labels", foot.Millimetres(), "Paper", high.Millimetres())
	}
	return nil
}

// LabelSheets gives the sheets that can be printed on: the owner's own by name, then those sold everywhere, those on the shop's
// paper first.
func (s *Store) LabelSheets() ([]LabelSheet, error) {
	var own []LabelSheet
	if err := s.db.Order("name_key").Find(&own).Error; err != nil {
		return nil, explain(err)
	}
	shop, err := s.Shop()
	if err != nil {
		return nil, err
	}
	for _, usual := range []bool{true, false} {
		for _, sheet := range SoldLabelSheets() {
			if (sheet.Paper == shop.Paper) == usual {
				own = append(own, sheet)
			}
		}
	}
	return own, nil
}

// SaveLabelSheet adds a sheet that the owner measured, or changes one; its name must be new. On any error sheet is as it was.
func (s *Store) SaveLabelSheet(sheet *LabelSheet) error {
	work := *sheet
	if err := work.Validate(); err != nil {
		return err
	}
	return keep(sheet, &work, s.change(KindLabels, func(tx *gorm.DB) error { return putRow(tx, &work, work.ID) }))
}

// DeleteLabelSheet takes a sheet that the owner measured away, and with it what is noted of those in the drawer.
func (s *Store) DeleteLabelSheet(id LabelSheetID) error {
	return s.change(KindLabels, func(tx *gorm.DB) error { return oneRow(tx.Exec("DELETE FROM label_sheet WHERE id = ?", id)) })
}
