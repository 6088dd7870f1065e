package models_test

import (
	"fmt"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The deeds in which a fault happens to the program. Each says what is done once the store has said so, as "saved"
// with the number of a visit or "done", and "refused" with the Problem's key of what the store did not do. After that
// it waits to be let go on, and tries the same once more.
var deeds = map[string]func(path string) error{
	"save": saveWithoutEnd,
	"save unsafely": func(path string) error {
		models.SetSetting("synchronous", "OFF", "0")
		return saveWithoutEnd(path)
	},
	"migrate": func(path string) error { return once(func() error { return openAndClose(path) }) },
}

// saveWithoutEnd saves visits with all that can go with one.
func saveWithoutEnd(path string) error {
	var store *models.Store
	err := untilDone("", func() (err error) {
		store, err = models.Open(path, models.Create())
		return err
	})
	if err == nil {
		err = untilDone("", func() error { return firstPeople(store) })
	}
	for err == nil {
		e := wholeVisit(store, 1, 1)
		err = untilDone("", func() error { return store.SaveVisit(e) })
		fmt.Println("saved", e.Visit.ID)
	}
	return err
}

// firstPeople sees to it that wholeVisit has its referrer and its specialist.
func firstPeople(store *models.Store) error {
	if n, err := store.Counts(); err != nil || n["specialist"] > 0 {
		return err
	}
	if err := store.SaveCustomer(&models.Customer{Name: "Ann"}); err != nil {
		return err
	}
	return store.SaveSpecialist(&models.Specialist{Name: "Spoke Works", Trades: "wheels"})
}

func openAndClose(path string, opts ...models.Option) error {
	store, err := models.Open(path, opts...)
	if err != nil {
		return err
	}
	return store.Close()
}

// once does one thing, and waits for what comes.
func once(do func() error) error {
	fmt.Println("begins")
	if err := untilDone("done", do); err != nil {
		return err
	}
	return modelstest.Await()
}

// untilDone tries until it is done, and says that it was refused, and why, and that it is done.
func untilDone(done string, do func() error) error {
	for {
		err := do()
		if err == nil {
			if done != "" {
				fmt.Println(done)
			}
			return nil
		}
		p, told := models.IsProblem(err)
		if !told {
			p.Key = "without a word: " + err.Error()
		}
		fmt.Println("refused", p.Key)
		if err := modelstest.Await(); err != nil {
			return err
		}
	}
}
