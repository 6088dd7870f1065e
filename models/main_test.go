package models_test

import (
	"flag"
	"os"
	"testing"

	"goodturn/models/modelstest"
)

// TestMain lets the test binary be the victim of a fault, where a test started it for that. Otherwise it keeps the
// random tests short, and draws the same each time, so that a change is red for what it changed: -rapid.seed 0 draws anew, and
// -rapid.checks and -rapid.steps draw more.
func TestMain(m *testing.M) {
	modelstest.RunVictim(deeds)
	flag.Parse()
	asked := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { asked[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": "25", "rapid.steps": "25", "rapid.seed": "20261129"} {
		if asked[name] {
			continue
		}
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
