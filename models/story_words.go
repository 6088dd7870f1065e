package models

import "strings"

// words are what somebody said, wrote or was called in an entry: what a search looks through.
func (e *StoryEntry) words() string {
	words := []string{e.Staff, e.AskedFor}
	switch {
	case e.Visit != nil:
		words = append(words, visitWords(e.Visit)...)
	case e.Referral != nil:
		r := e.Referral
		words = append(words, r.Referrer, r.Referee, r.Staff, r.Note, r.DeniedReason)
	case e.Thanks != nil:
		words = append(words, e.Thanks.Referee, e.Thanks.TalkingPoint, e.Thanks.Words)
	case e.FollowUp != nil:
		words = append(words, e.FollowUp.Why, e.FollowUp.Outcome)
	case e.SentTo != nil:
		words = append(words, e.SentTo.Specialist, e.SentTo.Need, e.SentTo.OutcomeNote)
	case e.Praise != nil:
		words = append(words, e.Praise.Text, e.Praise.Staff)
	case e.Edit != nil:
		for _, f := range e.Edit.Fields {
			words = append(words, f.From, f.To)
		}
	}
	return strings.Join(words, " ")
}

func visitWords(v *Visit) []string {
	words := []string{v.Extra, v.Note, v.MadeGood}
	for i := range v.Requests {
		r := &v.Requests[i]
		words = append(words, r.Item, r.TheirWords, r.Understood)
		for j := range r.Alternatives {
			a := &r.Alternatives[j]
			words = append(words, a.Description, a.Specialist, a.DeclineReason)
		}
	}
	return words
}
