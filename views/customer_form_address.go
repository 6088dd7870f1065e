package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// addressFields are the postal address, in the order of its country, and the country where it is not the shop's.
type addressFields struct {
	form    *customerForm
	object  *fyne.Container
	address *kit.Entry
	country *kit.Picker
	abroad  *kit.Button // asks for the country
	where   *kit.Field
	own     addressOrder // of the shop's own country
}

func newAddressFields(f *customerForm) *addressFields {
	a := &addressFields{form: f, address: kit.NewArea("", 4), country: kit.NewPicker(offerCountries)}
	a.address.SetText(f.shown.Address)
	also(&a.address.OnChanged, f.changed)
	a.country.FreeText = true
	a.country.SetText(f.shown.Country)
	a.country.OnTyped = func(string) { a.onCountry() }
	a.country.OnChosen = func(kit.Option) { a.onCountry() }
	a.country.OnCleared = a.onCountry
	a.where = f.field("country", a.country)
	a.abroad = kit.NewButton(kit.T("card.form.abroad"), a.onAbroad).Link().Small()
	a.where.Hidden = f.shown.Country == ""
	a.abroad.Hidden = f.shown.Country != ""
	if shop, err := f.w.store().Shop(); err == nil {
		a.own = orderOfCurrency(shop.Currency)
	}
	a.object = kit.VStack(2, f.field("address", a.address), kit.HStack(0, a.abroad), a.where)
	a.hint()
	return a
}

func (a *addressFields) onCountry() {
	a.hint()
	a.form.changed()
}

// hint says in the empty field in which order the lines are written there.
func (a *addressFields) hint() {
	order := a.own
	if country := a.country.Text(); country != "" {
		order = orderOf(country)
	}
	a.address.SetPlaceHolder(kit.T("card.address." + string(order)))
}

func (a *addressFields) onAbroad() {
	a.where.Show()
	a.abroad.Hide()
	a.form.refit()
	a.form.w.canvas().Focus(a.country.FocusTarget())
}

func (a *addressFields) read(c *models.Customer) {
	c.Address, c.Country = a.address.Text, a.country.Text()
}

// addressOrder is the order in which the lines of an address are written.
type addressOrder string

// The orders.
const (
	orderCodeTown   addressOrder = "codeTown"   // street, postcode and town: most of Europe
	orderTownCode   addressOrder = "townCode"   // street, town, postcode, each on its line: the British Isles
	orderTownState  addressOrder = "townState"  // street, town with state and postcode: North America, Australia
	orderCityCode   addressOrder = "cityCode"   // street, city with postcode behind: India and others
	orderLargeFirst addressOrder = "largeFirst" // postcode, town, street, in its own script: East Asia
	orderAny        addressOrder = "any"
)

// country is a country as the form knows it: by its code, after which its name stands among the words.
type country struct {
	code  string
	order addressOrder
	also  string // other names people write, folded, with commas between
}

// countries are those whose order of lines is known, from the addressing guides of the Universal Postal Union.
var countries = []country{
	{"ar", orderCodeTown, ""}, {"au", orderTownState, ""}, {"at", orderCodeTown, "osterreich,autriche"}, {"be", orderCodeTown, "belgie,belgique,belgien"},
	{"br", orderTownState, "brasil,brasilien"}, {"ca", orderTownState, "kanada"}, {"cl", orderCodeTown, ""}, {"cn", orderLargeFirst, "中国"},
	{"cz", orderCodeTown, "cesko,tschechien"}, {"dk", orderCodeTown, "danmark,danemark"}, {"fi", orderCodeTown, "suomi,finnland"},
	{"fr", orderCodeTown, "frankreich"}, {"de", orderCodeTown, "deutschland,allemagne,alemania"}, {"gr", orderCodeTown, "griechenland,ελλαδα"},
	{"hk", orderAny, "香港"}, {"hu", orderCodeTown, "magyarorszag,ungarn"}, {"in", orderCityCode, "bharat"}, {"ie", orderTownCode, "eire,irland"},
	{"il", orderCodeTown, "ישראל"}, {"it", orderCodeTown, "italia,italien,italie"}, {"jp", orderLargeFirst, "日本"}, {"kr", orderLargeFirst, "korea,대한민국"},
	{"lu", orderCodeTown, "luxemburg"}, {"mx", orderCodeTown, "mexiko"}, {"nl", orderCodeTown, "nederland,holland,niederlande,pays-bas"},
	{"nz", orderCityCode, "neuseeland"}, {"no", orderCodeTown, "norge,norwegen"}, {"pl", orderCodeTown, "polska,polen"},
	{"pt", orderCodeTown, ""}, {"ro", orderCodeTown, "rumanien"}, {"ru", orderTownCode, "россия,russland"}, {"sg", orderCityCode, "singapur"},
	{"sk", orderCodeTown, "slovensko,slowakei"}, {"za", orderTownCode, "sudafrika"}, {"es", orderCodeTown, "espana,spanien,espagne"},
	{"se", orderCodeTown, "sverige,schweden"}, {"ch", orderCodeTown, "schweiz,suisse,svizzera"}, {"tr", orderCodeTown, "turkiye,turkei,turkey"},
	{"ua", orderTownCode, "украина"}, {"gb", orderTownCode, "uk,great britain,england,scotland,wales,grossbritannien"},
	{"us", orderTownState, "usa,united states of america,vereinigte staaten"},
}

func (c country) name() string { return kit.T("country." + c.code) }

// orderOf gives the order of a country by its name, in English or its own language, or by its code.
func orderOf(name string) addressOrder {
	folded := models.Fold(name)
	for _, c := range countries {
		if folded == c.code || folded == models.Fold(c.name()) {
			return c.order
		}
		for also := range strings.SplitSeq(c.also, ",") {
			if also != "" && folded == models.Fold(also) {
				return c.order
			}
		}
	}
	return orderAny
}

// orderOfCurrency guesses the order of the shop's own country by the money it takes.
func orderOfCurrency(code string) addressOrder {
	if code == "EUR" {
		return orderCodeTown
	}
	if len(code) == 3 {
		for _, c := range countries {
			if strings.EqualFold(c.code, code[:2]) {
				return c.order
			}
		}
	}
	return orderAny
}

// offerCountries gives the countries whose name begins with the text, or holds a word that does.
func offerCountries(text string) (options []kit.Option) {
	folded := models.Fold(text)
	for _, c := range countries {
		if strings.HasPrefix(c.also, folded) || strings.Contains(" "+models.Fold(c.name()), " "+folded) || strings.Contains(","+c.also, ","+folded) {
			options = append(options, kit.Option{Title: c.name()})
		}
	}
	return options
}
