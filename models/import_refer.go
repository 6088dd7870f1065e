package models

import (
	"context"

	"gorm.io/gorm"
)

// family is who came through whom, to refuse circles without asking the file for each row.
type family struct {
	through    map[CustomerID]Referrer // a customer and who sent them
	specialist map[string]SpecialistID // by folded name
}

func newFamily(tx *gorm.DB) (family, error) {
	f := family{through: map[CustomerID]Referrer{}, specialist: map[string]SpecialistID{}}
	var sent []ReferralIn
	err := tx.Select("referee_id", "referrer_customer_id", "referrer_specialist_id").Where("state <> 'denied' AND deleted_at = 0").Find(&sent).Error
	if err != nil {
		return f, err
	}
	for _, r := range sent {
		f.through[r.RefereeID] = Referrer{CustomerID: r.ReferrerCustomerID, SpecialistID: r.ReferrerSpecialistID}
	}
	var specialists []Specialist
	err = tx.Select("id", "name").Where("deleted_at = 0").Find(&specialists).Error
	for _, p := range specialists {
		f.specialist[Fold(p.Name)] = p.ID
	}
	return f, err
}

// cameThrough tells whether the customer came, over however many others, through the ancestor, or is them.
func (f family) cameThrough(customer, ancestor CustomerID) bool {
	for customer != 0 {
		if customer == ancestor {
			return true
		}
		customer = f.through[customer].CustomerID
	}
	return false
}

// refer records who sent whom. Of an old list everybody has been a customer before the book was kept, so the
// referrals are history: they count, and make no thank-you due.
func (im *importer) refer(ctx context.Context) error {
	if len(im.sent) == 0 {
		return nil
	}
	f, err := newFamily(im.tx)
	if err != nil {
		return err
	}
	if err := im.meet(nil); err != nil {
		return err
	}
	referrals := batch{table: "referral_in", columns: "id, referrer_customer_id, referrer_specialist_id, referee_id, on_day, from_before, state, approved_at, created_at"}
	for i, row := range im.sent {
		if err := ctx.Err(); err != nil {
			return err
		}
		by, problem := im.referrer(f, row)
		if problem == nil {
			problem, err = im.settle(f, row, by, &referrals)
		}
		if problem != nil {
			im.result.Issues = append(im.result.Issues, ImportIssue{Line: row.line, Name: row.name, Stored: true, Problem: problem})
		}
		if err == nil && ((i+1)%importChunk == 0 || i+1 == len(im.sent)) {
			err = im.writeReferrals(&referrals)
		}
		if err != nil {
			return err
		}
	}
	return im.tx.Exec(`UPDATE customer SET brought_n = (SELECT count(*) FROM referral_in r WHERE r.referrer_customer_id = customer.id AND r.state = 'approved' AND r.deleted_at = 0)
		WHERE id IN (SELECT referrer_customer_id FROM referral_in WHERE id >= ?)`, im.ids["referral_in"].first).Error
}

// referrer finds who is meant: by name, by number or address, or among the specialists; added where that is wanted.
func (im *importer) referrer(f family, row sentRow) (Referrer, error) {
	found := im.book.find(keyOf(ReachName, nameKey(Fold(row.referredBy))))
	for _, kind := range []ContactKind{ContactPhone, ContactEmail} {
		if contact := (Contact{Kind: kind, Value: row.referredBy}); len(found) == 0 && contact.validate() == nil && (kind == ContactEmail || LooksLikePhone(row.referredBy)) {
			found = im.book.find(contactKey(contact))
		}
	}
	specialist := f.specialist[Fold(row.referredBy)]
	switch {
	case len(found) == 1:
		return Referrer{CustomerID: found[0]}, nil
	case len(found) > 1:
		return Referrer{}, problem("broughtBy", "import.referrerTwice", "Name", row.referredBy)
	case specialist != 0:
		return Referrer{SpecialistID: specialist}, nil
	case !im.opts.AddReferrers || Fold(row.referredBy) == "":
		return Referrer{}, problem("broughtBy", "import.referrerUnknown", "Name", row.referredBy)
	}
	person := &Customer{Name: row.referredBy}
	if err := person.Validate(); err != nil {
		return Referrer{}, err
	}
	im.add(person, row.line)
	return Referrer{CustomerID: person.ID}, nil
}

// settle adds the referral to the batch, unless it is there already or may not be.
func (im *importer) settle(f family, row sentRow, by Referrer, referrals *batch) (refused, err error) {
	present, has := f.through[row.customer]
	switch {
	case by.CustomerID == row.customer:
		return problem("broughtBy", "referral.self"), nil
	case has && present == by:
		return nil, nil
	case has:
		name, err := im.nameOf(present)
		return problem("broughtBy", "referral.already", "Name", name), err
	case f.cameThrough(by.CustomerID, row.customer):
		return problem("broughtBy", "referral.circle"), nil
	}
	f.through[row.customer] = by
	referrals.add(im.ids["referral_in"].next(), orNull(by.CustomerID), orNull(by.SpecialistID), row.customer, im.s.Today(), 1, ReferralApproved, im.at, im.at)
	im.result.Referred++
	return nil, nil
}

// nameOf gives what the referrer is called.
func (im *importer) nameOf(by Referrer) (name string, err error) {
	if c := im.people[by.CustomerID]; c != nil {
		return c.CalledName(), nil
	}
	err = im.tx.Raw("SELECT coalesce((SELECT "+nameOf("c")+" FROM customer c WHERE c.id = ?), (SELECT name FROM specialist WHERE id = ?), '')",
		int64(by.CustomerID), int64(by.SpecialistID)).Row().Scan(&name)
	return name, err
}

// writeReferrals stores the people added as referrers, then the referrals.
func (im *importer) writeReferrals(referrals *batch) error {
	if err := im.write(); err != nil {
		return err
	}
	im.fresh = nil
	return referrals.flush(im.tx)
}
