package models

// outSorting are the owner's own ways to sort the book. Photos are no line of a list: see ShopExport.Photos.
func outSorting() []OutTable {
	return []OutTable{
		{"tag", []OutColumn{text("id", "t.id"), text("name", "t.name")}, "tag t", ""},
		{"customer_tag", []OutColumn{
			text("id", "t.id"), text("customer_id", "t.customer_id"), text("tag", "g.name")},
			"customer_tag t JOIN tag g ON g.id = t.tag_id", "t.customer_id = @id"},
		{"saved_list", []OutColumn{
			text("id", "t.id"), text("name", "t.name"), text("filter", "t.filter")}, "saved_list t", ""},
		{"not_same", []OutColumn{
			text("id", "t.id"), text("low", "t.low"), text("high", "t.high"),
			text("low_name", "a.name"), text("high_name", "b.name")},
			"not_same t JOIN customer a ON a.id = t.low JOIN customer b ON b.id = t.high", "@id IN (t.low, t.high)"},
	}
}
