package models

import (
	"encoding/json"
	"errors"

	"gorm.io/gorm"
)

// SavedList is a filter the owner gave a name.
type SavedList struct {
	ID      ListID
	Name    string
	NameKey string
	Filter  string // as JSON; see listFilter
}

// listVersion is what SaveList writes. A program reads the versions up to its own.
const listVersion = 1

// listFilter is how a filter is kept: by what it asks, without the text in the search field and the page.
type listFilter struct {
	Version    int           `json:"version"`
	Set        CustomerSet   `json:"set,omitempty"`
	Rungs      []Rung        `json:"rungs,omitempty"`
	Activities []Activity    `json:"activities,omitempty"`
	Tag        TagID         `json:"tag,omitempty"`
	Source     SourceID      `json:"source,omitempty"`
	AsksFor    StaffID       `json:"asks_for,omitempty"`
	SeenSince  Day           `json:"seen_since,omitempty"`
	SeenBefore Day           `json:"seen_before,omitempty"`
	May        []Permission  `json:"may,omitempty"`
	Sort       CustomerOrder `json:"sort,omitempty"`
}

// Lists gives the owner's lists by name.
func (s *Store) Lists() ([]SavedList, error) {
	var lists []SavedList
	return lists, explain(s.db.Order("name_key").Find(&lists).Error)
}

// CustomerFilter gives what the list asks, without text and page. A list of a newer program is the Problem "list.newer".
func (l SavedList) CustomerFilter() (CustomerFilter, error) {
	var kept listFilter
	if err := json.Unmarshal([]byte(l.Filter), &kept); err != nil {
		return CustomerFilter{}, err
	}
	if kept.Version > listVersion {
		return CustomerFilter{}, problem("list", "list.newer", "Name", l.Name)
	}
	return CustomerFilter{Set: kept.Set, Rungs: kept.Rungs, Activities: kept.Activities, Tag: kept.Tag, Source: kept.Source, AsksFor: kept.AsksFor,
		SeenSince: kept.SeenSince, SeenBefore: kept.SeenBefore, May: kept.May, Sort: kept.Sort}, nil
}

// SaveList keeps what f asks under the name, in the place of the list that has the name already; what was typed to
// search and the page are no part of it.
func (s *Store) SaveList(name string, f CustomerFilter) (ListID, error) {
	list := SavedList{Name: oneLine(name)}
	list.NameKey = Fold(list.Name)
	switch {
	case list.NameKey == "":
		return 0, problem("name", "list.name")
	case len(list.Name) > maxName:
		return 0, problem("name", "tooLong")
	}
	if err := f.validate(); err != nil {
		return 0, err
	}
	kept, err := json.Marshal(listFilter{Version: listVersion, Set: f.Set, Rungs: f.Rungs, Activities: f.Activities, Tag: f.Tag, Source: f.Source, AsksFor: f.AsksFor,
		SeenSince: f.SeenSince, SeenBefore: f.SeenBefore, May: f.May, Sort: f.Sort})
	if err != nil {
		return 0, err
	}
	list.Filter = string(kept)
	err = s.change(KindCustomer, func(tx *gorm.DB) error {
		var have SavedList
		err := tx.Where("name_key = ?", list.NameKey).Take(&have).Error
		if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		list.ID = have.ID
		return putRow(tx, &list, list.ID)
	})
	return list.ID, err
}

// RenameList gives a list another name; that of another list is a Problem.
func (s *Store) RenameList(id ListID, name string) error {
	name = oneLine(name)
	switch {
	case Fold(name) == "":
		return problem("name", "list.name")
	case len(name) > maxName:
		return problem("name", "tooLong")
	}
	return s.change(KindCustomer, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&SavedList{}).Where("id = ?", id), map[string]any{"name": name, "name_key": Fold(name)})
	})
}

// DeleteList takes a list away; the customers in it stay as they are.
func (s *Store) DeleteList(id ListID) error {
	return s.change(KindCustomer, func(tx *gorm.DB) error { return oneRow(tx.Exec("DELETE FROM saved_list WHERE id = ?", id)) })
}
