package kit

import "goodturn/models"

// problem makes the error of a field that cannot be read; see models.Problem.
func problem(key string, args map[string]any) error {
	return models.Problem{Key: key, Args: args}
}

// problemIn gives the field and the sentence of an error that is the owner's to put right.
func problemIn(err error) (field, sentence string, ok bool) {
	p, ok := models.IsProblem(err)
	if !ok {
		return "", "", false
	}
	return p.Field, Sentence(p), true
}

// Sentence is what a problem says to the owner.
func Sentence(p models.Problem) string { return TMap("problem."+p.Key, p.Args) }

// InField names the field that a problem without one belongs to: a date or an amount
// that could not be read does not know in which form it stands.
func InField(field string, err error) error {
	p, ok := models.IsProblem(err)
	if !ok || p.Field != "" {
		return err
	}
	p.Field = field
	return p
}
