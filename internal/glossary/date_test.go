package glossary

import (
	"regexp"
	"testing"
)

func TestParseEDTF(t *testing.T) {
	for s, want := range map[string]Period{
		"2011":                  {From: Moment{Year: 2011}},
		"2011-09":               {From: Moment{Year: 2011, Month: 9}},
		"2011-09-14":            {From: Moment{Year: 2011, Month: 9, Day: 14}},
		"2024-02-29":            {From: Moment{Year: 2024, Month: 2, Day: 29}},
		"2011?":                 {From: Moment{Year: 2011, Uncertain: true}},
		"2011~":                 {From: Moment{Year: 2011, Approximate: true}},
		"2011%":                 {From: Moment{Year: 2011, Uncertain: true, Approximate: true}},
		"2011-09-14~":           {From: Moment{Year: 2011, Month: 9, Day: 14, Approximate: true}},
		"201X":                  {From: Moment{Year: 2010, Blurred: 1}},
		"20XX":                  {From: Moment{Year: 2000, Blurred: 2}},
		"201X?":                 {From: Moment{Year: 2010, Blurred: 1, Uncertain: true}},
		"2004-XX":               {From: Moment{Year: 2004}},
		"2004-XX-XX":            {From: Moment{Year: 2004}},
		"2004-09-XX":            {From: Moment{Year: 2004, Month: 9}},
		"2019-21":               {From: Moment{Year: 2019, Season: 1}},
		"2019-24~":              {From: Moment{Year: 2019, Season: 4, Approximate: true}},
		"0987":                  {From: Moment{Year: 987}},
		"2004/2006":             {From: Moment{Year: 2004}, To: Moment{Year: 2006}, Interval: true},
		"2004/2004":             {From: Moment{Year: 2004}, To: Moment{Year: 2004}, Interval: true},
		"2004-05/2004":          {From: Moment{Year: 2004, Month: 5}, To: Moment{Year: 2004}, Interval: true},
		"2004/..":               {From: Moment{Year: 2004}, Interval: true},
		"../2006":               {To: Moment{Year: 2006}, Interval: true},
		"2019-22/2019-21":       {From: Moment{Year: 2019, Season: 2}, To: Moment{Year: 2019, Season: 1}, Interval: true},
		"2004~/2006-06-30?":     {From: Moment{Year: 2004, Approximate: true}, To: Moment{Year: 2006, Month: 6, Day: 30, Uncertain: true}, Interval: true},
		"199X/2003":             {From: Moment{Year: 1990, Blurred: 1}, To: Moment{Year: 2003}, Interval: true},
		"2020-07-08/2020-07-10": {From: Moment{Year: 2020, Month: 7, Day: 8}, To: Moment{Year: 2020, Month: 7, Day: 10}, Interval: true},
	} {
		if got, ok := ParseEDTF(s); !ok || got != want {
			t.Errorf("%s: %+v, %v, want %+v", s, got, ok, want)
		}
	}
}

func TestParseEDTFRefuses(t *testing.T) {
	for _, s := range []string{
		"", "?", "~2011", "11", "20111", "2011-9", "2011-13", "2011-00", "2011-25", "2011-20", "2011-09-31", "2023-02-29",
		"2011-09-00", "2011-21-03", "2011/09/14", "2011-09-14T10:00", "2011 ", " 2011", "2011??", "2011?~", "2XXX", "XXXX",
		"20X1", "201x", "201X-05", "2004-XX-08", "0000", "00XX", "+201", "-201", "2011-+9", "2011-09-+4", "2011_09",
		"2011-09_14", "../..", "..", "/", "2004/", "/2006", "2006/2004", "2004/2005/2006", "2004-06/2004-05", "juillet 2020",
		"２０１１", "2020-07-08/2020-07-07",
	} {
		if got, ok := ParseEDTF(s); ok || got != (Period{}) && got.Interval {
			t.Errorf("%q is taken for %+v", s, got)
		}
	}
}

func TestParseDay(t *testing.T) {
	if got, ok := ParseDay("2026-11-22"); !ok || got != (Moment{Year: 2026, Month: 11, Day: 22}) {
		t.Errorf("2026-11-22: %+v, %v", got, ok)
	}
	for _, s := range []string{"", "2026", "2026-11", "2026-11-22?", "2026-11-XX", "2026-11-31", "2026-13-01", "2100-02-29", "26-11-22", "2026-11-22/2026-11-23"} {
		if _, ok := ParseDay(s); ok {
			t.Errorf("%s is taken for a day", s)
		}
	}
}

// What is read as a date has the shape that the standard gives it, and says something.
func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2011-09-14", "2011?", "20XX", "2019-21", "2004/..", "../2006%", "2023-02-29", "/", "2004-XX-XX/2005"} {
		f.Add(s)
	}
	moment := `\d\d(\d\d(-\d\d(-(\d\d|XX))?|-XX(-XX)?)?|\dX|XX)[?~%]?`
	shape := regexp.MustCompile(`^(` + moment + `(/(` + moment + `|\.\.))?|\.\./` + moment + `)$`)
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := ParseEDTF(s)
		if ok != (ok && shape.MatchString(s)) {
			t.Errorf("%q: read as %+v", s, p)
		}
		if !ok {
			return
		}
		for _, m := range []Moment{p.From, p.To} {
			if m.IsZero() {
				continue
			}
			if m.Year < 1 || m.Year > 9999 || m.Month > 12 || m.Season > 4 || m.Month > 0 && m.Season > 0 || m.Day > 31 || m.Day > 0 && m.Month == 0 {
				t.Errorf("%q: %+v", s, m)
			}
		}
		if p.From.IsZero() && p.To.IsZero() || !p.Interval && !p.To.IsZero() {
			t.Errorf("%q: %+v", s, p)
		}
		if day, ok := ParseDay(s); ok && day != p.From {
			t.Errorf("%q: the day is %+v, the period %+v", s, day, p)
		}
	})
}
