package safekeep

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// What is kept, beside the newest and the one before each migration: the last backup of each of so many days, weeks
// and months. Only days, weeks and months that have a backup count, so a shop that was shut for a year, or whose clock
// was, loses none.
const (
	keepDays   = 8 // today's and seven more
	keepWeeks  = 5 // this week's and four more
	keepMonths = 12
)

// Prune clears the backups of the shop in folder that have had their day, and gives their paths. It takes away only
// what is the shop's own by name, by the note beside it and by what is in it; never a sealed copy, a damaged one, or
// one that was renamed. It is called when a new backup has been checked there. A folder that does not let it is a
// models.Problem with Field "folder".
func Prune(ctx context.Context, folder string, shop Shop, now time.Time) (removed []string, err error) {
	list, err := List(ctx, folder, shop)
	if err != nil {
		return nil, err
	}
	for _, kept := range outdated(list) {
		if ctx.Err() != nil {
			return removed, ctx.Err()
		}
		// In this order: a note without its backup is cleared away some day, a backup without its note never.
		if err := os.Remove(kept.Path); err != nil {
			return removed, explain(err, folder)
		}
		removed = append(removed, kept.Path)
		if err := os.Remove(kept.Path + HashSuffix); err != nil {
			return removed, explain(err, folder)
		}
	}
	return removed, explain(errors.Join(sweepNotes(folder, shop, now), syncFolder(folder)), folder)
}

// outdated gives those of a folder's backups that have had their day. They are gone through by their numbers, the
// newest first, and no date is compared with today's: a clock that jumped gives a backup a wrong day, and takes no
// other away.
func outdated(list []Kept) (old []Kept) {
	list = slices.DeleteFunc(slices.Clone(list), func(k Kept) bool { return !k.rotates })
	slices.SortStableFunc(list, newestFirst)
	days, weeks, months, migrations := slots{most: keepDays}, slots{most: keepWeeks}, slots{most: keepMonths}, slots{most: len(list)}
	for i, kept := range list {
		stays := i == 0
		stays = days.take(kept.At.Format("2006-01-02")) || stays
		stays = weeks.take(weekOf(kept.At)) || stays
		stays = months.take(kept.At.Format("2006-01")) || stays
		stays = kept.BeforeMigration && migrations.take(strconv.Itoa(kept.Version)) || stays
		if !stays {
			old = append(old, kept)
		}
	}
	return old
}

func weekOf(at time.Time) string {
	year, week := at.ISOWeek()
	return strconv.Itoa(year) + " " + strconv.Itoa(week)
}

// slots hands out places, one for each name, until there are no more.
type slots struct {
	most  int
	taken map[string]bool
}

func (s *slots) take(name string) bool {
	if s.taken[name] || len(s.taken) == s.most {
		return false
	}
	if s.taken == nil {
		s.taken = map[string]bool{}
	}
	s.taken[name] = true
	return true
}

// sweepNotes takes away the shop's notes whose backup is gone, as a killed program leaves them: old ones only, because
// a backup just being made has its note first.
func sweepNotes(folder string, shop Shop, now time.Time) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		backup, isNote := strings.CutSuffix(filepath.Join(folder, entry.Name()), HashSuffix)
		if _, err := os.Lstat(backup); !isNote || !errors.Is(err, os.ErrNotExist) {
			continue
		}
		info, err := entry.Info()
		if err != nil || now.Sub(info.ModTime()) < abandoned {
			continue
		}
		if n, err := readNote(backup); err == nil && n.facts.Shop == shop.UID {
			os.Remove(backup + HashSuffix) // one that stays does no harm
		}
	}
	return nil
}
