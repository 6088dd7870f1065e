package exchange

import "goodturn/models"

// putAway puts the customer into the archive where the cell says so, from the day that it was read as; the import settles
// what is no day.
func putAway(c *models.Customer, cell string, day models.Day) {
	if !saysSomething(cell) || !isYes(cell) {
		return
	}
	c.State, c.ArchivedOn = models.CustomerArchived, day
}

// awayWhy reads why somebody was put away, in any language; the import settles what is no reason.
func awayWhy(cell string) models.ArchiveReason {
	if why, ours := ourAway()[models.Fold(cell)]; ours {
		return why
	}
	return models.ArchiveReason(cell)
}
