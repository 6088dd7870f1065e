package kit

// Refit gives the sheet the height that its body needs now, after something in it
// appeared or went.
func (s *Sheet) Refit() { s.layer.content.Refresh() }
