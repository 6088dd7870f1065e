package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// ofCountry makes a shop that has no name yet one of the computer's country: its money, and its paper. Where the computer names no
// country it stays as it is.
func ofCountry(shop *models.Shop, locale string) {
	code, symbol, decimals, ok := kit.MoneyOf(locale)
	if !ok || shop.Name != "" {
		return
	}
	shop.Currency, shop.Symbol, shop.Decimals = code, symbol, decimals
	shop.Paper = models.Paper(kit.PaperOf(locale))
}

// firstSources are the ways customers find a shop that stand in a new shop file, by the names it is made with.
var firstSources = map[string]string{"A friend": "sources.friend", "Walking past": "sources.passing", "Internet search": "sources.search", "Advert": "sources.advert"}

// nameSources calls what stands in a new shop file as the language does: from now on they are the owner's words.
func nameSources(store *models.Store) error {
	sources, err := store.Sources()
	if err != nil {
		return err
	}
	for _, source := range sources {
		key, ours := firstSources[source.Name]
		if name := kit.T(key); ours && name != source.Name {
			source.Name = name
			if err := store.SaveSource(&source); err != nil {
				return err
			}
		}
	}
	return nil
}
