package safekeep

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"goodturn/models"
)

// Result is a backup that is made and checked.
type Result struct {
	Path   string            // the backup in the first folder that has it; its hash stands beside it, at Path + HashSuffix
	SHA256 string            // its hash, in hexadecimal
	At     time.Time         // when it was made, or found to hold all there is
	Found  models.Inspection // what it holds
	Places []Place           // how it went in each folder, in the plan's order
}

// Place is how the backup went in one folder.
type Place struct {
	Folder    string
	Path      string // the backup; "" where there is none
	Unchanged bool   // the newest there held all there is already: it was read through, and nothing was written
	Err       error  // why there is none
	Uncleared error  // why older backups could not be cleared away; the new one is whole
}

// errDiffers is a copy that opens well and does not hold what the shop file holds.
var errDiffers = errors.New("the copy does not hold what the shop file holds")

// Run makes the backup: a copy under a hidden name, opened and checked through, carried to each folder, read
// back there, and only then given its name, which no other file had; then what has had its day is cleared away. It
// may run outside the window's goroutine. It reports hundredths; report may be nil. It succeeds where one folder has
// the backup. It ends with ctx's error when ctx ends, and the result tells the folders that had it before. What the
// owner can put right is a models.Problem with Field "folder". Nothing unfinished is left under the final name.
func (p *Plan) Run(ctx context.Context, report func(done, total int)) (Result, error) {
	m := newMeter(report)
	m.reach(0)
	for _, folder := range append([]string{filepath.Dir(p.shop.Path)}, p.folders...) {
		sweep(folder, p.now)
	}
	result, err := p.run(ctx, m)
	switch {
	case ctx.Err() != nil && err != nil:
		return result, ctx.Err()
	case err != nil:
		return result, explain(err, p.folders[0])
	}
	m.reach(allDone)
	return result, nil
}

func (p *Plan) run(ctx context.Context, m meter) (Result, error) {
	part, source, err := p.copyShop(ctx)
	if err != nil {
		return Result{}, err
	}
	defer discard(part) // gone already once it has its name
	m.reach(copied)
	sum, err := hashFile(ctx, part, m.stretch(copied, hashed))
	if err != nil {
		return Result{}, err
	}
	d, err := p.delivery(ctx, part, sum)
	if err != nil {
		return Result{}, err
	}
	result := Result{SHA256: sum, At: p.now, Found: source, Places: d.places}
	// The same bytes were checked through when they came: only what is new is checked.
	if !d.unchanged() {
		if result.Found, err = check(ctx, part, source); err != nil {
			return Result{}, err
		}
		m.reach(checked)
		if err := d.describe(ctx); err != nil {
			return Result{}, err
		}
		d.deliver(ctx, m.within(checked, delivered))
	}
	result.Path, err = firstOf(d.places)
	if ctx.Err() != nil && slices.ContainsFunc(d.places, func(place Place) bool { return place.Err != nil }) {
		err = ctx.Err()
	}
	return result, err
}

// firstOf gives the first backup there is, or why there is none.
func firstOf(places []Place) (path string, err error) {
	for _, place := range places {
		if place.Err == nil {
			return place.Path, nil
		}
	}
	return "", places[0].Err
}

// copyShop makes the copy near the shop file, or, where there is no place for it, straight in one of the folders: a
// save that has to wait is better than no backup.
func (p *Plan) copyShop(ctx context.Context) (part string, source models.Inspection, err error) {
	for _, folder := range append([]string{p.near}, p.folders...) {
		part, source, err = p.copyInto(ctx, folder)
		if !noPlace(err) || ctx.Err() != nil {
			return part, source, err
		}
		err = explain(err, folder)
	}
	return "", source, err
}

// noPlace tells that the disk refused the copy, and not the shop file or the owner.
func noPlace(err error) bool {
	problem, ok := models.IsProblem(err)
	return isOfDisk(err) || ok && problem.Key == "file.full"
}

func (p *Plan) copyInto(ctx context.Context, folder string) (part string, source models.Inspection, err error) {
	if part, err = claim(folder); err != nil {
		return "", source, err
	}
	if source, err = p.copy(ctx, part); err == nil {
		err = settle(part)
	}
	if err != nil {
		discard(part)
	}
	return part, source, err
}

// check opens the copy as any program would, and compares it with what was copied. A copy that nobody wrote
// is empty and sound, so being sound is not enough.
func check(ctx context.Context, part string, source models.Inspection) (models.Inspection, error) {
	found, err := models.Inspect(ctx, part)
	switch {
	case err != nil:
	case found.ShopUID != source.ShopUID, found.Version != source.Version:
		err = errDiffers
	case source.Counts != nil && !maps.Equal(found.Counts, source.Counts):
		err = errDiffers
	}
	if err != nil {
		return found, trouble("backup.check", part, err)
	}
	return found, nil
}
