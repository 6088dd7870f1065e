package kit

// ShowAll draws every entry at once: for a story that is read page by page, whose
// reader asked for this page.
func (t *Timeline) ShowAll() {
	for t.shown < len(t.entries) {
		t.showMore()
	}
}
