package models_test

import (
	"context"

	"goodturn/models"

	"pgregory.net/rapid"
)

func (m *machine) merge(t *rapid.T) error {
	sides := []models.MergeSide{models.MergeEither, models.MergeKeep, models.MergeGone}
	choice := models.MergeChoice{}
	for _, field := range models.MergeFields {
		choice[field] = evenly(t, string(field), sides...)
	}
	return m.store.MergeCustomers(pick[models.Customer](m, t, "customer"), pick[models.Customer](m, t, "customer"), choice)
}

func (m *machine) archive(t *rapid.T) error {
	id := pick[models.Customer](m, t, "customer")
	if rapid.Bool().Draw(t, "back") {
		return m.done(t, m.store.Unarchiving([]models.CustomerID{id}))
	}
	deed, err := m.store.Archiving([]models.CustomerID{id, pick[models.Customer](m, t, "customer")}, mostly(t, "why", "bored", models.ArchiveReasons...))
	if err != nil {
		return err
	}
	return m.done(t, deed)
}

// done does the deed, at once or beside the window.
func (m *machine) done(t *rapid.T, deed models.Deed) error {
	if rapid.Bool().Draw(t, "at once") {
		return m.store.Do(deed)
	}
	return runMany(m.store.Begin(deed))
}

func runMany(many *models.Many) error {
	err := many.Run(context.Background(), func(int, int) {})
	if err == nil {
		many.End()
	}
	return err
}

// stepBack makes an Undo or a Redo, at once or, where it is one of many, beside the window.
func stepBack(t *rapid.T, many *models.Many, atOnce func() error) error {
	if many == nil || rapid.Bool().Draw(t, "at once") {
		return atOnce()
	}
	return runMany(many)
}

func (m *machine) tag(t *rapid.T) error {
	tag := pick[models.Tag](m, t, "tag")
	switch within(t, "tag", 0, 3) {
	case 0:
		return m.store.RenameTag(tag, evenly(t, "name", names...))
	case 1:
		return m.store.DeleteTag(tag)
	case 2:
		return m.done(t, m.store.Untagging([]models.CustomerID{pick[models.Customer](m, t, "customer")}, tag))
	}
	deed, err := m.store.Tagging([]models.CustomerID{pick[models.Customer](m, t, "customer"), pick[models.Customer](m, t, "customer")}, evenly(t, "name", names...))
	if err != nil {
		return err
	}
	return m.done(t, deed)
}

func (m *machine) photo(t *rapid.T) error {
	return m.store.SetPhoto(pick[models.Customer](m, t, "customer"), mostly(t, "photo", []byte("x"), nil, pngOf(1, 1), pngOf(2, 3)))
}

func (m *machine) logo(t *rapid.T) error {
	if within(t, "logo", 0, 2) == 0 {
		return m.store.RemoveLogo()
	}
	return m.store.SetLogo(mostly(t, "logo", []byte("x"), pngOf(1, 1), pngOf(2, 3)), evenly(t, "name", names...))
}

func (m *machine) list(t *rapid.T) error {
	switch within(t, "list", 0, 2) {
	case 0:
		return m.store.DeleteList(pick[models.SavedList](m, t, "saved_list"))
	case 1:
		return m.store.NotTheSame(pick[models.Customer](m, t, "customer"), pick[models.Customer](m, t, "customer"))
	}
	_, err := m.store.SaveList(evenly(t, "name", names...), models.CustomerFilter{Tag: perhaps[models.Tag](m, t, "tag"), SeenSince: day(t),
		Rungs: []models.Rung{models.RungLoyal}})
	return err
}
