package models

// match tells of a row about somebody known, with what to do with it.
func (im *importer) match(row *ImportRow, id CustomerID, by ImportReach) ImportMatch {
	c, known := &row.Customer, im.people[id]
	m := ImportMatch{Line: row.Line, Name: c.CalledName(), Called: known.CalledName(), ID: id, Earlier: im.line[id], By: by,
		Born: c.Birthday != "" && c.Birthday == known.Birthday}
	if by == ReachName {
		m.Apart = apartBy(c, known)
	}
	m.Choice = m.Default(im.opts.Known)
	if choice, chosen := im.opts.Choices[row.Line]; chosen {
		m.Choice = choice
	}
	return m
}
