// Package diag holds findings about a lexicon as data: what, how grave, where, and with which values.
// It knows nothing of what the findings mean and says no word of its own: the wording is handed to the
// printers as a function, so that one finding can be read in any language and any format.
package diag

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
)

// Severity tells what a finding does to the work.
type Severity uint8

// From the mildest to the gravest.
const (
	Off     Severity = iota // a rule switched off: never printed
	Review                  // a heuristic: worth a human look, never a failure
	Warning                 // a failure only where warnings are refused
	Error                   // nothing is written
)

var severityNames = [...]string{Off: "off", Review: "review", Warning: "warning", Error: "error"}

// String gives the name that lexicon.yaml and the machine formats use.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads a name given by [Severity.String].
func ParseSeverity(name string) (Severity, bool) {
	i := slices.Index(severityNames[:], name)
	return Severity(max(i, 0)), i >= 0
}

// Span is a stretch of a file. Lines and columns count from 1, columns in characters (Unicode code points, a
// tab being one); EndLine and EndCol name the place just after the last character. The zero Span is the whole file.
type Span struct{ Line, Col, EndLine, EndCol int32 }

// IsZero reports whether s stands for a whole file.
func (s Span) IsZero() bool { return s.Line == 0 }

// Contains reports whether the place where t starts lies in s.
func (s Span) Contains(t Span) bool {
	return comparePlace(s.Line, s.Col, t.Line, t.Col) <= 0 && comparePlace(t.Line, t.Col, s.EndLine, s.EndCol) < 0
}

// Args are the values that the wording of a finding needs, by name.
type Args map[string]any

// Diagnostic is one finding.
type Diagnostic struct {
	Code     string // a word such as "broken-reference": stable, never reused for another meaning
	Severity Severity
	File     string // slash-separated path from the lexicon's folder
	Span     Span
	Args     Args
	Related  []Related
	Fix      *Fix
}

// Related is another place that helps to understand a finding ("first given here").
// Its wording is asked for as Code with [RelatedSuffix].
type Related struct {
	File string
	Span Span
	Code string
	Args Args
}

// Fix is a correction that can be made without asking: its edits lie in the finding's own file and do not overlap.
type Fix struct{ Edits []Edit }

// Edit replaces the text of Span by Text; an empty Span (its end at its start) inserts.
type Edit struct {
	Span Span
	Text string
}

// Wording gives the message of a finding and the advice that goes with it (empty when there is none), in one language.
type Wording func(code string, args Args) (message, hint string)

// List is a set of findings.
type List []Diagnostic

// Sort puts the findings in the order in which they are read: by file, place, code; and drops exact repeats.
// The order they came in leaves no trace.
func (l *List) Sort() {
	slices.SortStableFunc(*l, compareFindings)
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool {
		return a.Code == b.Code && a.File == b.File && a.Span == b.Span && sameArgs(a.Args, b.Args)
	})
}

func compareFindings(a, b Diagnostic) int {
	c := cmp.Or(
		cmp.Compare(a.File, b.File),
		comparePlace(a.Span.Line, a.Span.Col, b.Span.Line, b.Span.Col),
		cmp.Compare(a.Code, b.Code),
		comparePlace(a.Span.EndLine, a.Span.EndCol, b.Span.EndLine, b.Span.EndCol),
	)
	if c != 0 {
		return c
	}
	// Values bring repeats together, even with another finding of this code and place in between. fmt sorts the keys of maps.
	return cmp.Compare(fmt.Sprint(a.Args), fmt.Sprint(b.Args))
}

// Count tells how many findings have the given severity.
func (l List) Count(s Severity) int {
	n := 0
	for i := range l {
		if l[i].Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether something must be mended before anything is written.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

func comparePlace(line, col, otherLine, otherCol int32) int {
	return cmp.Or(cmp.Compare(line, otherLine), cmp.Compare(col, otherCol))
}

// sameArgs takes values of any type: == would panic on a list.
func sameArgs(a, b Args) bool {
	return len(a) == len(b) && (len(a) == 0 || reflect.DeepEqual(a, b))
}
