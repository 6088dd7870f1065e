package paper

import "testing"

func TestNumbersAreWrittenShort(t *testing.T) {
	for v, want := range map[int]string{0: "0 ", 5: "0.05 ", -50: "-0.5 ", 1200: "12 ", -12345: "-123.45 "} {
		if got := string(appendFixed(nil, v, 2)); got != want {
			t.Errorf("%d hundredths are written %q, not %q", v, got, want)
		}
	}
}

// Rows that look the same are written the same wherever on the page they stand.
func TestEqualRowsAreWrittenEqually(t *testing.T) {
	document, err := compactOf(newSetter(t), people(200))
	if err != nil {
		t.Fatal(err)
	}
	one, err := compactOf(document.setter, people(1))
	if err != nil {
		t.Fatal(err)
	}
	if each := (len(written(t, document)) - len(written(t, one))) / 200; each > 90 {
		t.Errorf("a person more makes the file %d bytes larger", each)
	}
}

// The place where a mark is drawn does not depend on what was drawn before it.
func TestPlacesAreCountedFromTheOneBefore(t *testing.T) {
	var c content
	c.begin(100)
	c.rule(Line{X1: 10, Y1: 20, X2: 30, Y2: 20, Thick: 0.2})
	c.within(func() { c.clip(50, 60, 5, 5) })
	c.rule(Line{X1: 40, Y1: 50, X2: 30, Y2: 20, Thick: 0.2})
	want := "1 0 0 1 28.35 226.77 cm\n0 0 0 RG\n0.57 w\n0 0 m 56.69 0 l S\n" +
		"q\n1 0 0 1 113.38 -127.56 cm\n0 0 14.18 14.17 re W n\nQ\n" +
		"1 0 0 1 85.04 -85.04 cm\n0 0 m -28.35 85.04 l S\n"
	if got := string(c.out); got != want {
		t.Errorf("it says\n%s\nnot\n%s", got, want)
	}
}
