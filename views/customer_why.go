package views

import "goodturn/models"

// rowReasons are why those in view were found, looked up for a screenful at once.
type rowReasons struct {
	s    *customersScreen
	seen map[models.CustomerID]models.Found
}

// reasonsAtOnce is for how many rows reasons are looked up, from the first that is drawn: about as many as a window shows.
const reasonsAtOnce = 14

// of gives why the customer of row i was found; nothing where nothing was typed.
func (r *rowReasons) of(i int, row models.CustomerRow) models.Found {
	text := r.s.filterText()
	if text == "" {
		return models.Found{}
	}
	if _, known := r.seen[row.ID]; !known {
		r.read(i, text)
	}
	return r.seen[row.ID]
}

// read looks up the reasons of row i and of those below, as far as they were read with it.
func (r *rowReasons) read(i int, text string) {
	var rows []models.CustomerRow
	for last := min(i+reasonsAtOnce, r.s.rows.len(), (i/pageRows+1)*pageRows); i < last; i++ {
		if row, ok := r.s.rows.at(i); ok {
			rows = append(rows, row)
		}
	}
	found, err := r.s.w.store().WhyFound(rows, text)
	if err != nil {
		r.s.w.Trouble(err)
		found = make([]models.Found, len(rows)) // told once
	}
	for i, row := range rows {
		r.seen[row.ID] = found[i]
	}
}

// forget forgets them all: something else is looked for, or something was changed.
func (r *rowReasons) forget() { r.seen = map[models.CustomerID]models.Found{} }
