package views

import (
	"strings"

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
	if customer.PreferredName != "" && customer.PreferredName != customer.Name {
		p.add("called", customer.PreferredName)
	}
	p.add("more", moreContacts(customer))
	p.add("address", customer.Address)
	p.add("birthday", kit.BirthdayText(customer.Birthday))
	p.add("source", card.SourceName)
	p.add("earlier", earlierText(p.card.w, p.card.shop, customer.Earlier))
	for _, no := range []struct {
		asked bool
		key   string
	}{{customer.NoPost, "noPost"}, {customer.NoPhone, "noPhone"}, {customer.NoEmail, "noEmail"}} {
		if no.asked {
			p.lines.Add(kit.HStack(0, kit.NewBadge(kit.T("customers."+no.key), kit.ToneWarn)))
		}
	}
	p.box.Hidden = len(p.lines.Objects) == 0
}

// add writes something with its name above; nothing known takes no room.
func (p *particularsCard) add(name, value string) {
	if value != "" {
		p.lines.Add(kit.VStack(0, kit.Quiet(kit.T("customers.particulars."+name)), kit.Body(value)))
	}
}

// moreContacts are the numbers and addresses beyond the first of each, one a line.
func moreContacts(customer *models.Customer) string {
	var more []string
	seen := map[models.ContactKind]bool{}
	for _, contact := range customer.Contacts {
		if seen[contact.Kind] {
			more = append(more, contact.Value)
		}
		seen[contact.Kind] = true
	}
	return strings.Join(more, "\n")
}
