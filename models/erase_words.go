package models

import (
	"encoding/json"
	"strings"
)

// wordsIn gives the texts within JSON as somebody wrote them, one after the other: JSON itself writes a quotation
// mark, and Go's also an &, in another way, and who is looked for would not be found. What is no JSON is its own text.
func wordsIn(text string) string {
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return text
	}
	var words []string
	gather(value, &words)
	return strings.Join(words, " ")
}

// gather also looks into texts that are JSON again, as a draft keeps the form as it began.
func gather(value any, words *[]string) {
	switch v := value.(type) {
	case string:
		*words = append(*words, v)
		if strings.HasPrefix(v, "{") || strings.HasPrefix(v, "[") {
			*words = append(*words, wordsIn(v))
		}
	case []any:
		for _, part := range v {
			gather(part, words)
		}
	case map[string]any:
		for _, part := range v {
			gather(part, words)
		}
	}
}
