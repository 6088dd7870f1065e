package safekeep

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"goodturn/models"
)

// Restore is a backup that was read through and stands ready, beside the shop file, to take its place. It must end
// with Swap or Discard.
type Restore struct {
	Holds     models.Glimpse // what the shop will hold
	Now       models.Glimpse // what it holds now; none where the present file is missing or cannot be read
	OtherShop bool           // it is the backup of another shop
	Upgraded  bool           // an older program made it: the copy was brought up to date, the backup is as it was
	Unproven  bool           // no hash stands beside it: it is sound as far as SQLite can tell
	Mark      string         // stands in the name of the present file once it is set aside, in the owner's language; "" for English
	part      string         // the checked copy
	target    string         // the shop file
}

// PrepareRestore reads the backup at from through, opens it with passphrase where it is sealed, and makes ready a
// checked copy that can take the place of the shop file at target. Nothing there changes yet, and it may be in use.
// It reports hundredths; report may be nil. A backup that is damaged, is something else or was made by a newer program
// is a models.Problem with Field "folder"; a wrong passphrase is one with Field "passphrase".
func PrepareRestore(ctx context.Context, from, passphrase, target string, report func(done, total int)) (*Restore, error) {
	m := newMeter(report)
	m.reach(0)
	r := &Restore{target: target}
	err := r.prepare(ctx, from, passphrase, m)
	if err == nil {
		m.reach(allDone)
		return r, nil
	}
	r.Discard()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return nil, explainRestore(err, from, filepath.Dir(target))
}

func (r *Restore) prepare(ctx context.Context, from, passphrase string, m meter) error {
	if err := r.bring(ctx, from, passphrase, m.within(0, half)); err != nil {
		return err
	}
	found, err := models.Inspect(ctx, r.part)
	if err != nil {
		return err
	}
	m.reach(checked)
	if r.Holds, err = r.upgrade(ctx, found.Version, m.within(checked, delivered)); err != nil {
		return err
	}
	m.reach(delivered)
	if err := settle(r.part); err != nil {
		return err
	}
	r.Now, err = models.Glance(ctx, r.target)
	if _, unreadable := models.IsProblem(err); err != nil && !unreadable {
		return err
	}
	r.OtherShop = r.Now.ShopUID != "" && r.Now.ShopUID != r.Holds.ShopUID
	return nil
}

// bring copies the backup, or what is sealed in it, to beside the shop file, under a hidden name.
func (r *Restore) bring(ctx context.Context, from, passphrase string, m meter) error {
	info, err := os.Stat(from)
	if err != nil {
		return trouble("backup.fileMissing", from, err)
	}
	if inUse, err := os.Stat(r.target); err == nil && os.SameFile(info, inUse) {
		return trouble("restore.itself", from, nil)
	}
	ClearRestores(r.target)
	if r.part, err = claimAs(filepath.Dir(r.target), restoreStartFor(r.target)); err != nil {
		return err
	}
	if strings.HasSuffix(from, SealedSuffix) {
		return unsealInto(ctx, from, passphrase, r.part, m)
	}
	n, err := readNote(from)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNoHash) {
		r.Unproven = !IsAside(from) // what was set aside was never a backup, and has no hash
		n.sum, err = hashFile(ctx, from, m.within(0, half).stretch(0, allDone))
	} else if err == nil {
		err = Verify(ctx, from)
	}
	if err != nil {
		return err
	}
	return carryInto(ctx, from, r.part, n.sum, m.within(half, allDone))
}

// upgrade opens the copy as the program will, which brings an older one up to date, and tells what it holds then. The
// opening is a rehearsal too: a copy that the program cannot open takes no shop file's place.
func (r *Restore) upgrade(ctx context.Context, version int, m meter) (models.Glimpse, error) {
	store, err := models.Open(r.part, models.Migrating(ctx, func(kept, all int) { m.reach(allDone * kept / max(all, 1)) }))
	if err == nil && ctx.Err() != nil {
		store.Close()
		err = ctx.Err()
	}
	if err != nil {
		return models.Glimpse{}, err
	}
	if err := store.Close(); err != nil {
		return models.Glimpse{}, err
	}
	os.Remove(r.part + "-journal") // SQLite leaves it empty
	holds, err := models.Glance(ctx, r.part)
	if err != nil || holds.Version == version {
		return holds, err
	}
	r.Upgraded = true
	_, err = models.Inspect(ctx, r.part)
	return holds, err
}

// Discard takes away the copy that was made ready. After Swap it does nothing.
func (r *Restore) Discard() {
	if r.part != "" {
		discard(r.part)
	}
}

// Swap puts the checked copy in the place of the shop file, which the caller has closed, at the local time now. The
// present file is set aside beside it, under the name that it gives, "" where there was none; PutBack undoes it. A
// program that is killed meanwhile leaves the one or the other in place, whole. On any error everything is as it was.
// made is a copy of the present file as it is, made ready where it NeedsCopy, or nil: then it is copied first.
func (r *Restore) Swap(ctx context.Context, now time.Time, made *Aside) (aside string, err error) {
	name := r.Now.ShopName
	if name == "" {
		name = r.Holds.ShopName
	}
	aside, err = exchange(ctx, r.part, r.target, made, asideName(name, r.Mark, now))
	if err != nil {
		return "", explainRestore(err, r.target, filepath.Dir(r.target))
	}
	r.part = ""
	return aside, nil
}

// PutBack undoes a restore: the file that Swap set aside takes the place of the shop file at target again, which the
// caller has closed. What was there meanwhile is set aside in turn, under the name that it gives; made is as with Swap.
func PutBack(ctx context.Context, aside, target string, now time.Time, made *Aside) (instead string, err error) {
	// Whatever is in it: it is what the owner had, and has its own way of being damaged.
	if _, err := os.Stat(aside); err != nil {
		return "", trouble("backup.fileMissing", aside, err)
	}
	shop, _ := models.Identify(ctx, target)
	instead, err = exchange(ctx, aside, target, made, asideName(shop.ShopName, asideMark(aside), now))
	return instead, explainRestore(err, aside, filepath.Dir(target))
}
