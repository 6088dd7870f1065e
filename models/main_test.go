package models_test

import (
	"os"
	"testing"

	"goodturn/models/modelstest"
)

// TestMain lets the test binary be the victim of a fault, where a test started it for that. Otherwise it keeps the
// random tests short: -rapid.checks and -rapid.steps draw more.
func TestMain(m *testing.M) {
	modelstest.RunVictim(deeds)
	modelstest.DrawTheSame(map[string]string{"rapid.checks": "25", "rapid.steps": "25"})
	os.Exit(m.Run())
}
