package models

// outSorting are the owner's own ways to sort the book. Photos are no line of a list: see ShopExport.Photos.
func outSorting() []OutTable {
	return []OutTable{
		{"tag", "the owner's own words that customers are sorted by", []OutColumn{text("id", "t.id", rowNumber), text("name", "t.name", "the word")}, "tag t", ""},
		{"customer_tag", "which customers have which tag", []OutColumn{
			text("id", "t.id", rowNumber), text("customer_id", "t.customer_id", "who: a row of customer"), text("tag", "g.name", "the tag")},
			"customer_tag t JOIN tag g ON g.id = t.tag_id", "t.customer_id = @id"},
		{"saved_list", "the owner's lists of customers", []OutColumn{
			text("id", "t.id", rowNumber), text("name", "t.name", "what it is called"), text("filter", "t.filter", "who is in it, as JSON")}, "saved_list t", ""},
		{"not_same", "pairs of customers who are alike and are two people", []OutColumn{
			text("id", "t.id", rowNumber), text("low", "t.low", "one of them: a row of customer"), text("high", "t.high", "the other: a row of customer"),
			text("low_name", "a.name", "the name of the one"), text("high_name", "b.name", "the name of the other")},
			"not_same t JOIN customer a ON a.id = t.low JOIN customer b ON b.id = t.high", "@id IN (t.low, t.high)"},
	}
}
