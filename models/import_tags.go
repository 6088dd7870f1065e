package models

import (
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// importTags are the tags of the book and those an import makes and gives.
type importTags struct {
	ids   map[string]TagID // by name key
	last  TagID
	first TagID // the first of this import: one from there on was made by it
	made  batch
	given batch
	marks map[CustomerID][]string // of whom this chunk gave tags; see tagMark
}

func newImportTags(tx *gorm.DB) (importTags, error) {
	t := importTags{ids: map[string]TagID{}, marks: map[CustomerID][]string{}, made: batch{table: "tag", columns: "id, name, name_key"},
		given: batch{table: "customer_tag", columns: "customer_id, tag_id"}}
	var tags []Tag
	err := tx.Find(&tags).Error
	for _, tag := range tags {
		t.ids[tag.NameKey], t.last = tag.ID, max(t.last, tag.ID)
	}
	t.first = t.last + 1
	return t, err
}

// give gives the customer the tag of that name, and makes it where there is none.
func (t *importTags) give(id CustomerID, name string) {
	key := Fold(name)
	tag, there := t.ids[key]
	if !there {
		t.last++
		tag = t.last
		t.ids[key] = tag
		t.made.add(tag, name, key)
	}
	t.given.add(id, tag)
	t.marks[id] = append(t.marks[id], tagMark(tag, key, tag >= t.first))
}

// tagMark stands among the columns of import_filled for a tag that the import gave the person, "tag:12:0badcafe", or made
// besides, "newtag:12:0badcafe": its number, and a sum of its name. By the sum one is left alone that the owner calls
// otherwise since, and one that got the number later. People the import added have such a row for their tags alone.
func tagMark(id TagID, key string, made bool) string {
	word := "tag"
	if made {
		word = "newtag"
	}
	return fmt.Sprintf("%s:%d:%08x", word, id, crc32.ChecksumIEEE([]byte(key)))
}

// fillTags gives somebody of the book the tags of the row that they have not, and tells whether there were any.
func (im *importer) fillTags(known, row *Customer) (any bool) {
	for _, name := range row.Tags {
		if !slices.ContainsFunc(known.Tags, func(have string) bool { return Fold(have) == Fold(name) }) {
			known.Tags, any = append(known.Tags, name), true
			im.tags.give(known.ID, name)
		}
	}
	return any
}

// writeTags stores the tags the chunk made and gave, after the people they were given to.
func (im *importer) writeTags() error {
	var rows [][]any
	for id, marks := range im.tags.marks {
		rows = append(rows, []any{id, strings.Join(marks, ",")})
	}
	if len(rows) == 0 {
		return nil
	}
	clear(im.tags.marks)
	for _, b := range []*batch{&im.tags.made, &im.tags.given} {
		if err := b.flush(im.tx); err != nil {
			return err
		}
	}
	return im.noteColumns(rows)
}

// findGiven gathers, in a table of this connection alone, the tags the import gave that are still what they were.
func (u *importUndo) findGiven() error {
	var tags []Tag
	if err := u.tx.Find(&tags).Error; err != nil {
		return err
	}
	marks := [][]any{}
	for _, tag := range tags {
		for made, is := range []bool{false, true} {
			marks = append(marks, []any{tagMark(tag.ID, tag.NameKey, is), tag.ID, made})
		}
	}
	text, err := asJSON(marks)
	if err != nil {
		return err
	}
	for _, statement := range []string{"CREATE TEMP TABLE mark (word TEXT PRIMARY KEY, tag_id INTEGER NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID",
		"CREATE TEMP TABLE gave (customer_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, made INTEGER NOT NULL, PRIMARY KEY (customer_id, tag_id)) WITHOUT ROWID"} {
		if err := u.tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	if err := u.tx.Exec("INSERT INTO mark SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)", text).Error; err != nil {
		return err
	}
	return u.tx.Exec(`INSERT INTO gave SELECT f.customer_id, m.tag_id, m.made FROM import_filled f, json_each('["' || replace(f.columns, ',', '","') || '"]') w
		JOIN mark m ON m.word = w.value WHERE f.import_id = ? ON CONFLICT DO NOTHING`, u.is.ID).Error
}

// removeTags takes away the tags that the import made and that nobody has any more, neither a person nor a list.
func (u *importUndo) removeTags() error {
	return u.tx.Exec(`DELETE FROM tag WHERE id IN (SELECT tag_id FROM gave WHERE made) AND NOT EXISTS (SELECT 1 FROM customer_tag WHERE tag_id = tag.id)
		AND NOT EXISTS (SELECT 1 FROM saved_list WHERE filter ->> 'tag' = tag.id)`).Error
}
