package views

import (
	"testing"

	"goodturn/models"
	"goodturn/views/kit"
)

// TestCorrectingPromisesNothing corrects a visit of which everything promised is done.
func TestCorrectingPromisesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		offer models.Alternative
		back  backChoice
	}{
		"thinking": {models.Alternative{Kind: models.AnotherItem, Description: "Hub-gear bike", State: models.AlternativeThinking}, backNot},
		"ordered":  {models.Alternative{Kind: models.OrderIn, Description: "10 days", State: models.AlternativeAccepted}, backArrives},
	} {
		t.Run(name, func(t *testing.T) {
			v := newVisitBench(t)
			r := models.Request{Item: "Folding bicycle", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{c.offer}}
			e := &models.VisitEntry{Visit: models.Visit{CustomerID: v.ann, At: models.MomentOf(v.clock.Now()), Requests: []models.Request{r}}}
			v.must(v.store().SaveVisit(e))
			v.w.EditVisit(e.Visit.ID)
			s := v.screen()
			if got := s.after.back.value(); got != c.back {
				t.Errorf("get back to them: %q", got)
			}
			v.write(kit.NewField("", s.after.note), "A note")
			v.ctrlEnter()
			if e := v.lastVisit(); e.Visit.Note != "A note" || e.FollowUpOn != "" {
				t.Errorf("stored the note %q and a promise for %q", e.Visit.Note, e.FollowUpOn)
			}
		})
	}
}
