package models

// index brings the search index up to date. People who are new are put in with one statement. Once words of the book
// have changed it is made anew as a whole: to take single words out of it securely is slower by far.
func (im *importer) index() error {
	if im.opts.Trial {
		return nil
	}
	if im.refilled {
		return im.tx.Exec(remakeSearch).Error
	}
	return im.tx.Exec("INSERT INTO customer_fts (rowid, key, short) SELECT id, key, short FROM customer_search WHERE id >= ?", im.ids["customer"].first).Error
}

// remakeSearch makes the search index of customers anew from customer_search.
const remakeSearch = "INSERT INTO customer_fts (customer_fts) VALUES ('rebuild')"

// noteFilled remembers which columns of whom the import filled in, so that it can be taken back.
func (im *importer) noteFilled(changed [][]any) error {
	var rows [][]any
	for _, row := range changed {
		if id := row[0].(CustomerID); int64(id) < im.ids["customer"].first {
			rows = append(rows, []any{id, row[len(row)-1]})
		}
	}
	return im.noteColumns(rows)
}

// noteColumns remembers rows of a customer and their columns, beside what is remembered of them already.
func (im *importer) noteColumns(rows [][]any) error {
	text, err := asJSON(rows)
	if err != nil {
		return err
	}
	return im.tx.Exec(`INSERT INTO import_filled (import_id, customer_id, columns) SELECT ?, value ->> 0, value ->> 1 FROM json_each(?) WHERE true
		ON CONFLICT (import_id, customer_id) DO UPDATE SET columns = trim(columns || ',' || excluded.columns, ',')`, im.result.ID, text).Error
}

// remember keeps what the import added, so that it can be taken back; an import that stored nothing is not kept.
func (im *importer) remember() error {
	r := &im.result
	if r.Added+r.Filled+r.Referred == 0 {
		id := r.ID
		r.ID = 0
		return im.tx.Delete(&Import{}, int64(id)).Error
	}
	for noun, ids := range im.ids {
		if ids.last < ids.first {
			continue
		}
		err := im.tx.Exec("INSERT INTO import_added (import_id, noun, first_id, last_id) VALUES (?, ?, ?, ?)", r.ID, noun, ids.first, ids.last).Error
		if err != nil {
			return err
		}
	}
	rejected := 0
	for _, issue := range r.Issues {
		if !issue.Stored {
			rejected++
		}
	}
	err := im.tx.Model(&Import{}).Where("id = ?", r.ID).Updates(Import{Added: r.Added, Filled: r.Filled, Skipped: r.Skipped, Referred: r.Referred, Rejected: rejected}).Error
	if im.opts.Trial {
		r.ID = 0
		return err
	}
	if err != nil {
		return err
	}
	return (&Import{ID: r.ID}).note(im.tx, Added, im.at)
}
