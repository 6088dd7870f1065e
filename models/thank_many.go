package models

import "gorm.io/gorm"

// SetThankYouChannels chooses how those of ids that are due will be given. ErrNotFound where none is.
func (s *Store) SetThankYouChannels(ids []ThankYouID, channel Channel) error {
	if !channel.Valid() {
		return problem("channel", "choice")
	}
	return s.changeDue(ids, map[string]any{"channel": channel})
}

// WaiveThankYous puts those of ids that are due aside, and why; the same causes make no others. ErrNotFound where none is due.
func (s *Store) WaiveThankYous(ids []ThankYouID, reason string) error {
	return s.changeDue(ids, map[string]any{"state": ThanksWaived, "waived_reason": someLines(reason)})
}

// MarkThankedGiving is MarkThanked, and in the same change what goes with those of given was given today.
func (s *Store) MarkThankedGiving(ids, given []ThankYouID, by StaffID, words string) error {
	now, today := MomentOf(s.now()), s.Today()
	return s.change(KindThankYou, func(tx *gorm.DB) error {
		due, err := s.dueAmong(tx, ids)
		if err != nil {
			return err
		}
		err = due.Updates(map[string]any{"state": ThanksThanked, "thanked_at": now, "thanked_by": by, "words": someLines(words)}).Error
		if err != nil || len(given) == 0 {
			return err
		}
		return tx.Table("thank_you AS t").Where("t.id IN ? AND "+rewardsToGive, given).Update("given_on", today).Error
	})
}

// changeDue writes values into those of ids that are due, as one change. ErrNotFound where none is.
func (s *Store) changeDue(ids []ThankYouID, values map[string]any) error {
	return s.change(KindThankYou, func(tx *gorm.DB) error {
		due, err := s.dueAmong(tx, ids)
		if err != nil {
			return err
		}
		return updateOne(due, values)
	})
}

// dueAmong are those of ids that are due, noted if they were not yet.
func (s *Store) dueAmong(tx *gorm.DB, ids []ThankYouID) (*gorm.DB, error) {
	ids, err := s.noted(tx, ids)
	return tx.Model(&ThankYou{}).Where("id IN ? AND state IN ('owed', 'printed')", ids), err
}
