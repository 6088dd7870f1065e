package modelstest_test

import (
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A shop of the tests is as the program makes one, but for its name inside, which is never that of another.
func TestAFreshShopIsAsTheProgramMakesOne(t *testing.T) {
	clock := modelstest.NewClock()
	byProgram := filepath.Join(t.TempDir(), "shop.goodturn")
	store, err := models.Open(byProgram, models.Create(), models.WithClock(clock.Now))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	made, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{made.UID: true}
	for range 2 {
		fresh, err := modelstest.Open(t, filepath.Join(t.TempDir(), "shop.goodturn"), clock).Shop()
		if err != nil {
			t.Fatal(err)
		}
		if len(fresh.UID) != len(made.UID) || seen[fresh.UID] {
			t.Errorf("a second shop is named %q inside, after %v", fresh.UID, seen)
		}
		seen[fresh.UID] = true
		fresh.UID, fresh.CreatedAt = made.UID, made.CreatedAt
		if fresh != made {
			t.Errorf("a fresh shop is %+v, the program makes %+v", fresh, made)
		}
	}
}
