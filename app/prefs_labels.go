package app

// Nudge is how far what a printer prints has to be moved to come out where it should, in tenths of a millimetre.
type Nudge struct{ Right, Down int }

// MostNudge is the most by which it can be moved: a printer that is further off was told another paper.
const MostNudge = 100

// LabelNudge is how far labels are moved on a printer; "" is the PDF program. It belongs to the printer, so it is this machine's to
// remember and not the shop's.
func (p Prefs) LabelNudge(printer string) Nudge {
	return p.nudge("labels", printer)
}

func (p Prefs) nudge(of, printer string) Nudge {
	within := func(tenths int) int { return min(max(tenths, -MostNudge), MostNudge) }
	return Nudge{within(p.p.IntWithFallback(of+".right."+printer, 0)), within(p.p.IntWithFallback(of+".down."+printer, 0))}
}

// SetLabelNudge remembers it.
func (p Prefs) SetLabelNudge(printer string, n Nudge) {
	p.setNudge("labels", printer, n)
}

func (p Prefs) setNudge(of, printer string, n Nudge) {
	p.p.SetInt(of+".right."+printer, n.Right)
	p.p.SetInt(of+".down."+printer, n.Down)
}

// LabelSheet is the sheet that a shop printed labels on last, by its kind or the number of the owner's own; both nothing before the first.
func (p Prefs) LabelSheet(uid string) (kind string, own int64) {
	return p.p.StringWithFallback("labels.kind."+uid, ""), int64(p.p.IntWithFallback("labels.own."+uid, 0))
}

// SetLabelSheet remembers the sheet.
func (p Prefs) SetLabelSheet(uid, kind string, own int64) {
	p.p.SetString("labels.kind."+uid, kind)
	p.p.SetInt("labels.own."+uid, int(own))
}

// LabelOrder is the order in which labels were printed last.
func (p Prefs) LabelOrder() PostOrder { return PostOrder(p.p.StringWithFallback("labels.order", "")) }

// SetLabelOrder remembers the order.
func (p Prefs) SetLabelOrder(order PostOrder) { p.p.SetString("labels.order", string(order)) }

// LabelsTogether tells whether those who live at one address share a label.
func (p Prefs) LabelsTogether() bool { return p.p.BoolWithFallback("labels.together", true) }

// SetLabelsTogether remembers whether they do.
func (p Prefs) SetLabelsTogether(on bool) { p.p.SetBool("labels.together", on) }

// LabelsOneByOne tells whether a click on the sheet ticks one label, and does not say where to begin.
func (p Prefs) LabelsOneByOne() bool { return p.p.BoolWithFallback("labels.single", false) }

// SetLabelsOneByOne remembers what a click does.
func (p Prefs) SetLabelsOneByOne(on bool) { p.p.SetBool("labels.single", on) }
