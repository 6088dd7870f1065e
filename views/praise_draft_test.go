package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// praiseDrafts are the forms of praise kept in the shop file.
func (b *bench) praiseDrafts() []models.Draft {
	b.t.Helper()
	kept, err := b.store().Drafts(praiseDraft)
	b.must(err)
	return kept
}

// What is typed of a review survives the program; “yesterday” stays the day it was, and saving leaves nothing to offer.
func TestPraiseOutlivesTheProgram(t *testing.T) {
	b := newBench(t, nil)
	f := openPraiseForm(b.w, newPraiseBy(b.w, 0))
	b.passFor(draftAtLatest)
	if len(b.praiseDrafts()) != 0 {
		t.Error("a form in which nothing was typed is kept")
	}
	f.from.SetValue(praiseByOther)
	f.onChosen("")
	f.signed.SetText("K. B.")
	f.text.SetText("Lovely\npeople")
	f.channel.SetValue(string(models.PraiseReview))
	f.stars.SetValue("4")
	f.link.SetText("reviews.example/9")
	f.day.SetText("yesterday")
	f.replied.SetText("no day")
	f.mayQuote.SetOn(true)
	yesterday := b.store().Today().AddDays(-1)
	b.passFor(draftPause)
	b.killed()
	b.clock.Forward(24 * time.Hour)
	drawn := b.takeOffer("What K. B. said, which you were typing today at 10:24")
	for _, words := range []string{"K. B.", "Lovely", "reviews.example/9", "no day", "4 stars"} {
		if !strings.Contains(drawn, words) {
			t.Errorf("of what was typed %q is missing from %q", words, drawn)
		}
	}
	b.topSave()
	if len(b.praises()) != 0 || len(b.praiseDrafts()) != 1 {
		t.Fatalf("saved with “no day”: %+v", b.praises())
	}
	f = openPraiseForm(b.w, newPraiseBy(b.w, 0)) // another one in front
	f.text.SetText("A second one")
	b.passFor(draftPause)
	if len(b.praiseDrafts()) != 2 {
		t.Errorf("%d are kept side by side", len(b.praiseDrafts()))
	}
	b.keys(fyne.KeyEscape)
	b.keys(fyne.KeyTab, fyne.KeyReturn) // on "Throw away"
	if len(b.praiseDrafts()) != 1 {
		t.Errorf("one is thrown away, and %d are kept", len(b.praiseDrafts()))
	}
	b.killed()
	b.takeOffer("What K. B. said")
	b.topSave() // which leads to the day that is none
	b.keys(fyne.KeyBackspace)
	b.topSave()
	said := b.praises()
	if len(said) != 1 || said[0].OnDay != yesterday || said[0].Rating != 4 || !said[0].MayQuote || said[0].SaidBy != "K. B." || said[0].RepliedOn != "" {
		t.Fatalf("stored %+v", said)
	}
	if len(b.praiseDrafts()) != 0 {
		t.Error("it is stored, and kept still")
	}
}

// A change of what is stored is kept too; somebody new who said it comes back into the fields.
func TestChangedPraiseOutlivesTheProgram(t *testing.T) {
	b, ann, _ := praisedShop(t)
	changePraise(b.w, 1)
	b.typed("!")
	b.passFor(draftPause)
	b.killed()
	b.takeOffer("What Ann Hughes said")
	b.topSave()
	if p, err := b.store().Praise(1); err != nil || p.Text != "!Nobody listens like Mike" || p.CustomerID != ann {
		t.Errorf("stored %+v, %v", p, err)
	}
	f := openPraiseForm(b.w, newPraiseBy(b.w, 0))
	f.who.set(models.Referrer{New: customerFrom("Zoe Young")}, "")
	f.text.SetText("So kind")
	b.passFor(draftPause)
	b.killed()
	b.takeOffer("What Zoe Young said")
	b.topSave()
	if said := b.praises()[0]; said.Name != "Zoe Young" || said.Text != "So kind" || len(b.praises()) != 4 || len(b.praiseDrafts()) != 0 {
		t.Errorf("stored %+v, %d kept", said, len(b.praiseDrafts()))
	}
}

// What was taken out meanwhile is told of; what somebody said who is erased is not offered any more.
func TestDraftOfPraiseThatIsGone(t *testing.T) {
	b, _, ben := praisedShop(t)
	changePraise(b.w, 2)
	b.typed("!")
	b.passFor(draftPause)
	b.clock.Forward(time.Second)
	f := openPraiseForm(b.w, newPraiseBy(b.w, ben))
	f.text.SetText("So kind")
	b.passFor(draftPause)
	if len(b.praiseDrafts()) != 2 {
		t.Fatalf("%d are kept", len(b.praiseDrafts()))
	}
	_, err := b.store().EraseCustomer(ben)
	b.must(err)
	b.must(b.store().DeletePraise(2))
	if kept := b.praiseDrafts(); len(kept) != 1 || strings.Contains(kept[0].Body, "So kind") {
		t.Errorf("kept are %+v", kept)
	}
	b.killed()
	b.takeOffer("What M. Carter said")
	if said := b.sheetWords(); !strings.Contains(said, kit.T("trouble.gone")) {
		t.Errorf("it says %q", said)
	}
}
