package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Whoever got a photo or a tag since, was told from another, merged or put away, was changed since, even within the
// second of the import, and stays when it is taken back.
func TestTakingAnImportBackKeepsWhomTheOwnerWorkedOn(t *testing.T) {
	for name, deed := range map[string]func(*models.Store, models.CustomerID, models.CustomerID) error{
		"a photo": func(s *models.Store, id, _ models.CustomerID) error { return s.SetPhoto(id, aPhoto()) },
		"a tag": func(s *models.Store, id, _ models.CustomerID) error {
			return s.TagCustomers([]models.CustomerID{id}, "regular")
		},
		"another person": func(s *models.Store, id, other models.CustomerID) error { return s.NotTheSame(id, other) },
		"another card":   func(s *models.Store, id, other models.CustomerID) error { return s.MergeCustomers(id, other, nil) },
		"the archive": func(s *models.Store, id, _ models.CustomerID) error {
			return s.ArchiveCustomers([]models.CustomerID{id}, models.ArchivedMoved)
		},
	} {
		t.Run(name, func(t *testing.T) {
			store, _ := modelstest.New(t)
			other := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
			result := importRows(t, store, models.ImportOptions{}, person(2, "Bob Brown"), person(3, "Cid Clark"))
			bob, err := store.FindCustomers("Bob", 2)
			if err != nil || len(bob) != 1 {
				t.Fatalf("found %v, %v", bob, err)
			}
			if err := deed(store, bob[0].ID, other); err != nil {
				t.Fatal(err)
			}
			undone, err := store.UndoImport(t.Context(), result.ID)
			store.ImportEnded()
			if err != nil || undone.Removed != 1 || len(undone.Kept) != 1 || undone.Kept[0] != bob[0].ID {
				t.Errorf("taking back tells %+v, %v; want %d kept", undone, err, bob[0].ID)
			}
			if _, err := store.Customer(bob[0].ID); err != nil {
				t.Errorf("Bob is not in the book any more: %v", err)
			}
			checkRules(t, store.Path())
		})
	}
}
