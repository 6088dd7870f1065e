package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// Slip is a slip that a customer takes along, worded, as it is to be printed.
type Slip struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Small    bool   // on a small page of its own, else in the corner of the shop's usual sheet
	Reach    string // how to reach the shop
	Words    paper.SlipWords
	Parts    []paper.SlipPart
}

// LayOutSlip gives the pages of a slip. No name, whatever script or sign it is written in, makes it fail.
func (p *ThankYouPrinter) LayOutSlip(slip Slip) (*paper.Document, error) {
	p.once.Do(p.readFonts)
	if p.err != nil {
		return nil, p.err
	}
	sheet := paper.A6
	if !slip.Small {
		sheet = paper.Paper(slip.Shop.Paper)
	}
	return paper.Slip(paper.SlipInput{
		Frame: p.frame(sheet, slip.Shop, slip.Language, slip.Made),
		Reach: slip.Reach, Words: slip.Words, Parts: slip.Parts})
}

// PrintSlip writes a slip as Print does a list of people to thank.
func (p *ThankYouPrinter) PrintSlip(ctx context.Context, slip Slip, folder, name string, report func(done, total int)) (path string, err error) {
	document, err := p.LayOutSlip(slip)
	if err != nil {
		return "", err
	}
	return saveToPrint(ctx, document, folder, name, report)
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

// SendToPrinter sends a PDF to one of the Printers under a title, at its true size. That the printer does not take it is a
// Problem, which says where the page lies.
func SendToPrinter(ctx context.Context, printer, path, title string) error {
	job, err := paper.Send(ctx, printer, path, title)
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("%w (%w)", models.Problem{Field: "print", Key: "print.refused", Args: map[string]any{"Printer": printer, "Path": path}}, err)
	}
	slog.Info("sent to the printer", "job", job)
	return err
}
