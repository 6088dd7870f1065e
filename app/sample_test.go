package app

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"goodturn/assets"
	"goodturn/models"
	"goodturn/models/sample"
)

// The sample shop is told in another language from one end to the other: every text it has is a text of the translations, and none
// of those is left over.
func TestTheSampleShopSpeaks(t *testing.T) {
	file, err := assets.Translations.ReadFile("translations/en/told.json")
	english, told := map[string]string{}, map[string]bool{}
	if err != nil || json.Unmarshal(file, &english) != nil {
		t.Fatal("the texts of the sample cannot be read", err)
	}
	say, err := sampleWords("de")
	if err != nil {
		t.Fatal(err)
	}
	asked := func(text string) string {
		told["told."+text] = true
		if english["told."+text] != text {
			t.Errorf("%q is no text", text)
		}
		return say(text)
	}
	path, now := filepath.Join(t.TempDir(), "shop.goodturn"), time.Date(2027, time.March, 2, 19, 0, 0, 0, time.UTC)
	if err := sample.Write(t.Context(), path, now, asked, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	for _, key := range slices.Sorted(maps.Keys(english)) {
		if !told[key] {
			t.Errorf("%s is said nowhere", key)
		}
	}
	store, err := models.Open(path, models.WithClock(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	shop, err := store.Shop()
	if err != nil || shop.Name != "Hafenrad" || shop.Currency != "EUR" {
		t.Errorf("the shop is %+v, %v", shop, err)
	}
	rows, _, err := store.Customers(models.CustomerFilter{Limit: 100})
	if err != nil || !slices.ContainsFunc(rows, func(c models.CustomerRow) bool { return strings.HasPrefix(c.Name, "Anna Hansen") }) {
		t.Errorf("the customers are %+v, %v", rows, err)
	}
}
