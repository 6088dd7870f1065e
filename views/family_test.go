package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// threeGenerations is a shop in which Spoke Works sent Jürgen, he sent Ann and Olu, Ann sent Peter, and Peter told Zoe, who is still to come.
func threeGenerations(t *testing.T) *bench {
	return newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
		ids := map[string]models.CustomerID{}
		for _, r := range [][2]string{{"", "Jürgen Müller"}, {"Jürgen Müller", "Ann Hughes"}, {"Jürgen Müller", "Olu Ade"}, {"Ann Hughes", "Peter Lowe"}, {"Peter Lowe", "Zoe Lund"}} {
			referral := &models.ReferralIn{Referrer: models.Referrer{CustomerID: ids[r[0]]}, Referee: &models.Customer{Name: r[1]}}
			if r[0] == "" {
				referral.Referrer = models.Referrer{SpecialistID: spoke}
			}
			if err := store.SaveReferral(referral); err != nil {
				t.Fatal(err)
			}
			ids[r[1]] = referral.RefereeID
			if r[1] == "Zoe Lund" {
				break
			}
			e := &models.VisitEntry{Visit: models.Visit{CustomerID: referral.RefereeID, At: models.MomentOf(clock.Now()), Amount: 1000}}
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
			clock.Days(1)
		}
	})
}

func (b *bench) familyScreen() *familyScreen {
	b.t.Helper()
	s, ok := b.w.screens[PlaceFamily].(*familyScreen)
	if !ok || b.w.place != PlaceFamily {
		b.t.Fatalf("the page in front is %s", b.w.place)
	}
	return s
}

func (b *bench) named(name string) models.CustomerID {
	b.t.Helper()
	rows, _, err := b.store().Customers(models.CustomerFilter{Text: name, Limit: 1})
	b.must(err)
	if len(rows) != 1 {
		b.t.Fatalf("nobody is called %s", name)
	}
	return rows[0].ID
}

// wantFamily fails unless the page says all of it.
func (b *bench) wantFamily(wants ...string) {
	b.t.Helper()
	for _, want := range wants {
		if !holdsText(b.familyScreen().Content(), want) {
			b.t.Errorf("the page does not say %q", want)
		}
	}
}

func TestEveryoneWhoCameThroughSomebody(t *testing.T) {
	b := threeGenerations(t)
	jurgen := b.named("Jürgen")
	b.w.OpenCustomer(jurgen)
	b.w.do("family")
	b.wantFamily("Everyone who came through Jürgen Müller", "3 people became customers in 3 generations: 3 visits, £30.00 spent. One more was sent and is still to come.")
	s := b.familyScreen()
	if len(s.family.Nodes) != 5 || b.w.canvas().Focused() != s.tree {
		t.Fatalf("%d people, the keyboard is on %T", len(s.family.Nodes), b.w.canvas().Focused())
	}
	b.keys(fyne.KeyDown, fyne.KeyDown)
	b.wantFamily("Peter Lowe", "Was here once and spent £10.00.")
	b.keys(fyne.KeyReturn)
	if card := b.w.screens[PlaceCustomers].(*customersScreen).card; b.w.place != PlaceCustomers || card.id != b.named("Peter") {
		t.Fatal("Enter does not open the card")
	}
	b.w.do("family")
	b.wantFamily("Everyone who came through Peter Lowe", "One person was sent and is still to come.", "How they came to you:")
	b.w.follow(linkFamily + ":" + idText(jurgen))
	b.wantFamily("Everyone who came through Jürgen Müller")
	s.goBack()
	if b.w.place != PlaceCustomers {
		t.Errorf("back is %s", b.w.place)
	}
}

// The way back to whoever it began with is a step at a time.
func TestThePathToWhoeverStartedIt(t *testing.T) {
	b := threeGenerations(t)
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Peter")})
	path := b.familyScreen().path.Text()
	for i, name := range []string{"Spoke Works", "Jürgen Müller", "Ann Hughes", "Peter Lowe"} {
		if at := strings.Index(path, name); at < 0 || i > 0 && at < strings.Index(path, "Spoke") {
			t.Errorf("the path is %q, without %s", path, name)
		}
	}
	b.w.OpenCustomer(b.named("Peter"))
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	if got := card.path.Text(); !strings.Contains(got, "Spoke Works") || !strings.HasSuffix(got, "Peter Lowe") || !card.path.Visible() {
		t.Errorf("the card's path is %q", got)
	}
	b.w.OpenCustomer(b.named("Jürgen"))
	if card.path.Visible() {
		t.Error("the card says twice who brought them")
	}
	b.w.follow(linkFamilyOfSpecialist + ":1")
	b.wantFamily("Everyone who came through Spoke Works", "4 people became customers in 4 generations")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceSpecialists {
		t.Errorf("Enter on the specialist opens %s", b.w.place)
	}
}

func TestFindInTheTree(t *testing.T) {
	b := threeGenerations(t)
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen")})
	s := b.familyScreen()
	s.tree.FoldAll(true)
	b.w.canvas().Focus(s.find.entry)
	b.typed("lo")
	b.wantFamily("1 of 1")
	if at := s.tree.Selected(); s.names([]int{at})[0] != "Peter Lowe" {
		t.Errorf("found %v", s.names([]int{at}))
	}
	if shown, _ := s.tree.Shown(); len(shown) < 4 {
		t.Error("the branch of whom was found stays folded")
	}
	b.keys(fyne.KeyReturn)
	if b.w.canvas().Focused() != s.tree {
		t.Error("Enter does not lead into the tree")
	}
	s.find.entry.SetText("xyz")
	b.wantFamily("nobody by that name")
}

// What changes while the tree is shown changes in it, and what is chosen stays so.
func TestTheTreeKeepsUp(t *testing.T) {
	b := threeGenerations(t)
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen")})
	s := b.familyScreen()
	b.keys(fyne.KeyDown, fyne.KeyDown)
	modelstest.Visit(t, b.store(), b.named("Zoe"), "bell")
	b.wantFamily("4 people became customers", "Peter Lowe")
	b.must(b.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: b.named("Olu")}, Referee: &models.Customer{Name: "Mia Berg"}}))
	if len(s.family.Nodes) != 6 || s.names([]int{s.tree.Selected()})[0] != "Peter Lowe" {
		t.Errorf("%d people, chosen is %v", len(s.family.Nodes), s.names([]int{s.tree.Selected()}))
	}
	if _, err := b.store().EraseCustomer(b.named("Ann")); err != nil {
		t.Fatal(err)
	}
	b.keys(fyne.KeyUp)
	b.wantFamily("No longer in the book")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceFamily {
		t.Errorf("the card of somebody erased opens %s", b.w.place)
	}
	b.must(b.store().DeleteCustomer(b.named("Jürgen")))
	b.wantFamily("They are not in your book any more.")
}

func TestNobodyCameThroughThem(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	b.w.do("family")
	b.wantFamily("Nobody has sent you anybody yet.")
	b.w.ShowFamily(models.Referrer{CustomerID: 1})
	b.wantFamily("Nobody came through Ann Hughes yet.")
	b.w.screens[PlaceFamily].(*familyScreen).onRefer()
	if !b.sheetHolds("Note who sent somebody") {
		t.Error("nothing leads to noting the first")
	}
}

// A large tree begins folded, with whom it is of in view.
func TestALargeTreeBeginsFolded(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		var ids []models.CustomerID
		for i := range 150 {
			ids = append(ids, modelstest.Customer(t, store, fmt.Sprintf("Person %03d", i), ""))
			if i > 0 {
				if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ids[(i-1)/4]}, RefereeID: ids[i], FromBefore: true}); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Person 000")})
	s := b.familyScreen()
	if shown, _ := s.tree.Shown(); len(shown) >= 150 || len(shown) < 20 || s.shape.Text() != "Open all branches" {
		t.Errorf("%d boxes are drawn, the button says %q", len(shown), s.shape.Text())
	}
	s.onShape()
	if shown, _ := s.tree.Shown(); len(shown) != 150 {
		t.Errorf("with all branches open %d", len(shown))
	}
}

// The tree is printed as it is drawn, over several pages, and as a list.
func TestPrintTheFamilyTree(t *testing.T) {
	b := threeGenerations(t)
	v := b.printing()
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen")})
	all := []string{"Everyone who came through Jürgen Müller", "Jürgen Müller", "Ann Hughes", "Olu Ade", "Peter Lowe", "Zoe Lund", "3 people became customers", "Harbour Cycles"}
	b.w.do("print")
	if said := b.sheetWords(); !strings.Contains(said, "page 1 of 1") {
		t.Errorf("the preview says %q", said)
	}
	b.topSave()
	b.wantPrinted(v, all, "one visit")
	b.w.do("print")
	b.toChoices()
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	b.topSave()
	b.wantPrinted(v, append([]string{"Came through Jürgen Müller", "one visit, £10.00", "How they come"}, all[1:]...))

	s := b.familyScreen()
	s.tree.Fold(1)
	b.w.do("print")
	b.topSave()
	b.wantPrinted(v, []string{"Ann Hughes", "+2"}, "Peter Lowe")
	b.w.do("print")
	b.toChoices()
	b.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace, fyne.KeyTab, fyne.KeyTab, fyne.KeySpace) // it was printed as a list last
	b.topSave()
	b.wantPrinted(v, all)
}

// The page fits the smallest window at the largest text.
func TestTheTreeFitsTheSmallestWindow(t *testing.T) {
	b := threeGenerations(t)
	b.w.app.Prefs.SetTextScale(1.6)
	b.w.applyLook()
	b.w.win.Resize(fyne.NewSize(1024, 700))
	b.w.ShowFamily(models.Referrer{CustomerID: b.named("Jürgen")})
	if least := b.w.canvas().Content().MinSize(); least.Width > 1024 || least.Height > 700 {
		t.Errorf("the page needs %v", least)
	}
	b.w.Show(PlaceBringers)
	if least := b.w.canvas().Content().MinSize(); least.Width > 1024 || least.Height > 700 {
		t.Errorf("who brings people needs %v", least)
	}
}
