package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// visit puts a visit into words; choosing it opens it for editing.
func (s *customerStory) visit(e models.StoryEntry) kit.TimelineEntry {
	v := e.Visit
	entry := kit.TimelineEntry{When: s.card.w.momentText(v.At), Kind: visitKindText(v.Channel, e.Staff), Tone: visitTone(v)}
	entry.OnTap = func() { s.card.w.EditVisit(v.ID) }
	for i := range v.Requests {
		entry.Lines = append(entry.Lines, s.requestLines(&v.Requests[i])...)
	}
	if v.PromisedFor != 0 {
		entry.Lines = append(entry.Lines, s.promiseLine(v))
	}
	if e.AskedFor != "" {
		entry.Lines = append(entry.Lines, kit.RichT("customers.story.askedFor", "Staff", e.AskedFor))
	}
	if v.Extra != "" {
		entry.Lines = append(entry.Lines, kit.RichT("customers.story.extra", "What", v.Extra))
	}
	if line := s.leftLine(v); line != "" {
		entry.Lines = append(entry.Lines, line)
	}
	if v.Note != "" {
		entry.Lines = append(entry.Lines, kit.RichT("customers.story.note", "Note", v.Note))
	}
	if len(entry.Lines) == 0 {
		entry.Lines = []string{kit.T("customers.story.cameIn")}
	}
	return entry
}

// promiseLine is what was promised for when, whether it was kept, and what was done about it where it was not.
func (s *customerStory) promiseLine(v *models.Visit) string {
	when, state := s.card.w.promiseTime(v.PromisedFor), v.Promise(s.card.w.app.Now())
	if state == models.PromiseBroken && v.MadeGood != "" {
		return kit.RichT("promises.story.madeGood", "When", when, "What", v.MadeGood)
	}
	return kit.RichT("promises.story."+string(state), "When", when)
}

// visitKindText is how they came and who served them; a visit to the shop needs no saying.
func visitKindText(channel models.VisitChannel, staff string) string {
	switch {
	case channel == models.InPerson && staff == "":
		return ""
	case channel == models.InPerson:
		return kit.T("customers.story.served", "Staff", staff)
	case staff == "":
		return kit.T("customers.story." + string(channel))
	}
	return kit.T("customers.story."+string(channel)+".served", "Staff", staff)
}

// visitTone colours the dot: how they left, then whether something was missing.
func visitTone(v *models.Visit) kit.Tone {
	if v.HowLeft == models.LeftUnhappy {
		return kit.ToneBad
	}
	for i := range v.Requests {
		if !v.Requests[i].Available() {
			return kit.ToneUnavailable
		}
	}
	return kit.TonePrimary
}

// leftLine is how they left and what they spent.
func (s *customerStory) leftLine(v *models.Visit) string {
	switch {
	case v.State == models.VisitCancelled:
		return kit.T("customers.story.cancelled")
	case v.HowLeft == models.LeftUnnoted && v.Amount == 0:
		return ""
	case v.HowLeft == models.LeftUnnoted:
		return kit.RichT("customers.story.spent", "Amount", s.card.money(v.Amount))
	case v.Amount == 0:
		return kit.T("customers.story.left." + string(v.HowLeft))
	}
	return kit.RichT("customers.story.left."+string(v.HowLeft)+".spent", "Amount", s.card.money(v.Amount))
}

// requestLines are what was asked for, and where it was not there what was offered and what they said.
func (s *customerStory) requestLines(r *models.Request) []string {
	var lines []string
	switch {
	case !r.Available():
		lines = append(lines, kit.RichT("customers.story.missing", "Item", r.Item, "Reason", reasonWord(r.Reason)))
	case r.Quantity > 1:
		lines = append(lines, kit.RichT("customers.story.hadMany", "Item", r.Item, "N", r.Quantity))
	default:
		lines = append(lines, kit.RichT("customers.story.had", "Item", r.Item))
	}
	lines = appendWords(lines, r.TheirWords)
	switch {
	case r.Understood != "" && r.Agreed:
		lines = append(lines, kit.RichT("customers.story.understood.agreed", "What", r.Understood))
	case r.Understood != "":
		lines = append(lines, kit.RichT("customers.story.understood", "What", r.Understood))
	}
	for i := range r.Alternatives {
		lines = append(lines, s.offerLine(&r.Alternatives[i]))
	}
	if r.NothingSuitable {
		lines = append(lines, kit.T("customers.story.nothingSuitable"))
	}
	return lines
}

// offerLine is one thing offered instead, what it was to cost, and the answer to it.
func (s *customerStory) offerLine(a *models.Alternative) string {
	word, tone := answerWord(a.State)
	answer := badgeMarkup(word, tone)
	what := kit.Escape(offerText(a))
	if a.Price != 0 {
		what = kit.T("customers.story.priced", "What", what, "Price", kit.Escape(s.card.money(a.Price)))
	}
	if a.DeclineReason != "" {
		return kit.T("customers.story.offeredWhy", "What", what, "Answer", answer, "Why", kit.Escape(a.DeclineReason))
	}
	return kit.T("customers.story.offered", "What", what, "Answer", answer)
}

// offerText names what was offered.
func offerText(a *models.Alternative) string {
	switch {
	case a.Kind == models.ToSpecialist && a.Specialist != "":
		return a.Specialist
	case a.Kind == models.AnotherItem, a.Kind == models.SomethingElse:
		return a.Description
	case a.Description == "":
		return kindWord(a.Kind)
	}
	return kit.T("customers.story.kind", "Kind", kindWord(a.Kind), "What", a.Description)
}
