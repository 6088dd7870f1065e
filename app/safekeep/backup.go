package safekeep

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"time"

	"goodturn/models"
)

// Result is a backup that is made and checked.
type Result struct {
	Path   string            // the backup; its hash stands beside it, at Path + HashSuffix
	SHA256 string            // its hash, in hexadecimal
	At     time.Time         // the time in its name
	Found  models.Inspection // what was found in it when it was opened again
}

// errDiffers is a copy that opens well and does not hold what the shop file holds.
var errDiffers = errors.New("the copy does not hold what the shop file holds")

// Run makes the backup: a copy under a hidden name, opened and checked through, carried to the folder, read
// back, and only then given its name, which no other file had. It may run outside the window's goroutine.
// It reports hundredths; report may be nil. It ends with ctx's error when ctx ends. What the owner can put
// right is a models.Problem with Field "folder". Whatever goes wrong, nothing is left under the final name.
func (p *Plan) Run(ctx context.Context, report func(done, total int)) (Result, error) {
	m := meter{report: report}
	m.reach(0)
	sweep(filepath.Dir(p.store.Path()), p.now)
	sweep(p.folder, p.now)
	result, err := p.run(ctx, m)
	if err == nil {
		m.reach(allDone)
		return result, nil
	}
	if ctx.Err() != nil {
		return Result{}, ctx.Err()
	}
	return Result{}, explain(err, p.folder)
}

func (p *Plan) run(ctx context.Context, m meter) (Result, error) {
	part, source, err := p.copyShop(ctx)
	if err != nil {
		return Result{}, err
	}
	defer discard(part) // gone already once it has its name
	m.reach(copied)
	found, err := check(ctx, part, source)
	if err != nil {
		return Result{}, err
	}
	m.reach(checked)
	sum, err := hashFile(ctx, part, m.stretch(checked, hashed))
	if err != nil {
		return Result{}, err
	}
	if filepath.Dir(part) != p.folder {
		if part, err = carry(ctx, part, p.folder, sum, m); err != nil {
			return Result{}, err
		}
		defer discard(part)
	}
	path, err := p.publish(ctx, part, sum)
	return Result{Path: path, SHA256: sum, At: p.now, Found: found}, err
}

// copyShop makes the copy near the shop file, or, where there is no place for it, straight in the folder: a save
// that has to wait is better than no backup.
func (p *Plan) copyShop(ctx context.Context) (part string, source models.Inspection, err error) {
	part, source, err = p.copyInto(ctx, p.near)
	if noPlace(err) && p.near != p.folder {
		part, source, err = p.copyInto(ctx, p.folder)
	}
	return part, source, err
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
	if source, err = p.store.CopyTo(ctx, part); err == nil {
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
