package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// otherThanks is the sheet in which a thank-you for a reason of the owner's own is put on the list.
type otherThanks struct {
	w      *Window
	form   *kit.Form
	sheet  *kit.Sheet
	whom   *personPicker
	what   *kit.Entry
	how    *kit.Select
	reward *rewardFields
}

// showOtherThanks opens the sheet, empty.
func showOtherThanks(w *Window) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	o := &otherThanks{w: w, form: kit.NewForm(), what: kit.NewArea(kit.T("thanks.other.place"), 2)}
	o.whom = newPersonPicker(w, kit.T("thanks.other.whom"), "customer", "customer", o.onWhom, nothing)
	o.whom.specialists = true
	choices := append([]kit.Choice{{Value: "", Label: kit.T("thanks.other.usual", "How", channelWord(shop.ThankChannel))}}, thanksChannels()...)
	o.how = kit.NewSelect(choices, "", nil)
	o.reward = newRewardFields(&shop, models.Reward{})
	o.whom.nameFields(o.form)
	what := o.form.Add("talkingPoint", kit.NewField(kit.T("thanks.other.what"), o.what))
	o.form.Add("cause", what) // the same thanks twice
	how := o.form.Add("channel", kit.NewField(kit.T("thanks.other.how"), o.how))
	body := kit.VStack(14, o.whom.object, what, how, o.reward.object(o.form))
	o.sheet = kit.ShowSheet(w.canvas(), kit.T("thanks.other.title"), body,
		kit.SheetOptions{Help: "thank-yous", Save: kit.T("thanks.other.save"), OnSave: o.save, Dirty: o.dirty})
	o.reward.fit = o.sheet.Refit
}

func (o *otherThanks) onWhom() { o.form.Field("talkingPoint").Focus() }

func (o *otherThanks) dirty() bool {
	who, words := o.whom.person()
	return who.Given() || words != "" || o.what.Text != "" || o.reward.what.Text != "" || o.reward.cost.Text != "" || o.reward.kind.Value() != ""
}

func (o *otherThanks) save() {
	t, err := o.read()
	if err == nil {
		err = o.w.store().AddThankYou(t)
	}
	if err != nil {
		o.w.Trouble(o.form.Show(err))
		return
	}
	o.sheet.Close()
	o.w.Did(kit.T("thanks.did.other", "Name", o.w.personName(models.Referrer{CustomerID: t.CustomerID, SpecialistID: t.SpecialistID})))
}

// read gives what the sheet says. Somebody new is put into the book once all else is in order.
func (o *otherThanks) read() (*models.ThankYou, error) {
	if err := o.whom.problem(); err != nil {
		return nil, err
	}
	reward, err := o.reward.read()
	if err != nil {
		return nil, err
	}
	who, _ := o.whom.person()
	if who.New != nil {
		if strings.TrimSpace(o.what.Text) == "" {
			return nil, models.Problem{Field: "talkingPoint", Key: "thanks.what"}
		}
		if err := o.w.store().SaveCustomer(who.New); err != nil {
			return nil, underCustomer(err)
		}
		who = models.Referrer{CustomerID: who.New.ID}
		o.whom.set(who, "")
	}
	return &models.ThankYou{CustomerID: who.CustomerID, SpecialistID: who.SpecialistID, Channel: models.Channel(o.how.Value()),
		TalkingPoint: o.what.Text, RewardKind: reward.Kind, Reward: reward.What, Cost: reward.Cost}, nil
}

// underCustomer names the sheet's field for a problem with somebody new.
func underCustomer(err error) error {
	p, ok := models.IsProblem(err)
	if !ok {
		return err
	}
	p.Field = "customer." + p.Field
	return p
}
