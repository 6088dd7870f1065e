package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// to is the customer on the card, to be called or written to.
func (c *customerCard) to() reach {
	customer := c.card.Customer
	return reach{w: c.w, name: customer.CalledName(), noPhone: customer.NoPhone, noEmail: customer.NoEmail}
}

// copied are the numbers and addresses of the customer, each to be copied by a click.
func (c *customerCard) copied() []kit.MenuItem {
	var values []string
	for _, contact := range c.card.Customer.Contacts {
		values = append(values, contact.Value)
	}
	return c.w.copyItems(append(values, c.card.Customer.Postal())...)
}

// reachText is how to reach somebody, as the line under their name has it.
func reachText(customer *models.Customer) string {
	return reachWords(customer, customer.Phone(), customer.Email())
}

// reachMarkup is reachText with links that call and write.
func reachMarkup(customer *models.Customer) string {
	return reachWords(customer, reachLink(models.ContactPhone, customer.Phone()), reachLink(models.ContactEmail, customer.Email()))
}

func reachWords(customer *models.Customer, phone, email string) string {
	if phone != "" && customer.NoPhone {
		phone = kit.T("customers.reach.noCalls", "Phone", phone)
	}
	if email != "" && customer.NoEmail {
		email = kit.T("customers.reach.noEmail", "Email", email)
	}
	switch {
	case phone != "" && email != "":
		return kit.T("customers.reach.both", "Phone", phone, "Email", email)
	case phone+email != "":
		return phone + email // one of them is empty
	}
	return kit.T("customers.reach.none")
}
