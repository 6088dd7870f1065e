package modelstest

import (
	"time"

	"goodturn/models"
)

// Sent is how many referrals the shop has in which who brings people is measured.
const Sent = 200_000

// GenerateSent makes a shop, as Generate does, of people who were each here once, and all but the first sent by one of those before: so
// many referrals to us, and little else. They are from before the book was kept, so that nobody is owed thanks.
func GenerateSent(path string, referrals int, seed uint64, now time.Time) error {
	return whole(path, func() error {
		return generate(path, Size{Customers: referrals + 1, Visits: referrals + 1, Referrals: 2 * referrals}, seed, now, (*generator).sendMany)
	})
}

func (g *generator) sendMany() {
	days := g.openDays()
	for i := 0; g.err == nil && i < g.size.Customers; i++ {
		d := days[i*len(days)/g.size.Customers]
		at := models.MomentOf(d.midnight.Add(10 * time.Hour))
		g.customer++
		g.writeCustomer(&models.Customer{ID: g.customer, Name: g.name(), CreatedAt: at})
		g.write(&models.Visit{ID: models.VisitID(g.next("visit")), CustomerID: g.customer, At: at, Day: d.day, Channel: models.InPerson, State: models.VisitCompleted,
			CreatedAt: at, Amount: models.Money(5_00 + g.random.IntN(90_00))}, d)
		if i > 0 {
			referrer, specialist := g.referrer()
			g.refer(referrer, specialist, g.customer, d.day, true, models.ReferralApproved, "", at, at)
			g.chain = g.customer
		}
		g.meet(g.customer)
	}
	g.sumUp()
}

// sumUp writes what the file keeps of one visit each and of who sent whom: Recount would do it row by row, past every trigger and index.
func (g *generator) sumUp() {
	g.flushAll()
	g.exec(`UPDATE customer SET (visit_n, visit_day_n, first_at, last_at, spent, last_day_no) = (1, 1, v.at, v.at, v.amount, CAST(julianday(v.day) - 2440587.5 AS INTEGER))
		FROM visit v WHERE v.customer_id = customer.id`,
		`UPDATE customer SET brought_n = r.n FROM (SELECT referrer_customer_id AS id, count(*) AS n FROM referral_in GROUP BY 1) r WHERE r.id = customer.id`)
}
