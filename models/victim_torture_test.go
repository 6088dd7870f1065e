package models_test

import (
	"fmt"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// deeds are what the program does while a fault happens to it. What was saved is said once the store has said so, as
// "saved" with the number of the visit.
var deeds = map[string]func(path string) error{
	"save": saveWithoutEnd,
	"save unsafely": func(path string) error {
		models.SetSetting("synchronous", "OFF", "0")
		return saveWithoutEnd(path)
	},
	"rescue":  func(path string) error { return modelstest.Once(func() error { return rescueBeside(path) }) },
	"erase":   func(path string) error { return modelstest.Once(func() error { return eraseSecond(path) }) },
	"import":  func(path string) error { return modelstest.Once(func() error { return importGuests(path) }) },
	"migrate": func(path string) error { return modelstest.Once(func() error { return openAndClose(path) }) },
}

// saveWithoutEnd saves visits with all that can go with one.
func saveWithoutEnd(path string) error {
	var store *models.Store
	err := modelstest.UntilDone("", func() (err error) {
		store, err = models.Open(path, models.Create())
		return err
	})
	if err == nil {
		err = modelstest.UntilDone("", func() error { return firstPeople(store) })
	}
	for err == nil {
		e := wholeVisit(store, 1, 1)
		err = modelstest.UntilDone("", func() error { return store.SaveVisit(e) })
		fmt.Println("saved", e.Visit.ID)
	}
	return err
}

// firstPeople sees to it that wholeVisit has its referrer and its specialist.
func firstPeople(store *models.Store) error {
	n, err := store.Counts()
	if err == nil && n["customer"] == 0 {
		err = store.SaveCustomer(&models.Customer{Name: "Ann"})
	}
	if err == nil && n["specialist"] == 0 {
		err = store.SaveSpecialist(&models.Specialist{Name: "Spoke Works", Trades: "wheels"})
	}
	return err
}

func openAndClose(path string, opts ...models.Option) error {
	store, err := models.Open(path, opts...)
	if err != nil {
		return err
	}
	return store.Close()
}
