package modelstest

import (
	"fmt"
	"strings"

	"goodturn/models"
)

// arrive adds somebody new on the day of their first visit, with who sent them.
func (g *generator) arrive(d date, at models.Moment) models.CustomerID {
	id := g.person(at, d.day)
	if len(g.seen) > 0 && g.referred.take(g.random) {
		g.bring(id, d, at)
	}
	g.meet(id)
	return id
}

// meet has the customer among those who may come again and send others, one in 400 of them many.
func (g *generator) meet(id models.CustomerID) {
	g.seen = append(g.seen, id)
	if g.random.IntN(400) == 0 || len(g.stars) == 0 {
		g.stars = append(g.stars, id)
	}
}

// prospects are those we were only told of: no visit yet, and their referral waits.
func (g *generator) prospects() {
	today := models.MomentOf(g.now)
	for g.err == nil && int(g.customer) < g.size.Customers {
		at := today - models.Moment(g.random.IntN(90*24*60*60))
		day := models.DayOf(at.In(g.now.Location()))
		id := g.person(at, day)
		switch {
		case g.random.IntN(100) == 0:
			g.refer(oneOf(g, g.seen), 0, id, day, false, models.ReferralQualified, "", 0, at)
			g.begin(id, at)
		case g.chance(20):
			g.refer(oneOf(g, g.seen), 0, id, day, false, models.ReferralPending, "", 0, at)
		}
	}
}

// begin is a first visit that is not over yet.
func (g *generator) begin(id models.CustomerID, at models.Moment) {
	today := date{midnight: g.now, day: models.DayOf(at.In(g.now.Location()))}
	v := models.Visit{ID: models.VisitID(g.next("visit")), CustomerID: id, At: at, Day: today.day, Channel: models.ByPhone, State: models.VisitOpen, CreatedAt: at, ServedBy: g.staff[0]}
	v.Requests = []models.Request{g.request(&v)}
	v.Requests[0].State, v.Amount = models.RequestReceived, 0
	g.write(&v, today)
}

// person writes a customer with the ways to reach them, what to remember, and what they are found by.
func (g *generator) person(at models.Moment, day models.Day) models.CustomerID {
	g.customer++
	c := models.Customer{ID: g.customer, Name: g.name(), SourceID: models.SourceID(1 + g.random.IntN(4)), CreatedAt: at}
	if g.chance(4) {
		c.Name = ""
	}
	if c.Name == "" || g.chance(85) {
		c.SetContact(models.ContactPhone, g.phone())
	}
	if g.chance(55) {
		c.SetContact(models.ContactEmail, g.email(c.Name))
	}
	if g.chance(70) {
		c.Address = fmt.Sprintf("%d %s\n%s %s", 1+g.random.IntN(180), oneOf(g, streets), oneOf(g, towns), g.postcode())
	}
	if g.chance(20) {
		c.Birthday = fmt.Sprintf("--%02d-%02d", 1+g.random.IntN(12), 1+g.random.IntN(28))
	}
	if g.chance(25) {
		for range 1 + g.random.IntN(3) {
			c.Remember = append(c.Remember, models.Remember{Text: oneOf(g, remembered), NotedOn: day})
		}
	}
	g.writeCustomer(&c)
	return c.ID
}

func (g *generator) writeCustomer(c *models.Customer) {
	sort, search, short := c.Keys()
	g.add("customer", c.ID, c.Name, sort, c.Address, c.Birthday, c.SourceID, g.chance(3), g.chance(3), g.chance(3), c.CreatedAt, c.CreatedAt)
	for i, contact := range c.Contacts {
		g.add("contact", c.ID, contact.Kind, contact.Value, i)
	}
	for i, note := range c.Remember {
		g.add("remember", c.ID, note.Text, note.NotedOn, i)
	}
	g.add("customer_search", c.ID, search, short)
}

// name makes up a name of some people of the world.
func (g *generator) name() string {
	share := g.random.IntN(100)
	for _, p := range peoples {
		if share -= p.share; share >= 0 {
			continue
		}
		given, family := oneOf(g, strings.Fields(p.given)), oneOf(g, strings.Fields(p.family))
		switch {
		case p.familyFirst:
			return family + p.glue + given
		case p.share > 20 && g.chance(30):
			return given + " " + string(rune('A'+g.random.IntN(26))) + ". " + family
		}
		return given + " " + family
	}
	panic("the shares of the peoples do not make a hundred")
}

// phone makes up a number, written in one of the ways people write them.
func (g *generator) phone() string {
	a, b, c := 100+g.random.IntN(900), 100+g.random.IntN(900), g.random.IntN(10000)
	return fmt.Sprintf(oneOf(g, phoneForms), a, b, c)
}

func (g *generator) email(name string) string {
	local := strings.ReplaceAll(models.Fold(name), " ", ".")
	if strings.Trim(local, "abcdefghijklmnopqrstuvwxyz.'-") != "" || local == "" {
		local = oneOf(g, []string{"rider", "bike", "pedal", "spoke"})
	}
	return fmt.Sprintf("%s%d@%s", strings.ReplaceAll(local, "..", "."), g.random.IntN(1000), oneOf(g, domains))
}

func (g *generator) postcode() string {
	return fmt.Sprintf("PH%d %d%c%c", 1+g.random.IntN(9), 1+g.random.IntN(9), 'A'+g.random.IntN(26), 'A'+g.random.IntN(26))
}

func (g *generator) specialist(i int) models.Specialist {
	surname := strings.Fields(peoples[0].family)[3*i]
	return models.Specialist{Name: surname + oneOf(g, []string{" & Co", " Works", " & Daughter", " Brothers"}), Trades: trades[i%len(trades)],
		Phone: g.phone(), Email: fmt.Sprintf("desk@%s%d.example", strings.ToLower(surname), i), LastConfirmed: models.DayOf(g.now.AddDate(0, 0, -13*i))}
}
