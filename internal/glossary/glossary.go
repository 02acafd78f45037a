// Package glossary is the model in the middle: what readers make, rules inspect and formats print.
//
// Facts of one file live in [Entry], [Lexicon] and [Edition], which are never changed once read; facts that take
// several files (who links to whom, which concept is narrower) live in the side tables of [Glossary]. The package
// knows nothing of YAML, of files or of any output.
package glossary

import (
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// Text is a value as its author wrote it, and where.
type Text struct {
	Value string
	// Span is the place of the whole value, quotes and block indicator included.
	Span diag.Span
	// Layout tells where the characters of Value stand when they do not simply follow each other from the start of Span.
	Layout *Layout
	// Doc is Value read as Markdown, for the fields that hold some.
	Doc *markdown.Doc
}

// IsZero reports whether nothing was written.
func (t *Text) IsZero() bool { return t.Value == "" }

// At gives the place in the file of the bytes start to end of the value: the place of the whole value when theirs is not
// known.
func (t *Text) At(start, end int) diag.Span {
	if t.Layout != nil && len(*t.Layout) == 0 {
		return t.Span
	}
	line, col := t.Layout.place(t, start)
	endLine, endCol := t.Layout.place(t, end)
	if end > start { // the end of a piece is after its last character, not before the next one, which may be lines away
		_, size := utf8.DecodeLastRuneInString(t.Value[:end])
		endLine, endCol = t.Layout.place(t, end-size)
		endCol++
	}
	// A reader may take a value for what was meant, and give more characters to it than the file holds.
	if whole := t.Span; !whole.IsZero() && (endLine > whole.EndLine || endLine == whole.EndLine && endCol > whole.EndCol) {
		endLine, endCol = whole.EndLine, whole.EndCol
		if line > endLine || line == endLine && col >= endCol {
			return whole
		}
	}
	return diag.Span{Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

// Layout is where a folded, quoted or block value stands in its file: the characters from Offset on follow each other
// from Line and Col, until the next anchor. A nil *Layout means one anchor, at the start of the value's Span; an empty
// Layout, that the places are not known.
type Layout []Anchor

// Anchors gives the anchors of a layout that may be nil.
func (l *Layout) Anchors() []Anchor {
	if l == nil {
		return nil
	}
	return *l
}

// Anchor ties a byte offset in a value to a place in its file.
type Anchor struct {
	Offset    int32
	Line, Col int32
}

func (l *Layout) place(t *Text, offset int) (line, col int32) {
	a := Anchor{Line: t.Span.Line, Col: t.Span.Col}
	for _, next := range l.Anchors() {
		if int(next.Offset) > offset {
			break
		}
		a = next
	}
	if a.Line == 0 {
		return 0, 0
	}
	return a.Line, a.Col + int32(utf8.RuneCountInString(t.Value[a.Offset:offset]))
}

// Part is what every group of keys has in common: an entry, a synonym, a source.
type Part struct {
	Span diag.Span
	keys uint64
}

// Common gives access to what is common to all groups of keys.
func (p *Part) Common() *Part { return p }

// Note records that the i-th key of the group's table was written, even if its value could not be read: nothing may be
// concluded from its absence.
func (p *Part) Note(i int) { p.keys |= 1 << i }

// Noted reports whether the i-th key of the group's table was written.
func (p *Part) Noted(i int) bool { return p.keys&(1<<i) != 0 }

// File is what is known of a file besides its content.
type File struct {
	Path string // slash-separated, from the lexicon's folder
	// Broken: the content could not be read, so nothing may be concluded from what it lacks.
	Broken  bool
	Ignores []Ignore
	// Values are all the values written in the file, in the order of the tables.
	Values []Value
}

// Value is a written value with the key that holds it.
type Value struct {
	Field *Field
	Text  *Text
}

// Ignore is a comment by which an author accepts a finding of the rule Code in the lines Scope, for a reason.
type Ignore struct {
	Code   string
	Reason string
	Span   diag.Span // of the comment
	Scope  diag.Span
	// Whole: the comment stands above all content, so that it also covers findings about the file as a whole.
	Whole bool
}
