package views

// One main button a screen: where a page has its own, the bar's is an ordinary one meanwhile.

// Leads is true of every step: each has a button of what comes next.
func (s *importScreen) Leads() bool { return true }

// Leads is true while there is somebody to thank: the list is printed from here.
func (s *thanksScreen) Leads() bool { return s.due.total > 0 }

// Leads is true: the visit is saved from here.
func (s *visitScreen) Leads() bool { return true }

// giveWay makes the bar's button the main one, unless the screen has one of its own.
func (w *Window) giveWay(screen Screen) {
	if own, ok := screen.(Leader); ok && own.Leads() {
		w.logVisit.Plain()
		return
	}
	w.logVisit.Primary()
}
