package exchange_test

import "testing"

// Columns that say what one may are the other way round from those that say what somebody asked not to have.
func TestMayWeCall(t *testing.T) {
	for header, no := range map[string][3]bool{"May we call": {false, true, false}, "Phone consent": {false, true, false}, "Anruf erlaubt": {false, true, false},
		"Newsletter": {false, false, true}, "Marketing opt-in": {false, false, true}, "Acepta llamadas": {false, true, false}, "Post OK": {true, false, false}} {
		survey := look(t, file(t, "Name,"+header+"\nAnn,no\nBob,yes\nCy,\n"))
		for i, want := range [][3]bool{no, {}, {}} {
			c := survey.Mapping.Person(survey.Sample[i]).Customer
			if got := [3]bool{c.NoPost, c.NoPhone, c.NoEmail}; got != want {
				t.Errorf("%s: %s asked for no post, calls, e-mail: %v, want %v", header, c.Name, got, want)
			}
		}
	}
	survey := look(t, file(t, "Name,No calls,May we call\nAnn,yes,yes\nBob,no,no\n"))
	for _, row := range survey.Sample {
		if !survey.Mapping.Person(row).Customer.NoPhone {
			t.Errorf("%v: the wish is lost", row.Cells)
		}
	}
}
