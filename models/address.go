package models

// postal is, as SQL, the address of the customer c as it stands on an envelope: the country last, where it is not the shop's.
const postal = `iif(c.country = '' OR c.address = '', c.address, c.address || char(10) || c.country)`

// Postal gives the address as it stands on an envelope: the country last, where it is not the shop's; "" where there is none.
func (c *Customer) Postal() string { return onEnvelope(c.Address, c.Country) }

// Postal is the same of a customer in a list.
func (c *ListedCustomer) Postal() string { return onEnvelope(c.Address, c.Country) }

func onEnvelope(address, country string) string {
	if country == "" || address == "" {
		return address
	}
	return address + "\n" + country
}
