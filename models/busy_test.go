package models_test

import (
	"database/sql"
	"errors"
	"testing"

	"github.com/glebarez/sqlite"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A save that cannot be committed because another program reads on and on is a Problem, leaves nothing half,
// and is no obstacle to the next one.
func TestASaveThatMustWaitTooLong(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Ann Hughes", "")
	other, err := sql.Open(sqlite.DriverName, "file:"+store.Path()+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	reading, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	var n int
	if err := reading.QueryRow("SELECT count(*) FROM customer").Scan(&n); err != nil || n != 1 {
		t.Fatal(n, err)
	}

	var p models.Problem
	if err := store.SaveCustomer(&models.Customer{Name: "Peter Lowe"}); !errors.As(err, &p) || p.Key != "file.busy" {
		t.Errorf("the save gave %v", err)
	}
	if err := reading.Rollback(); err != nil {
		t.Fatal(err)
	}
	if n, err := store.CountCustomers(models.CustomersAll); err != nil || n != 1 {
		t.Errorf("%d customers after the save that failed, %v", n, err)
	}
	if err := store.SaveCustomer(&models.Customer{Name: "Peter Lowe"}); err != nil {
		t.Errorf("the next save gave %v", err)
	}
}
