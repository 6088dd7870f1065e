package app

// PostPaper is what a shop printed last among cards and envelopes; "" before the first.
func (p Prefs) PostPaper(uid string) string { return p.p.StringWithFallback("cards.kind."+uid, "") }

// SetPostPaper remembers it.
func (p Prefs) SetPostPaper(uid, kind string) { p.p.SetString("cards.kind."+uid, kind) }

// CardGreeting is what stands on the front of a shop's cards; usual before the owner wrote anything else.
func (p Prefs) CardGreeting(uid, usual string) string {
	return p.p.StringWithFallback("cards.greeting."+uid, usual)
}

// SetCardGreeting remembers the greeting.
func (p Prefs) SetCardGreeting(uid, greeting string) {
	p.p.SetString("cards.greeting."+uid, greeting)
}

// CardsRuled tells whether cards have lines to write on.
func (p Prefs) CardsRuled() bool { return p.p.BoolWithFallback("cards.ruled", false) }

// SetCardsRuled remembers whether they do.
func (p Prefs) SetCardsRuled(on bool) { p.p.SetBool("cards.ruled", on) }

// CardSides is how the two sides of cards were printed last; "" before the first.
func (p Prefs) CardSides() string { return p.p.StringWithFallback("cards.sides", "") }

// SetCardSides remembers it.
func (p Prefs) SetCardSides(sides string) { p.p.SetString("cards.sides", sides) }

// EnvelopeNudge is how far envelopes are moved on a printer, as LabelNudge is for sheets: they run through it in another way.
func (p Prefs) EnvelopeNudge(printer string) Nudge { return p.nudge("envelopes", printer) }

// SetEnvelopeNudge remembers it.
func (p Prefs) SetEnvelopeNudge(printer string, n Nudge) { p.setNudge("envelopes", printer, n) }
