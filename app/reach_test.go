package app

import (
	"testing"

	"goodturn/models"
)

func TestReachURL(t *testing.T) {
	for _, c := range []struct {
		kind    models.ContactKind
		value   string
		address string
	}{
		{models.ContactPhone, "0171 555-0110", "tel:01715550110"},
		{models.ContactPhone, "+49 (171) 555 0110", "tel:+491715550110"},
		{models.ContactPhone, "030 1234 ext. 12", "tel:0301234"},
		{models.ContactEmail, " ann@example.org ", "mailto:ann@example.org"},
		{models.ContactEmail, "ann@example.org?bcc=all@example.org", "mailto:ann@example.org%3Fbcc=all@example.org"},
	} {
		if address, ok := ReachURL(c.kind, c.value); !ok || address.String() != c.address {
			t.Errorf("%q leads to %q, %v; want %q", c.value, address, ok, c.address)
		}
	}
	for kind, value := range map[models.ContactKind]string{models.ContactPhone: "ask Peter", models.ContactEmail: "none"} {
		if address, ok := ReachURL(kind, value); ok {
			t.Errorf("%q leads to %q", value, address)
		}
	}
}
