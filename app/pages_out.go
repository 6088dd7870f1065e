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

	"goodturn/app/paper"
	"goodturn/models"
)

// SavePages writes a document as a PDF into folder, which is made where it is not there, under name and the day and time it was made,
// and gives its path. It reports pages and ends with ctx. What the owner can put right is a Problem.
func SavePages(ctx context.Context, document *paper.Document, folder, name string, report func(done, total int)) (path string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", printProblem(folder, err)
	}
	path = freePath(folder, name+" "+document.Made.Format("2006-01-02 1504"))
	return path, printProblem(folder, document.SavePDF(ctx, path, report))
}

// SavePagesAs writes a document as a PDF to path, in place of what is there. Its errors are those of SavePages.
func SavePagesAs(ctx context.Context, document *paper.Document, path string, report func(done, total int)) error {
	return printProblem(filepath.Dir(path), document.SavePDF(ctx, path, report))
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

// Printers gives the names of the printers that pages can be sent to straight away, the usual one first; none where the
// system has its own way to print, which is what the PDF program is for.
func Printers(ctx context.Context) ([]string, error) {
	queues, err := paper.Queues(ctx)
	if err != nil && !errors.Is(err, paper.ErrNoPrinting) {
		return nil, err
	}
	names := make([]string, len(queues))
	for i, queue := range queues {
		names[i] = queue.Name
	}
	return names, nil
}

// SendToPrinter sends a PDF to one of the Printers under a title, at its true size and so many times, at least once. That the printer does not take it is a
// Problem, which says where the page lies.
func SendToPrinter(ctx context.Context, printer, path, title string, copies int, options ...string) error {
	job, err := paper.Send(ctx, printer, path, title, max(copies, 1), options...)
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("%w (%w)", models.Problem{Field: "print", Key: "print.refused", Args: map[string]any{"Printer": printer, "Path": path}}, err)
	}
	slog.Info("sent to the printer", "job", job)
	return err
}
