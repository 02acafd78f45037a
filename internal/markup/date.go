package markup

import (
	"strconv"
	"strings"
)

// Date words an EDTF date (ISO 8601-2, level 1) as precisely as it is known: a day, a month, a season, a year, a decade,
// a century, an interval, each perhaps uncertain or approximate. A date of another form is shown as written.
func (p *Printer) Date(edtf string) string {
	start, end, interval := strings.Cut(edtf, "/")
	if !interval {
		if words, ok := p.moment(edtf); ok {
			return words
		}
		return edtf
	}
	open := func(s string) bool { return s == "" || s == ".." }
	from, fromOK := p.moment(start)
	to, toOK := p.moment(end)
	switch {
	case fromOK && toOK:
		return p.Words.Text("date.interval", map[string]any{"start": from, "end": to})
	case fromOK && open(end):
		return p.Words.Text("date.since", map[string]any{"start": from})
	case open(start) && toOK:
		return p.Words.Text("date.until", map[string]any{"end": to})
	}
	return edtf
}

// moment words one side of an interval, or a date that is none.
func (p *Printer) moment(s string) (words string, ok bool) {
	plain := strings.TrimRight(s, "?~%")
	words, ok = p.calendar(plain)
	switch s[len(plain):] {
	case "":
	case "?":
		words = p.Words.Text("date.uncertain", map[string]any{"date": words})
	case "~":
		words = p.Words.Text("date.about", map[string]any{"date": words})
	case "%":
		words = p.Words.Text("date.about", map[string]any{"date": words})
		words = p.Words.Text("date.uncertain", map[string]any{"date": words})
	default:
		return "", false
	}
	return words, ok
}

func (p *Printer) calendar(s string) (words string, ok bool) {
	day, _, _ := strings.Cut(s, "T") // the hour says nothing to a reader
	parts := strings.Split(day, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return "", false
	}
	if known := strings.TrimRight(parts[0], "X"); len(known) < 4 {
		first, err := strconv.Atoi(known + "0000"[len(known):])
		switch {
		case err != nil:
			return "", false
		case len(known) == 3:
			return p.Words.Text("date.decade", map[string]any{"year": first}), true
		case len(known) == 2:
			return p.Words.Text("date.century", map[string]any{"year": first, "end": first + 99}), true
		}
		return "", false
	}
	var n [3]int
	for i, part := range parts {
		if i > 0 && part == "XX" {
			break
		}
		v, err := strconv.ParseUint(part, 10, 16)
		if err != nil || i > 0 && len(part) != 2 {
			return "", false
		}
		n[i] = int(v)
	}
	if season := n[1] > 20; n[1] > 12 && !season || n[1] > 24 || season && n[2] != 0 || n[2] > 31 {
		return "", false
	}
	return p.Words.Date(n[0], n[1], n[2]), true
}
