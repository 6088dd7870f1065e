package models

import (
	"fmt"

	"gorm.io/gorm"
)

// MergeField is a field of a card of which a merged customer keeps one.
type MergeField string

// The fields. Permissions are not among them: who asked on either card to be left in peace is left in peace. Contacts,
// notes and tags of both stay, what is there twice once.
const (
	MergeName          MergeField = "name"
	MergePreferredName MergeField = "preferred_name"
	MergeAddress       MergeField = "address" // with the country
	MergeBirthday      MergeField = "birthday"
	MergeSource        MergeField = "source"
	MergeReachBy       MergeField = "reach_by"
	MergePhoto         MergeField = "photo"
	MergeBroughtBy     MergeField = "brought_by"
)

// MergeFields are all of them, in the order a form offers them.
var MergeFields = []MergeField{MergeName, MergePreferredName, MergeAddress, MergeBirthday, MergeSource, MergeReachBy, MergePhoto, MergeBroughtBy}

// MergeSide is whose field it is.
type MergeSide string

// The sides. MergeEither, the zero value, is the one that has something, and that of the card that is kept where both have.
const (
	MergeEither MergeSide = ""
	MergeKeep   MergeSide = "keep" // the card that is kept
	MergeGone   MergeSide = "gone" // the one that goes
)

// MergeChoice says whose field is kept; fields that are not in it are MergeEither.
type MergeChoice map[MergeField]MergeSide

// merging is a merge under way.
type merging struct {
	s          *Store
	tx         *gorm.DB
	keep, gone *Customer
	choice     MergeChoice
	now        Moment
}

// MergeCustomers makes one customer of two, keep, in one change: everything that names gone names keep from now on, and gone is
// in the bin for 30 days, from where PutBack parts the two again as far as nothing was changed since. What both have alike (a
// number, a note, a tag) goes with gone. Referrals that would be one of somebody by themselves, a second referrer or a circle are
// Problems at "broughtBy", which choosing whose referral counts (MergeBroughtBy) resolves: the other one goes with gone.
// ErrNotFound where one of them is not in the book.
func (s *Store) MergeCustomers(keep, gone CustomerID, choice MergeChoice) error {
	if keep == gone {
		return problem("gone", "merge.same")
	}
	return s.change(KindAll, func(tx *gorm.DB) error {
		m := &merging{s: s, tx: tx, choice: choice, now: MomentOf(s.now())}
		var err error
		if m.keep, err = wholeCustomer(tx, keep); err != nil {
			return err
		}
		if m.gone, err = wholeCustomer(tx, gone); err != nil {
			return err
		}
		for _, step := range []func() error{m.moveBinned, m.dropReferrals, m.refuse, m.moveThanks, m.move, m.choosePhoto, m.saveKept, m.takeOut} {
			if err := step(); err != nil {
				return err
			}
		}
		return s.settleVisits(tx, keep)
	})
}

// wholeCustomer gives an active customer with contacts, notes, tags and what was before this book, or ErrNotFound.
func wholeCustomer(tx *gorm.DB, id CustomerID) (*Customer, error) {
	var c Customer
	found := tx.Preload("Contacts", byPlace).Preload("Remember", byPlace).Where("id = ? AND deleted_at = 0 AND state = 'active'", id).Limit(1).Find(&c)
	if err := oneRow(found); err != nil {
		return nil, err
	}
	return &c, c.loadAside(tx)
}

// run runs a statement about @keep and @gone at @now.
func (m *merging) run(statements ...string) error {
	for _, statement := range statements {
		if err := m.tx.Exec(statement, map[string]any{"keep": m.keep.ID, "gone": m.gone.ID, "now": m.now}).Error; err != nil {
			return err
		}
	}
	return nil
}

// binned give keep the referrals in the bin that name gone, but not those that join the two.
var binned = []string{
	"UPDATE referral_in SET referee_id = @keep WHERE referee_id = @gone AND referrer_customer_id IS NOT @keep AND deleted_at <> 0 AND state <> 'approved'",
	"UPDATE referral_in SET referrer_customer_id = @keep WHERE referrer_customer_id = @gone AND referee_id <> @keep AND deleted_at <> 0",
}

// moves give keep what names gone. The visits come first, for referrals rest on them; denied referrals that join the two go with
// gone.
var moves = []string{
	"UPDATE visit SET customer_id = @keep WHERE customer_id = @gone",
	"UPDATE want SET customer_id = @keep WHERE customer_id = @gone",
	"UPDATE follow_up SET customer_id = @keep WHERE customer_id = @gone",
	"UPDATE referral_out SET customer_id = @keep WHERE customer_id = @gone",
	"UPDATE praise SET customer_id = @keep WHERE customer_id = @gone",
	"UPDATE customer SET invited_on = max(invited_on, (SELECT invited_on FROM customer WHERE id = @gone)) WHERE id = @keep",
	"UPDATE thank_you SET customer_id = @keep WHERE customer_id = @gone",
	"UPDATE referral_in SET deleted_at = @now WHERE deleted_at = 0 AND (referee_id = @keep AND referrer_customer_id = @gone OR referee_id = @gone AND referrer_customer_id = @keep)",
	"UPDATE referral_in SET referee_id = @keep WHERE referee_id = @gone AND referrer_customer_id IS NOT @keep AND deleted_at = 0",
	"UPDATE referral_in SET referrer_customer_id = @keep WHERE referrer_customer_id = @gone AND referee_id <> @keep AND deleted_at = 0",
}

func (m *merging) moveBinned() error { return m.run(binned...) }

// move gives keep all that names gone. Contacts and notes that keep has already stay with gone.
func (m *merging) move() error {
	for _, c := range m.gone.Contacts {
		if !hasContact(m.keep, c) {
			if err := m.tx.Exec("UPDATE contact SET customer_id = ?, position = ? WHERE id = ?", m.keep.ID, len(m.keep.Contacts), c.ID).Error; err != nil {
				return err
			}
			m.keep.Contacts = append(m.keep.Contacts, c)
		}
	}
	for _, r := range m.gone.Remember {
		if !hasNote(m.keep, r) {
			if err := m.tx.Exec("UPDATE remember SET customer_id = ?, position = ? WHERE id = ?", m.keep.ID, len(m.keep.Remember), r.ID).Error; err != nil {
				return err
			}
			m.keep.Remember = append(m.keep.Remember, r)
		}
	}
	return m.run(moves...)
}

func hasContact(c *Customer, other Contact) bool {
	for _, own := range c.Contacts {
		same := Fold(own.Value) == Fold(other.Value)
		if own.Kind == ContactPhone {
			same = phoneDigits(own.Value) == phoneDigits(other.Value)
		}
		if own.Kind == other.Kind && same {
			return true
		}
	}
	return false
}

func hasNote(c *Customer, other Remember) bool {
	for _, own := range c.Remember {
		if Fold(own.Text) == Fold(other.Text) {
			return true
		}
	}
	return false
}

// saveKept stores keep with the fields chosen.
func (m *merging) saveKept() error {
	k, g := m.keep, m.gone
	take := func(field MergeField, keepHas, goneHas bool) bool {
		return m.takes(field, keepHas, goneHas) == MergeGone
	}
	if take(MergeName, k.Name != "", g.Name != "") {
		k.Name = g.Name
	}
	if take(MergePreferredName, k.PreferredName != "", g.PreferredName != "") {
		k.PreferredName = g.PreferredName
	}
	if take(MergeAddress, k.Address != "", g.Address != "") {
		k.Address, k.Country = g.Address, g.Country
	}
	if take(MergeBirthday, k.Birthday != "", g.Birthday != "") {
		k.Birthday = g.Birthday
	}
	if take(MergeSource, k.SourceID != 0, g.SourceID != 0) {
		k.SourceID = g.SourceID
	}
	if take(MergeReachBy, k.ReachBy != LikesAny, g.ReachBy != LikesAny) {
		k.ReachBy = g.ReachBy
	}
	others := g.wishes()
	for i, p := range k.wishes() {
		// The earlier day holds; of a list that was imported it may not be known.
		if other := others[i]; *other.no && (!*p.no || *p.day == "" || *other.day != "" && *other.day < *p.day) {
			*p.no, *p.day = true, *other.day
		}
	}
	k.Tags = append(k.Tags, g.Tags...)
	k.Earlier = k.Earlier.and(g.Earlier)
	return m.s.saveCustomer(m.tx, k)
}

// takes tells whose field is kept.
func (m *merging) takes(field MergeField, keepHas, goneHas bool) MergeSide {
	if side := m.choice[field]; side != MergeEither {
		return side
	}
	if !keepHas && goneHas {
		return MergeGone
	}
	return MergeKeep
}

// choosePhoto gives keep gone's photo where that is the one to keep. Gone keeps its own, so that it has it again
// when the two are parted.
func (m *merging) choosePhoto() error {
	var keepHas, goneHas bool
	err := m.tx.Raw("SELECT EXISTS (SELECT 1 FROM photo WHERE id = ?), EXISTS (SELECT 1 FROM photo WHERE id = ?)", m.keep.ID, m.gone.ID).Row().Scan(&keepHas, &goneHas)
	if err != nil || m.takes(MergePhoto, keepHas, goneHas) == MergeKeep {
		return err
	}
	return m.run("DELETE FROM photo WHERE id = @keep", "INSERT INTO photo (id, image) SELECT @keep, image FROM photo WHERE id = @gone")
}

// takeOut takes gone out of the book.
func (m *merging) takeOut() error {
	err := updateOne(m.tx.Model(&Customer{}).Where("id = ?", m.gone.ID),
		map[string]any{"state": CustomerMerged, "merged_into": m.keep.ID, "deleted_at": m.now, "updated_at": m.now})
	if err != nil {
		return err
	}
	return m.run("DELETE FROM customer_search WHERE id = @gone")
}

// spoken sorts what became of a thank-you: of two for one cause, the one further on stays.
const spoken = "CASE %s.state WHEN 'thanked' THEN 3 WHEN 'printed' THEN 2 WHEN 'owed' THEN 1 ELSE 0 END"

// moveThanks sees that no thank-you is there twice once both cards are one (invariant 5). Of two for one cause the one that is
// further on stays, and the other is put aside; where both were said for a reason of the owner's own, both stay, the reason of
// gone's with its day.
func (m *merging) moveThanks() error {
	const twin = `k.customer_id = @keep AND g.customer_id = @gone AND k.state <> 'waived' AND g.state <> 'waived' AND k.cause = g.cause AND k.cause_id = g.cause_id AND k.milestone = g.milestone
		AND (g.cause <> 'other' OR k.talking_point = g.talking_point)`
	both := func(side string) string {
		return "id IN (SELECT " + side + ".id FROM thank_you k, thank_you g WHERE " + twin + " AND %s)"
	}
	further := fmt.Sprintf(spoken+" < "+spoken, "k", "g")
	return m.run(
		`UPDATE thank_you SET talking_point = talking_point || ' (' || date(thanked_at, 'unixepoch') || ', ' || id || ')' WHERE `+
			fmt.Sprintf(both("g"), "g.cause = 'other' AND k.state = 'thanked' AND g.state = 'thanked'"),
		"UPDATE thank_you SET state = 'waived', thanked_at = 0, waived_reason = 'left the book' WHERE "+fmt.Sprintf(both("k"), further),
		"UPDATE thank_you SET state = 'waived', thanked_at = 0, waived_reason = 'left the book' WHERE "+fmt.Sprintf(both("g"), "1"),
	)
}
