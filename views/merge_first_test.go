package views

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// Who sent them is chosen at first where one card alone says it, and somebody else did.
func TestMergeBeginsWithWhoSentThem(t *testing.T) {
	b, ann, anne := twoAnns(t)
	peter := modelstest.Customer(t, b.store(), "Peter Lowe", "")
	b.must(b.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: peter}, RefereeID: anne, FromBefore: true}))
	for _, c := range []struct {
		keep, gone models.CustomerID
		want       models.MergeSide
	}{{ann, anne, models.MergeGone}, {anne, ann, models.MergeKeep}, {anne, peter, models.MergeEither}} {
		f := &mergeForm{w: b.w, body: kit.VStack(0)}
		b.must(f.read(c.keep, c.gone, nil))
		if got := f.choices[models.MergeBroughtBy].Value(); got != string(c.want) {
			t.Errorf("of %d and %d it begins with %q, want %q", c.keep, c.gone, got, c.want)
		}
	}
}
