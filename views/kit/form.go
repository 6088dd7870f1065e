package kit

import "goodturn/models"

// Form knows the fields of a form by the names that models.Problem uses, and shows
// each problem beside its field.
type Form struct {
	fields map[string]*Field
}

// NewForm makes a form without fields.
func NewForm() *Form { return &Form{fields: map[string]*Field{}} }

// Add names a field, in the dotted path of models.Problem, and gives it back.
func (f *Form) Add(name string, field *Field) *Field {
	f.fields[name] = field
	return field
}

// Remove forgets a field that is no longer shown.
func (f *Form) Remove(name string) { delete(f.fields, name) }

// Field gives a field by its name, or nil.
func (f *Form) Field(name string) *Field { return f.fields[name] }

// Clear takes every problem away.
func (f *Form) Clear() {
	for _, field := range f.fields {
		field.SetProblem("")
	}
}

// Show puts the sentence of a models.Problem beside its field, scrolls there and
// puts the cursor in; of several that were joined each stands beside its own, and the cursor is in the first. The problems shown before go. An error that is no problem, or
// that no field stands for, comes back for the caller to show; nil is all in order.
func (f *Form) Show(err error) (rest error) {
	f.Clear()
	name, sentence, ok := problemIn(err)
	if !ok {
		return err
	}
	field, ok := f.fields[name]
	if !ok {
		return err
	}
	for _, p := range models.Problems(err) {
		if other := f.fields[p.Field]; other != nil && other != field && other.Problem() == "" {
			other.SetProblem(Sentence(p))
		}
	}
	field.SetProblem(sentence)
	field.Focus()
	return nil
}
