package diag

import (
	"slices"
	"strings"
)

// snippet gives what to print of a line of source, in at most columns, and the line that goes under it to mark
// span, which starts on this line. It reports false when there is nothing to see.
//
// The mark starts with the very blanks of the line above: tabs are kept, so that it stays true
// whatever a tab fills.
func snippet(line string, span Span, columns int) (source, mark string, ok bool) {
	all := slices.Collect(cells(line))
	last := len(all) // just after the last character that is not blank
	for last > 0 && blank(all[last-1]) {
		last--
	}
	if last == 0 {
		return "", "", false
	}
	start := min(int(span.Col)-1, len(all))
	end := max(start, last)
	if span.EndLine == span.Line {
		end = max(start, min(int(span.EndCol)-1, len(all)))
	}
	for start > 0 && start < len(all) && all[start].width == 0 {
		start-- // an accent is shown under the letter that carries it
	}

	from, to := window(all, start, end, columns)
	var above, under strings.Builder
	if from > 0 {
		above.WriteString("…")
		under.WriteString(" ")
	}
	for i := from; i < start; i++ {
		under.WriteString(blanks(all[i]))
	}
	for _, c := range all[from:to] {
		above.WriteString(c.text)
	}
	if to < len(all) {
		above.WriteString("…")
	}
	under.WriteString(underline(all[start:min(end, to)]))
	return strings.TrimRight(above.String(), " \t"), under.String(), true
}

func blank(c cell) bool { return c.text == " " || c.text == "\t" }

func blanks(c cell) string {
	if c.text == "\t" {
		return "\t"
	}
	return strings.Repeat(" ", c.width)
}

// underline marks cells, and always something.
func underline(marked []cell) string {
	if len(marked) == 0 || marked[0].text == "\t" {
		return "^" // after a caret, a tab could reach the stop after the one it reaches above
	}
	b := []byte("^")
	for i, c := range marked {
		switch {
		case c.text == "\t":
			b = append(b, '\t')
		case i == 0:
			b = append(b, strings.Repeat("~", max(c.width-1, 0))...)
		default:
			b = append(b, strings.Repeat("~", c.width)...)
		}
	}
	return strings.TrimRight(string(b), "\t")
}

// window chooses which cells of a long line are shown: from its beginning if the place is near, else a stretch around the
// place, with some of what comes before. The start of the place is always inside, however wide its first character:
// that is what minWidth is for.
func window(all []cell, start, end, columns int) (from, to int) {
	if columnsOf(all) <= columns {
		return 0, len(all)
	}
	room := columns - 2 // an ellipsis on each side
	if columnsOf(all[:end]) > room {
		from = start
		for before := 0; from > 0; from-- {
			if before += all[from-1].width; before > room/3 {
				break
			}
		}
	}
	used := 0
	for to = from; to < len(all) && used+all[to].width <= room; to++ {
		used += all[to].width
	}
	if to == len(all) {
		for from > 0 && used+all[from-1].width <= room {
			from--
			used += all[from].width
		}
	}
	for from > 0 && from < start && all[from].width == 0 {
		from++ // an accent is not parted from its letter
	}
	return from, to
}

func columnsOf(cs []cell) int {
	sum := 0
	for _, c := range cs {
		sum += c.width
	}
	return sum
}
