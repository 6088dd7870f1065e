package modelstest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"goodturn/models"
)

// Size is how much a generated shop holds. Half of the referrals, as far as there are customers to bring, are to
// us; the rest are to specialists. Things are those it may be asked for, at least the 2,016 that every bicycle shop knows.
type Size struct{ Customers, Visits, Referrals, Things int }

// The two shops that everything is measured on.
var (
	Small = Size{Customers: 500, Visits: 5_000, Referrals: 400}
	Large = Size{Customers: 100_000, Visits: 1_000_000, Referrals: 200_000, Things: 50_000}
)

// Generate makes a bicycle shop of the given size at path, which must not exist: ten years of visits up to now by
// people with names of many scripts, whom they brought, what was not there and what was offered, who was thanked.
// The same seed and now make the same rows. It writes past the public API, a hundred times faster, and holds every
// rule of the file all the same. A shop that could not be finished is taken away again.
func Generate(path string, size Size, seed uint64, now time.Time) error {
	return whole(path, func() error { return generate(path, size, seed, now, (*generator).tenYears) })
}

// whole makes a file where there is none yet, or none.
func whole(path string, make func() error) error {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s is there already", path)
	}
	err := make()
	if err != nil {
		os.Remove(path)
		os.Remove(path + "-journal")
	}
	return err
}

// generate makes the shop that happen fills.
func generate(path string, size Size, seed uint64, now time.Time, happen func(*generator)) error {
	g := &generator{size: size, now: now, random: rand.New(rand.NewPCG(seed, 0)), came: map[models.CustomerID]int{}, brought: map[models.CustomerID]int{}}
	if err := g.openUp(path); err != nil {
		return err
	}
	b, err := newBulk(path)
	if err != nil {
		return err
	}
	defer b.close()
	g.bulk = b
	happen(g)
	if err := b.finish(); err != nil {
		return err
	}
	store, err := models.Open(path)
	if err != nil {
		return err
	}
	defer store.Close()
	return store.Recount()
}

// tenYears are those of a shop with all that it does.
func (g *generator) tenYears() {
	g.makeItems()
	g.plan()
	g.live()
	g.prospects()
	g.advertise()
}

// generator makes up the shop's ten years, day by day.
type generator struct {
	*bulk
	random *rand.Rand
	size   Size
	now    time.Time

	staff       []models.StaffID
	specialists []models.SpecialistID
	items       []string // the item with ID i+1

	newcomers quota // which visits bring somebody new
	referred  quota // which of those were sent by somebody
	toCome    int   // referrals that are still to come
	toSend    int   // people to be sent to specialists in all
	sentOut   int   // and so far
	// seen names customers by how often they come: once when they are new, and again after some of their visits.
	seen     []models.CustomerID
	came     map[models.CustomerID]int // how often they came
	brought  map[models.CustomerID]int // how many they sent
	customer models.CustomerID         // the newest
	chain    models.CustomerID         // the newest who was sent by somebody
	stars    []models.CustomerID
}

// openUp makes the file with its shop, eight people who work or worked in it, and the specialists.
func (g *generator) openUp(path string) error {
	begin := g.now.AddDate(-years, 0, 0)
	store, err := models.Open(path, models.Create(), models.WithClock(func() time.Time { return begin }))
	if err != nil {
		return err
	}
	defer store.Close()
	shop, err := store.Shop()
	if err != nil {
		return err
	}
	shop.Name = "Harbour Cycles"
	if err := store.SaveShop(&shop); err != nil {
		return err
	}
	for i, name := range []string{"Mike", "Ivy", "Priya", "Tomasz", "Aoife", "Kwame", "Sofia", "Jun"} {
		m := models.Staff{Name: name}
		if i >= 6 {
			m.ActiveTo = models.DayOf(g.now.AddDate(-1, -i, 0))
		}
		if err := store.SaveStaff(&m); err != nil {
			return err
		}
		g.staff = append(g.staff, m.ID)
	}
	for i := range 30 {
		p := g.specialist(i)
		if err := store.SaveSpecialist(&p); err != nil {
			return err
		}
		g.specialists = append(g.specialists, p.ID)
	}
	return nil
}

// advertise is what the adverts cost, month by month: more in spring, and nothing in winter.
func (g *generator) advertise() {
	for ago := 12*years - 1; ago >= 0; ago-- {
		month := time.Date(g.now.Year(), g.now.Month()-time.Month(ago), 1, 0, 0, 0, 0, time.UTC)
		if cost := []models.Money{0, 0, 120_00, 180_00, 150_00, 90_00, 60_00, 60_00, 90_00, 60_00, 45_00, 0}[month.Month()-1]; cost > 0 {
			g.add("advert_spend", advert, month.Format("2006-01"), cost)
		}
	}
}

// advert is the source that a new shop has for adverts.
const advert = models.SourceID(4)

// plan spreads newcomers over the visits and referrals over the newcomers. A few customers never came: somebody
// only told us of them.
func (g *generator) plan() {
	born := g.size.Customers - g.size.Customers/40
	in := min(g.size.Referrals/2, born*9/10)
	g.newcomers = quota{left: born, of: g.size.Visits}
	g.referred = quota{left: in, of: born - 1}
	g.toCome, g.toSend = in, g.size.Referrals-in
}

// quota takes exactly left out of the next of things, each as likely as the others.
type quota struct{ left, of int }

func (q *quota) take(random *rand.Rand) bool {
	if q.of--; random.IntN(q.of+1) >= q.left {
		return false
	}
	q.left--
	return true
}

// chance is true n times in a hundred.
func (g *generator) chance(n int) bool { return g.random.IntN(100) < n }

// oneOf picks one of a few, all alike.
func oneOf[T any](g *generator, of []T) T { return of[g.random.IntN(len(of))] }

// early picks one of a few, the first ones much more often.
func early[T any](g *generator, of []T) T {
	u := g.random.Float64()
	return of[int(u*u*u*float64(len(of)))]
}
