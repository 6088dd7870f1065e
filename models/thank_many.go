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

// changeDue writes values into those of ids that are due, as one change.
func (s *Store) changeDue(ids []ThankYouID, values map[string]any) error {
	return s.change(KindThankYou, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&ThankYou{}).Where("id IN ? AND state IN ('owed', 'printed')", ids), values)
	})
}
