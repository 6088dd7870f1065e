package exchange

import (
	"slices"
	"strings"

	"goodturn/models"
)

// reachWords are the words that tell one way from the others, folded: English, German, French, Spanish, Portuguese, Polish. "mail"
// alone is a letter to some and an e-mail to others, and a text message is no call: neither stands here.
var reachWords = map[models.ReachBy]string{
	models.LikesPhone: `phone telephone tel call calls calling ring mobile cell cellphone telefon telefonisch anruf anrufe anrufen handy appel telephonique portable telefono llamada llamadas
		movil celular telefone telemovel ligacao telefoniczny telefonicznie komorka`,
	models.LikesEmail:  "email emails courriel mailowo mailem",
	models.LikesPost:   "post letter letters postal brief briefpost postweg courrier poste lettre carta cartas list listownie listem",
	models.LikesPerson: "person personally persona pessoa personlich personne personalmente pessoalmente osobiscie here visit visits store counter laden tienda loja boutique",
	models.LikesAny:    "any anything anyhow either none no unknown all both preference preferences unspecified egal beliebig alle keine indifferent aucune aucun cualquiera ninguna qualquer nenhuma dowolny brak",
}

// reachPairs are words that belong together, or are an e-mail beside another word, with the one they stand for.
var reachPairs = strings.NewReplacer(" e mail ", " email ", " per mail ", " email ", " par mail ", " email ", " via mail ", " email ", " correo electronico ", " email ",
	" poczta elektroniczna ", " email ", " e mails ", " email ", " postal mail ", " post ", " post mail ", " post ", " direct mail ", " post ")

// negations turn what stands beside them around: what somebody does not like is not how to reach them.
var negations = []string{"not", "never", "dont", "don", "nicht", "kein", "nie", "pas", "jamais", "nunca", "nao", "except", "ausser", "sauf"}

// longestReach is how many words may say it. More are a sentence, which says more than that.
const longestReach = 6

// readReach reads how somebody likes to be reached. It is not ok where that is none of our ways, or more than one of them.
func readReach(text string) (by models.ReachBy, ok bool) {
	if by, ours := ourReach()[models.Fold(text)]; ours {
		return by, true
	}
	words := strings.Fields(reachPairs.Replace(" " + strings.Join(wordsOf(text), " ") + " "))
	if len(words) > longestReach || slices.ContainsFunc(words, func(word string) bool { return slices.Contains(negations, word) }) {
		return models.LikesAny, false
	}
	found := map[models.ReachBy]bool{}
	for way, list := range reachWords {
		known := strings.Fields(list)
		found[way] = slices.ContainsFunc(words, func(word string) bool { return slices.Contains(known, word) })
	}
	for _, way := range models.ReachBys {
		if way != models.LikesAny && found[way] {
			if ok || found[models.LikesAny] {
				return models.LikesAny, false
			}
			by, ok = way, true
		}
	}
	return by, ok || found[models.LikesAny]
}

// addReach takes in how somebody likes to be reached. What is none of our ways is remembered as it stands, and told of.
func addReach(row *Row, person *models.ImportRow, text string) {
	by, ok := readReach(text)
	if !ok && saysSomething(text) {
		row.doubt(person, unread{"note.reachBy", text}, "reachBy", "import.reachBy")
		return
	}
	if person.Customer.ReachBy == models.LikesAny {
		person.Customer.ReachBy = by
	}
}

// addInvited takes in the day on which somebody was asked to recommend the shop. What is no day is remembered, so that nobody
// asks them again.
func addInvited(row *Row, person *models.ImportRow, text string, day models.Day) {
	switch {
	case day != "" && day.Valid():
		person.Customer.InvitedOn = models.Day(first(string(person.Customer.InvitedOn), string(day)))
	case saysSomething(text) && isYes(text):
		row.doubt(person, unread{"note.invitedOn", text}, "invitedOn", "import.birthday")
	}
}
