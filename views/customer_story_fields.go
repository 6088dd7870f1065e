package views

import (
	"slices"
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// storyLine tells one changed field of a customer's card as one would say it; "" where another of all says it already.
func (s changeWords) storyLine(f models.FieldChange, all []models.FieldChange) string {
	switch f.Key() {
	case "customer.no_post", "customer.no_phone", "customer.no_email":
		if f.To == "1" {
			return kit.T("card.story.asked." + f.Column)
		}
		return kit.T("card.story.may." + f.Column)
	case "customer.state":
		return s.stateLine(f, all)
	case "customer.archived_why":
		if changed(all, "customer.state") != nil {
			return ""
		}
	case "contact.kind":
		if f.From == "" || f.To == "" {
			return ""
		}
	case "contact.value":
		return s.contactLine(f)
	}
	return s.fieldText(f)
}

// stateLine tells of the way into the archive and back.
func (s changeWords) stateLine(f models.FieldChange, all []models.FieldChange) string {
	switch {
	case f.From == string(models.CustomerArchived) && f.To == string(models.CustomerActive):
		return kit.T("card.story.unarchived")
	case f.To != string(models.CustomerArchived):
		return s.fieldText(f)
	}
	if why := changed(all, "customer.archived_why"); why != nil && models.ArchiveReason(why.To).Valid() {
		return kit.T("card.story.archived." + why.To)
	}
	return kit.T("card.story.archived.other")
}

// contactLine tells of a number or an address that came, went or was written otherwise.
func (s changeWords) contactLine(f models.FieldChange) string {
	kind := string(models.ContactPhone)
	if strings.Contains(f.From+f.To, "@") {
		kind = string(models.ContactEmail)
	}
	switch {
	case f.From == "" && f.To == "":
		return s.fieldText(f)
	case f.From == "":
		return kit.T("card.story."+kind+".added", "To", f.To)
	case f.To == "":
		return kit.T("card.story."+kind+".gone", "From", f.From)
	}
	return kit.T("card.story."+kind+".changed", "From", f.From, "To", f.To)
}

// changed gives the change of the named field among all, or nil.
func changed(all []models.FieldChange, key string) *models.FieldChange {
	i := slices.IndexFunc(all, func(f models.FieldChange) bool { return f.Key() == key })
	if i < 0 {
		return nil
	}
	return &all[i]
}
