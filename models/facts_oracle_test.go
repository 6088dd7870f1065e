package models

import (
	"fmt"
	"strings"
)

// FilterSQL asks the file itself whom a filter lets through, in its order: what the facts in memory are held to.
func (s *Store) FilterSQL(f CustomerFilter) string {
	conditions := []string{f.Set.where(s.Today())}
	if len(f.Rungs) > 0 {
		conditions = append(conditions, strings.ReplaceAll(rungOf, "@yearAgo", number(s.rungArgs()["yearAgo"].(int)))+" IN ("+quoted(f.Rungs)+")")
	}
	if len(f.Activities) > 0 {
		conditions = append(conditions, s.activitySQL()+" IN ("+quoted(f.Activities)+")")
	}
	if f.Tag != 0 {
		conditions = append(conditions, fmt.Sprintf("c.id IN (SELECT k.customer_id FROM customer_tag k WHERE k.tag_id = %d)", f.Tag))
	}
	if f.Source != 0 {
		conditions = append(conditions, fmt.Sprintf("c.source_id = %d", f.Source))
	}
	if f.AsksFor != 0 {
		conditions = append(conditions, fmt.Sprintf("c.id IN (SELECT v.customer_id FROM visit v WHERE v.asked_for = %d AND v.deleted_at = 0)", f.AsksFor))
	}
	if f.SeenSince != "" {
		conditions = append(conditions, "c.last_day_no >= "+number(dayNo(f.SeenSince)))
	}
	if f.SeenBefore != "" {
		conditions = append(conditions, "c.last_day_no < "+number(dayNo(f.SeenBefore)))
	}
	for _, p := range f.May {
		conditions = append(conditions, map[Permission]string{PermitPost: "c.no_post", PermitPhone: "c.no_phone", PermitEmail: "c.no_email"}[p]+" = 0")
		conditions = append(conditions, map[Permission]string{PermitPost: "c.address <> ''", PermitPhone: "c.id IN (SELECT customer_id FROM contact WHERE kind = 'phone')",
			PermitEmail: "c.id IN (SELECT customer_id FROM contact WHERE kind = 'email')"}[p])
	}
	return "SELECT c.id FROM customer c WHERE " + strings.Join(conditions, " AND ") + " ORDER BY " + f.Sort.by()
}

func quoted[T ~string](words []T) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = "'" + string(w) + "'"
	}
	return strings.Join(parts, ", ")
}

// activitySQL is what activityOf tells, of the customer c as SQL for today.
func (s *Store) activitySQL() string {
	const words = `(CASE WHEN c.visit_day_n = 0 THEN '' WHEN 2 * (@today - c.last_day_no) <= @gap THEN 'active'
		WHEN 4 * (@today - c.last_day_no) <= 3 * @gap THEN 'due' WHEN 2 * (@today - c.last_day_no) <= 3 * @gap THEN 'drifting' ELSE 'lapsed' END)`
	return strings.NewReplacer("@today", number(dayNo(s.Today())), "@gap", "iif(c.gap_twice = 0, 2 * (SELECT usual_gap FROM shop), c.gap_twice)").Replace(words)
}
