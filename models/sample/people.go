package sample

import "goodturn/models"

// person is one of the design's twelve, as they stand in the book from their first visit on.
type person struct {
	customer  models.Customer
	broughtBy string // a customer or a specialist; "" for nobody
}

// The ways people find a shop, in the order of a new file.
const (
	byFriend models.SourceID = iota + 1
	byWalking
	bySearch
	byAdvert
)

// regulars are written with their contacts in two fields; what to remember is a line each.
var regulars = []struct {
	name, preferred, phone, email, address, broughtBy string
	source                                            models.SourceID
	remember                                          []string
}{
	{name: "Jürgen Müller", phone: "0171 555 0150", email: "j.mueller@example.org", address: "12 Ropewalk\nPorthaven PH1 4TT", source: byWalking,
		remember: []string{"Runs the Thursday club ride.", "Coffee black, no sugar."}},
	{name: "Ann Hughes", phone: "0171 555 0110", email: "ann.hughes@example.org", address: "3 Chandlers Row\nPorthaven PH1 3QD", broughtBy: "Jürgen Müller", source: byFriend,
		remember: []string{"Rides a 1978 Mercian.", "Left-handed.", "Prefers a call after six.", "Dog is called Biscuit."}},
	{name: "Olu Ade", phone: "0171 555 0171", address: "Flat 2, 40 Mill Lane\nPorthaven PH2 6LN", broughtBy: "Jürgen Müller", source: byFriend,
		remember: []string{"Commutes in all weathers; keep his lights working."}},
	{name: "Dana Fox", phone: "0171 555 0126", email: "dana@example.org", address: "7 Harbour View\nPorthaven PH1 1AA", broughtBy: "Jürgen Müller", source: byFriend,
		remember: []string{"Writes for the Porthaven Echo.", "Two children, both on 20-inch wheels."}},
	{name: "Ravi Shah", phone: "0171 555 0166", email: "ravi.shah@example.org", address: "19 Station Road\nPorthaven PH2 8RS", broughtBy: "Ann Hughes", source: byFriend,
		remember: []string{"Rides to work at the hospital, early shifts."}},
	{name: "Elsie Grant", preferred: "Mrs Grant", phone: "0171 555 0133", address: "The Old Bakery\nChurch Lane\nPorthaven PH3 2EG", broughtBy: "Dana Fox", source: byFriend,
		remember: []string{"Hard of hearing: face her when speaking.", "Tricycle, not bicycle."}},
	{name: "Jonas Berg", phone: "0171 555 0177", email: "jonas.berg@example.org", address: "88 Quay Street\nPorthaven PH1 2AF", broughtBy: "Spoke Works", source: byFriend,
		remember: []string{"Builds his own frames; knows more about steel than we do."}},
	{name: "Maria Okafor", phone: "0171 555 0142", email: "maria.okafor@example.org", address: "5 Lighthouse Close\nPorthaven PH1 7LC", source: byWalking,
		remember: []string{"Riding to Lisbon in April."}},
	{name: "Lin Tao", email: "lin@example.org", broughtBy: "Olu Ade", source: byFriend,
		remember: []string{"E-mail rather than phone: works nights."}},
	{name: "Aisha Noor", phone: "0171 555 0101", broughtBy: "Lin Tao", source: byFriend},
	{name: "Ben Castillo", email: "ben@example.org", broughtBy: "Olu Ade", source: byFriend},
	{name: "Peter Lowe", phone: "+44 171 555 0199", address: "23 Mill Lane\nPorthaven PH2 6LQ", broughtBy: "Ann Hughes", source: byFriend},
}

// regular gives a fresh copy of one of the twelve; an unknown name stands alone.
func regular(name string, day func(int) models.Day) person {
	for _, p := range regulars {
		if p.name != name {
			continue
		}
		c := models.Customer{Name: p.name, PreferredName: p.preferred, Address: p.address, SourceID: p.source}
		c.SetContact(models.ContactPhone, p.phone)
		c.SetContact(models.ContactEmail, p.email)
		for _, text := range p.remember {
			c.Remember = append(c.Remember, models.Remember{Text: text, NotedOn: day(-30)})
		}
		if name == "Elsie Grant" {
			c.Birthday = "-" + string(day(2))[4:] // a birthday the day after tomorrow, of a year nobody asked a lady
		}
		return person{customer: c, broughtBy: p.broughtBy}
	}
	return person{customer: models.Customer{Name: name}}
}

// specialists are those Harbour Cycles sends people to.
func specialists(day func(int) models.Day) []models.Specialist {
	return []models.Specialist{
		{Name: "Spoke Works", Trades: "wheel building, truing", Phone: "0171 555 0231", Email: "hello@spokeworks.example", Address: "Unit 4, Dock Road\nPorthaven", LastConfirmed: day(-20)},
		{Name: "Leather & Co", Trades: "saddles, leather repair", Phone: "0171 555 0244", Address: "9 Tannery Yard\nPorthaven", LastConfirmed: day(-75), Note: "Closed on Mondays."},
		{Name: "Harbour Frames", Trades: "frame repair, paint", Phone: "0171 555 0262", Address: "2 Slipway\nPorthaven", LastConfirmed: day(-300), Note: "Good work, slow in summer."},
		{Name: "Volt & Daughter", Trades: "e-bike motors, batteries", Phone: "0171 555 0275", Email: "desk@volt.example", LastConfirmed: day(-40)},
	}
}
