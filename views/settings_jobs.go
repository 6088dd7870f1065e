package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// jobsCard asks whether the system is to tell that long work is done, on this machine.
type jobsCard struct {
	w    *Window
	tell *kit.Tick
	card fyne.CanvasObject
}

func newJobsCard(w *Window) *jobsCard {
	c := &jobsCard{w: w, tell: kit.NewTick(kit.T("job.tell"), true, w.app.Prefs.SetJobNews)}
	c.card = kit.CardWithHeading(kit.T("job.heading"), -1, c.tell, kit.Quiet(kit.T("job.tellWhy")))
	return c
}

func (c *jobsCard) object() fyne.CanvasObject { return c.card }

func (c *jobsCard) reload(models.Shop) error {
	c.tell.SetOn(c.w.app.Prefs.JobNews())
	return nil
}
