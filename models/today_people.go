package models

// TodayPart is one of the lists of people on Today.
type TodayPart string

// The parts.
const (
	TodayPromise  TodayPart = "promise"  // something was promised by a time
	TodayCall     TodayPart = "call"     // to get back to
	TodayThank    TodayPart = "thank"    // to thank
	TodayGive     TodayPart = "give"     // to give what comes with a thank-you that was said
	TodayBirthday TodayPart = "birthday" // to wish well
	TodayNotSeen  TodayPart = "not_seen" // to greet
	TodayNoExtra  TodayPart = "no_extra" // to do something for beyond the asking, when they are here next
)

// TodayParts are all of them, what is most pressing first.
var TodayParts = []TodayPart{TodayPromise, TodayCall, TodayThank, TodayGive, TodayBirthday, TodayNotSeen, TodayNoExtra}

// TodayLine is one thing to do about a person. The field of its Part is set.
type TodayLine struct {
	Part    TodayPart
	Promise *PromiseRow
	Call    *CallRow
	Thank   *ThankYouRow // also of what is to give
	Greet   *GreetRow    // of a birthday, and of somebody not seen
	Extra   *WithoutExtraRow
}

// TodayPerson is somebody with all there is to do about them. A stranger, to whom something was promised, has no name and one line.
type TodayPerson struct {
	Person
	SpecialistID SpecialistID // of a thank-you to a specialist, who is named then
	Lines        []TodayLine  // the most pressing first
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
	for i := range t.Gives {
		lines = append(lines, TodayLine{Part: TodayGive, Thank: &t.Gives[i]})
	}
	for i := range t.Birthdays {
		lines = append(lines, TodayLine{Part: TodayBirthday, Greet: &t.Birthdays[i]})
	}
	for i := range t.NotSeen {
		lines = append(lines, TodayLine{Part: TodayNotSeen, Greet: &t.NotSeen[i]})
	}
	for i := range t.NoExtra {
		lines = append(lines, TodayLine{Part: TodayNoExtra, Extra: &t.NoExtra[i]})
	}
	return lines
}

// person names whom the line is about, and how to reach them.
func (l TodayLine) person() TodayPerson {
	switch {
	case l.Promise != nil:
		return TodayPerson{Person: l.Promise.Person}
	case l.Call != nil:
		return TodayPerson{Person: l.Call.Person}
	case l.Thank != nil:
		t := l.Thank
		return TodayPerson{Person: Person{t.CustomerID, t.Name, t.Phone, t.Email, t.NoPhone, t.NoEmail}, SpecialistID: t.SpecialistID}
	case l.Extra != nil:
		return TodayPerson{Person: l.Extra.Person}
	}
	return TodayPerson{Person: l.Greet.Person}
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
// places: who does stands where what is most pressing is, with all there is to do about them; an extra is proposed for those alone about
// whom nothing is to be done.
func (t *Today) Sections(most func(TodayPart) int) (sections []TodaySection) {
	var lines []TodayLine
	of, about := map[TodayPart]*TodaySection{}, map[who][]TodayLine{}
	for _, part := range TodayParts {
		of[part] = &TodaySection{Part: part, Left: t.n(part), All: t.n(part)}
	}
	for _, line := range t.all() {
		w := line.who()
		if line.Part == TodayNoExtra && about[w] != nil {
			of[line.Part].Left--
			of[line.Part].All--
			continue // first what is to be done
		}
		about[w], lines = append(about[w], line), append(lines, line)
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
	case TodayGive:
		return t.GiveN
	case TodayBirthday:
		return t.BirthdayN
	case TodayNotSeen:
		return len(t.NotSeen)
	}
	return len(t.NoExtra)
}

// CanWait tells whether nobody waits for what stands in the part, and there may be more of it than is proposed for one day.
func (p TodayPart) CanWait() bool { return p == TodayNotSeen || p == TodayNoExtra }

// TodoN is how many things there are to do that somebody waits for: all but what can wait.
func (t *Today) TodoN() int { return t.PromiseN + t.CallN + t.ThanksN + t.GiveN + t.BirthdayN }
