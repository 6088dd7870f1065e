package models

// Permission is a way to reach a customer that they may have asked us to leave out.
type Permission string

// The ways.
const (
	PermitPost  Permission = "post"
	PermitPhone Permission = "phone"
	PermitEmail Permission = "email"
)

// Permissions are all of them, in the order a form offers them.
var Permissions = []Permission{PermitPost, PermitPhone, PermitEmail}

// wish is one thing a customer asked of us and the day they did.
type wish struct {
	no  *bool
	day *Day
}

func (c *Customer) wishes() []wish {
	return []wish{{&c.NoPost, &c.NoPostOn}, {&c.NoPhone, &c.NoPhoneOn}, {&c.NoEmail, &c.NoEmailOn}}
}

func (c *Customer) validatePermissions() error {
	for _, p := range c.wishes() {
		if !p.day.Valid() {
			return problem("permissions", "date")
		}
	}
	return nil
}

// datePermissions gives a new wish today's day, and takes the day of one that was taken back away.
func (c *Customer) datePermissions(today Day) {
	for _, p := range c.wishes() {
		switch {
		case !*p.no:
			*p.day = ""
		case *p.day == "":
			*p.day = today
		}
	}
}
