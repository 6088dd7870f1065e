package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2/theme"
	"github.com/adrg/xdg"

	"goodturn/app/paper"
	"goodturn/models"
)

// ThankYouList is a list of people to thank, worded, as it is to be printed.
type ThankYouList struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.Words
	Rows     []paper.ThankYouRow
	Writing  bool // half a page for each of them to write from, and not a list
}

// ThankYouPrinter lays out lists of people to thank. Make one and keep it: it holds the fonts once they were
// needed. It may be used beside the window. The zero value is ready.
type ThankYouPrinter struct {
	once   sync.Once
	setter *paper.Typesetter
	err    error
}

// LayOut gives the pages of a list. No name, whatever script or sign it is written in, makes it fail.
func (p *ThankYouPrinter) LayOut(list ThankYouList) (*paper.Document, error) {
	p.once.Do(p.readFonts)
	if p.err != nil {
		return nil, p.err
	}
	layOut := paper.ThankYouList
	if list.Writing {
		layOut = paper.WritingSheets
	}
	return layOut(paper.ThankYouListInput{
		Frame: p.frame(paper.Paper(list.Shop.Paper), list.Shop, list.Language, list.Made), Words: list.Words, Rows: list.Rows})
}

// frame is what pages of the shop are made with.
func (p *ThankYouPrinter) frame(sheet paper.Paper, shop models.Shop, language string, made time.Time) paper.Frame {
	return paper.Frame{Setter: p.setter, Paper: sheet, Language: language, Made: made, Shop: shop.Name}
}

func (p *ThankYouPrinter) readFonts() {
	fonts := paper.Fonts{
		Regular: theme.DefaultTextFont().Content(),
		Bold:    theme.DefaultTextBoldFont().Content(),
		Emoji:   theme.DefaultEmojiFont().Content(),
	}
	p.setter, p.err = paper.NewTypesetter(fonts, filepath.Join(xdg.CacheHome, "Goodturn"))
}

// Print writes a list as a PDF into folder, which is made where it is not there, under name and the day and time,
// and gives its path. It reports pages and ends with ctx. What the owner can put right is a Problem.
func (p *ThankYouPrinter) Print(ctx context.Context, list ThankYouList, folder, name string, report func(done, total int)) (path string, err error) {
	document, err := p.LayOut(list)
	if err != nil {
		return "", err
	}
	return saveToPrint(ctx, document, folder, name, report)
}

// saveToPrint writes a document as a PDF into folder, under name and the day and time it was made.
func saveToPrint(ctx context.Context, document *paper.Document, folder, name string, report func(done, total int)) (path string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", printProblem(folder, err)
	}
	path = freePath(folder, name+" "+document.Made.Format("2006-01-02 1504"))
	return path, printProblem(folder, document.SavePDF(ctx, path, report))
}

// freePath gives the path of a PDF that is not there yet, so that a list still open in a viewer stays as it is.
func freePath(folder, name string) string {
	path := filepath.Join(folder, name+".pdf")
	for n := 2; n < 1000; n++ {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
		path = filepath.Join(folder, fmt.Sprintf("%s (%d).pdf", name, n))
	}
	return path
}

// printProblem turns an error of the folder or the disk into the Problem behind it, where there is one.
func printProblem(folder string, err error) error {
	key := ""
	switch {
	case err == nil:
		return nil
	case errors.Is(err, paper.ErrFull):
		key = "print.full"
	case errors.Is(err, paper.ErrInUse):
		key = "print.inUse"
	case errors.Is(err, paper.ErrNotAllowed), errors.Is(err, paper.ErrNoFolder), isPathError(err):
		key = "print.folder"
	default:
		return err
	}
	return fmt.Errorf("%w (%w)", models.Problem{Field: "print", Key: key, Args: map[string]any{"Folder": folder}}, err)
}

func isPathError(err error) bool {
	var path *fs.PathError
	return errors.As(err, &path)
}

// ShowFile opens a file in the system's own program for it. Where there is none, the Problem says where the file is.
func (a *App) ShowFile(path string) error {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… on Windows
	}
	if err := a.fyne.OpenURL(&url.URL{Scheme: "file", Path: slashed}); err != nil {
		slog.Warn("no program opens it", "path", path, "error", err)
		return models.Problem{Field: "print", Key: "print.noViewer", Args: map[string]any{"Path": path}}
	}
	return nil
}
