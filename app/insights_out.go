package app

import (
	"context"
	"io"
	"time"

	"goodturn/app/chart"
	"goodturn/app/exchange"
	"goodturn/app/paper"
	"goodturn/models"
)

// InsightPages are pictures of figures, worded, as they are to be printed.
type InsightPages struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.Words
	Pictures []chart.Picture
}

// LayOutInsights gives the pages of pictures. No name, whatever script or sign it is written in, makes it fail.
func (p *Press) LayOutInsights(pages InsightPages) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.Insights(paper.InsightsInput{
		Frame: p.frame(paper.Paper(pages.Shop.Paper), pages.Shop, pages.Language, pages.Made), Words: pages.Words, Pictures: pages.Pictures})
}

// Figures are a table of figures as it is written to a file.
type Figures struct {
	Name    string // of the Excel sheet
	Headers []string
	Rows    [][]string
}

// ExportFigures writes figures to path, as ExportLog does requests: as CSV or for Excel.
func ExportFigures(ctx context.Context, figures Figures, kind ExportKind, path string, report func(done, total int)) error {
	out := exchange.Table{Name: figures.Name, Headers: figures.Headers, Rows: len(figures.Rows)}
	out.Each = func(write func([]string) error) error {
		for _, row := range figures.Rows {
			if err := write(row); err != nil {
				return err
			}
		}
		return nil
	}
	write := func(to io.Writer) error {
		if kind == ExportExcel {
			return out.WriteExcel(ctx, to, report)
		}
		return out.WriteCSV(ctx, to, report)
	}
	return endedOr(ctx, exportProblem(path, paper.SaveFile(path, write)))
}
