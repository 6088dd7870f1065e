package safekeep

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// Extension is how the name of a shop file ends, and so of a backup.
const Extension = ".goodturn"

// publish gives the finished backup its name in folder, the first of name(1), name(2) and so on that is free. The note
// is written first and holds the name: two programs cannot take the same one, and a backup under its final name
// always has its hash.
func publish(ctx context.Context, part, folder string, name func(n int) string, beside note) (path string, err error) {
	for n := 1; ; n++ {
		path = filepath.Join(folder, name(n))
		if err := beside.claim(path); errors.Is(err, fs.ErrExist) {
			continue
		} else if err != nil {
			return "", err
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			break
		}
		os.Remove(path + HashSuffix)
	}
	if err := rename(ctx, part, path); err != nil {
		os.Remove(path + HashSuffix)
		return "", err
	}
	return path, syncFolder(folder)
}

// rename gives a file its name. On Windows a virus scanner may hold a new file for a moment: it is asked again,
// for about five seconds.
func rename(ctx context.Context, from, to string) error {
	for wait := 10 * time.Millisecond; ; wait *= 2 {
		err := os.Rename(from, to)
		if err == nil || !isHeld(err) || wait > 3*time.Second {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
}

// longestName is the most bytes of the shop's name that a file's name takes over: with date, number and both
// endings it stays below the 143 bytes of the narrowest common file system, an encrypted home folder.
const longestName = 90

// fileName is the name of the n-th backup that the shop makes in one minute.
func fileName(shop string, at time.Time, n int) string {
	return numbered(plainName(shop)+at.Format(" 2006-01-02 1504"), Extension)(n)
}

// numbered gives stem+ending, and from the second on the number between them.
func numbered(stem, ending string) func(n int) string {
	return func(n int) string {
		if n == 1 {
			return stem + ending
		}
		return fmt.Sprintf("%s (%d)%s", stem, n, ending)
	}
}

// plainName makes any shop's name, in any script, into one that every system takes as part of a file's name.
// Dots go too: Windows takes "nul.x" for a device, and a leading one hides a file elsewhere.
func plainName(shop string) string {
	safe := strings.Map(plainRune, strings.ToValidUTF8(shop, " "))
	safe = strings.Join(strings.Fields(safe), " ")
	if len(safe) > longestName {
		cut := safe[:longestName]
		cut = strings.ToValidUTF8(cut, "") // at most the last letter is cut in two
		safe = strings.TrimRightFunc(cut, isJoiner)
	}
	if safe == "" {
		return "Goodturn"
	}
	return safe
}

func plainRune(r rune) rune {
	switch {
	case strings.ContainsRune(`<>:"/\|?*.`, r), unicode.IsControl(r):
		return ' '
	case unicode.Is(unicode.Cf, r) && !isJoiner(r):
		return -1 // what is not seen can only deceive, as the turning of the reading direction does
	}
	return r
}

// isJoiner tells the invisible letters that Persian, Indian scripts and emoji need, and the space.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' || r == ' ' }
