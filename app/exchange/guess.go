package exchange

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"goodturn/models"
)

// columnNames are the names columns have in other programs: English, German, French, Spanish, Portuguese, Polish, Ukrainian. Those
// our own columns had before they were called otherwise stand here too.
var columnNames = map[Field]string{
	FieldName: `name, full name, customer, customer name, display name, contact, contact name, client, client name, file as, displayname,
		kunde, kundenname, anzeigename, speichern unter, ansprechpartner, nom complet, nom du client, nombre completo, cliente, nombre del cliente,
		nome completo, nome do cliente, imie i nazwisko, klient, nazwa klienta, nom et prenom, nombre y apellidos, vor und nachname,
		піб, прізвище та ім'я, ім'я та прізвище, клієнт, контакт`,
	FieldFirst:  "first name, given name, forename, firstname, vorname, prenom, nombre, nombre de pila, primeiro nome, nome, nome proprio, imie, givenname, ім'я",
	FieldMiddle: "middle name, additional name, weitere vornamen, deuxieme prenom, segundo nombre, segundo nome, nome do meio, drugie imie, по батькові",
	FieldLast: `last name, surname, family name, lastname, nachname, familienname, zuname, nom de famille, nom, apellido, apellidos, primer apellido,
		sobrenome, apelido, ultimo nome, nazwisko, familyname, прізвище`,
	FieldPreferred: "nickname, preferred name, known as, goes by, spitzname, rufname, surnom, apodo, alcunha, pseudonim, przezwisko",
	FieldCompany: `company, company name, organization name, organisation, organization, organization 1 name, firma, unternehmen, firmenname, societe, entreprise,
		empresa, compania, nombre de la empresa, organizacja, nazwa firmy, компанія, фірма, організація`,
	FieldPhone: `phone, phone number, telephone, tel, mobile, mobile phone, cell, cell phone, cellphone, mobile number, telephone number, contact number, fax, car phone,
		primary phone, other phone, main phone, pager, telefon, telefonnummer, rufnummer, mobiltelefon, handy, handynummer, mobil, mobilnummer, weiteres telefon, haupttelefon,
		autotelefon, telephone portable, portable, mobile tel, numero de telephone, telephone mobile, tel mobile, tel portable, telefono, numero de telefono, movil, telefono movil, celular,
		telefone, telemovel, numero de telefone, telefone celular, telefone movel, numer telefonu, telefon komorkowy, komorka, nr telefonu, telefon kom, phonenumber,
		телефон, номер телефону, мобільний, мобільний телефон, тел`,
	FieldEmail: `e mail, email, e mail address, email address, mail, e mail adresse, email adresse, emailadresse, mailadresse, adresse e mail, adresse de messagerie, courriel,
		adresse email, adresse mail, correo, correo electronico, direccion de correo electronico, direccion de correo, correo e, endereco de email, endereco de e mail,
		e mail adres, adres e mail, adres email, adres poczty elektronicznej, poczta, е-пошта, електронна пошта, ел. пошта, електронна адреса`,
	FieldAddress: `address, postal address, mailing address, full address, home address, formatted, adresse, anschrift, postanschrift, adresse postale, adresse complete, direccion,
		direccion postal, endereco, morada, endereco completo, adres, adres pocztowy, адреса, поштова адреса`,
	FieldStreet: `street, street address, address line, street name, strasse, strasse und hausnummer, strasse hausnummer, rue, adresse rue, voie, calle, direccion calle, rua,
		logradouro, ulica, ulica i numer, extended address, adresszusatz, complement d adresse, complement adresse, complemento, straat, вулиця`,
	FieldCity:    "city, town, locality, place, ort, stadt, wohnort, ville, localite, ciudad, poblacion, localidad, cidade, localidade, miasto, miejscowosc, місто, населений пункт",
	FieldRegion:  "state, region, county, province, state province, bundesland, kanton, dep region, departement, etat, provincia, estado, estado provincia, estado distrito, distrito, wojewodztwo, область",
	FieldZip:     "zip, zip code, postal code, postcode, post code, zip postal code, plz, postleitzahl, code postal, cp, codigo postal, cep, kod pocztowy, kod, індекс, поштовий індекс",
	FieldCountry: "country, country region, land, land region, pays, pays region, pais, pais region, pais o region, kraj, kraj region, країна",
	FieldBirthday: `birthday, date of birth, birth date, dob, birthdate, born, geburtstag, geburtsdatum, geb, geb datum, geboren, anniversaire, date de naissance, naissance, ne le,
		cumpleanos, fecha de nacimiento, nacimiento, aniversario, data de nascimento, nascimento, data de aniversario, urodziny, data urodzenia,
		день народження, дата народження`,
	FieldNote: `note, notes, memo, comment, comments, remarks, remark, remember, notiz, notizen, bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen, remarque, remarques,
		commentaire, commentaires, nota, notas, observaciones, comentarios, observacoes, anotacoes, uwagi, notatka, notatki, komentarz,
		примітка, примітки, нотатка, нотатки, коментар`,
	FieldNotedOn: "noted on",
	FieldStillOn: "still true on",
	FieldTags: `tags, tag, labels, label, groups, group, group membership, categories, category, keywords, customer group, customer groups, customer tags, kategorien, kategorie,
		gruppen, gruppe, gruppenzugehorigkeit, schlagworte, schlagworter, etiketten, etiquettes, etiquette, libelles, libelle, groupes, groupe, etiquetas, etiqueta, grupos, grupo,
		categorias, categoria, marcadores, etykiety, etykieta, grupy, grupa, tagi, znaczniki, мітки, мітка, теги, група, групи`,
	FieldSource: "source, how did you hear, how they found us, heard about us, acquisition source, herkunft, quelle, kundenquelle, origine, provenance, origen, procedencia, origem, zrodlo, creation source, джерело",
	FieldReferredBy: `referred by, brought by, recommended by, referrer, referral, empfohlen von, empfohlen durch, geworben von, recommande par, parraine par, parrain, referido por,
		recomendado por, indicado por, indicacao, polecony przez, z polecenia, polecil`,
	FieldVisits: `visits, total visits, visit count, number of visits, transaction count, transactions, orders count, total orders, number of orders, visits before this book,
		anzahl besuche, besuche, anzahl bestellungen, nombre de visites, visites, numero de visitas, visitas, liczba wizyt, wizyty`,
	FieldSpent: `total spend, total spent, spent, amount spent, lifetime value, lifetime spend, spent before this book, umsatz, gesamtumsatz, chiffre d affaires, total depense,
		total gastado, total gasto, suma zakupow`,
	FieldFirstSeen: `first visit, first purchase, first seen, first order, customer since, first seen before this book, erster besuch, erster einkauf, kunde seit, premiere visite,
		client depuis, primera visita, primeira visita, pierwsza wizyta`,
	FieldLastSeen: `last visit, last purchase, last seen, last order, last seen before this book, letzter besuch, letzter einkauf, derniere visite, ultima visita, ultima compra,
		ostatnia wizyta`,
	FieldReachBy: `likes to be reached, reach by, how to reach them, best way to reach, best way to contact, preferred contact, preferred contact method, preferred method of contact,
		preferred contact type, preferred communication, preferred communication method, preferred channel, contact preference, contact preferences, communication preference, contact method,
		contact by, contact via, bevorzugter kontakt, bevorzugter kontaktweg, bevorzugte kontaktart, bevorzugte kontaktaufnahme, kontaktart, kontaktweg, kontaktwunsch, erreichbar per,
		contact prefere, moyen de contact, moyen de contact prefere, mode de contact, mode de contact prefere, preference de contact, canal prefere, contacto preferido, medio de contacto,
		medio de contacto preferido, forma de contacto, forma de contacto preferida, metodo de contacto preferido, preferencia de contacto, contato preferido, forma de contato,
		forma de contato preferida, meio de contato preferido, meio de contacto preferido, preferencia de contato, preferowany kontakt, preferowana forma kontaktu,
		preferowany sposob kontaktu, forma kontaktu, sposob kontaktu`,
	FieldInvitedOn: "asked to recommend us on",
	FieldPutAwayOn: "put away on", FieldPutAwayWhy: "put away because",
	FieldNoPost:  "no post, no mail, do not mail, keine post",
	FieldNoPhone: "no phone, no calls, do not call, keine anrufe",
	FieldNoEmail: "no e mail, no email, do not email, keine e mail, email unsubscribed",
	FieldMayPost: `may we write, post ok, mail ok, post consent, post opt in, mail opt in, post erlaubt, darf post, courrier accepte, acepta correo postal`,
	FieldMayPhone: `may we call, may call, can we call, ok to call, call ok, calls ok, phone ok, phone consent, call consent, phone opt in, call opt in, anrufen erlaubt, anruf erlaubt,
		anrufe erlaubt, anruf ok, telefon erlaubt, darf angerufen werden, durfen wir anrufen, appel autorise, appels autorises, appels acceptes, peut on appeler, acepta llamadas,
		podemos llamar, permite llamadas`,
	FieldMayEmail: `may we e mail, may we email, email ok, e mail ok, email consent, e mail consent, email opt in, e mail opt in, email marketing consent, accepts email marketing,
		accepts marketing, marketing consent, marketing opt in, opt in, newsletter, newsletter opt in, newsletter consent, email subscribed, subscribed, e mail erlaubt, newsletter erlaubt,
		werbung erlaubt, einwilligung, lettre d information, infolettre, consentement, consentement marketing, boletin, acepta boletin, acepta publicidad, consentimiento`,
}

// kept are columns that are of use to nobody else: kept as a note with their name.
const kept = `reference id, loyalty points, points`

// places are the words that say which of several addresses or numbers a column is about, with the label they become.
var places = map[string]string{
	"home": "home", "privat": "home", "private": "home", "personal": "home", "domicile": "home", "personnel": "home", "personnelle": "home", "particular": "home", "casa": "home",
	"residencial": "home", "domowy": "home", "domowa": "home", "domowe": "home", "prywatny": "home", "dom": "home",
	"business": "work", "work": "work", "office": "work", "geschaftlich": "work", "dienstlich": "work", "buro": "work", "bureau": "work", "professionnel": "work", "professionnelle": "work",
	"trabajo": "work", "trabalho": "work", "comercial": "work", "sluzbowy": "work", "sluzbowa": "work", "praca": "work", "firmowy": "work",
	"other": "other", "weitere": "other", "autre": "other", "otro": "other", "otra": "other", "outro": "other", "outra": "other", "inny": "other", "billing": "billing", "shipping": "shipping",
}

// labelOf are the words of a column's name that become the label of its number.
var labelOf = map[string]string{"mobile": "mobile", "mobil": "mobile", "cell": "mobile", "cellphone": "mobile", "handy": "mobile", "handynummer": "mobile", "mobiltelefon": "mobile",
	"portable": "mobile", "movil": "mobile", "celular": "mobile", "telemovel": "mobile", "movel": "mobile", "komorkowy": "mobile", "komorka": "mobile", "mobilnummer": "mobile", "fax": "fax"}

// parts of the names of Google's columns, "Phone 1 - Value": what the number is about, and which part of it.
var labelFields = map[Field]Field{FieldPhone: FieldPhoneLabel, FieldEmail: FieldEmailLabel}

// names are the names of columns, as phraseOf gives them: our own, and columnNames, which count where both know one.
var names = sync.OnceValue(func() map[string]Field {
	all := ourNames()
	for field, list := range columnNames {
		for _, name := range strings.Split(list, ",") {
			all[phraseOf(name)] = field
		}
	}
	return all
})

// guessByName gives what a column of that name is about; FieldIgnore where the name is not known.
func guessByName(header string) Column { return guesser{names: names()}.column(header) }

// guesser knows the names of columns.
type guesser struct{ names map[string]Field }

// column gives what the name of a column says.
func (g guesser) column(header string) Column {
	words := wordsOf(header)
	phrase := strings.Join(words, " ")
	if isKept(phrase) {
		return Column{Field: FieldNote, Label: strings.TrimSpace(header)}
	}
	if field := g.names[phrase]; isEarlier(field) {
		return Column{Field: field, Label: strings.TrimSpace(header)}
	}
	if field, ok := g.names[phrase]; ok && (field != FieldAddress || phrase != "home address") {
		return Column{Field: field, Label: labelIn(words, field)}
	}
	return g.taken(words)
}

// taken takes the name apart: a number and a place say which of several it is, "label", "type" and "value" which
// part of it, and the rest what it is about.
func (g guesser) taken(words []string) Column {
	if column, ours := g.numbered(words); ours {
		return column
	}
	var core []string
	place, number, part := "", "", ""
	for i, word := range words {
		switch {
		case places[word] != "" && place == "":
			place = places[word]
		case isNumber(word):
			number = word
		case (word == "value" || word == "label" || word == "type") && i > 0 && i == len(words)-1:
			part = word
		default:
			core = append(core, word)
		}
	}
	field := g.names[strings.Join(core, " ")]
	if field == FieldIgnore && len(core) > 1 && (core[0] == "address" || core[0] == "adresse") { // Address 1 - City
		field = g.names[strings.Join(core[1:], " ")]
	}
	column := Column{Field: field, Group: strings.TrimSpace(place + " " + number), Label: labelIn(words, field)}
	switch {
	case isPart(field): // Home Street 2 goes on where Home Street ends; Address 2 - Street does not
		if core[0] != "address" {
			column.Group = place
		}
	case part == "label" || part == "type":
		column.Field = labelFields[field]
		column.Label = ""
	case part == "value":
		column.Label = ""
	}
	return column
}

// numbered knows our own names of columns that stand there several times.
func (g guesser) numbered(words []string) (column Column, ours bool) {
	at := slices.IndexFunc(words, isNumber)
	if at < 0 {
		return Column{}, false
	}
	field, ours := g.names[strings.Join(slices.Concat(words[:at], []string{anyNumber}, words[at+1:]), " ")]
	return Column{Field: field, Group: words[at]}, ours
}

// isEarlier tells whether the field is something an old program counted.
func isEarlier(field Field) bool {
	switch field {
	case FieldVisits, FieldSpent, FieldFirstSeen, FieldLastSeen:
		return true
	}
	return false
}

func isPart(field Field) bool {
	switch field {
	case FieldStreet, FieldCity, FieldRegion, FieldZip, FieldCountry:
		return true
	}
	return false
}

// labelIn gives the label for a number or address whose column has these words.
func labelIn(words []string, field Field) string {
	if field != FieldPhone && field != FieldEmail {
		return ""
	}
	place := ""
	for _, word := range words {
		if label := labelOf[word]; label != "" {
			return label
		}
		if place == "" && places[word] != "other" {
			place = places[word]
		}
	}
	return place
}

// anyNumber stands for the number in the name of a column that stands there several times.
const anyNumber = "#"

// phraseOf gives the words of a column's name with blanks between; {{.N}} is anyNumber.
func phraseOf(name string) string {
	before, after, numbered := strings.Cut(name, "{{.N}}")
	words := wordsOf(before)
	if numbered {
		words = slices.Concat(words, []string{anyNumber}, wordsOf(after))
	}
	return strings.Join(words, " ")
}

// wordsOf folds the name of a column and gives its words.
func wordsOf(header string) []string {
	return strings.FieldsFunc(models.Fold(header), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func isNumber(word string) bool { return len(word) <= 2 && strings.Trim(word, "0123456789") == "" }

func isKept(phrase string) bool {
	for _, name := range strings.Split(kept, ",") {
		if strings.Join(strings.Fields(name), " ") == phrase {
			return true
		}
	}
	return false
}
