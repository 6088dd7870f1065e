package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// particularsCard is the rest of what is known: the address, the birthday, what they asked us to leave out.
type particularsCard struct {
	card  *customerCard
	box   *fyne.Container
	lines *fyne.Container
}

func newParticularsCard(c *customerCard) *particularsCard {
	p := &particularsCard{card: c, lines: kit.VStack(10)}
	p.box = kit.CardFilled(p.lines)
	return p
}

func (p *particularsCard) object() fyne.CanvasObject { return p.box }

func (p *particularsCard) show(card *models.Card) {
	customer := card.Customer
	p.lines.Objects = nil
	p.addContacts(customer)
	p.add("address", customer.Postal())
	p.add("birthday", kit.BirthdayText(customer.Birthday))
	p.add("source", card.SourceName)
	p.add("earlier", earlierText(p.card.w, p.card.shop, customer.Earlier))
	if customer.ReachBy != models.LikesAny {
		p.add("reachBy", reachByWord(customer.ReachBy))
	}
	p.addPermission(customer.NoPost, "noPost", customer.NoPostOn)
	p.addPermission(customer.NoPhone, "noPhone", customer.NoPhoneOn)
	p.addPermission(customer.NoEmail, "noEmail", customer.NoEmailOn)
	p.box.Hidden = len(p.lines.Objects) == 0
}

// add writes something with its name above; nothing known takes no room.
func (p *particularsCard) add(name, value string) {
	if value != "" {
		p.lines.Add(kit.VStack(0, kit.Quiet(kit.T("customers.particulars."+name)), kit.Body(value)))
	}
}

// addContacts writes all numbers and addresses with their labels, where there is more to say than the head says.
func (p *particularsCard) addContacts(customer *models.Customer) {
	more := false
	lines := kit.VStack(0, kit.Quiet(kit.T("card.contacts")))
	seen := map[models.ContactKind]bool{}
	for _, contact := range customer.Contacts {
		more = more || seen[contact.Kind] || contact.Label != ""
		seen[contact.Kind] = true
		key := "card.contact"
		if contact.Label != "" {
			key = "card.contact.labelled"
		}
		line := kit.Rich(kit.T(key, "Value", reachLink(contact.Kind, contact.Value), "Label", kit.Escape(contact.Label)))
		lines.Add(p.card.to().on(line))
	}
	if more {
		p.lines.Add(lines)
	}
}

// addPermission writes what they asked to be left out, and when they did.
func (p *particularsCard) addPermission(asked bool, name string, on models.Day) {
	if !asked {
		return
	}
	line := kit.VStack(2, kit.HStack(0, kit.NewBadge(kit.T("customers."+name), kit.ToneWarn)))
	if on != "" {
		line.Add(kit.Quiet(kit.T("card.since", "Day", p.card.w.dayText(on))))
	}
	p.lines.Add(line)
}
