package models_test

import (
	"errors"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Nobody is greeted or called back who is nobody.
func TestNobodyIsGreeted(t *testing.T) {
	store, _ := modelstest.New(t)
	for name, err := range map[string]error{
		"greeted":     store.Greeted(0, "hello", models.SnoozeNotSeen),
		"called back": store.CallBack(0, models.LeaveCause{Reason: models.LeaveDrifting}, "2026-12-24", "so"),
	} {
		if !errors.Is(err, models.ErrNotFound) {
			t.Errorf("nobody is %s: %v", name, err)
		}
	}
}
