package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// badDate asks for a calendar day of ISO 8601, or, for what dates a source or an event, a date of EDTF level 1.
var badDate = &Rule{
	Code:     "bad-date",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.Fields(glossary.Date, glossary.EDTF) {
			t, kind := v.Text, v.Field.Kind
			if isDate(kind, t.Value) || hidden(t.Value) {
				continue
			}
			meant := datesMeant(kind, t.Value)
			d := p.Report(f.Path, t.Span, diag.Args{"value": t.Value, "kind": dateKinds[kind], "reason": dateFault(t.Value), "meant": meant})
			if len(meant) == 1 {
				d.Fix = rewrite(t, meant[0])
			}
		}
	},
}

var dateKinds = map[glossary.Kind]string{glossary.Date: "day", glossary.EDTF: "edtf"}

func isDate(kind glossary.Kind, s string) bool {
	if kind == glossary.Date {
		_, ok := glossary.ParseDay(s)
		return ok
	}
	_, ok := glossary.ParseEDTF(s)
	return ok
}

var isoShape = regexp.MustCompile(`^\d{4}-\d{2}(-\d{2})?[?~%]?$`)

// dateFault tells a date that is not in the calendar, and an interval that ends before it begins, from what is no date.
func dateFault(s string) string {
	if isoShape.MatchString(s) {
		if _, whole := glossary.ParseEDTF(s); whole {
			return "day-wanted"
		}
		return "calendar"
	}
	if _, ok := glossary.ParseEDTF(s); ok {
		return "day-wanted"
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		_, okFrom := glossary.ParseEDTF(from)
		_, okTo := glossary.ParseEDTF(to)
		if okFrom && okTo {
			return "reversed"
		}
	}
	return "form"
}

var (
	yearFirst = regexp.MustCompile(`^(\d{4})([-/. ])(\d{1,2})([-/. ])(\d{1,2})$`)
	yearLast  = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$`)
	yearMonth = regexp.MustCompile(`^(\d{4})[-/. ](\d{1,2})$`)
	together  = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	withHour  = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$`)
	dayMonth  = regexp.MustCompile(`^(?:le |the )?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?(\d{1,2})(?:er|st|nd|rd|th)? (\pL+)\.?,? (\d{4})$`)
	monthDay  = regexp.MustCompile(`^(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`)
	monthYear = regexp.MustCompile(`^(\pL+)\.? (\d{4})$`)
)

// edtfForms are the habits that EDTF has a sign for, as [locale.Fold] gives them: it makes hyphens and dashes spaces.
var edtfForms = []struct {
	pattern *regexp.Regexp
	sign    string
}{
	{regexp.MustCompile(`^(?:vers|environ|env\.?|ca\.?|circa|c\.|about|~) ?(\d{4})$`), "~"},
	{regexp.MustCompile(`^(\d{4}) (?:a |to )?(\d{4})$`), ""},
	{regexp.MustCompile(`^(\d{4}) ?(?:\?|\(\?\)|\[\?\])$`), "?"},
	{regexp.MustCompile(`^(?:(?:les )?annees )?(\d{3})0s?$`), "X"},
}

var monthNames = map[string]int{
	"janvier": 1, "janv": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5, "juin": 6,
	"juillet": 7, "juil": 7, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11,
	"decembre": 12, "dec": 12,
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "aug": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"printemps": 21, "spring": 21, "ete": 22, "summer": 22, "automne": 23, "autumn": 23, "fall": 23, "hiver": 24, "winter": 24,
}

// datesMeant gives the dates that a text written otherwise may stand for, well written: one when there is no doubt, both
// when day and month could be taken for each other, none when it is no date.
func datesMeant(kind glossary.Kind, s string) []string {
	s = strings.TrimFunc(s, space)
	if len(s) > 60 {
		return nil
	}
	var list []string
	add := func(date string) {
		if isDate(kind, date) && !slices.Contains(list, date) {
			list = append(list, date)
		}
	}
	ymd := func(year, month, day string) {
		y, _ := strconv.Atoi(year)
		m, err := strconv.Atoi(month)
		d, _ := strconv.Atoi(day)
		if err != nil {
			m = monthNames[month]
		}
		switch {
		case m == 0:
		case day == "":
			add(fmt.Sprintf("%04d-%02d", y, m))
		default:
			add(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
		}
	}
	add(s) // the blanks around it were all that was wrong

	// Fold makes accents, capitals and no-break spaces alike, and leaves 1er of 1ᵉʳ; it also takes hyphens away.
	words := locale.Fold(s)
	if m := yearFirst.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		ymd(m[1], m[3], m[5])
	} else if m := yearLast.FindStringSubmatch(s); m != nil {
		ymd(m[3], m[2], m[1])
		ymd(m[3], m[1], m[2])
	} else if m := together.FindStringSubmatch(s); m != nil {
		if "1500" <= m[1] && m[1] <= "2199" {
			ymd(m[1], m[2], m[3])
		}
	} else if m := withHour.FindStringSubmatch(s); m != nil {
		add(m[1])
	} else if m := dayMonth.FindStringSubmatch(words); m != nil {
		ymd(m[3], m[2], m[1])
	} else if m := monthDay.FindStringSubmatch(words); m != nil {
		ymd(m[3], m[1], m[2])
	}
	if kind == glossary.Date || len(list) > 0 {
		return list
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		ymd(m[1], m[2], "")
	}
	if m := monthYear.FindStringSubmatch(words); m != nil {
		ymd(m[2], m[1], "")
	}
	for _, form := range edtfForms {
		if m := form.pattern.FindStringSubmatch(words); m != nil {
			add(strings.Join(m[1:], "/") + form.sign)
		}
	}
	if strings.ToUpper(s) != s {
		add(strings.ToUpper(s)) // 201x
	}
	return list
}
