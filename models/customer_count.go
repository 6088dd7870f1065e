package models

import (
	"fmt"
	"strings"
)

// CustomerCounts is how many customers in the book each choice of a filter lets through, by itself.
type CustomerCounts struct {
	All        int
	Archived   int
	Rungs      map[Rung]int
	Activities map[Activity]int
	May        map[Permission]int
	Sources    map[SourceID]int
}

// CustomerCounts counts all that a filter can choose, in one walk along the index that holds it; see Tags for those.
func (s *Store) CustomerCounts() (CustomerCounts, error) {
	counts := CustomerCounts{Rungs: map[Rung]int{}, Activities: map[Activity]int{}, May: map[Permission]int{}, Sources: map[SourceID]int{}}
	sources, err := s.Sources()
	if err != nil {
		return counts, err
	}
	var columns []string
	var to []*int
	var put []func(n int)
	count := func(condition string, set func(n int)) {
		columns, to, put = append(columns, "count(*) FILTER (WHERE "+condition+")"), append(to, new(int)), append(put, set)
	}
	count("1", func(n int) { counts.All = n })
	for _, r := range Rungs {
		count(s.rung()+" = '"+string(r)+"'", func(n int) { counts.Rungs[r] = n })
	}
	for _, a := range Activities {
		count(s.activity()+" = '"+string(a)+"'", func(n int) { counts.Activities[a] = n })
	}
	for p, column := range permissionColumns {
		count("c."+column+" = 0", func(n int) { counts.May[p] = n })
	}
	for _, source := range sources {
		count(fmt.Sprintf("c.source_id = %d", int64(source.ID)), func(n int) { counts.Sources[source.ID] = n })
	}
	dest := make([]any, len(to))
	for i := range to {
		dest[i] = to[i]
	}
	err = s.db.Raw("SELECT " + strings.Join(columns, ", ") + " FROM customer c INDEXED BY customer_facts WHERE " + CustomersAll.where()).Row().Scan(dest...)
	if err != nil {
		return counts, explain(err)
	}
	for i := range put {
		put[i](*to[i])
	}
	counts.Archived, err = s.CountCustomers(CustomersArchived)
	return counts, err
}
