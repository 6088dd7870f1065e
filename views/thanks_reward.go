package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// rewardFields are what somebody gets beside a thank-you: of which kind, in words, and what it costs.
type rewardFields struct {
	kind *kit.Chips
	what *kit.Entry
	cost *kit.MoneyField
	more *fyne.Container // what and cost, where there is anything
	fit  func()          // told that more came or went; nil before it is in a sheet
}

// newRewardFields makes them as r has it.
func newRewardFields(shop *models.Shop, r models.Reward) *rewardFields {
	f := &rewardFields{what: kit.NewEntry(kit.T("reward.what.place")), cost: kit.NewMoneyField(shop.Symbol, shop.Decimals)}
	f.kind = kit.NewChips(rewardChoices(), string(r.Kind), func(string) { f.onKind() })
	f.what.SetText(r.What)
	if r.Cost > 0 {
		f.cost.SetAmount(int64(r.Cost))
	}
	return f
}

func rewardChoices() []kit.Choice {
	choices := make([]kit.Choice, len(models.RewardKinds))
	for i, kind := range models.RewardKinds {
		choices[i] = kit.Choice{Value: string(kind), Label: rewardWord(kind)}
	}
	return choices
}

// object lays them out, and gives them their names in form.
func (f *rewardFields) object(form *kit.Form) fyne.CanvasObject {
	f.more = kit.Columns([]float32{3, 1}, 14, 420,
		form.Add("reward", kit.NewField(kit.T("reward.what"), f.what)),
		form.Add("cost", kit.NewField(kit.T("reward.cost"), f.cost)))
	f.onKind()
	return kit.VStack(14, form.Add("rewardKind", kit.NewField(kit.T("reward.kind"), f.kind)), f.more)
}

// onKind asks what it is and what it costs only where there is anything: of nothing more, neither is kept.
func (f *rewardFields) onKind() {
	f.more.Hidden = models.RewardKind(f.kind.Value()) == models.RewardNone
	if f.fit != nil {
		f.fit()
	}
}

// read gives what the fields say.
func (f *rewardFields) read() (r models.Reward, err error) {
	if models.RewardKind(f.kind.Value()) == models.RewardNone {
		return r, nil
	}
	cost, _, err := f.cost.Amount()
	return models.Reward{Kind: models.RewardKind(f.kind.Value()), What: f.what.Text, Cost: models.Money(cost)}, kit.InField("cost", err)
}

// rewardSheet changes what goes with one thank-you.
type rewardSheet struct {
	w      *Window
	t      models.ThankYouRow
	form   *kit.Form
	sheet  *kit.Sheet
	fields *rewardFields
	given  *kit.DateField
}

// showReward opens the sheet for a thank-you that is due or was said.
func showReward(w *Window, t models.ThankYouRow) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	s := &rewardSheet{w: w, t: t, form: kit.NewForm(), given: kit.NewDateField(w.app.Now, kit.DayOrderHere())}
	s.fields = newRewardFields(&shop, t.WithReward())
	s.given.Past = true
	s.given.SetDay(string(t.GivenOn))
	body := kit.VStack(14, s.fields.object(s.form),
		s.form.Add("givenOn", kit.NewField(kit.T("reward.givenOn"), s.given)).WithHint(kit.T("reward.givenOn.hint")))
	s.sheet = kit.ShowSheet(w.canvas(), kit.T("reward.title", "Name", t.Name), body,
		kit.SheetOptions{Help: "thank-yous", Save: kit.T("reward.save"), OnSave: s.save, Dirty: s.dirty, Width: 560})
	s.fields.fit = s.sheet.Refit
}

// dirty tells whether the fields say something else than is stored, or cannot be read.
func (s *rewardSheet) dirty() bool {
	r, err := s.read()
	return err != nil || r != s.t.WithReward()
}

func (s *rewardSheet) read() (models.Reward, error) {
	r, err := s.fields.read()
	if err != nil {
		return r, err
	}
	day, err := s.given.Day()
	r.GivenOn = models.Day(day)
	return r, kit.InField("givenOn", err)
}

func (s *rewardSheet) save() {
	r, err := s.read()
	if err == nil {
		err = s.w.store().SetReward(s.t.ID, r)
	}
	if err != nil {
		s.w.Trouble(s.form.Show(err))
		return
	}
	s.sheet.Close()
	s.w.Did(kit.T("reward.did", "Name", s.t.Name))
}

// give notes that the reward of a thank-you was given today.
func (w *Window) give(t models.ThankYouRow) {
	if err := w.store().GiveRewards([]models.ThankYouID{t.ID}, w.store().Today()); err != nil {
		w.Trouble(err)
		return
	}
	w.Did(kit.T("reward.did.given", "Name", t.Name, "Reward", rewardWord(t.RewardKind)))
}

// toGiveRow is a reward that was not given yet, with the ways to say that it was.
func (w *Window) toGiveRow(t models.ThankYouRow) kit.RowContent {
	second := kit.T("reward.row.due", "Why", w.thanksWhy(t))
	if t.State == models.ThanksThanked {
		second = kit.T("reward.row.said", "Why", w.thanksWhy(t), "Day", w.momentText(t.ThankedAt))
	}
	return kit.RowContent{
		Initials: kit.Initials(t.Name),
		Title:    kit.T("reward.row", "Who", linkRecipient(t), "Reward", kit.Escape(w.rewardText(t.WithReward()))),
		Second:   second,
		Buttons: []kit.RowButton{{Label: kit.T("reward.do.given"), OnTap: func() { w.give(t) }},
			{Label: kit.T("reward.do.change"), OnTap: func() { showReward(w, t) }}},
		OnLink: w.follow,
	}
}
