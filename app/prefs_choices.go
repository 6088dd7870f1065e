package app

// Choosing is a choice among few on a page or on a sheet that begins as it was made last.
type Choosing string

// The choices that are remembered so. Those that other code asks for have methods of their own.
const (
	ChoosingFamilyForm    Choosing = "family.form"    // what a family tree is printed as
	ChoosingFamilyPaper   Choosing = "family.paper"   // and on
	ChoosingCustomersForm Choosing = "customers.form" // what a list of customers is printed with
	ChoosingBringers      Choosing = "bringers.side"  // who is listed of those who bring people
	ChoosingBroughtSince  Choosing = "bringers.since" // and of what time
	ChoosingReferrals     Choosing = "referrals.side" // brought to us, or sent to specialists
	ChoosingStaffSpan     Choosing = "staff.span"     // of what time staff stand side by side
)

// Choice is what was chosen last; usual before the first time.
func (p Prefs) Choice(of Choosing, usual string) string {
	return p.p.StringWithFallback("choice."+string(of), usual)
}

// SetChoice remembers what was chosen.
func (p Prefs) SetChoice(of Choosing, value string) { p.p.SetString("choice."+string(of), value) }
