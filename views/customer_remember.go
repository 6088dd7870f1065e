package views

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// rememberCard is what to remember about a customer, and the field to add to it.
type rememberCard struct {
	card  *customerCard
	box   *fyne.Container
	notes *fyne.Container
	entry *kit.Entry
	all   *kit.Button                  // shows the older ones of many notes
	older *fyne.Container              // it, with its room
	whole models.CustomerID            // of whom they all are shown
	typed map[models.CustomerID]string // begun and not added yet, by whose card it was typed on
}

// staleNote is after how many days it is asked whether a note is still true: a year.
const staleNote = 365

// Of more than so many notes only the latest few are shown at first.
const (
	manyNotes = 8
	fewNotes  = 6
)

func newRememberCard(c *customerCard) *rememberCard {
	r := &rememberCard{card: c, notes: kit.VStack(8), typed: map[models.CustomerID]string{}}
	r.entry = kit.NewEntry(kit.T("customers.remember.add"))
	r.entry.OnSubmitted = r.onAdd
	r.all = kit.NewButton("", r.onAll).Link().Small()
	r.older = kit.HStack(0, r.all)
	r.box = kit.CardWithHeading(kit.T("customers.remember"), -1, r.notes, r.older, r.entry)
	return r
}

func (r *rememberCard) object() fyne.CanvasObject { return r.box }

func (r *rememberCard) show(card *models.Card) {
	notes := card.Customer.Remember
	first := 0
	if len(notes) > manyNotes && r.whole != card.Customer.ID {
		first = len(notes) - fewNotes
	}
	r.all.Hidden, r.older.Hidden = first == 0, first == 0
	r.all.SetText(kit.TN("card.remember.all", len(notes)))
	r.notes.Hidden = len(notes) == 0
	r.notes.Objects = nil
	for i := first; i < len(notes); i++ {
		second := kit.Rich(r.second(i, notes[i]))
		second.OnLink = r.onStillTrue
		second.Hidden = i+1 < len(notes) && r.sameDay(notes[i], notes[i+1])
		r.notes.Add(kit.VStack(0, kit.Body(notes[i].Text), second))
	}
}

// onAll shows all that is to be remembered.
func (r *rememberCard) onAll() {
	r.whole = r.card.id
	r.show(r.card.card)
	r.card.content.Refresh()
	r.card.w.canvas().Focus(r.entry) // the button that had it is gone
}

// sameDay tells whether the line beneath the next note says what the one beneath this note would say.
func (r *rememberCard) sameDay(note, next models.Remember) bool {
	return note.NotedOn == next.NotedOn && note.StillOn == next.StillOn && !r.stale(note)
}

// stale tells whether it is long that a note was made or found true.
func (r *rememberCard) stale(note models.Remember) bool {
	return max(note.NotedOn, note.StillOn) < r.card.w.store().Today().AddDays(-staleNote)
}

// second is when a note was made or last found true; an old one asks.
func (r *rememberCard) second(i int, note models.Remember) string {
	day, key := note.NotedOn, "customers.remember.noted"
	if note.StillOn > note.NotedOn {
		day, key = note.StillOn, "customers.remember.still"
	}
	line := kit.RichT(key, "Day", r.card.w.dayText(day))
	if !r.stale(note) {
		return line
	}
	return kit.T("customers.remember.ask", "Line", line, "Target", strconv.Itoa(i))
}

// keepTyped puts aside what was begun on one card, and brings back what was begun on the other.
func (r *rememberCard) keepTyped(from, to models.CustomerID) {
	if from != 0 {
		r.typed[from] = r.entry.Text
	}
	r.entry.SetText(r.typed[to])
	delete(r.typed, to)
}

func (r *rememberCard) onAdd(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	customer := r.copy()
	customer.Remember = append(customer.Remember, models.Remember{Text: text})
	name := customer.CalledName()
	if err := r.card.w.store().SaveCustomer(customer); err != nil {
		r.card.w.Trouble(err)
		return
	}
	r.entry.SetText("")
	r.card.w.Did(kit.T("customers.remember.did", "Name", name))
}

// onStillTrue notes that the note at that place was found true today.
func (r *rememberCard) onStillTrue(target string) {
	i, err := strconv.Atoi(target)
	customer := r.copy()
	if err != nil || i >= len(customer.Remember) {
		return
	}
	customer.Remember[i].StillOn = r.card.w.store().Today()
	r.card.did(r.card.w.store().SaveCustomer(customer), kit.T("customers.remember.still.did"))
	r.card.w.canvas().Focus(r.entry) // the link that had it is gone
}

// copy is the customer to change: the one shown stays as it is until the store says so.
func (r *rememberCard) copy() *models.Customer {
	customer := *r.card.card.Customer
	customer.Contacts, customer.Remember = slices.Clone(customer.Contacts), slices.Clone(customer.Remember)
	customer.Tags = slices.Clone(customer.Tags)
	return &customer
}
