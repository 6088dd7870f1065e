package app

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"goodturn/assets"
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

// SampleFresh tells whether the sample shop is there, its days end today, and it was made in the language.
func (a *App) SampleFresh(language string) bool {
	_, err := os.Stat(SampleFile())
	return err == nil && a.Prefs.SampleMade() == a.sampleOf(language)
}

// sampleOf is what the program knows a sample shop by that is made now.
func (a *App) sampleOf(language string) string { return string(models.DayOf(a.now())) + " " + language }

// MakeSample makes the sample shop in a language, with days that end today, in place of the one there was, which must not be open. It
// may run beside the window, reports how far it is, and leaves nothing where ctx ends it.
func (a *App) MakeSample(ctx context.Context, language string, report func(done, total int)) error {
	say, err := sampleWords(language)
	if err != nil {
		return err
	}
	making := SampleFile() + ".making"
	if err := dropFile(making); err != nil {
		return err
	}
	err = sample.Write(ctx, making, a.now(), say, report)
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

// sampleWords are the words of the sample shop in a language: its file of translations has them behind the English ones. What is not
// there is said in English.
func sampleWords(language string) (sample.Words, error) {
	file, err := assets.Translations.ReadFile(path.Join("translations", language, "told.json"))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	say := func(english string) string {
		if text, known := texts["told."+english]; known {
			return text
		}
		return english
	}
	return say, json.Unmarshal(file, &texts)
}

// SampleMade notes that the sample shop was made just now.
func (a *App) SampleMade(language string) { a.Prefs.SetSampleMade(a.sampleOf(language)) }

// DropSample throws the sample shop away, which must not be open.
func (a *App) DropSample() error {
	a.Prefs.SetSampleMade("")
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
