package models

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"
)

// FamilyNode is one person of a family tree.
type FamilyNode struct {
	CustomerID   CustomerID
	SpecialistID SpecialistID // where the tree begins with one
	Parent       int          // the place of who sent them; -1 for whom the tree is of
	Generation   int          // 0 for whom the tree is of
	OnDay        Day          // when they were sent
	State        ReferralState
	Gone         bool // erased, or not in the book any more: nameless, and without a card
	Archived     bool
	Rung         Rung
	Activity     Activity
	VisitN       int
	Spent        Money
	Kids         int // whom they sent themselves, come or not

	// Of all below them, however far: who became customers, who is still to come, and what the former visited and spent.
	BelowN, BelowWaiting, BelowVisits int
	BelowSpent                        Money

	key string // their name as search compares it
}

// Waiting tells whether they were sent and are still to come, or did not complete a visit yet.
func (n *FamilyNode) Waiting() bool {
	return n.State == ReferralPending || n.State == ReferralQualified
}

// Family is everybody who came through one person, generations deep.
type Family struct {
	// Nodes are all of them, whom the tree is of first, everybody right before those below them, and brothers in the order in which
	// they were sent.
	Nodes       []FamilyNode
	Generations int // below the first
}

// Family gives everybody who came through a customer, or a specialist, with those who were sent and are still to come. Each stands there
// once, so that adding up counts nobody's money twice. Who was erased is a node without a name, so that chains hold. ErrNotFound where
// there is nobody of that number in the book or the archive.
func (s *Store) Family(of Referrer) (*Family, error) {
	m, err := s.readyKin()
	if err != nil {
		return nil, explain(err)
	}
	q, err := s.question(CustomerFilter{})
	if err != nil {
		return nil, err
	}
	first, err := s.familyHead(m, of)
	if err != nil {
		return nil, err
	}
	m.link()
	f := &familyWalk{kin: m, q: q, seen: make([]bool, len(m.people))}
	f.nodes = append(make([]FamilyNode, 0, 1+m.below(of.CustomerID)), first)
	if at, known := m.place[first.CustomerID]; known && first.CustomerID != 0 {
		f.nodes[0] = f.node(at, -1, 0)
		f.seen[at] = true
		f.nodes[0].State, f.nodes[0].OnDay = "", ""
	}
	f.walk()
	return f.family(), nil
}

// below counts who stands below somebody, come or not; 0 for whoever is not known.
func (m *kin) below(id CustomerID) (n int) {
	top, known := m.place[id]
	if !known {
		return 0
	}
	in := make([]bool, len(m.people))
	in[top] = true
	for _, at := range m.links.order {
		if up := m.links.sender[at]; up >= 0 && in[up] && !in[at] {
			in[at] = true
			n++
		}
	}
	return n
}

// familyHead gives the node of whom a tree is of, as far as they are not among the kin.
func (s *Store) familyHead(m *kin, of Referrer) (node FamilyNode, err error) {
	node = FamilyNode{CustomerID: of.CustomerID, SpecialistID: of.SpecialistID, Parent: -1}
	if of.SpecialistID != 0 {
		_, err = s.Specialist(of.SpecialistID)
		return node, err
	}
	if at, known := m.place[of.CustomerID]; known {
		if m.people[at].gone {
			return node, ErrNotFound
		}
		return node, nil
	}
	c, err := s.Customer(of.CustomerID)
	if err != nil {
		return node, err
	}
	card := &Card{Customer: c}
	err = s.fillLadder(card)
	node.Archived, node.Rung, node.Activity, node.VisitN, node.Spent, node.key = c.State == CustomerArchived, card.Rung, card.Activity, c.VisitN, c.Spent, Fold(c.Name)
	return node, explain(err)
}

// familyWalk goes down the tree. Nobody is passed twice, also on a damaged file that goes in a circle.
type familyWalk struct {
	kin   *kin
	q     *question
	seen  []bool
	nodes []FamilyNode
}

// branch is somebody still to be put into the tree.
type branch struct {
	at     int32
	parent int
}

func (f *familyWalk) walk() {
	todo := f.branches(nil, 0)
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		f.nodes = append(f.nodes, f.node(next.at, next.parent, f.nodes[next.parent].Generation+1))
		todo = f.branches(todo, len(f.nodes)-1)
	}
}

// branches add those whom the node sent to what is still to be done, who was sent last first: the end is taken first.
func (f *familyWalk) branches(todo []branch, parent int) []branch {
	kids := f.sent(&f.nodes[parent])
	slices.SortFunc(kids, func(a, b int32) int {
		x, y := &f.kin.people[a], &f.kin.people[b]
		return cmp.Or(cmp.Compare(y.onDay, x.onDay), cmp.Compare(y.referral, x.referral))
	})
	for _, at := range kids {
		if !f.seen[at] {
			f.seen[at] = true
			f.nodes[parent].Kids++
			todo = append(todo, branch{at, parent})
		}
	}
	return todo
}

// sent gives the places of those whom the node's person sent.
func (f *familyWalk) sent(n *FamilyNode) (kids []int32) {
	if n.SpecialistID != 0 {
		for i := range f.kin.people {
			if f.kin.people[i].specialist == n.SpecialistID {
				kids = append(kids, int32(i))
			}
		}
		return kids
	}
	if at, known := f.kin.place[n.CustomerID]; known {
		return f.kin.links.sent(at) // in no order, so that they may be sorted where they are
	}
	return nil
}

// node gives the node of a kinsman.
func (f *familyWalk) node(at int32, parent, generation int) FamilyNode {
	k := &f.kin.people[at]
	n := FamilyNode{CustomerID: k.id, Parent: parent, Generation: generation, OnDay: k.onDay, State: k.state, Gone: k.gone, Archived: k.archived,
		Rung: Rungs[f.q.rung(&k.fact)], VisitN: int(k.visits), Spent: Money(k.spent)}
	if i := f.q.activity(&k.fact); i >= 0 {
		n.Activity = Activities[i]
	}
	if !k.gone {
		n.key = k.name
	}
	return n
}

// family adds up from the leaves.
func (f *familyWalk) family() *Family {
	family := &Family{Nodes: f.nodes}
	for i := len(f.nodes) - 1; i > 0; i-- {
		n := &f.nodes[i]
		family.Generations = max(family.Generations, n.Generation)
		up := &f.nodes[n.Parent]
		up.BelowN, up.BelowWaiting = up.BelowN+n.BelowN, up.BelowWaiting+n.BelowWaiting
		up.BelowVisits, up.BelowSpent = up.BelowVisits+n.BelowVisits, up.BelowSpent+n.BelowSpent
		if n.State != ReferralApproved {
			up.BelowWaiting++
			continue
		}
		up.BelowN, up.BelowVisits, up.BelowSpent = up.BelowN+1, up.BelowVisits+n.VisitN, up.BelowSpent+n.Spent
	}
	return family
}

// Find gives the places of those whose name has what was typed in it, in the order of the tree: those with a word that begins with it
// first. Nothing typed finds nobody.
func (f *Family) Find(text string) (places []int) {
	text = Fold(text)
	if text == "" {
		return nil
	}
	var inside []int
	for i := range f.Nodes {
		key := f.Nodes[i].key
		switch at := strings.Index(key, text); {
		case at < 0:
		case at == 0 || strings.Contains(key, " "+text):
			places = append(places, i)
		default:
			inside = append(inside, i)
		}
	}
	return append(places, inside...)
}

// FamilyNames gives what to call the customers with ids. Who was erased, or is not in the book any more, has none.
func (s *Store) FamilyNames(ids []CustomerID) (names map[CustomerID]string, err error) {
	names = make(map[CustomerID]string, len(ids))
	err = s.each(func(rows *sql.Rows) error {
		var id CustomerID
		var name string
		err := rows.Scan(&id, &name)
		names[id] = name
		return err
	}, "SELECT c.id, "+nameOf("c")+" FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value WHERE c.deleted_at = 0 AND c.state IN ('active', 'archived')", jsonIDs(ids))
	return names, explain(err)
}
