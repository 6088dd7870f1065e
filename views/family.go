package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// familyScreen is the tree of everyone who came through one person: drawn, with what is known of the chosen one beneath it.
type familyScreen struct {
	w               *Window
	of              models.Referrer // whom the tree is of; nobody before the first
	name            string
	from            Place // where it was opened from
	family          *models.Family
	title, subtitle *kit.RichLine
	path            *kit.RichLine // through whom they came themselves
	find            *familyFind
	tree            *kit.Tree
	person          *familyPerson
	shape, print    *kit.Button
	place           *fyne.Container // the tree, or what stands there when nobody came through them
	head, tools     *fyne.Container
	content         fyne.CanvasObject
	soon            soon
}

// familyUnfolded is about how many boxes of a large tree are open at first: more than a window shows at once, few enough to look over.
const familyUnfolded = 60

// familyLeast is the height of the tree where that of the window does not do for it and what is around it: then the page scrolls.
const familyLeast = 260

func newFamily(w *Window) *familyScreen {
	s := &familyScreen{w: w, from: PlaceReferrals, title: kit.Title("").Ellipsis(), subtitle: kit.Quiet(""), path: kit.Rich(""), place: page(nil)}
	s.path.OnLink = w.follow
	s.tree = kit.NewTree(s.words)
	s.tree.OnSelected, s.tree.OnActivated = s.onSelected, s.onActivated
	s.person = newFamilyPerson(s)
	s.find = newFamilyFind(s)
	s.tools = s.newTools()
	back := kit.NewButton(kit.T("family.back"), s.goBack).Hint(kit.T("family.back.key"))
	s.print = kit.NewButton(kit.T("family.print"), s.Print).Hint(w.shortcutText("print"))
	s.head = kit.PageHead(s.title, s.subtitle, back, s.print)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(10, s.head, s.path, s.tools, kit.Grow(s.place)))
	return s
}

// newTools makes what is done with the drawing.
func (s *familyScreen) newTools() *fyne.Container {
	nearer := kit.NewButton("+", func() { s.tree.Zoom(+1) }).Small()
	further := kit.NewButton("–", func() { s.tree.Zoom(-1) }).Small()
	all := kit.NewButton(kit.T("family.all"), s.tree.ShowAll).Small()
	s.shape = kit.NewButton(kit.T("family.unfold"), s.onShape).Small()
	return kit.FlowRow(8, kit.Fixed(168, s.find.entry), s.find.count, further, nearer, all, s.shape)
}

// Title is what the page is called.
func (s *familyScreen) Title() string { return kit.T("place.family") }

// Content is what the window shows.
func (s *familyScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of who sent whom, and of what tells how far they have come.
func (s *familyScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindReferral | models.KindCustomer | models.KindVisit | models.KindSpecialist | models.KindShop)
}

// FocusFirst puts the keyboard on the tree. Until another screen is shown, Escape leads back.
func (s *familyScreen) FocusFirst() {
	s.w.layer.OnEscape = s.goBack
	if s.family != nil && len(s.family.Nodes) > 1 {
		s.w.canvas().Focus(s.tree)
	}
}

// Leave gives Escape back, and leaves nothing to be done while another screen, or another shop, is shown.
func (s *familyScreen) Leave() {
	s.w.layer.OnEscape = nil
	if s.soon.planned() {
		s.soon.drop()
		s.w.stale[PlaceFamily] = true
	}
}

func (s *familyScreen) goBack() { s.w.Show(s.from) }

// ShowFamily shows everyone who came through a customer or a specialist.
func (w *Window) ShowFamily(of models.Referrer) {
	s := w.screen(PlaceFamily).(*familyScreen)
	if w.place != PlaceFamily {
		s.from = w.place
	}
	if s.of != of {
		s.of, s.family = of, nil
	}
	w.stale[PlaceFamily] = true
	w.Show(PlaceFamily)
}

// showFamilyHere shows the tree of the customer in front; elsewhere the one looked at last, or that of whoever brought most.
func (w *Window) showFamilyHere() {
	if screen, ok := w.screens[PlaceCustomers].(*customersScreen); ok && w.place == PlaceCustomers && screen.card.id != 0 {
		w.ShowFamily(models.Referrer{CustomerID: screen.card.id})
		return
	}
	w.ShowFamily(w.screen(PlaceFamily).(*familyScreen).of)
}

// Reload reads the tree anew. What is folded, chosen and in view stays where nobody was added or went.
func (s *familyScreen) Reload() error {
	ready, err := s.w.kinReady(&s.soon, s.reload)
	if err != nil || !ready {
		s.empty(kit.EmptyState(kit.T("family.reading"), "", nil))
		return err
	}
	if err := s.begin(); err != nil || !s.of.Given() {
		return err
	}
	family, err := s.w.store().Family(s.of)
	if err == models.ErrNotFound {
		s.gone()
		return nil
	}
	if err != nil {
		return err
	}
	s.name = s.w.personName(s.of)
	s.put(family)
	return s.showHead()
}

// begin takes whoever brought most where nobody's tree was asked for, and says what to do where nobody brought anybody.
func (s *familyScreen) begin() error {
	if s.of.Given() {
		return nil
	}
	top, _, err := s.w.store().WhoBrings(models.BringerFilter{Limit: 1})
	if err == nil && len(top) > 0 {
		s.of = models.Referrer{CustomerID: top[0].ID}
		return nil
	}
	s.blank(kit.EmptyState(kit.T("family.none"), kit.T("referrals.record"), func() { s.w.do("recordReferral") }))
	return err
}

func (s *familyScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
	if s.w.canvas().Focused() == nil && !kit.SheetOpen(s.w.canvas()) {
		s.FocusFirst()
	}
}

// kinParts is how many parts of who sent whom are read at once, some milliseconds each: all of a small shop.
const kinParts = 5

// kinReady reads some of who sent whom, which in a large shop takes a second or two after the start, and tells whether all is there;
// else again is called in a moment. The window stays free.
func (w *Window) kinReady(soon *soon, again func()) (ready bool, err error) {
	for range kinParts {
		if ready, err = w.store().ReadyKin(); ready || err != nil {
			return ready, err
		}
	}
	soon.plan(w.app, leavingPause, again)
	return false, nil
}

// put shows the family in the tree.
func (s *familyScreen) put(family *models.Family) {
	was := s.family
	s.family = family
	nodes := make([]kit.TreeNode, len(family.Nodes))
	for i := range family.Nodes {
		n := &family.Nodes[i]
		_, tone := rungWord(n.Rung)
		nodes[i] = kit.TreeNode{Parent: n.Parent, Tone: tone, Faint: n.Waiting() || n.Gone, Below: n.BelowN + n.BelowWaiting}
	}
	if was != nil && slices.EqualFunc(was.Nodes, family.Nodes, samePlace) {
		s.tree.Renew(nodes)
		return
	}
	var chosen models.CustomerID
	if was != nil {
		chosen = was.Nodes[s.tree.Selected()].CustomerID
	}
	s.tree.SetNodes(nodes, familyUnfolded)
	for i := range family.Nodes {
		if i > 0 && chosen != 0 && family.Nodes[i].CustomerID == chosen {
			s.tree.Select(i)
		}
	}
}

func samePlace(a, b models.FamilyNode) bool {
	return a.CustomerID == b.CustomerID && a.SpecialistID == b.SpecialistID && a.Parent == b.Parent
}

// showHead writes whom the tree is of, what it comes to, and through whom they came themselves.
func (s *familyScreen) showHead() error {
	s.title.SetText(kit.T("family.title", "Name", s.name))
	s.subtitle.SetText(s.w.familyTotals(s.family))
	s.subtitle.Show()
	path, err := s.w.pathText(s.of, s.name)
	if err != nil {
		return err
	}
	s.path.SetMarkup(path)
	s.path.Hidden = path == ""
	alone := len(s.family.Nodes) == 1
	s.tools.Hidden, s.print.Hidden = alone, alone
	tree := kit.Over(kit.VGap(familyLeast), kit.CardFilled(s.tree))
	s.place.Objects = []fyne.CanvasObject{kit.Scroll(kit.VStack(10, kit.Grow(tree), s.person.card))}
	if alone {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("family.alone", "Name", s.name), kit.T("customers.refer"), s.onRefer))}
	}
	s.showShape()
	s.person.show()
	s.find.again()
	s.content.Refresh()
	return nil
}

// gone says that whom the tree is of is not in the book any more.
func (s *familyScreen) gone() {
	s.blank(kit.EmptyState(kit.T("family.gone"), kit.T("family.back"), s.goBack))
}

// blank shows nobody's tree.
func (s *familyScreen) blank(instead fyne.CanvasObject) {
	s.of, s.family, s.name = models.Referrer{}, nil, ""
	s.empty(instead)
}

// empty shows no tree.
func (s *familyScreen) empty(instead fyne.CanvasObject) {
	s.title.SetText(kit.T("place.family"))
	s.subtitle.SetText("")
	s.path.Hide()
	s.tools.Hide()
	s.print.Hide()
	s.place.Objects = []fyne.CanvasObject{kit.CardFilled(instead)}
	s.content.Refresh()
}

func (s *familyScreen) onRefer() { showReferralForm(s.w, ReferralStart{Referrer: s.of}) }

// onShape opens all branches, or folds them.
func (s *familyScreen) onShape() {
	s.tree.FoldAll(!s.anyFolded())
	s.showShape()
	s.person.show()
	s.w.canvas().Focus(s.tree)
}

func (s *familyScreen) anyFolded() bool {
	shown, _ := s.tree.Shown()
	return len(shown) < len(s.family.Nodes)
}

func (s *familyScreen) showShape() {
	if s.anyFolded() {
		s.shape.SetText(kit.T("family.unfold"))
		return
	}
	s.shape.SetText(kit.T("family.fold"))
}

func (s *familyScreen) onSelected(int) {
	s.showShape()
	s.person.show()
}

func (s *familyScreen) onActivated(i int) {
	switch n := &s.family.Nodes[i]; {
	case n.SpecialistID != 0:
		s.w.OpenSpecialist(n.SpecialistID)
	case n.Gone:
		s.w.Say(kit.T("family.noCard"))
	default:
		s.w.OpenCustomer(n.CustomerID)
	}
}
