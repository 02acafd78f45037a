package diag

import (
	"iter"
	"reflect"
)

// Voice is what a printer needs to speak a language. WriteSARIF alone calls About, WriteText alone calls Label.
type Voice struct {
	// Say words a finding; its arguments come shortened by [Shorten]. For a related place the code has
	// [RelatedSuffix] at its end, and the hint is not used.
	Say Wording
	// Label gives a word of the printer's own: see [Labels].
	Label func(key string) string
	// About explains a code, apart from any finding.
	About func(code string) string
}

// RelatedSuffix is added to the code of a [Related] place to ask for its wording: "duplicate-key.related".
const RelatedSuffix = ".related"

// Labels lists every key that printers ask of [Voice.Label].
var Labels = []string{labelError, labelWarning, labelReview, labelHelp, labelFixable}

const (
	labelSeverity = "severity."
	labelError    = labelSeverity + "error"
	labelWarning  = labelSeverity + "warning"
	labelReview   = labelSeverity + "review"
	labelHelp     = "help"    // before a hint
	labelFixable  = "fixable" // the correction can be made without asking
)

// say words a finding, on one line each and safe to show: not only because arguments are made so, but
// whatever the wording does with them.
func (v Voice) say(code string, args Args) (message, hint string) {
	message, hint = v.Say(code, shortened(args))
	return oneLine(message, 0), oneLine(hint, 0)
}

// shortened copies args with its texts cut by Shorten. Other values are left: wordings count with them.
func shortened(args Args) Args {
	short := make(Args, len(args))
	for name, value := range args {
		switch v := reflect.ValueOf(value); v.Kind() {
		case reflect.String:
			short[name] = Shorten(v.String())
		case reflect.Slice:
			if v.Type().Elem().Kind() != reflect.String {
				short[name] = value
				continue
			}
			list := make([]string, v.Len())
			for i := range list {
				list[i] = Shorten(v.Index(i).String())
			}
			short[name] = list
		default:
			short[name] = value
		}
	}
	return short
}

// finding is a diagnostic in words, as all printers show it.
type finding struct {
	*Diagnostic
	path          string
	place         Span
	message, hint string
	related       []note
}

type note struct {
	path    string
	place   Span
	message string
}

// worded gives the findings to print, in the order of l. A nil path shows files as they are named.
func (l List) worded(voice Voice, path func(file string) string) iter.Seq[finding] {
	if path == nil {
		path = func(file string) string { return file }
	}
	return func(yield func(finding) bool) {
		for i := range l {
			d := &l[i]
			if d.Severity == Off {
				continue
			}
			f := finding{Diagnostic: d, path: path(d.File), place: d.Span.place()}
			f.message, f.hint = voice.say(d.Code, d.Args)
			for _, r := range d.Related {
				message, _ := voice.say(r.Code+RelatedSuffix, r.Args)
				f.related = append(f.related, note{path(r.File), r.Span.place(), message})
			}
			if !yield(f) {
				return
			}
		}
	}
}

// edits gives what can be corrected without asking.
func (f finding) edits() []Edit {
	if f.Fix == nil {
		return nil
	}
	return f.Fix.Edits
}

// place gives the numbers to print for s: the whole file is its very start, and no end comes before its start.
func (s Span) place() Span {
	s.Line, s.Col = max(s.Line, 1), max(s.Col, 1)
	if comparePlace(s.EndLine, s.EndCol, s.Line, s.Col) < 0 {
		s.EndLine, s.EndCol = s.Line, s.Col
	}
	return s
}
