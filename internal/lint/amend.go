package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// A rule knows a value, not the quotes round it. The corrections below are made only where the place of what they replace
// is known for certain, and where what is put there says the same with quotes as without.

// maxPieces is how many pieces of one value a correction may replace: each costs a reading of its line.
const maxPieces = 500

// piece is a stretch of a value, in bytes, and what should stand there.
type piece struct {
	start, end int
	text       string
}

// amend replaces pieces of a value, given in order; nil when the file might then say something else than what is meant.
func amend(t *glossary.Text, pieces []piece) *diag.Fix {
	how := writing(t)
	if how == unsure || len(pieces) == 0 || len(pieces) > maxPieces {
		return nil
	}
	fix := &diag.Fix{}
	var amended strings.Builder
	done := 0
	for _, c := range pieces {
		edits := editsOf(t, how, c)
		if edits == nil || !sayable(t, how, c) {
			return nil
		}
		amended.WriteString(t.Value[done:c.start])
		amended.WriteString(c.text)
		done = c.end
		fix.Edits = append(fix.Edits, edits...)
	}
	amended.WriteString(t.Value[done:])
	value := amended.String()
	if strings.TrimSpace(value) == "" {
		return nil
	}
	if how != quoted && (!laidAlike(t.Value, value) || blankEdges(value)) || how == plain && !staysPlain(value) {
		return nil
	}
	return fix
}

// mendable reports whether amend may replace a piece, as far as that can be told from it alone.
func mendable(t *glossary.Text, how manner, c piece) bool {
	return editsOf(t, how, c) != nil && sayable(t, how, c)
}

// editsOf gives what replaces a piece in the file; nil when that cannot be told.
func editsOf(t *glossary.Text, how manner, c piece) []diag.Edit {
	if span, ok := place(t, how, c.start, c.end); ok {
		return []diag.Edit{{Span: span, Text: c.text}}
	}
	if how == unsure || t.Value[c.start:c.end] != " " || c.start == 0 || blankByte(t.Value[c.start-1]) {
		return nil
	}
	// The space is an end of line in the file: the word before it goes to the next line, where what takes the place of the
	// space is put after it. The first line keeps a word, so that there are as many lines as before.
	word := wordStart(t.Value, c.start)
	if word < 2 {
		return nil
	}
	left, moved, next := t.At(word-1, word), t.At(word, c.start), t.At(c.end, c.end)
	ok := !blankByte(t.Value[word-2]) && t.At(word-2, word-1).Line == moved.Line && left.EndCol == moved.Col && left.EndLine == moved.Line &&
		moved.Line == moved.EndLine && int(moved.EndCol-moved.Col) == utf8.RuneCountInString(t.Value[word:c.start]) && next.Line == moved.Line+1 && next.Col > 1
	if !ok {
		return nil
	}
	moved.Col = left.Col
	return []diag.Edit{{Span: moved}, {Span: next, Text: t.Value[word:c.start] + c.text}}
}

// wordStart gives where the word that ends at a place starts.
func wordStart(s string, end int) int { return strings.LastIndexByte(s[:end], ' ') + 1 }

// sayable reports whether a piece says in its file what it says in the value. A text without quotes that holds marks of
// YAML's lists already is no item of one.
func sayable(t *glossary.Text, how manner, c piece) bool {
	const marks = ",[]{}"
	switch {
	case strings.Contains(c.text, "\n"), how == quoted && strings.ContainsAny(c.text, `"'\`):
		return false
	case how == plain && strings.ContainsAny(c.text, marks):
		return strings.ContainsAny(t.Value, marks)
	}
	return true
}

// rewrite puts another text in the place of a whole value and its quotes; nil when the place is not known for certain.
func rewrite(t *glossary.Text, value string) *diag.Fix {
	how := writing(t)
	if how != plain && how != quoted || t.Span.Line != t.Span.EndLine || strings.Contains(value, "\n") {
		return nil
	}
	if how == quoted || !plainText.MatchString(value) {
		value = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
	}
	return &diag.Fix{Edits: []diag.Edit{{Span: t.Span, Text: value}}}
}

// plainText is what is read as it is written without quotes, wherever it stands.
var plainText = regexp.MustCompile(`^[\pL\pN./]([\pL\pN./_~%+=&?:-]*[\pL\pN./_~%+=&?-])?$`)

// manner is how a value is written in its file.
type manner uint8

const (
	unsure manner = iota
	plain
	quoted
	block
)

func writing(t *glossary.Text) manner {
	switch {
	case t.Layout == nil:
		if t.Span.Line == t.Span.EndLine && int(t.Span.EndCol-t.Span.Col) == utf8.RuneCountInString(t.Value) {
			return plain
		}
	case len(*t.Layout) == 0:
	case (*t.Layout)[0].Line > t.Span.Line:
		return block
	case (*t.Layout)[0].Col == t.Span.Col:
		return plain
	case (*t.Layout)[0].Col == t.Span.Col+1:
		return quoted
	}
	return unsure
}

// place gives where a piece stands in the file: on one line, and letter for letter, except that between quotes it may be
// written with escapes.
func place(t *glossary.Text, how manner, start, end int) (diag.Span, bool) {
	span := t.At(start, end)
	line, col := t.Span.EndLine, t.Span.EndCol
	if end < len(t.Value) {
		next := t.At(end, end)
		line, col = next.Line, next.Col
	} else if how == quoted {
		col--
	}
	if how == quoted && span.Line == line {
		span.EndLine, span.EndCol = line, col
	}
	letters := int32(utf8.RuneCountInString(t.Value[start:end]))
	ok := start < end && span.Line == span.EndLine && line == span.EndLine && col == span.EndCol &&
		(span.EndCol-span.Col == letters || how == quoted && span.EndCol-span.Col > letters)
	return span, ok
}

// laidAlike reports whether YAML folds two texts alike, and indents them alike: blanks may have gone from between words, but
// none may have come beside another, nor have come or gone at an end of line.
func laidAlike(before, after string) bool {
	blanks, edges := spaced(before)
	left, leftEdges := spaced(after)
	return left <= blanks && leftEdges == edges
}

// spaced counts the blanks that follow another, and those of them at an end of line.
func spaced(s string) (n, edges int) {
	for i := 1; i < len(s); i++ {
		if blankByte(s[i]) && blankByte(s[i-1]) {
			n++
			if s[i] == '\n' || s[i-1] == '\n' {
				edges++
			}
		}
	}
	return n, edges
}

func blankEdges(s string) bool { return s == "" || blankByte(s[0]) || blankByte(s[len(s)-1]) }

func blankByte(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

// staysPlain reports whether a text is read without quotes as it is written. Its reader is lenient: what it was changed
// from may not have been.
func staysPlain(s string) bool {
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") {
		return false
	}
	switch {
	case strings.IndexByte(",[]{}#&*!|>'\"%@`", s[0]) >= 0:
		return false
	case strings.IndexByte("-?:", s[0]) >= 0 && (len(s) < 2 || blankByte(s[1])):
		return false
	}
	return s != "~" && !strings.EqualFold(s, "null")
}
