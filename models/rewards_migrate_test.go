package models_test

import (
	"strings"
	"testing"

	"goodturn/models/modelstest"
)

// Rewards that were noted before they were tracked are tracked from then on: what went with a thank-you that was said was given.
func TestRewardsOfBeforeAreTracked(t *testing.T) {
	path, _ := fixtureOf(t, 6)
	do(t, another(t, path), "UPDATE thank_you SET reward = 'a bottle' WHERE id IN (2, 4)", "UPDATE thank_you SET cost = 900 WHERE id = 1")
	store := modelstest.Open(t, path, modelstest.NewClock())
	got := strings.Join(lines(t, raw(t, store.Path()), "SELECT id, state, reward_kind, given_on FROM thank_you ORDER BY id"), "\n")
	want := "1 \"printed\" \"gift\" \"\"\n2 \"thanked\" \"gift\" \"2026-12-18\"\n3 \"waived\" \"\" \"\"\n4 \"owed\" \"gift\" \"\""
	if got != want {
		t.Errorf("tracked are\n%s\nwant\n%s", got, want)
	}
	checkRules(t, path)
}
