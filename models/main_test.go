package models_test

import (
	"os"
	"runtime/debug"
	"testing"

	"goodturn/models/modelstest"
)

// TestMain lets the test binary be the victim of a fault, where a test started it for that. Otherwise it keeps the
// random tests short: -rapid.checks and -rapid.steps draw more.
func TestMain(m *testing.M) {
	modelstest.RunVictim(deeds)
	debug.SetGCPercent(400) // a thousand shops are opened and thrown away: a fifth of the time went into tidying up after them
	modelstest.DrawTheSame(map[string]string{"rapid.checks": "16", "rapid.steps": "25"})
	os.Exit(m.Run())
}
