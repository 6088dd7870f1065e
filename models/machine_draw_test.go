package models_test

import (
	"fmt"
	"maps"
	"slices"

	"goodturn/models"

	"pgregory.net/rapid"
)

// rapid's own numbers and choices lean towards the small and the first: good for finding edges, bad for a shop at work, where half of
// what is done would be done to nobody. These draw each as often as the next, and shrink to the first all the same.

// within draws a number from least to most.
func within(t *rapid.T, what string, least, most int) int {
	return rapid.Custom(func(t *rapid.T) int { return least + bits(t)%(most-least+1) }).Draw(t, what)
}

// evenly draws one of values.
func evenly[V any](t *rapid.T, what string, values ...V) V {
	return rapid.Custom(func(t *rapid.T) V { return values[bits(t)%len(values)] }).Draw(t, what)
}

// bits is a number of twelve bits.
func bits(t *rapid.T) (n int) {
	for range 12 {
		n *= 2
		if rapid.Bool().Draw(t, "bit") {
			n++
		}
	}
	return n
}

// seldom is true one time in times.
func seldom(t *rapid.T, what string, times int) bool { return within(t, what, 1, times) == times }

// mostly draws one of the usual values, and seldom what nobody could mean.
func mostly[V any](t *rapid.T, what string, odd V, usual ...V) V {
	if seldom(t, "odd "+what, 16) {
		return odd
	}
	return evenly(t, what, usual...)
}

// pick draws the id of a row of the table, seldom none (0) or a stranger's.
func pick[T any](m *machine, t *rapid.T, table string) models.ID[T] {
	ids := m.ids(t, "SELECT id FROM "+table)
	if len(ids) == 0 || seldom(t, "no "+table, 16) {
		ids = []int64{0, 4711}
	}
	return models.ID[T](evenly(t, table, ids...))
}

// perhaps draws as pick does, and half of the time none: for what may be left out.
func perhaps[T any](m *machine, t *rapid.T, table string) models.ID[T] {
	if rapid.Bool().Draw(t, "any "+table) {
		return pick[T](m, t, table)
	}
	return 0
}

// anyOf gives the deeds for rapid's Repeat, each as often as the next, and the look after each.
func anyOf(deeds map[string]func(*rapid.T), look func(*rapid.T)) map[string]func(*rapid.T) {
	names := slices.Sorted(maps.Keys(deeds))
	return map[string]func(*rapid.T){"": look, "do": func(t *rapid.T) { deeds[evenly(t, "deed", names...)](t) }}
}

// tried counts what was done in all rounds, and how much of it the store took: a shop at which nearly all is refused proves nothing.
type tried struct{ done, taken map[string]int }

func newTried() *tried { return &tried{map[string]int{}, map[string]int{}} }

func (d *tried) note(name string, err error) {
	d.done[name]++
	if err == nil {
		d.taken[name]++
	}
}

// least is empty where at least one in n of what was done was taken, and of each of the names something.
func (d *tried) least(n int, names ...string) string {
	done, taken := 0, 0
	for name := range d.done {
		done, taken = done+d.done[name], taken+d.taken[name]
	}
	never := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return d.taken[name] > 0 })
	if taken*n >= done && len(never) == 0 {
		return ""
	}
	return fmt.Sprintf("of %d deeds %d were taken, and never %q: %v of %v", done, taken, never, d.taken, d.done)
}
