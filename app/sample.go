package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"goodturn/models"
	"goodturn/models/sample"
)

// SampleFile is where the sample shop lies, beside the owner's own and apart from it.
func SampleFile() string { return filepath.Join(dataFolder(), "Sample shop.goodturn") }

// OwnFile is the shop file of the owner's that was open last, or that opens first.
func (a *App) OwnFile() string {
	if last := a.Prefs.LastFile(); last != "" {
		return last
	}
	return HomeFile()
}

// InSample tells whether the sample shop is the one that is open.
func (a *App) InSample() bool { return a.Store != nil && a.Store.Path() == SampleFile() }

// SampleFresh tells whether the sample shop is there and its days end today.
func (a *App) SampleFresh() bool {
	_, err := os.Stat(SampleFile())
	return err == nil && a.Prefs.SampleDay() == string(models.DayOf(a.now()))
}

// MakeSample makes the sample shop, with days that end today, in place of the one there was, which must not be open. It may run
// beside the window, reports how far it is, and leaves nothing where ctx ends it.
func (a *App) MakeSample(ctx context.Context, report func(done, total int)) error {
	making := SampleFile() + ".making"
	if err := dropFile(making); err != nil {
		return err
	}
	err := sample.Write(ctx, making, a.now(), report)
	if err == nil {
		err = dropFile(SampleFile())
	}
	if err == nil {
		err = os.Rename(making, SampleFile())
	}
	if err != nil {
		return errors.Join(err, dropFile(making))
	}
	return nil
}

// SampleMade notes that the sample shop was made just now.
func (a *App) SampleMade() { a.Prefs.SetSampleDay(string(models.DayOf(a.now()))) }

// DropSample throws the sample shop away, which must not be open.
func (a *App) DropSample() error {
	a.Prefs.SetSampleDay("")
	return dropFile(SampleFile())
}

// dropFile removes a shop file that is not open, with its journal, where they are there.
func dropFile(path string) error {
	for _, name := range []string{path + "-journal", path} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
