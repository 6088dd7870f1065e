package models

import "gorm.io/gorm"

// note writes the import's line of the activity log. What the file was called and how many people it brought is read
// from the import itself, so that it has to be forgotten in one place alone.
func (i *Import) note(tx *gorm.DB, event Event, at Moment) error {
	return writeLine(tx, line{At: at, Event: event, Thing: ThingImport, ThingID: int64(i.ID)})
}

// forgetInImports forgets what files were called that brought the person to the book, filled their card in, or are
// named after them.
func forgetInImports(tx *gorm.DB, id CustomerID, traces traces) error {
	var imports []struct {
		ID      ImportID
		File    string
		Brought bool
	}
	err := tx.Raw(`SELECT i.id, i.file, EXISTS (SELECT 1 FROM import_filled WHERE import_id = i.id AND customer_id = @id)
		OR EXISTS (SELECT 1 FROM import_added a JOIN customer c ON c.id BETWEEN a.first_id AND a.last_id AND c.created_at = i.at
			WHERE a.import_id = i.id AND a.noun = 'customer' AND c.id = @id) AS brought
		FROM import i WHERE i.file <> ''`, map[string]any{"id": id}).Scan(&imports).Error
	if err != nil {
		return err
	}
	for _, i := range imports {
		if !i.Brought && !traces.in(i.File) {
			continue
		}
		if err := tx.Exec("UPDATE import SET file = '' WHERE id = ?", i.ID).Error; err != nil {
			return err
		}
	}
	return nil
}
