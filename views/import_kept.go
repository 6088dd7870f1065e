package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// keptContent is a row that says otherwise than the card it fills in.
func (s *importScreen) keptContent(issue models.ImportIssue) kit.RowContent {
	content := kit.RowContent{Title: kit.RichT("import.issue", "Name", issueName(issue), "Line", kit.Count(issue.Line)),
		Second: kit.RichT("changes.second", "Changes", keptSentence(issue.Problem))}
	if choice := s.choiceAt(issue.Line); choice != models.ImportFill {
		content.Badges = []kit.BadgeText{{Text: kit.T("import.choice." + string(choice)), Tone: kit.TonePlain}}
	}
	return content
}

// choiceAt is what will be done with the row that begins in the line.
func (s *importScreen) choiceAt(line int) models.ImportChoice {
	for _, m := range s.trial.Matches {
		if m.Line == line {
			return s.choiceFor(m)
		}
	}
	return models.ImportFill
}

// keptSentence says what the card keeps, days and ways to reach somebody as people write them.
func keptSentence(err error) string {
	p, ok := models.IsProblem(err)
	words := keptWords[p.Field]
	if card, both := p.Args["Card"].(string); ok && both && words != nil {
		file, _ := p.Args["File"].(string)
		p.Args = map[string]any{"Card": words(card), "File": words(file)}
		return sentenceOf(p)
	}
	return sentenceOf(err)
}

// keptWords write the values of a field as people read them.
var keptWords = map[string]func(string) string{
	"birthday": kit.BirthdayText, "invitedOn": kit.BirthdayText,
	"reachBy": func(by string) string { return reachByWord(models.ReachBy(by)) },
}

// linesOf counts the rows that the issues are about.
func linesOf(issues []models.ImportIssue) int {
	lines := map[int]bool{}
	for _, issue := range issues {
		lines[issue.Line] = true
	}
	return len(lines)
}

// notStored are the issues of the rows that were not stored.
func notStored(issues []models.ImportIssue) (rows []models.ImportIssue) {
	for _, issue := range issues {
		if !issue.Stored {
			rows = append(rows, issue)
		}
	}
	return rows
}

// unclear are the issues of the rows that were stored without a part of what they say.
func unclear(issues []models.ImportIssue) (rows []models.ImportIssue) {
	for _, issue := range issues {
		if issue.Stored {
			rows = append(rows, issue)
		}
	}
	return rows
}

// namesStrangers tells whether a row names somebody who is not in the book as who sent them: they can be added.
func namesStrangers(issues []models.ImportIssue) bool {
	for _, issue := range issues {
		if p, ok := models.IsProblem(issue.Problem); ok && p.Key == "import.referrerUnknown" {
			return true
		}
	}
	return false
}
