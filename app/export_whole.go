package app

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"goodturn/app/exchange"
	"goodturn/app/paper"
	"goodturn/models"
)

// scratchFolder is for what is needed for a while, on the disk of the owner's own files: a stick would be too slow.
func scratchFolder() string { return filepath.Join(xdg.CacheHome, "Goodturn") }

// ExportShop writes the whole shop, as it is at one moment, as a folder at path, where there is nothing yet or an empty folder; language is
// that of its README.
// It may be called beside the window; it reports rows, and when ctx ends it leaves nothing behind. What the owner can put right
// is a Problem beside "path".
func ExportShop(ctx context.Context, store *models.Store, language, path string, report func(done, total int)) error {
	write := func(folder string) error {
		return exchange.WriteShop(ctx, folder, scratchFolder(), store, exchange.WordsIn(language), report)
	}
	if err := paper.SaveFolder(path, write); err != nil {
		return endedOr(ctx, exportProblem(path, err))
	}
	return nil
}

// PersonExport is everything noted about one person, to be written as a page and for programs.
type PersonExport struct {
	page  exchange.PersonPage
	words exchange.PersonWords
}

// ReadPerson gathers everything noted about a customer, to be said in words.
func ReadPerson(store *models.Store, id models.CustomerID, name string, words exchange.PersonWords) (PersonExport, error) {
	shop, err := store.Shop()
	if err != nil {
		return PersonExport{}, err
	}
	sections, err := store.PersonFile(id)
	if err != nil {
		return PersonExport{}, err
	}
	photo, err := store.Photo(id)
	return PersonExport{page: exchange.PersonPage{Shop: shop.Name, Name: name, Day: store.Today(), Sections: sections, Photo: photo}, words: words}, err
}

// Save writes the page to path, which ends in .html, and the same for programs beside it, in .json. What the owner can put
// right is a Problem beside "path".
func (p PersonExport) Save(path string) error {
	if err := paper.SaveFile(PersonPrograms(path), p.page.WriteJSON); err != nil {
		return exportProblem(path, err)
	}
	page := func(out io.Writer) error { return p.page.WriteHTML(out, p.words) }
	return exportProblem(path, paper.SaveFile(path, page))
}

// PersonPrograms is the path of what is for programs, beside the page at path.
func PersonPrograms(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".json"
}
