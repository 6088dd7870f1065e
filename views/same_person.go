package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// samePerson finds, as it is typed, the other card of the person whose card it is.
type samePerson struct {
	w     *Window
	id    models.CustomerID
	find  *kit.Picker
	sheet *kit.Sheet
}

// showSamePerson asks who of the book is the same person as the customer.
func showSamePerson(w *Window, id models.CustomerID, name string) {
	s := &samePerson{w: w, id: id}
	s.find = kit.NewPicker(s.search)
	s.find.SetPlaceHolder(kit.T("merge.who"))
	s.find.OnChosen = s.onChosen
	body := kit.VStack(14, kit.NewField(kit.T("merge.same.label"), s.find).WithHint(kit.T("merge.same.hint")))
	if likely := s.likely(); likely != nil {
		body.Add(likely)
	}
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("merge.same.title", "Name", name), body, kit.SheetOptions{Help: "duplicates", Width: 520})
	w.canvas().Focus(s.find.FocusTarget()) // Tab leads from it to who is offered
}

// sameOffered is how many likely ones are offered before anything is typed.
const sameOffered = 3

// likely offers who is likely meant, the likeliest first; nil where nobody is.
func (s *samePerson) likely() fyne.CanvasObject {
	customer, err := s.w.store().Customer(s.id)
	if err != nil {
		s.w.Trouble(err)
		return nil
	}
	found, err := s.w.store().Similar(customer, sameOffered+1) // they are most like themselves
	if err != nil {
		s.w.Trouble(err)
		return nil
	}
	found = slices.DeleteFunc(found, func(row models.SimilarRow) bool { return row.ID == s.id })
	if len(found) == 0 {
		return nil
	}
	return kit.NewField(kit.T("merge.same.likely"), kit.Rows(rowsOf(firstOf(found, sameOffered), s.likelyRow)...))
}

func (s *samePerson) likelyRow(row models.SimilarRow) fyne.CanvasObject {
	second := kit.RichT("customers.row.reach", "Reach", customerSecond(row.CustomerRow), "Visits", likenessText(row.Why))
	if customerSecond(row.CustomerRow) == "" {
		second = kit.RichT("customers.row", "What", likenessText(row.Why))
	}
	return kit.NewRow().Set(kit.RowContent{Initials: kit.Initials(row.Name), Title: "**" + kit.Escape(row.Name) + "**", Second: second, Wrap: true,
		Buttons: []kit.RowButton{{Label: kit.T("duplicates.merge"), OnTap: func() { s.choose(row.ID) }}}})
}

func (s *samePerson) search(text string) []kit.Option {
	rows, err := s.w.store().FindCustomers(text, foundAll+1)
	if err != nil {
		s.w.Trouble(err)
		return nil
	}
	found, err := s.w.store().WhyFound(rows, text)
	if err != nil {
		s.w.Trouble(err)
		return nil
	}
	var options []kit.Option
	for i, row := range rows {
		if row.ID == s.id {
			continue
		}
		o := s.w.foundOption(models.CustomerHit{CustomerRow: row, Found: found[i]}, text)
		o.ID = int64(row.ID)
		options = append(options, o)
	}
	return options
}

func (s *samePerson) onChosen(o kit.Option) { s.choose(models.CustomerID(o.ID)) }

// choose sets the two cards side by side.
func (s *samePerson) choose(other models.CustomerID) {
	s.sheet.Close()
	showMerge(s.w, s.id, other)
}
