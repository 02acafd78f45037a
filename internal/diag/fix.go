package diag

import (
	"cmp"
	"slices"
)

// Apply gives src with fixes made, and which. A fix is made whole or not at all. Left out are
//   - one of which an edit lies outside src (that of a whole file does), or that would change nothing;
//   - one that overlaps another which starts before it in the file, or comes before it in fixes: it can be made
//     on another run, once src has been read again.
//
// Edits that are alike count as one. Others may touch, but not start at one place: their order would be a guess.
// src is not changed; when no fix is made it is returned as it is.
func Apply(src []byte, fixes []*Fix) (out []byte, made []*Fix) {
	text := newLines(src)
	type planned struct {
		fix     *Fix
		changes []change
	}
	var plans []planned
	for _, f := range fixes {
		if plan, ok := text.plan(f); ok {
			plans = append(plans, planned{f, plan})
		}
	}
	slices.SortStableFunc(plans, func(a, b planned) int { return cmp.Compare(a.changes[0].from, b.changes[0].from) })

	var changes []change
	for _, p := range plans {
		if fresh, ok := fit(changes, p.changes); ok {
			changes = append(changes, fresh...)
			slices.SortFunc(changes, changeOrder)
			made = append(made, p.fix)
		}
	}
	if len(made) == 0 {
		return src, nil
	}
	done := 0
	for _, c := range changes {
		out = append(out, src[done:c.from]...)
		out = append(out, c.text...)
		done = c.to
	}
	return append(out, src[done:]...), made
}

// change is an edit in bytes.
type change struct {
	from, to int
	text     string
}

func changeOrder(a, b change) int { return cmp.Compare(a.from, b.from) }

// clashes reports whether the order of two changes matters, or they cover a same character.
func (c change) clashes(d change) bool {
	return c.from == d.from || c.from < d.to && d.from < c.to
}

// plan finds the bytes that a fix changes, in order; it reports false for a fix that cannot or need not be made.
func (l lines) plan(f *Fix) ([]change, bool) {
	if f == nil {
		return nil, false
	}
	var plan []change
	useful := false
	for _, e := range f.Edits {
		from, ok := l.offset(e.Span.Line, e.Span.Col)
		to, okEnd := l.offset(e.Span.EndLine, e.Span.EndCol)
		if !ok || !okEnd || to < from {
			return nil, false
		}
		useful = useful || string(l.src[from:to]) != e.Text
		plan = append(plan, change{from, to, e.Text})
	}
	slices.SortStableFunc(plan, changeOrder)
	plan = slices.Compact(plan)
	for i := 1; i < len(plan); i++ {
		if plan[i].clashes(plan[i-1]) {
			return nil, false
		}
	}
	return plan, useful
}

// fit gives the changes of plan that made does not hold yet, unless one of them clashes with one of made.
func fit(made, plan []change) (fresh []change, ok bool) {
	for _, c := range plan {
		i, found := slices.BinarySearchFunc(made, c, changeOrder)
		switch {
		case found && made[i] == c:
			continue
		case i < len(made) && c.clashes(made[i]), i > 0 && c.clashes(made[i-1]):
			return nil, false
		}
		fresh = append(fresh, c)
	}
	return fresh, true
}
