package models_test

import (
	"database/sql"
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// mondayOf writes out the page, a line for each person with why and what to say.
func mondayOf(t must, store *models.Store, without ...models.CustomerID) (lines []string) {
	t.Helper()
	rows, err := store.Monday(without...)
	if err != nil {
		t.Fatalf("the Monday page: %v", err)
	}
	for _, r := range rows {
		lines = append(lines, fmt.Sprintf("%s %s %s", r.Customer, r.Reason, r.Say.Kind))
	}
	return lines
}

// sends notes that one sent the other, who comes for a thing today.
func sends(t *testing.T, store *models.Store, from models.CustomerID, name, thing string) models.CustomerID {
	t.Helper()
	e := &models.VisitEntry{NewCustomer: &models.Customer{Name: name}, BroughtBy: models.Referrer{CustomerID: from},
		Visit: models.Visit{At: models.MomentOf(store.Now()), Requests: []models.Request{{Item: thing, TheirWords: "one that lasts"}}}}
	mustDo(t, store.SaveVisit(e))
	return e.Visit.CustomerID
}

// Five people stand there for five reasons, each with something to say that stands in the book; one who is done or changed makes room
// for the next of the same reason.
func TestMondayHasFiveReasons(t *testing.T) {
	store, clock := modelstest.New(t) // 21 November 2026
	ids := map[string]models.CustomerID{}
	for _, name := range []string{"Ann", "Ben", "Dan", "Eve", "Finn"} {
		ids[name] = modelstest.Customer(t, store, name, "0171 555 0100")
	}
	for range 4 {
		comes(t, store, ids["Dan"], func(v *models.Visit) { v.Requests = []models.Request{{Item: "chain oil", TheirWords: "it squeaks"}} })
		comes(t, store, ids["Finn"], func(v *models.Visit) { v.Requests = []models.Request{{Item: "tube"}} })
		clock.Days(10)
	}
	friend := sends(t, store, ids["Eve"], "Gus", "bell")
	sent, _, err := store.ThankYous(models.ThanksFilter{Limit: 1})
	mustDo(t, err)
	mustDo(t, store.MarkThanked([]models.ThankYouID{sent[0].ID}, 0, ""))
	clock.Days(6)
	comes(t, store, friend, nil)
	waits(t, store, ids["Ann"], "saddle", models.OrderIn, "")
	mustDo(t, store.SetWantState(1, models.WantReady))
	mustDo(t, store.AddThankYou(&models.ThankYou{CustomerID: ids["Ben"], TalkingPoint: "the cake"}))
	cleo := born(t, store, "Cleo", "--"+string(store.Today().AddDays(2))[5:])
	expect := func(when string, without models.CustomerID, want ...string) {
		t.Helper()
		if got := mondayOf(t, store, without); !slices.Equal(got, want) {
			t.Errorf("%s the page has\n%q, want\n%q", when, got, want)
		}
	}
	expect("at first", 0, "Ann promise here", "Ben thank thank", "Cleo birthday ", "Dan drifting thing", "Eve advocate friend")
	rows, err := store.Monday()
	mustDo(t, err)
	if say := rows[3].Say; say.What != "chain oil" || say.Words != "it squeaks" || say.Day == "" {
		t.Errorf("to Dan is said %+v", say)
	}
	if say := rows[4].Say; say.Who != "Gus" || say.N != 2 || say.What != "bell" || say.Day != store.Today() {
		t.Errorf("to Eve is said %+v", say)
	}
	expect("with another for Dan", ids["Dan"], "Ann promise here", "Ben thank thank", "Cleo birthday ", "Finn drifting thing", "Eve advocate friend")
	quiet, err := store.Customer(ids["Ben"])
	mustDo(t, err)
	quiet.NoPost, quiet.NoPhone, quiet.NoEmail = true, true, true
	mustDo(t, store.SaveCustomer(quiet))
	mustDo(t, store.Greeted(cleo, "Birthday", models.SnoozeBirthday))
	mustDo(t, store.Snooze(models.SnoozeNotSeen, int64(ids["Dan"]), store.Today().AddDays(9)))
	expect("with Ben who is let be, Cleo who was wished well and Dan put off", 0, "Ann promise here", "Finn drifting thing", "Eve advocate friend")
	mustDo(t, store.NoteCall(models.CallOf{WantID: 1}, models.CallReached))
	mustDo(t, store.ArchiveCustomers([]models.CustomerID{ids["Eve"]}, models.ArchivedMoved))
	expect("in the end", 0, "Finn drifting thing")
}

func TestAnEmptyShopHasNobodyForMonday(t *testing.T) {
	store, _ := modelstest.New(t)
	if got := mondayOf(t, store); len(got) > 0 {
		t.Errorf("the page has %q", got)
	}
}

// plainMonday finds who stands on the page, by whole lines and the rule as it is written.
func plainMonday(t must, store *models.Store, db *sql.DB, without models.CustomerID) (all []string) {
	t.Helper()
	may := map[models.CustomerID]bool{}
	for _, c := range rowsOf(t, db, "SELECT id, no_post + no_phone + no_email FROM customer WHERE state = 'active' AND deleted_at = 0") {
		may[models.CustomerID(c[0].(int64))] = c[1].(int64) < 3 && models.CustomerID(c[0].(int64)) != without
	}
	lines := plainLines(t, store, db)
	for turn := range 1000 {
		reason := models.MondayReasons[turn%len(models.MondayReasons)]
		for i, id := range lines[reason] {
			if may[id] {
				may[id] = false
				lines[reason] = lines[reason][i+1:]
				all = append(all, fmt.Sprint(id, " ", reason))
				break
			}
		}
		if len(all) == 5 {
			break
		}
	}
	return all
}

// plainLines gives the whole line of each reason, by going through all there is.
func plainLines(t must, store *models.Store, db *sql.DB) map[models.MondayReason][]models.CustomerID {
	t.Helper()
	lines := map[models.MondayReason][]models.CustomerID{}
	add := func(reason models.MondayReason, id models.CustomerID) { lines[reason] = append(lines[reason], id) }
	calls, err := store.Calls()
	if err != nil {
		t.Fatalf("calls: %v", err)
	}
	for _, c := range calls {
		add(models.MondayPromise, c.CustomerID)
	}
	thanks, _, err := store.ThankYous(models.ThanksFilter{Awake: true, Limit: 1000})
	if err != nil {
		t.Fatalf("thanks: %v", err)
	}
	for _, k := range thanks {
		add(models.MondayThank, k.CustomerID)
	}
	page, err := store.TodayPage(models.TodayParts...)
	if err != nil {
		t.Fatalf("today: %v", err)
	}
	for _, g := range page.Birthdays {
		add(models.MondayBirthday, g.CustomerID)
	}
	let := heardLately(t, store, db)
	drifting, _, err := store.Customers(models.CustomerFilter{Activities: []models.Activity{models.ActivityDrifting}, Sort: models.OrderSeen, Limit: 1000})
	if err != nil {
		t.Fatalf("who drifts: %v", err)
	}
	for _, c := range drifting {
		days := one[int](t, db, fmt.Sprintf("SELECT count(DISTINCT day) FROM visit WHERE customer_id = %d AND deleted_at = 0 AND state = 'completed'", c.ID))
		if days >= 2 && !let[c.ID] {
			add(models.MondayDrifting, c.ID)
		}
	}
	for _, r := range rowsOf(t, db, `SELECT r.referrer_customer_id, b.last_at FROM referral_in r JOIN customer b ON b.id = r.referee_id
		WHERE r.state = 'approved' AND r.deleted_at = 0 AND b.state = 'active' AND b.deleted_at = 0 AND r.referrer_customer_id IS NOT NULL
		ORDER BY b.last_at DESC, b.name_key, b.id`) {
		recent := models.DayOf(models.Moment(r[1].(int64)).In(store.Now().Location())) >= store.Today().AddDays(-90)
		if id := models.CustomerID(r[0].(int64)); recent && !let[id] && !slices.Contains(lines[models.MondayAdvocate], id) {
			add(models.MondayAdvocate, id)
		}
	}
	return lines
}

// heardLately gives those who are put off as not seen, or heard from the shop within their usual gap.
func heardLately(t must, store *models.Store, db *sql.DB) map[models.CustomerID]bool {
	t.Helper()
	let := map[models.CustomerID]bool{}
	for _, c := range rowsOf(t, db, "SELECT id, iif(gap_twice > 0, gap_twice, 2 * (SELECT usual_gap FROM shop)) FROM customer") {
		id, since := c[0].(int64), int64(models.MomentOf(store.Now()))-c[1].(int64)*43200
		asleep := one[int](t, db, fmt.Sprintf("SELECT count(*) FROM snooze WHERE line = 'not_seen' AND customer_id = %d AND until > '%s'", id, store.Today()))
		done := one[int](t, db, fmt.Sprintf("SELECT count(*) FROM follow_up WHERE customer_id = %d AND state = 'done' AND done_at > %d", id, since))
		called := one[int](t, db, fmt.Sprintf("SELECT count(*) FROM call k JOIN want w ON w.id = k.want_id WHERE w.customer_id = %d AND k.at > %d", id, since))
		let[models.CustomerID(id)] = asleep+done+called > 0
	}
	return let
}

// Whatever happened in the shop, the page has whom the rule gives, each with something to say where there is anything in the book.
func TestMondayIsWhatTheRuleGives(t *testing.T) {
	dir, rounds, seen := t.TempDir(), 0, map[models.MondayReason]int{}
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := emptyMachine(rt, fmt.Sprintf("%s/shop %d.goodturn", dir, rounds))
		defer end()
		people := m.mondayPeople(rt)
		for range within(rt, "things that happen", 4, 14) {
			m.clock.Days(evenly(rt, "days later", 0, 1, 5, 12))
			m.mondayHappens(rt, people)
		}
		m.clock.Days(evenly(rt, "days in the end", 0, 1, 15, 30, 60, 91))
		m.mondayBirthdays(rt, people)
		without := evenly(rt, "without", append(people, 0)...)
		rows, err := m.store.Monday(without)
		mustDraw(rt, err)
		var got []string
		for _, r := range rows {
			got = append(got, fmt.Sprint(r.CustomerID, " ", r.Reason))
			seen[r.Reason]++
			if visits := one[int](rt, m.db, fmt.Sprintf("SELECT visit_n FROM customer WHERE id = %d", r.CustomerID)); visits > 0 && r.Say.Kind == "" {
				rt.Errorf("nothing to say to %d, who was here", r.CustomerID)
			}
		}
		if want := plainMonday(rt, m.store, m.db, without); !slices.Equal(got, want) {
			rt.Fatalf("the page has %q, the rule gives %q", got, want)
		}
	})
	for _, reason := range models.MondayReasons {
		if rounds >= 25 && seen[reason] < rounds/10 {
			t.Errorf("in %d shops only %d stand there for %s: what is drawn proves little", rounds, seen[reason], reason)
		}
	}
}

func (m *machine) mondayPeople(t *rapid.T) (ids []models.CustomerID) {
	for i, name := range []string{"Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Ida"} {
		c := &models.Customer{Name: name}
		c.NoPost, c.NoPhone, c.NoEmail = i < 2, i < 3 && rapid.Bool().Draw(t, "no calls"), i < 2
		mustDraw(t, m.store.SaveCustomer(c))
		ids = append(ids, c.ID)
	}
	return ids
}

// mondayBirthdays draws who has their birthday about now.
func (m *machine) mondayBirthdays(t *rapid.T, people []models.CustomerID) {
	for range within(t, "birthdays", 0, 2) {
		c, err := m.store.Customer(evenly(t, "born", people...))
		mustDraw(t, err)
		c.Birthday = "--" + string(m.store.Today().AddDays(within(t, "birthday", -2, 8)))[5:]
		mustDraw(t, m.store.SaveCustomer(c))
	}
}

// mondayHappens draws one thing that may put somebody on the page, or take them off.
func (m *machine) mondayHappens(t *rapid.T, people []models.CustomerID) {
	who := evenly(t, "who", people...)
	v := models.Visit{CustomerID: who, At: models.MomentOf(m.clock.Now()), Requests: []models.Request{{Item: "tube"}}}
	switch within(t, "what", 0, 9) {
	case 0:
		mustDraw(t, m.store.SaveFollowUp(&models.FollowUp{CustomerID: who, DueOn: m.store.Today(), Why: "the offer"}))
	case 1:
		mustDraw(t, m.store.AddThankYou(&models.ThankYou{CustomerID: who, TalkingPoint: fmt.Sprint("favour ", m.clock.Now().Unix(), rapid.Int().Draw(t, "which"))}))
	case 2:
		mustDraw(t, m.store.Greeted(who, "", models.SnoozeNotSeen))
	case 3:
		v.Requests = []models.Request{{Item: "bell", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
			{Kind: models.OrderIn, State: models.AlternativeAccepted, DueOn: m.store.Today().AddDays(3)}}}}
		mustDraw(t, m.store.SaveVisit(&models.VisitEntry{Visit: v}))
	case 4, 5:
		friend := &models.VisitEntry{NewCustomer: &models.Customer{Name: fmt.Sprint("Friend ", m.clock.Now().Unix(), rapid.Int().Draw(t, "name"))},
			BroughtBy: models.Referrer{CustomerID: who}, Visit: models.Visit{At: v.At, Requests: v.Requests}}
		mustDraw(t, m.store.SaveVisit(friend))
	default:
		mustDraw(t, m.store.SaveVisit(&models.VisitEntry{Visit: v}))
	}
}
