package paper

// LabelGrid is where the labels of a sheet lie, in millimetres from its top left corner.
type LabelGrid struct {
	Width, Height  float64 // of a label
	Across, Down   int     // how many beside and beneath one another
	Left, Top      float64 // of the first label
	PitchX, PitchY float64 // from the edge of a label to the same edge of the next
}

// Count is how many labels the sheet has.
func (g LabelGrid) Count() int { return g.Across * g.Down }

// Corner gives the top left corner of a label; places are counted from 0, row by row.
func (g LabelGrid) Corner(place int) (x, y float64) {
	return g.Left + float64(place%g.Across)*g.PitchX, g.Top + float64(place/g.Across)*g.PitchY
}

// Nudge is how far a printer's page has to be moved for it to come out where it should, in millimetres.
type Nudge struct{ Right, Down float64 }

// moved gives the grid as this printer has to be told of it.
func (n Nudge) moved(g LabelGrid) LabelGrid {
	g.Left += n.Right
	g.Top += n.Down
	return g
}
