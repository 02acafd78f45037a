package glossary

import (
	"strconv"
	"strings"
	"time"
)

// Period is what a source or an event is dated by: a date of the Extended Date/Time Format, level 1 (ISO 8601-2:2019),
// without hours, without unknown ends and with years from 1 to 9999. Nothing older or finer is cited here.
type Period struct {
	From, To Moment
	Interval bool // from From to To; otherwise To is the zero Moment
}

// Moment is what is known of a date. The zero Moment is the open end of an interval.
type Moment struct {
	Year        int // the first one meant: 2010 for 201X
	Blurred     int // how many last digits of the year are not known: 1 for a decade, 2 for a century
	Season      int // 1 for spring to 4 for winter, 0 when none is given
	Month, Day  int // 0 when not given, or given as XX
	Uncertain   bool
	Approximate bool
}

// IsZero reports whether m is an open end.
func (m Moment) IsZero() bool { return m == Moment{} }

// ParseEDTF reads a date such as 2011, 2011-09, 2011-09-14, 2011?, 2011~, 2011%, 201X, 20XX, 2019-21 (spring 2019),
// 2004/2006, 2004/.. or ../2006. An interval that ends before it begins is refused.
func ParseEDTF(s string) (Period, bool) {
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		m, ok := parseMoment(s)
		return Period{From: m}, ok
	}
	p := Period{Interval: true}
	ok, okTo := true, true
	if from != ".." {
		p.From, ok = parseMoment(from)
	}
	if to != ".." {
		p.To, okTo = parseMoment(to)
	}
	switch {
	case !ok || !okTo, p.From.IsZero() && p.To.IsZero():
		return Period{}, false
	case !p.From.IsZero() && !p.To.IsZero() && p.From.first() > p.To.last():
		return Period{}, false
	}
	return p, true
}

// ParseDay reads a calendar day of ISO 8601, 2026-11-22, that exists.
func ParseDay(s string) (Moment, bool) {
	m, ok := parseMoment(s)
	return m, ok && m.Day > 0 && len(s) == len("2026-11-22")
}

func parseMoment(s string) (m Moment, ok bool) {
	if s == "" {
		return Moment{}, false
	}
	switch s[len(s)-1] {
	case '?':
		m.Uncertain = true
	case '~':
		m.Approximate = true
	case '%':
		m.Uncertain, m.Approximate = true, true
	}
	if m.Uncertain || m.Approximate {
		s = s[:len(s)-1]
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return Moment{}, false
	}

	digits := strings.TrimRight(s[:4], "X")
	m.Blurred = 4 - len(digits)
	if m.Year, ok = number(digits); !ok || m.Blurred > 2 || m.Year == 0 {
		return Moment{}, false
	}
	for range m.Blurred {
		m.Year *= 10
	}
	if len(s) == 4 {
		return m, true
	}

	if m.Blurred > 0 || s[4] != '-' {
		return Moment{}, false
	}
	month, day := s[5:7], ""
	if len(s) == 10 {
		if s[7] != '-' {
			return Moment{}, false
		}
		day = s[8:]
	}
	if month == "XX" {
		return m, day == "" || day == "XX"
	}
	if m.Month, ok = number(month); !ok || m.Month == 0 {
		return Moment{}, false
	}
	if 21 <= m.Month && m.Month <= 24 {
		m.Season, m.Month = m.Month-20, 0
		return m, day == ""
	}
	if m.Month > 12 {
		return Moment{}, false
	}
	if day == "" || day == "XX" {
		return m, true
	}
	m.Day, ok = number(day)
	return m, ok && 0 < m.Day && m.Day <= daysIn(m.Year, m.Month)
}

// number reads digits and nothing else: strconv would take a sign.
func number(s string) (int, bool) {
	if strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// first and last give the days between which m lies, as numbers that compare like them. Where a season lies depends
// on the hemisphere: anywhere in the year.
func (m Moment) first() int {
	return m.Year*10000 + max(m.Month, 1)*100 + max(m.Day, 1)
}

func (m Moment) last() int {
	year, month, day := m.Year, m.Month, m.Day
	switch m.Blurred {
	case 1:
		year += 9
	case 2:
		year += 99
	}
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = 31
	}
	return year*10000 + month*100 + day
}
