package paper

import (
	"os"
	"testing"

	"goodturn/models/modelstest"
)

func TestMain(m *testing.M) {
	modelstest.DrawTheSame(nil)
	os.Exit(m.Run())
}
