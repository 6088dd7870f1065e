package models

// outSorting are the owner's own ways to sort the book. Photos are no part of the folder: a picture is no line of a list.
func outSorting() []OutTable {
	return []OutTable{
		{"tag", "the owner's own words that customers are sorted by", []OutColumn{text("id", "t.id", rowNumber), text("name", "t.name", "the word")}, "tag t", ""},
		{"customer_tag", "which customers have which tag", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "who: a row of customer"), text("tag", "g.name", "the tag")},
			"customer_tag t JOIN tag g ON g.id = t.tag_id", "t.customer_id = @id"},
		{"saved_list", "the owner's lists of customers", []OutColumn{
			text("id", "t.id", rowNumber), text("name", "t.name", "what it is called"), text("filter", "t.filter", "who is in it, as JSON")}, "saved_list t", ""},
		{"not_same", "pairs of customers who are alike and are two people", []OutColumn{
			text("id", "t.id", rowNumber), text("low", "t.low", "one of them: a row of customer"), text("high", "t.high", "the other: a row of customer")},
			"not_same t", "@id IN (t.low, t.high)"},
	}
}
