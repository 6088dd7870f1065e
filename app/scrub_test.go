package app

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"goodturn/app/claim"
	"goodturn/models"
)

// Who has the shop file open is a person, and so may be what a failing program was about to read.
func TestScrubTakesOutWhoAndTheLastWords(t *testing.T) {
	var log bytes.Buffer
	held := &claim.Held{By: claim.Holder{Computer: "MEIER-PC", User: "anna.meier", Since: time.Now()}, Here: true}
	busy := fmt.Errorf("%w (%w)", models.Problem{Field: "file", Key: "file.otherWindow"}, held)
	slog.New(slog.NewTextHandler(&log, nil)).Error("opening a shop file", "error", busy)
	log.WriteString(`fatal error: open C:\nils\Documents\Meier: 5.goodturn: Access is denied.` + "\n\t/home/anna meier/views/today.go:120 +0x1d\n")
	log.WriteString("panic: strconv.Atoi: parsing \"Meier\": invalid syntax\n\ngoroutine 1 [running]:\n")
	left := scrub(log.String())
	if strings.Contains(strings.ToLower(left), "meier") {
		t.Errorf("it still tells a name:\n%s", left)
	}
	for _, useful := range []string{`msg="opening a shop file"`, "file.otherWindow", "panic: strconv.Atoi: parsing", "goroutine 1 [running]", "today.go:120", ".goodturn"} {
		if !strings.Contains(left, useful) {
			t.Errorf("%q was taken out too:\n%s", useful, left)
		}
	}
}

// A name stands in the quotation marks of whatever language the sentence is in.
func TestScrubKnowsTheQuotesOfEveryLanguage(t *testing.T) {
	for _, line := range []string{"„Meier“ gibt es schon", "„Meier” już jest", "« Meier » existe déjà", "«Meier» ya existe", "“Meier” is there", "‚Meier‘ fehlt", "‘Meier’ is gone"} {
		if left := scrub("level=ERROR msg=x error=" + line + " after"); strings.Contains(left, "Meier") || !strings.HasSuffix(left, " after") {
			t.Errorf("%s leaves %q", line, left)
		}
	}
}
