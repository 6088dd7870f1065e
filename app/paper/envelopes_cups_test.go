//go:build cups

package paper

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodturn/app/paper/cupstest"
)

// Envelopes come out of a printer as large as they are, upright as printers take them in: it was told which is in.
func TestEnvelopesArriveAtTheirSize(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server := cupstest.Start(ctx, t)
	server.Use()
	server.AddPrinter()
	setter := newSetter(t)
	for kind, size := range soldEnvelopes() {
		document := laidEnvelopes(t, envelopesOf(setter, kind, []string{"Ann Hughes", "Porthaven"}))
		path := filepath.Join(t.TempDir(), "sent.pdf")
		if err := document.SavePDF(ctx, path, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := Send(ctx, "ShopPDF", path, document.Title, 1, document.PrintOptions()...); err != nil {
			t.Fatal(err)
		}
		arrived := server.Arrived(1)[0]
		pdf, err := os.ReadFile(arrived)
		if err != nil {
			t.Fatal(err)
		}
		for _, got := range sizesOf(t, pdf) {
			if math.Abs(min(got[0], got[1])-size[1]) > exact || math.Abs(max(got[0], got[1])-size[0]) > exact {
				t.Errorf("%s arrives as %.2f by %.2f", kind, got[0], got[1])
			}
		}
		if err := os.Remove(arrived); err != nil {
			t.Fatal(err)
		}
	}
}
