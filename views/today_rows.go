package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// sectionCard is a part of the day: its people, each with all there is to do about them.
func (s *todayScreen) sectionCard(section models.TodaySection) fyne.CanvasObject {
	people := make([]fyne.CanvasObject, 0, len(section.People))
	for _, p := range section.People {
		people = append(people, s.person(p))
	}
	n := section.All // as beside the place's name, whoever of them stands elsewhere
	if section.Part.CanWait() {
		n = -1 // there are more of them than anybody greets
	}
	card := kit.CardWithHeading(kit.T("today.part."+string(section.Part)), n, kit.Rows(people...))
	return s.withRest(card, section.Left, func() { s.showRest(section.Part) })
}

// withRest puts the button that shows the rest under a card that hides some.
func (s *todayScreen) withRest(card *fyne.Container, left int, show func()) fyne.CanvasObject {
	if left == 0 {
		return card
	}
	return kit.VStack(4, card, kit.HStack(0, kit.NewButton(kit.TN("today.rest", left), show).Link()))
}

// showRest shows the rest of a part; the thank-yous have a place of their own.
func (s *todayScreen) showRest(part models.TodayPart) {
	if part == models.TodayThank || s.whole[part] {
		s.w.Show(restPlace(part))
		return
	}
	s.whole[part] = true
	s.reloadHere()
}

// restPlace is where more of a part can be found than Today has.
func restPlace(part models.TodayPart) Place {
	if part == models.TodayThank {
		return PlaceThanks
	}
	return PlaceCustomers
}

func (s *todayScreen) reloadHere() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// todayWords is one thing to do, in words and buttons.
type todayWords struct {
	why     string // markup
	badge   string
	tone    kit.Tone
	aside   string // what stands on paper in place of the badge; "" for that
	buttons []kit.RowButton
}

// words puts a line into words.
func (s *todayScreen) words(l models.TodayLine) todayWords {
	switch l.Part {
	case models.TodayPromise:
		return s.promiseWords(*l.Promise)
	case models.TodayCall:
		return s.callWords(*l.Call)
	case models.TodayThank:
		return s.thankWords(*l.Thank)
	case models.TodayGive:
		return s.giveWords(*l.Thank)
	case models.TodayBirthday:
		return s.birthdayWords(*l.Greet)
	case models.TodayNoExtra:
		return s.noExtraWords(*l.Extra)
	}
	return s.notSeenWords(*l.Greet)
}

// person is a row for the first thing to do about somebody, and beneath it one for each other.
func (s *todayScreen) person(p models.TodayPerson) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(p.Lines))
	for i, l := range p.Lines {
		words := s.words(l)
		content := kit.RowContent{Title: words.why, Buttons: words.buttons, Wrap: true, Beneath: true, OnLink: func(string) { s.open(p) }}
		if i == 0 {
			content.Initials, content.Title, content.Second, content.Beneath = kit.Initials(p.Customer), s.personTitle(p), words.why, false
		}
		if words.badge != "" {
			content.Badges = []kit.BadgeText{{Text: words.badge, Tone: words.tone}}
		}
		rows[i] = s.row(content)
	}
	return kit.VStack(0, rows...)
}

// personTitle is who it is about, and how to reach them where that is what is to be done.
func (s *todayScreen) personTitle(p models.TodayPerson) string {
	if p.CustomerID == 0 && p.SpecialistID == 0 {
		return "**" + kit.T("visit.stranger") + "**"
	}
	reach := reachOf(p.Person)
	if first := p.Lines[0].Part; len(p.Lines) == 1 && (first == models.TodayThank || first == models.TodayNoExtra) {
		reach = ""
	}
	return kit.RichT("today.person", "Name", p.Customer, "Reach", reach)
}

func (s *todayScreen) open(p models.TodayPerson) {
	if p.SpecialistID != 0 {
		s.w.OpenSpecialist(p.SpecialistID)
		return
	}
	s.w.OpenCustomer(p.CustomerID)
}

// reachOf is how to reach them, in no way they asked us not to use; where that leaves nothing, what they asked.
func reachOf(p models.Person) string {
	switch {
	case p.Phone != "" && !p.NoPhone:
		return p.Phone
	case p.Email != "" && !p.NoEmail:
		return p.Email
	case p.NoPhone:
		return kit.T("today.asked.noCalls")
	case p.NoEmail:
		return kit.T("today.asked.noEmail")
	}
	return ""
}

// nameOr is what somebody is called in a sentence; a stranger has no name.
func nameOr(name string) string {
	if name == "" {
		return kit.T("visit.stranger")
	}
	return name
}

// later is the button that puts a line off.
func (s *todayScreen) later(name string, put func(until models.Day) error) kit.RowButton {
	return kit.RowButton{Label: kit.T("today.later"), OnTap: func() { showLater(s.w, name, put) }}
}

func (s *todayScreen) did(err error, sentence string) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.Did(sentence)
}
