package models

import (
	"context"
	"iter"
	"slices"

	"gorm.io/gorm"
)

// importChunk is how many rows are looked up and written together.
const importChunk = 500

// importer is one import under way.
type importer struct {
	s    *Store
	tx   *gorm.DB
	opts ImportOptions
	at   Moment
	book *bookIndex

	people   map[CustomerID]*Customer // those the rows of this chunk may be about, as they are now
	fresh    []CustomerID             // those this chunk adds
	touched  map[CustomerID][]string  // those of the book this chunk fills in, with the columns
	refilled bool                     // whether the import filled in anybody who was in the book
	sent     []sentRow                // referrals to record at the end

	sources     map[string]SourceID // by folded name
	sourceNames map[SourceID]string // those of no list any more too: they stand on cards
	tags        importTags
	ids         map[string]*idRange // by table
	line        map[CustomerID]int  // the line a new customer came from
	result      ImportResult
}

// sentRow is a row that names who sent the customer.
type sentRow struct {
	line       int
	customer   CustomerID
	name       string
	referredBy string
}

// idRange gives out the ids of one table: last is the newest given, first the first of this import.
type idRange struct{ first, last int64 }

func (r *idRange) next() int64 {
	r.last++
	return r.last
}

// importNouns are the tables an import adds rows to.
var importNouns = []string{"customer", "contact", "remember", "source", "referral_in"}

func (s *Store) newImporter(tx *gorm.DB, opts ImportOptions) (*importer, error) {
	if opts.Known == "" {
		opts.Known = ImportFill
	}
	im := &importer{s: s, tx: tx, opts: opts, at: MomentOf(s.now()), sources: map[string]SourceID{}, sourceNames: map[SourceID]string{}, ids: map[string]*idRange{}, line: map[CustomerID]int{}}
	for _, noun := range importNouns {
		var last int64
		if err := tx.Raw("SELECT ifnull(max(id), 0) FROM " + noun).Row().Scan(&last); err != nil {
			return nil, err
		}
		im.ids[noun] = &idRange{first: last + 1, last: last}
	}
	var sources []Source
	if err := tx.Find(&sources).Error; err != nil {
		return nil, err
	}
	for _, source := range sources {
		im.sourceNames[source.ID] = source.Name
		if source.DeletedAt == 0 {
			im.sources[Fold(source.Name)] = source.ID
		}
	}
	record := Import{File: opts.File, At: im.at}
	if err := tx.Create(&record).Error; err != nil {
		return nil, err
	}
	im.result.ID = record.ID
	var err error
	if im.tags, err = newImportTags(tx); err != nil {
		return nil, err
	}
	im.book, err = newBookIndex(tx)
	return im, err
}

// run takes all rows, then the referrals, which may name people further down, then brings the indexes up to date.
func (im *importer) run(ctx context.Context, rows iter.Seq2[ImportRow, error], report func(done int)) error {
	restore, err := setAside(im.tx, "customer_search_insert", "customer_search_update", "brought_sums_insert")
	if err != nil {
		return err
	}
	if err := im.takeAll(ctx, rows, report); err != nil {
		return err
	}
	if err := im.refer(ctx); err != nil {
		return err
	}
	if err := im.index(); err != nil {
		return err
	}
	if err := restore(); err != nil {
		return err
	}
	return im.remember()
}

func (im *importer) takeAll(ctx context.Context, rows iter.Seq2[ImportRow, error], report func(done int)) error {
	chunk := make([]ImportRow, 0, importChunk)
	done := 0
	take := func() error {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := im.takeChunk(chunk)
		done += len(chunk)
		chunk = chunk[:0]
		report(done)
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		if chunk = append(chunk, row); len(chunk) < importChunk {
			continue
		}
		if err := take(); err != nil {
			return err
		}
	}
	return take()
}

func (im *importer) takeChunk(chunk []ImportRow) error {
	if err := im.meet(chunk); err != nil {
		return err
	}
	for i := range chunk {
		if err := im.take(&chunk[i]); err != nil {
			return err
		}
	}
	return im.write()
}

// meet loads everybody the rows may be about.
func (im *importer) meet(chunk []ImportRow) error {
	im.people, im.fresh, im.touched = map[CustomerID]*Customer{}, nil, map[CustomerID][]string{}
	var ids []CustomerID
	for i := range chunk {
		for _, k := range keysOf(&chunk[i].Customer) {
			ids = append(ids, im.book.find(k.key)...)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	people, err := customersByID(im.tx, ids)
	if err != nil || len(ids) == 0 {
		im.people = people
		return err
	}
	tags, err := tagsOfThese(im.tx, ids)
	for id, c := range people {
		c.Tags = tags[id]
	}
	im.people = people
	return err
}

// customersByID gives the customers with their contacts, notes and what was before this book.
func customersByID(tx *gorm.DB, ids []CustomerID) (map[CustomerID]*Customer, error) {
	people := make(map[CustomerID]*Customer, len(ids))
	if len(ids) == 0 {
		return people, nil
	}
	var customers []Customer
	var contacts []Contact
	var notes []Remember
	in := jsonIDs(ids)
	const named = "(SELECT value FROM json_each(?))"
	if err := tx.Where("id IN "+named, in).Find(&customers).Error; err != nil {
		return nil, err
	}
	if err := tx.Where("customer_id IN "+named, in).Order("customer_id, position, id").Find(&contacts).Error; err != nil {
		return nil, err
	}
	if err := tx.Where("customer_id IN "+named, in).Order("customer_id, position, id").Find(&notes).Error; err != nil {
		return nil, err
	}
	var earlier []Earlier
	if err := tx.Where("id IN "+named, in).Find(&earlier).Error; err != nil {
		return nil, err
	}
	for i := range customers {
		people[customers[i].ID] = &customers[i]
	}
	for _, e := range earlier {
		people[e.ID].Earlier = e
	}
	for _, contact := range contacts {
		people[contact.CustomerID].Contacts = append(people[contact.CustomerID].Contacts, contact)
	}
	for _, note := range notes {
		people[note.CustomerID].Remember = append(people[note.CustomerID].Remember, note)
	}
	return people, nil
}

// take decides what becomes of one row.
func (im *importer) take(row *ImportRow) error {
	c := &row.Customer
	if row.Problem == nil {
		c.settleArchive(im.s.Today())
		row.Problem = c.Validate()
	}
	if row.Problem != nil {
		im.issue(row, false, row.Problem)
		return nil
	}
	if err := im.findSource(row); err != nil {
		return err
	}
	id, by := im.book.likely(c, im.people)
	choice := ImportAdd
	if id != 0 {
		match := im.match(row, id, by)
		choice = match.Choice
		im.result.Matches = append(im.result.Matches, match)
	}
	if id != 0 && (choice == ImportFill || im.opts.Trial) { // on trial the owner may still choose to fill them in
		im.keep(row, im.people[id])
	}
	switch choice {
	case ImportSkip:
		im.result.Skipped++
		return nil
	case ImportFill:
		im.fill(im.people[id], c)
	default:
		im.add(c, row.Line)
		id = c.ID
	}
	if row.Doubt != nil {
		im.issue(row, true, row.Doubt)
	}
	if by := oneLine(row.ReferredBy); by != "" {
		im.sent = append(im.sent, sentRow{line: row.Line, customer: id, name: c.CalledName(), referredBy: by})
	}
	return nil
}

func (im *importer) issue(row *ImportRow, stored bool, problem error) {
	im.result.Issues = append(im.result.Issues, ImportIssue{Line: row.Line, Name: row.called(), Stored: stored, Problem: problem})
}

// called is whom the row is about; "" where it does not say.
func (row *ImportRow) called() string {
	if c := row.Customer; c.Name+c.Phone()+c.Email() != "" {
		return c.CalledName()
	}
	return ""
}

// findSource sets the row's source, and makes one that is new.
func (im *importer) findSource(row *ImportRow) error {
	name := oneLine(row.Source)
	if Fold(name) == "" || len(name) > maxName {
		return nil
	}
	id, ok := im.sources[Fold(name)]
	if !ok {
		id = SourceID(im.ids["source"].next())
		if err := im.tx.Create(&Source{ID: id, Name: name, Kind: SourceOther}).Error; err != nil {
			return err
		}
		im.sources[Fold(name)], im.sourceNames[id] = id, name
	}
	row.Customer.SourceID = id
	return nil
}

// add puts somebody new into the book.
func (im *importer) add(c *Customer, line int) {
	c.ID = CustomerID(im.ids["customer"].next())
	c.CreatedAt, c.UpdatedAt = im.at, im.at
	im.people[c.ID], im.line[c.ID] = c, line
	im.fresh = append(im.fresh, c.ID)
	im.book.add(c)
	for _, name := range c.Tags {
		im.tags.give(c.ID, name)
	}
	im.result.Added++
}
