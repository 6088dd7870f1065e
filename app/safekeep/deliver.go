package safekeep

import (
	"context"
	"path/filepath"

	"goodturn/models"
)

// delivery brings one finished copy to the folders of a plan.
type delivery struct {
	plan   *Plan
	from   string // the copy
	note   note   // what will stand beside it
	places []Place
}

// delivery looks into each folder: whether its newest backup is the copy already, and what the next number is. In a
// folder that cannot be looked into nothing will be cleared away: the copy's number may be too low there.
func (p *Plan) delivery(ctx context.Context, part, sum string) (*delivery, error) {
	d := &delivery{plan: p, from: part, note: note{sum: sum}}
	sequence := 0
	for _, folder := range p.folders {
		place := Place{Folder: folder}
		kept, err := List(ctx, folder, p.shop)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		place.Uncleared = err
		if len(kept) > 0 {
			sequence = max(sequence, kept[0].Sequence)
			place.Path, place.Unchanged = p.newestIs(ctx, kept[0], sum)
		}
		d.places = append(d.places, place)
	}
	d.note.facts = facts{Shop: p.shop.UID, Sequence: sequence + 1, Made: p.now, Checked: p.now, BeforeMigration: p.migrating}
	return d, ctx.Err()
}

// newestIs tells whether the newest backup holds, byte for byte and as the disk gives it now, what the copy with that
// hash holds, and notes the day beside it. The backup before a migration is always one of its own.
func (p *Plan) newestIs(ctx context.Context, newest Kept, sum string) (path string, same bool) {
	n, err := readNote(newest.Path)
	if err != nil || p.migrating || !newest.rotates || n.sum != sum {
		return "", false
	}
	if got, err := hashFile(ctx, newest.Path, nil); err != nil || got != sum {
		return "", false
	}
	n.facts.Checked = p.now
	if err := n.rewrite(newest.Path); err != nil {
		return "", false // a folder that takes no note takes no backup either, and that one will tell why
	}
	return newest.Path, true
}

func (d *delivery) unchanged() bool {
	for _, place := range d.places {
		if !place.Unchanged {
			return false
		}
	}
	return true
}

// describe fills in what the list of backups tells of the copy.
func (d *delivery) describe(ctx context.Context) error {
	seen, err := models.Glance(ctx, d.from)
	if err != nil {
		return err
	}
	size, err := sizeOf(d.from)
	f := &d.note.facts
	f.Size, f.Version, f.Customers, f.Visits, f.LastVisit = size, seen.Version, seen.Customers, seen.Visits, seen.LastVisit
	return err
}

// deliver brings the copy to each folder that has it not, and clears up there. One folder's trouble is not another's.
func (d *delivery) deliver(ctx context.Context, m meter) {
	for i := range d.places {
		place := &d.places[i]
		if place.Unchanged {
			continue
		}
		if place.Err = ctx.Err(); place.Err == nil {
			place.Path, place.Err = d.bring(ctx, place.Folder, m.share(i, len(d.places)))
		}
		if place.Err != nil {
			place.Path, place.Err, place.Uncleared = "", explain(place.Err, place.Folder), nil
			continue
		}
		if place.Uncleared == nil {
			_, place.Uncleared = Prune(ctx, place.Folder, d.plan.shop, d.plan.now)
		}
	}
}

func (d *delivery) bring(ctx context.Context, folder string, m meter) (path string, err error) {
	part := d.from
	inPlace := filepath.Dir(part) == folder
	if !inPlace {
		if part, err = carry(ctx, part, folder, d.note.sum, m); err != nil {
			return "", err
		}
		defer discard(part)
	}
	name := func(n int) string { return fileName(d.plan.shop.Name, d.plan.now, n) }
	path, err = publish(ctx, part, folder, name, d.note)
	if inPlace && path != "" {
		d.from = path // the next folder's copy is made of it
	}
	return path, err
}
