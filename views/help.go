package views

func showKeys(w *Window)  {}
func showAbout(w *Window) {}
