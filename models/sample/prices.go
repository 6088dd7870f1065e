package sample

import "goodturn/models"

// prices say in the shop's money what the story says in pence. Where a pound buys what a euro does, they stay as they are.
type prices struct {
	tenths int // of a minor unit: what a bicycle shop there asks for what costs a penny in Porthaven
	even   int // what small amounts are rounded to, in minor units
	dear   int // from which amount on they are rounded to five times that; 0 for never
}

// pricesIn gives the prices of a currency. They follow what a puncture, a child seat and a frame cost there, and lie below what a bank
// gives for a pound, for work is cheaper.
func pricesIn(currency string) prices {
	switch currency {
	case "PLN":
		return prices{tenths: 45, even: 1_00, dear: 100_00}
	case "UAH":
		return prices{tenths: 400, even: 10_00, dear: 2000_00}
	}
	return prices{tenths: 10, even: 1}
}

// of gives what costs so many pence.
func (p prices) of(pence models.Money) models.Money {
	even, amount := p.even, int(pence)*p.tenths/10
	if p.dear > 0 && amount >= p.dear {
		even *= 5
	}
	return models.Money((amount + even/2) / even * even)
}

// costs are what a thing or job costs at the counter, in pence.
var costs = map[string]models.Money{
	"Basket strap": 5_50, "Bell": 9_00, "Bottom bracket": 38_00, "Brake cable": 5_00, "Brake pads": 15_00, "Brake service": 45_00, "Cassette": 34_00, "Chain": 22_00,
	"Chain oil": 8_00, "Child's bicycle service": 35_00, "Club ride check": 28_00, "Frame pump": 26_00, "Front light": 24_00, "Gear service": 42_00, "Handlebar grips": 14_00,
	"Handlebar tape": 16_00, "Headset bearings": 31_00, "Helmet": 49_00, "Helmet, child": 32_00, "Inner tube": 6_50, "Inner tube, 20 inch": 6_00, "Lock": 36_00, "Mudguard stay": 6_00,
	"Pedals": 26_00, "Pump": 22_00, "Puncture repair": 13_00, "Rain cape": 33_00, "Rear light": 18_00, "Tricycle service": 52_00, "Tyre levers": 4_50, "Tyre, 28 mm": 28_00,
	"Tyre, 32 mm": 30_00, "Tyres pumped": 2_00, "Water bottle": 7_50,
}

// paid is what somebody pays for an item: what it costs, and by chance a little more, for which of several it was.
func paid(item string, chance int) models.Money {
	cost, known := costs[item]
	if !known {
		panic("nothing says what this costs: " + item) // a story that forgot it
	}
	return cost + models.Money(50*(chance%8))
}

// requests gives what somebody asked for and was offered, with what it costs. What is told several times stays as it was for the next time.
func (p prices) requests(told []models.Request) []models.Request {
	priced := make([]models.Request, len(told))
	for i, r := range told {
		r.Worth = p.of(r.Worth)
		alternatives := make([]models.Alternative, len(r.Alternatives))
		for j, a := range r.Alternatives {
			a.Price = p.of(a.Price)
			alternatives[j] = a
		}
		r.Alternatives = alternatives
		priced[i] = r
	}
	return priced
}
