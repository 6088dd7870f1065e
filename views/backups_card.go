package views

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

func (s *backupsScreen) bind(i int, o fyne.CanvasObject) {
	if i >= len(s.stock.Backups) {
		return
	}
	b := s.stock.Backups[i]
	second := kit.Escape(s.briefly(b))
	for _, badge := range s.badges(b) {
		second = kit.T("backups.row.second", "Badge", badgeMarkup(badge.Text, badge.Tone), "Words", second)
	}
	o.(*kit.Row).Set(kit.RowContent{
		Title:  kit.RichT("backups.row", "When", kit.When(s.w.app.Now(), b.At), "Where", placeName(folderOf(b.Path))),
		Second: second,
	})
}

// briefly is what one wants to know of a backup first.
func (s *backupsScreen) briefly(b app.Stored) string {
	switch {
	case b.State == safekeep.StateDamaged || b.State == safekeep.StateNotShop || b.State == safekeep.StateNewer:
		return ""
	case b.Sealed:
		return kit.T("backups.sealedWhy")
	case s.stock.Now.ShopUID == "":
		return stockText(b.Customers, b.Visits)
	}
	return differenceText(b.Customers-s.stock.Now.Customers, b.Visits-s.stock.Now.Visits)
}

// badges are what is not as with every other backup.
func (s *backupsScreen) badges(b app.Stored) (badges []kit.BadgeText) {
	state := b.State
	if problem, wrong := models.IsProblem(s.found[b.Path]); wrong && problem.Key != "backup.hashMissing" {
		state = safekeep.StateDamaged
	}
	switch state {
	case safekeep.StateDamaged:
		badges = append(badges, kit.BadgeText{Text: kit.T("backups.damaged"), Tone: kit.ToneBad})
	case safekeep.StateNewer:
		badges = append(badges, kit.BadgeText{Text: kit.T("backups.newer"), Tone: kit.ToneWarn})
	case safekeep.StateNotShop:
		badges = append(badges, kit.BadgeText{Text: kit.T("backups.notShop"), Tone: kit.ToneBad})
	}
	switch {
	case b.Sealed:
		badges = append(badges, kit.BadgeText{Text: kit.T("backups.sealed"), Tone: kit.TonePlain})
	case b.Aside:
		badges = append(badges, kit.BadgeText{Text: kit.T("backups.aside"), Tone: kit.TonePlain})
	case b.BeforeMigration:
		badges = append(badges, kit.BadgeText{Text: kit.T("backups.migration"), Tone: kit.TonePlain})
	}
	return badges
}

// cardOf is everything about one backup, and what can be done with it.
func (s *backupsScreen) cardOf(b app.Stored) fyne.CanvasObject {
	at := b.At.In(s.w.app.Now().Location())
	badges := kit.FlowRow(6)
	for _, badge := range s.badges(b) {
		badges.Add(kit.NewBadge(badge.Text, badge.Tone))
	}
	head := kit.VStack(4, kit.Heading(kit.T("backups.made", "Day", kit.LongDayYear(at), "Time", kit.Clock(at))), badges)
	return kit.Card(head, kit.Body(s.inWords(b)), s.facts(b), kit.VGap(4), s.buttons(b))
}

// inWords is what to know before the backup is used.
func (s *backupsScreen) inWords(b app.Stored) string {
	if problem, wrong := models.IsProblem(s.found[b.Path]); wrong {
		return kit.Sentence(problem)
	}
	switch {
	case b.State == safekeep.StateDamaged:
		return kit.T("backups.damagedWhy")
	case b.State == safekeep.StateNewer:
		return kit.T("backups.newerWhy")
	case b.State == safekeep.StateNotShop:
		return kit.T("backups.notShopWhy")
	case b.Aside:
		return kit.T("backups.asideWhy", "Difference", s.briefly(b))
	case b.BeforeMigration:
		return kit.T("backups.migrationWhy", "Difference", s.briefly(b))
	}
	return kit.T("backups.sentence", "Text", s.briefly(b))
}

func (s *backupsScreen) facts(b app.Stored) fyne.CanvasObject {
	facts := kit.VStack(6)
	add := func(label, value string) {
		facts.Add(kit.HStackTop(12, kit.Fixed(110, kit.Quiet(kit.T(label))), kit.Grow(kit.Body(value))))
	}
	if !b.Sealed && usable(b.State) {
		add("backups.factCustomers", kit.Count(b.Customers))
		add("backups.factVisits", kit.Count(b.Visits))
		add("backups.factLast", s.lastVisitText(b.LastVisit))
	}
	add("backups.factSize", sizeText(b.Size))
	if !b.Checked.IsZero() {
		add("backups.factChecked", kit.When(s.w.app.Now(), b.Checked))
	}
	add("backups.factFile", filepath.Base(b.Path))
	add("backups.factFolder", folderOf(b.Path))
	return facts
}

// usable tells whether a backup in that state can be restored, as far as is known.
func usable(state safekeep.State) bool {
	return state == safekeep.StateFine || state == safekeep.StateUnproven
}

// lastVisitText is the day and time of the last visit in a backup.
func (s *backupsScreen) lastVisitText(at models.Moment) string {
	if at == 0 {
		return kit.T("backups.noVisit")
	}
	return s.w.momentText(at)
}

func (s *backupsScreen) buttons(b app.Stored) fyne.CanvasObject {
	row := kit.FlowRow(8)
	if usable(b.State) {
		row.Add(kit.NewButton(kit.T("backups.restore"), func() { s.onRestore(b) }).Primary())
	}
	row.Add(kit.NewButton(kit.T("backups.check"), func() { s.onCheck(b) }))
	if b.State == safekeep.StateFine && !b.Sealed {
		row.Add(kit.NewButton(kit.T("backups.seal"), func() { showSeal(s.w, b) }))
	}
	row.Add(kit.NewButton(kit.T("files.showFolder"), func() { showFolder(s.w, folderOf(b.Path)) }))
	return row
}

// onCheck reads the backup through.
func (s *backupsScreen) onCheck(b app.Stored) {
	check := func(ctx context.Context, report func(done, total int)) error { return app.CheckBackup(ctx, b, report) }
	s.w.RunBeside(kit.T("backups.checking"), check, func(err error) { s.onChecked(b, err) })
}

// onChecked tells what was found, and keeps it for as long as the window is open.
func (s *backupsScreen) onChecked(b app.Stored, err error) {
	s.found[b.Path] = err
	s.show()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.Say(kit.T("backups.checked", "File", filepath.Base(b.Path)))
}
