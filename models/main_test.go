package models_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets the test binary be its own victim: with childEnv set it is a program that saves visits until it is
// killed. Otherwise it keeps the random tests short, unless a flag asks for more.
func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		os.Exit(saveUntilKilled(path))
	}
	flag.Parse()
	asked := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { asked[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": "25", "rapid.steps": "25"} {
		if asked[name] {
			continue
		}
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
