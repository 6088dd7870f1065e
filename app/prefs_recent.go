package app

import (
	"path/filepath"
	"slices"
)

// mostRecent is how many shop files are remembered.
const mostRecent = 8

// Recent are the shop files that were open lately, the last first. The sample shop is never among them.
func (p Prefs) Recent() []string { return p.p.StringListWithFallback("file.recent", nil) }

// addRecent puts a shop file first.
func (p Prefs) addRecent(path string) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	all := append([]string{path}, slices.DeleteFunc(p.Recent(), func(other string) bool { return other == path })...)
	p.p.SetStringList("file.recent", all[:min(len(all), mostRecent)])
}

// DropRecent takes a shop file off the list.
func (p Prefs) DropRecent(path string) {
	p.p.SetStringList("file.recent", slices.DeleteFunc(p.Recent(), func(other string) bool { return other == path }))
}

// ForgetRecent empties the list.
func (p Prefs) ForgetRecent() { p.p.SetStringList("file.recent", nil) }
