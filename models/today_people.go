package models

// TodayPart is one of the lists of people on Today.
type TodayPart string

// The parts.
const (
	TodayPromise  TodayPart = "promise"  // something was promised by a time
	TodayCall     TodayPart = "call"     // to get back to
	TodayThank    TodayPart = "thank"    // to thank
	TodayBirthday TodayPart = "birthday" // to wish well
	TodayNotSeen  TodayPart = "not_seen" // to greet
)

// TodayParts are all of them, what is most pressing first.
var TodayParts = []TodayPart{TodayPromise, TodayCall, TodayThank, TodayBirthday, TodayNotSeen}

// TodayLine is one thing to do about a person. The field of its Part is set.
type TodayLine struct {
	Part    TodayPart
	Promise *PromiseRow
	Call    *CallRow
	Thank   *ThankYouRow
	Greet   *GreetRow // of a birthday, and of somebody not seen
}

// TodayPerson is somebody with all there is to do about them. A stranger, to whom something was promised, has no name and one line.
type TodayPerson struct {
	CustomerID   CustomerID
	SpecialistID SpecialistID // of a thank-you to a specialist
	Name         string
	Phone        string
	Email        string
	NoPhone      bool        // they asked for no calls
	NoEmail      bool        // they asked for no e-mail
	Lines        []TodayLine // the most pressing first
}

// TodaySection is a part with the people who stand there.
type TodaySection struct {
	Part   TodayPart
	People []TodayPerson
	Left   int // how many more things of this part there are to do, about people who stand nowhere
	All    int // how many things of this part there are to do, those about people who stand in another part among them
}

// N is how many things there are to do in the section, those left among them.
func (s *TodaySection) N() (n int) {
	for _, p := range s.People {
		n += len(p.Lines)
	}
	return n + s.Left
}

// all gives every line of the page, part by part.
func (t *Today) all() (lines []TodayLine) {
	for i := range t.Promises {
		lines = append(lines, TodayLine{Part: TodayPromise, Promise: &t.Promises[i]})
	}
	for i := range t.Calls {
		lines = append(lines, TodayLine{Part: TodayCall, Call: &t.Calls[i]})
	}
	for i := range t.Thanks {
		lines = append(lines, TodayLine{Part: TodayThank, Thank: &t.Thanks[i]})
	}
	for i := range t.Birthdays {
		lines = append(lines, TodayLine{Part: TodayBirthday, Greet: &t.Birthdays[i]})
	}
	for i := range t.NotSeen {
		lines = append(lines, TodayLine{Part: TodayNotSeen, Greet: &t.NotSeen[i]})
	}
	return lines
}

// person names whom the line is about, and how to reach them.
func (l TodayLine) person() TodayPerson {
	switch {
	case l.Promise != nil:
		p := l.Promise
		return TodayPerson{CustomerID: p.CustomerID, Name: p.Customer, Phone: p.Phone, Email: p.Email, NoPhone: p.NoPhone, NoEmail: p.NoEmail}
	case l.Call != nil:
		c := l.Call
		return TodayPerson{CustomerID: c.CustomerID, Name: c.Customer, Phone: c.Phone, Email: c.Email, NoPhone: c.NoPhone, NoEmail: c.NoEmail}
	case l.Thank != nil:
		t := l.Thank
		return TodayPerson{CustomerID: t.CustomerID, SpecialistID: t.SpecialistID, Name: t.Name, Phone: t.Phone, Email: t.Email, NoPhone: t.NoPhone, NoEmail: t.NoEmail}
	}
	g := l.Greet
	return TodayPerson{CustomerID: g.CustomerID, Name: g.Customer, Phone: g.Phone, Email: g.Email, NoPhone: g.NoPhone, NoEmail: g.NoEmail}
}

// who tells people apart; a stranger is known by the visit.
type who struct {
	customer   CustomerID
	specialist SpecialistID
	visit      VisitID
}

func (l TodayLine) who() who {
	p := l.person()
	w := who{customer: p.CustomerID, specialist: p.SpecialistID}
	if p.CustomerID == 0 && l.Promise != nil {
		w.visit = l.Promise.VisitID
	}
	return w
}

// Sections gives the parts in which there is something to do, with at most so many people each as most gives. Nobody stands in two
// places: who does stands where what is most pressing is, with all there is to do about them.
func (t *Today) Sections(most func(TodayPart) int) (sections []TodaySection) {
	lines := t.all()
	of, about := map[TodayPart]*TodaySection{}, map[who][]TodayLine{}
	for _, part := range TodayParts {
		of[part] = &TodaySection{Part: part, Left: t.n(part), All: t.n(part)}
	}
	for _, line := range lines {
		about[line.who()] = append(about[line.who()], line)
	}
	for _, line := range lines {
		section, w := of[line.Part], line.who()
		if about[w] == nil || len(section.People) == most(line.Part) {
			continue // they stand already, or there is no room
		}
		person := line.person()
		person.Lines = about[w]
		for _, stands := range person.Lines {
			of[stands.Part].Left--
		}
		about[w] = nil
		section.People = append(section.People, person)
	}
	for _, part := range TodayParts {
		if section := of[part]; section.N() > 0 {
			sections = append(sections, *section)
		}
	}
	return sections
}

// n is how many things of a part there are to do, of which the page may have the first only.
func (t *Today) n(part TodayPart) int {
	switch part {
	case TodayPromise:
		return t.PromiseN
	case TodayCall:
		return t.CallN
	case TodayThank:
		return t.ThanksN
	case TodayBirthday:
		return t.BirthdayN
	}
	return len(t.NotSeen)
}

// TodoN is how many things there are to do that somebody waits for: all but greeting those not seen for a while, which can wait.
func (t *Today) TodoN() int { return t.PromiseN + t.CallN + t.ThanksN + t.BirthdayN }
