package models

// Person is somebody in the customer book as lists tell of them: who they are, and how to reach them. Of somebody passing by it is
// the zero value.
type Person struct {
	CustomerID CustomerID
	Customer   string // what to call them by: the name, or failing that how to reach them
	Phone      string
	Email      string
	NoPhone    bool // they asked for no calls
	NoEmail    bool // they asked for no e-mail
}

// personColumns are the columns that make a Person of the customer c, who may be nobody.
var personColumns = "ifnull(c.id, 0) AS customer_id, " + nameOf("c") + ` AS customer,
	ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'phone' ORDER BY k.position LIMIT 1), '') AS phone,
	ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'email' ORDER BY k.position LIMIT 1), '') AS email,
	ifnull(c.no_phone, 0) AS no_phone, ifnull(c.no_email, 0) AS no_email`

// into is where a row with the personColumns, and then the columns of more, is to be scanned into.
func (p *Person) into(more ...any) []any {
	return append([]any{&p.CustomerID, &p.Customer, &p.Phone, &p.Email, &p.NoPhone, &p.NoEmail}, more...)
}
