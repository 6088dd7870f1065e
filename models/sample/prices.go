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
