package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// customerCard is everything about one customer: who they are and why they matter, the story, and what is open at
// the side. It is built once; show fills it.
type customerCard struct {
	w       *Window
	content *kit.ScrollBox
	body    *fyne.Container
	back    *kit.Button

	avatar         *kit.Avatar
	name, reach    *kit.RichLine
	called         *kit.RichLine   // what they like to be called
	tags           *fyne.Container // the owner's own words
	rung, activity *becauseLine
	next           *kit.RichLine // the next step up the ladder
	facts          *customerFacts
	path           *kit.RichLine // through whom they came, where it took more than one
	logVisit, edit *kit.Button
	refer, family  *kit.Button
	praised        *kit.Button
	archived       *archivedNote
	copy           *kit.MenuButton // of how they are reached
	more           *kit.MenuButton
	story          *customerStory
	remember       *rememberCard
	sides          []customerSide
	photo          cardPhoto
	id             models.CustomerID
	card           *models.Card
	shop           models.Shop // for the money
}

// customerSide is one of the small cards beside the story.
type customerSide interface {
	object() fyne.CanvasObject
	show(card *models.Card) // hides itself where there is nothing to say
}

// newCustomerCard makes an empty card; back is what its way back to the list does, in a window too narrow for both.
func newCustomerCard(w *Window, back func()) *customerCard {
	c := &customerCard{w: w, avatar: kit.NewAvatar("").Large(), name: kit.Title(""), reach: kit.Quiet(""), called: kit.Quiet(""), tags: kit.FlowRow(6)}
	c.back = kit.NewButton(kit.T("customers.back"), back).Link()
	c.back.Hide()
	c.rung, c.activity = newBecauseLine(), newBecauseLine()
	c.next = kit.Quiet("")
	c.next.OnLink = w.follow
	c.facts = newCustomerFacts(c)
	c.path = kit.Rich("")
	c.path.OnLink = w.follow
	c.story = newCustomerStory(c)
	c.remember = newRememberCard(c)
	c.sides = []customerSide{newWaitingCard(c), newPromisesCard(c), c.remember, newToThankCard(c), newThankedCard(c), newSaidCard(c), newExtrasCard(c), newParticularsCard(c)}
	sides := kit.Masonry(14, 190)
	for _, side := range c.sides {
		sides.Add(side.object())
	}
	c.body = kit.VStack(14, c.head(), kit.WithSideAbove(c.story.object, sides, 250, 14, 440))
	c.body.Hide()
	c.content = kit.Scroll(c.body)
	c.story.timeline.Within(c.content)
	return c
}

// head is who they are, what can be done, and the figures.
func (c *customerCard) head() fyne.CanvasObject {
	c.edit = kit.NewButton(kit.T("customers.edit"), c.onEdit)
	c.logVisit = kit.NewButton(kit.T("customers.logVisit"), c.onLogVisit).Primary()
	c.refer = kit.NewButton(kit.T("customers.refer"), c.onRefer).Link().Small()
	c.family = kit.NewButton(kit.T("customers.family"), c.onFamily).Link().Small().Hint(c.w.shortcutText(string(PlaceFamily)))
	c.praised = kit.NewButton(kit.T("praise.add"), c.onPraised).Link().Small()
	c.copy = kit.NewMenuButton(kit.T("reach.copy"), c.copied).Link().Small()
	c.more = newMoreButton(c)
	c.archived = newArchivedNote(c)
	person := kit.HStack(14, c.avatar, kit.Grow(kit.VStack(2, c.name, c.called, c.reach)))
	main := kit.HStack(10, kit.Spacer(), c.edit, c.logVisit)
	const edge = -4 // links have room of their own around their words
	more := kit.Inset(edge, edge, edge, edge, kit.FlowRow(8, c.refer, c.praised, c.family, c.copy, c.more))
	return kit.Card(c.back, c.archived.object, kit.WithSide(person, main, 186, 12, 400), c.tags, kit.VStack(4, c.rung.object, c.activity.object, c.next), c.facts.object, c.path, more)
}

// show reads and shows a customer's card. ErrNotFound when they are not in the book any more.
func (c *customerCard) show(id models.CustomerID) error {
	card, err := c.w.store().Card(id)
	if err != nil {
		return err
	}
	if c.shop, err = c.w.store().Shop(); err != nil {
		return err
	}
	other := c.id != id
	if other {
		c.remember.keepTyped(c.id, id)
	}
	c.id, c.card = id, card
	c.showPerson(card.Customer)
	c.archived.show(card.Customer)
	if err := c.showPhoto(id); err != nil {
		return err
	}
	c.showBecause()
	c.family.Hidden = card.BroughtN == 0 && len(card.Brought) == 0 && card.Referral == nil
	c.facts.show(card)
	if err := c.showPath(); err != nil {
		return err
	}
	for _, side := range c.sides {
		side.show(card)
	}
	if err := c.story.read(id); err != nil {
		return err
	}
	c.body.Show()
	c.content.Refresh()
	if other {
		c.content.ScrollToTop()
	}
	return nil
}

// showPerson shows who they are.
func (c *customerCard) showPerson(customer *models.Customer) {
	c.avatar.SetInitials(kit.Initials(customer.CalledName()))
	c.name.SetText(customer.CalledName())
	c.called.Hidden = customer.PreferredName == "" || customer.PreferredName == customer.Name
	c.called.SetText(kit.T("card.called", "Name", customer.PreferredName))
	c.reach.SetMarkup(reachMarkup(customer))
	c.to().on(c.reach)
	c.copy.Hidden = len(customer.Contacts) == 0 && customer.Postal() == ""
	c.tags.Objects = make([]fyne.CanvasObject, len(customer.Tags))
	for i, tag := range customer.Tags {
		c.tags.Objects[i] = kit.NewBadge(tag, kit.TonePlain)
	}
	c.tags.Hidden = len(customer.Tags) == 0
}

// clear shows nobody.
func (c *customerCard) clear() {
	c.id, c.card = 0, nil
	c.body.Hide()
}

// showBack shows the way back to the list, or not.
func (c *customerCard) showBack(on bool) {
	c.back.Hidden = !on
	c.body.Refresh()
}

// focusFirst puts the focus on what is done most.
func (c *customerCard) focusFirst() {
	if c.inArchive() {
		c.w.canvas().Focus(c.edit)
		return
	}
	c.w.canvas().Focus(c.logVisit)
}

func (c *customerCard) onLogVisit() { c.w.LogVisit(VisitStart{Customer: c.id}) }

func (c *customerCard) onEdit() {
	customer, err := c.w.store().Customer(c.id)
	if err != nil {
		c.w.Trouble(err)
		return
	}
	showCustomerForm(c.w, customer, nil)
}

func (c *customerCard) onRefer() {
	showReferralForm(c.w, ReferralStart{Referrer: models.Referrer{CustomerID: c.id}})
}

func (c *customerCard) onChanges() { c.w.ShowChangesOf(c.id, c.card.Customer.CalledName()) }

func (c *customerCard) onErase() { askToErase(c.w, c.id, c.card.Customer.CalledName()) }

// showPath shows the way by which they came to us, each step a link to a card; that one person sent them stands among the figures.
func (c *customerCard) showPath() error {
	c.path.Hide()
	if c.card.Referral == nil {
		return nil
	}
	steps, err := c.w.store().ReferralPath(c.id)
	if err != nil || len(steps) < 3 {
		return err
	}
	c.path.SetMarkup(kit.T("family.path", "Path", stepsMarkup(steps)))
	c.path.Show()
	return nil
}

func (c *customerCard) onFamily() { c.w.ShowFamily(models.Referrer{CustomerID: c.id}) }

// onDelete takes the customer out of the book. Whoever has a story is asked about first: the book is a click away from
// being one name shorter, and the person may be standing there.
func (c *customerCard) onDelete() {
	if c.bare() {
		c.remove(c.id, c.card.Customer.CalledName())
		return
	}
	askToRemove(c)
}

// bare tells whether nothing is known of the customer but who they are, and how that was changed.
func (c *customerCard) bare() bool {
	k := c.card
	if len(k.Waiting)+len(k.Promised)+len(k.FollowUps)+len(k.ToThank) > 0 {
		return false
	}
	for _, part := range []models.StoryPart{models.StoryVisits, models.StoryTurns, models.StoryPraised, models.StoryCalls} {
		told, _, _, err := c.w.store().Story(c.id, models.StoryFilter{Part: part, Limit: 1})
		if err != nil || len(told) > 0 {
			return false // better asked once too often
		}
	}
	return true
}

// remove takes somebody out of the book; name is what they are called, for the card moves on to the next.
func (c *customerCard) remove(id models.CustomerID, name string) {
	c.did(c.w.store().DeleteCustomer(id), kit.T("customers.deleted", "Name", name))
}

// did tells what was done, or what went wrong.
func (c *customerCard) did(err error, sentence string) {
	if err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.Did(sentence)
}

// money writes an amount as the shop does, without asking for the shop at each one of a long story.
func (c *customerCard) money(amount models.Money) string {
	return kit.FormatMoney(c.shop.Symbol, c.shop.Decimals, int64(amount))
}
