package main_test

import (
	"os"
	"regexp"
	"testing"
)

// Which modules there are is checked when a release is made; that one was brought up to date and its licence was not is seen here.
func TestLicencesAreOfTheVersionsBuiltIn(t *testing.T) {
	licences, err := os.ReadFile("LICENCES.txt")
	if err != nil {
		t.Fatal(err)
	}
	modules, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	version := map[string]string{}
	for _, found := range regexp.MustCompile(`(?m)^\t(\S+) (v\S+)`).FindAllStringSubmatch(string(modules), -1) {
		version[found[1]] = found[2]
	}
	headings := regexp.MustCompile(`(?m)^== (\S+) (v\S+), `).FindAllStringSubmatch(string(licences), -1)
	if len(headings) < 40 {
		t.Fatalf("only %d licences", len(headings))
	}
	for _, heading := range headings {
		if path := heading[1]; version[path] != heading[2] {
			t.Errorf("LICENCES.txt has %s %s, go.mod %q: please run make licences", path, heading[2], version[path])
		}
	}
}
