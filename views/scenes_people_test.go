package views

import (
	"slices"

	"goodturn/models"
)

// somebody are two people of the sample shop with much to tell.
const (
	regular  = "Ann Hughes"
	advocate = "Jürgen Müller"
)

var peopleScenes = []scene{
	{name: "card", open: func(s *stage) { s.card(regular) }},
	{name: "card-visits", open: func(s *stage) { s.storyOf(models.StoryVisits) }},
	{name: "card-turns", open: func(s *stage) { s.storyOf(models.StoryTurns) }},
	{name: "card-advocate", open: func(s *stage) { s.card(advocate) }},
	{name: "card-fresh", open: func(s *stage) { s.card("Maria Okafor") }},
	{name: "new-customer", of: "customer_form.go", open: func(s *stage) { s.w.NewCustomer("Ida Brook") }},
	{name: "edit-customer", of: "customer_form.go", open: func(s *stage) { s.card(regular).onEdit() }},
	{name: "similar", of: "customer_form.go", open: func(s *stage) { s.w.NewCustomer(regular); s.pass() }},
	{name: "filter", of: "customer_filter_sheet.go", open: func(s *stage) { s.book().onFilterButton() }},
	{name: "tag", of: "customer_chosen_tag.go", open: func(s *stage) { showTagging(s.w, s.three()) }},
	{name: "lists", of: "customer_lists_sheet.go", open: func(s *stage) { showLists(s.book()) }},
	{name: "tags", of: "customer_lists_sheet.go", open: func(s *stage) { showTags(s.w) }},
	{name: "keep-list", of: "line_sheet.go", open: func(s *stage) { s.book().onKeepList() }},
	{name: "brought", of: "customer_links.go", open: func(s *stage) { showBrought(s.w, s.named(advocate)) }},
	{name: "archive", of: "archive.go", open: func(s *stage) { s.card(regular).onArchive() }},
	{name: "archived", open: (*stage).archived},
	{name: "remove", of: "customer_remove.go", open: func(s *stage) { s.card(regular).onDelete() }},
	{name: "erase", of: "erase.go", open: func(s *stage) { s.card(regular).onErase() }},
	{name: "erased", of: "erase_done.go", open: func(s *stage) { e := &erasing{w: s.w, name: "Ida Brook"}; e.showDone() }},
	{name: "same-person", of: "same_person.go", open: func(s *stage) { showSamePerson(s.w, s.named(regular), regular) }},
	{name: "merge", of: "merge.go", open: func(s *stage) { showMerge(s.w, s.named(regular), s.named("Maria Okafor")) }},
	{name: "one-person-twice", open: (*stage).twice},
	{name: "what-changed", open: func(s *stage) { s.card(regular).onChanges() }},
	{name: "person-pages", of: "export_person.go", open: func(s *stage) { s.card(regular).onGiveAll() }},
	{name: "chosen", open: func(s *stage) { s.tapOn(PlaceCustomers, "lists.choose"); s.book().chosen.onAll() }},
}

// book is the page of customers, in front.
func (s *stage) book() *customersScreen {
	s.w.Show(PlaceCustomers)
	return s.w.screens[PlaceCustomers].(*customersScreen)
}

// storyOf opens the card of the regular with one part of her story.
func (s *stage) storyOf(part models.StoryPart) {
	story := s.card(regular).story
	story.parts.SetValue(partValue(part))
	story.readAnew()
}

// three are three people.
func (s *stage) three() (ids []models.CustomerID) {
	rows, _, err := s.store().Customers(models.CustomerFilter{Limit: 3})
	s.must(err)
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids
}

// archived opens the card of somebody who is in the archive.
func (s *stage) archived() {
	rows, _, err := s.store().Customers(models.CustomerFilter{Set: models.CustomersArchived, Limit: 1})
	s.must(err)
	if len(rows) == 0 {
		ids := s.three()
		s.must(s.store().ArchiveCustomers(ids[2:], models.ArchivedMoved))
		s.w.OpenCustomer(ids[2])
		return
	}
	s.w.OpenCustomer(rows[0].ID)
}

// twice shows the pairs that look like one person, of which there is one.
func (s *stage) twice() {
	rows, _, err := s.store().Customers(models.CustomerFilter{Text: regular, Limit: 9})
	s.must(err)
	again := &models.Customer{Name: regular}
	again.SetContact(models.ContactPhone, rows[0].Phone)
	if !slices.ContainsFunc(rows[1:], func(r models.CustomerRow) bool { return r.Name == regular }) {
		s.must(s.store().SaveCustomer(again))
	}
	s.w.Show(PlaceDuplicates)
}
