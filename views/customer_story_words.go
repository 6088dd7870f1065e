package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// entry puts one thing that happened into words.
func (s *customerStory) entry(e models.StoryEntry) kit.TimelineEntry {
	w := s.card.w
	switch e.Kind {
	case models.StoryVisit:
		return s.visit(e)
	case models.StorySent:
		return kit.TimelineEntry{When: w.dayText(e.Referral.OnDay), Tone: kit.TonePraise, Lines: s.sent(e.Referral)}
	case models.StoryBrought:
		return kit.TimelineEntry{When: w.dayText(e.Referral.OnDay), Tone: kit.TonePraise, Lines: s.brought(e.Referral)}
	case models.StoryThanks:
		return kit.TimelineEntry{When: w.momentText(e.At), Tone: kit.TonePraise, Lines: s.thanked(e.Thanks)}
	case models.StoryFollowUp:
		return kit.TimelineEntry{When: w.momentText(e.At), Lines: s.followedUp(e.FollowUp)}
	case models.StoryEdit:
		return s.edit(e.Edit)
	case models.StoryPraise:
		return s.praise(e.Praise)
	}
	return s.sentTo(e.SentTo)
}

// sent is somebody they sent us, and whether they were thanked for it.
func (s *customerStory) sent(r *models.ReferralRow) []string {
	word, tone := referralWord(r.State)
	if r.ThanksState != "" {
		word, tone = thanksWord(r.ThanksState)
	}
	who := linkMarkup(linkCustomer, int64(r.RefereeID), r.Referee)
	lines := []string{kit.T("customers.story.sent", "Name", who, "State", badgeMarkup(word, tone))}
	return appendWords(lines, r.Note)
}

// brought is who sent them to us.
func (s *customerStory) brought(r *models.ReferralRow) []string {
	who := broughtByMarkup(r)
	if r.State == models.ReferralDenied {
		word, tone := referralWord(r.State)
		return []string{kit.T("customers.story.notBrought", "Name", who, "State", badgeMarkup(word, tone), "Reason", kit.Escape(r.DeniedReason))}
	}
	lines := []string{kit.T("customers.story.brought", "Name", who)}
	if r.Staff != "" {
		lines = []string{kit.T("customers.story.broughtTo", "Name", who, "Staff", kit.Escape(r.Staff))}
	}
	return appendWords(lines, r.Note)
}

// thanked is how they were thanked, and for what.
func (s *customerStory) thanked(t *models.ThankYouRow) []string {
	key := "customers.story.thanked"
	if t.Channel.Valid() {
		key += "." + string(t.Channel)
	}
	if t.Cause == models.ThanksReferral {
		lines := []string{kit.RichT(key+".sending", "Whom", t.Referee)}
		return appendWords(lines, t.Words)
	}
	lines := []string{kit.RichT(key, "What", thanksWhat(*t, s.card.w.dayText))}
	return appendWords(lines, t.Words)
}

func (s *customerStory) followedUp(f *models.FollowUp) []string {
	lines := []string{kit.T("customers.story.gotBack")}
	if f.Why != "" {
		lines = []string{kit.RichT("customers.story.gotBackWhy", "Why", f.Why)}
	}
	return appendWords(lines, f.Outcome)
}

// sentTo is a specialist we sent them to. While nobody knows how it went, choosing it asks.
func (s *customerStory) sentTo(o *models.ReferralOutRow) kit.TimelineEntry {
	word, tone := outcomeWord(o.Outcome)
	who := linkMarkup(linkSpecialist, int64(o.SpecialistID), o.Specialist)
	line := kit.T("customers.story.sentTo", "Name", who, "State", badgeMarkup(word, tone))
	if o.Need != "" {
		line = kit.T("customers.story.sentToFor", "Name", who, "Need", kit.Escape(o.Need), "State", badgeMarkup(word, tone))
	}
	e := kit.TimelineEntry{When: s.card.w.dayText(o.SentOn), Tone: kit.ToneLoyal, Lines: appendWords([]string{line}, o.OutcomeNote)}
	if o.Outcome == models.OutcomeUnknown {
		e.OnTap = func() { showHowItWent(s.card.w, *o) }
	}
	return e
}

// appendWords adds somebody's own words as a quiet line, where there are any.
func appendWords(lines []string, words string) []string {
	if words == "" {
		return lines
	}
	return append(lines, kit.RichT("customers.story.words", "Words", words))
}

// badgeMarkup is a badge inside a line of a story.
func badgeMarkup(word string, tone kit.Tone) string {
	name := map[kit.Tone]string{kit.ToneOK: "ok", kit.ToneWarn: "warn", kit.ToneBad: "bad", kit.ToneAdvocate: "advocate", kit.ToneLoyal: "loyal"}[tone]
	if name == "" {
		name = "plain"
	}
	return "{" + name + "|" + kit.Escape(word) + "}"
}
