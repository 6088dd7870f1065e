package models_test

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"math/rand/v2"

	"goodturn/models"
)

// typed is what owners type to find somebody: parts of names, of more than one script, and of numbers.
var typed = []string{"ann hu", "müller", "jen patel", "0171 555", "sofía g", "王芳", "okafor", "lighthouse close 4", "Шевченко", "mercian"}

// wanted is what they type to find a thing.
var wanted = []string{"saddle", "inner tube", "tyre 28", "brake", "full service"}

// slipped is the same in a hurry.
var slipped = []string{"sadlde", "iner tubr", "tyer 28", "brkae", "full sevrice"}

// findFigures are what each key press in a search field asks for.
var findFigures = []figure{
	{name: "typing into the customers' list", target: oneFrame, do: eachKey(typed, func(s *shop, text string) error {
		_, _, err := s.Customers(models.CustomerFilter{Text: text, Limit: 50})
		return err
	})},
	{name: "why a screenful of rows is found", target: oneFrame, do: whyRows},
	{name: "a word of two letters in all that was said (beside the window)", do: saidInShort},
	{name: "photos of a screenful of rows", target: oneFrame, writes: true, do: photosOfRows(false)},
	{name: "photos of a screenful of rows, drawn out (beside the window)", writes: true, do: photosOfRows(true)},
	{name: "(the same by LIKE: customers' list)", do: byLike(typed, likeCustomers)},
	{name: "typing into the search box", target: oneFrame, do: eachKey(typed, func(s *shop, text string) error {
		_, err := s.Search(text, 8)
		return err
	})},
	{name: "(the same by LIKE: search box)", do: byLike(typed, likeCustomers, likeItems, likeNotes)},
	{name: "typing a customer into a visit", target: oneFrame, do: eachKey(typed, func(s *shop, text string) error {
		_, err := s.FindCustomers(text, 8)
		return err
	})},
	{name: "(the same by LIKE: customer into a visit)", do: byLike(typed, likeCustomers)},
	{name: "typing into a group of customers", target: oneFrame, do: eachKey(typed, func(s *shop, text string) error {
		_, _, err := s.Customers(models.CustomerFilter{Text: text, Set: models.CustomersToThank, Limit: 50})
		return err
	})},
	{name: "(the same by LIKE: group of customers)", do: byLike(typed, likeGroup)},
	{name: "typing a thing into a visit", target: oneFrame, do: eachKey(wanted, findThing)},
	{name: "typing a thing with a slip into a visit", target: oneFrame, do: eachKey(slipped, findThing)},
	{name: "what worked before, while a thing is typed", target: oneFrame, do: eachKey(wanted, func(s *shop, text string) error {
		_, err := s.WorkedBefore(text, 6)
		return err
	})},
	{name: "(the same by LIKE: thing into a visit)", do: byLike(wanted, likeItems)},
	{name: "who somebody new may be", target: oneFrame, do: eachKey(typed, func(s *shop, text string) error {
		_, err := s.Similar(&models.Customer{Name: text}, 3)
		return err
	})},
	{name: "a filtered list of customers, one page", target: oneFrame, do: filteredPage},
	{name: "a filtered list of customers, its last page", target: oneFrame, do: filteredEnd},
	{name: "customers by who was here last, a page deep down", target: oneFrame, do: func(w *stopwatch, s *shop) {
		offset := s.random.IntN(s.customers(w))
		w.time(func() error {
			_, _, err := s.Customers(models.CustomerFilter{Sort: models.OrderSeen, Offset: offset, Limit: 50})
			return err
		})
	}},
	{name: "all counts of the filters", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, err := s.CustomerCounts(models.CustomerFilter{}); return err })
	}},
	{name: "likely duplicates", do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, _, err := s.Duplicates(50, 0); return err })
	}},
}

// hardFilter asks of everybody all that can only be told by looking at them.
var hardFilter = models.CustomerFilter{Rungs: []models.Rung{models.RungLoyal, models.RungRepeat}, Activities: []models.Activity{models.ActivityDrifting},
	May: []models.Permission{models.PermitPost}, Sort: models.OrderSpent, Limit: 50}

func filteredPage(w *stopwatch, s *shop) {
	w.time(func() error { _, _, err := s.Customers(hardFilter); return err })
}

func filteredEnd(w *stopwatch, s *shop) {
	_, n, err := s.Customers(hardFilter)
	if err != nil {
		w.b.Fatal(err)
	}
	f := hardFilter
	f.Offset = max(0, n-50)
	w.time(func() error { _, _, err := s.Customers(f); return err })
}

// screenful is how many rows of the list are drawn at once, each of which asks for its photo and why it was found.
const screenful = 14

// whyRows asks why a text finds the rows in view, as the list does while one types.
func whyRows(w *stopwatch, s *shop) {
	s.round++
	text := typed[s.round%len(typed)]
	rows, _, err := s.Customers(models.CustomerFilter{Text: text, Limit: screenful})
	w.must(err)
	w.time(func() error { _, err := s.WhyFound(rows, text); return err })
}

// saidInShort looks for what nobody said, which takes longest.
func saidInShort(w *stopwatch, s *shop) {
	w.time(func() error { _, err := s.FindSaid(context.Background(), "zq"); return err })
}

// photosOfRows reads the photos of a screenful of people who all have one, as large as it may be, or draws them out as well.
func photosOfRows(drawn bool) func(*stopwatch, *shop) {
	return func(w *stopwatch, s *shop) {
		rows, _, err := s.Customers(models.CustomerFilter{Limit: screenful})
		w.must(err)
		if s.round++; s.round == 1 {
			for _, row := range rows {
				w.must(s.SetPhoto(row.ID, portrait(w)))
			}
		}
		w.time(func() error { return readPhotos(s, rows, drawn) })
	}
}

func readPhotos(s *shop, rows []models.CustomerRow, drawn bool) error {
	for _, row := range rows {
		file, err := s.Photo(row.ID)
		if err == nil && drawn {
			_, _, err = image.Decode(bytes.NewReader(file))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// portrait is a photo with as much in it as a face before a wall of books.
func portrait(w *stopwatch) []byte {
	picture := image.NewRGBA(image.Rect(0, 0, models.PhotoEdge, models.PhotoEdge))
	random := rand.New(rand.NewPCG(1, 2))
	for i := range picture.Pix {
		picture.Pix[i] = byte(i/97) + byte(random.IntN(32))
	}
	var file bytes.Buffer
	w.must(jpeg.Encode(&file, picture, &jpeg.Options{Quality: 85}))
	return file.Bytes()
}

// customers is how many there are.
func (s *shop) customers(w *stopwatch) int {
	n, err := s.CountCustomers(models.CustomersAll)
	if err != nil {
		w.b.Fatal(err)
	}
	return n
}

// eachKey types one of the texts in each round and times every key press.
func eachKey(texts []string, find func(s *shop, text string) error) func(*stopwatch, *shop) {
	return func(w *stopwatch, s *shop) {
		s.round++
		letters := []rune(texts[s.round%len(texts)])
		for i := range letters {
			w.time(func() error { return find(s, string(letters[:i+1])) })
		}
	}
}

// What one would write without an index, for text in ?1.
const (
	likeCustomers = `SELECT c.id FROM customer c WHERE c.deleted_at = 0 AND c.state = 'active' AND ` + likeCard + ` ORDER BY c.name LIMIT 50`
	likeGroup     = `SELECT c.id FROM customer c WHERE c.deleted_at = 0 AND c.state = 'active' AND c.id IN (SELECT customer_id FROM thank_you WHERE state IN ('owed', 'printed')) AND ` +
		likeCard + ` ORDER BY c.name LIMIT 50`
	likeCard = `(c.name LIKE ?1 OR c.address LIKE ?1 OR EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = c.id AND k.value LIKE ?1)
		OR EXISTS (SELECT 1 FROM remember r WHERE r.customer_id = c.id AND r.text LIKE ?1))`
	likeItems = `SELECT i.id FROM item i WHERE i.deleted_at = 0 AND i.name LIKE ?1 ORDER BY i.name LIMIT 8`
	likeNotes = `SELECT v.id FROM visit v WHERE v.deleted_at = 0 AND (v.note LIKE ?1 OR v.extra LIKE ?1
		OR EXISTS (SELECT 1 FROM request r WHERE r.visit_id = v.id AND r.their_words LIKE ?1)) ORDER BY v.at DESC LIMIT 8`
)

// byLike scans for the same texts: the measure of what the index is worth. One key press of each, for it takes long.
func byLike(texts []string, queries ...string) func(*stopwatch, *shop) {
	return func(w *stopwatch, s *shop) {
		db := plain(w.b, s.path)
		defer db.Close()
		s.round++
		letters := []rune(texts[s.round%len(texts)])
		text := string(letters[:1+s.round/len(texts)%len(letters)])
		w.time(func() error {
			for _, query := range queries {
				idsOf[models.CustomerID](w.b, db, query, "%"+text+"%")
			}
			return nil
		})
	}
}

func findThing(s *shop, text string) error {
	_, err := s.FindItems(text, 8)
	return err
}
