package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// A rule knows a value, not the quotes round it. The corrections below are made only where the value stands in its file
// letter for letter, and where what is put there says the same with quotes as without.

// maxPieces is how many pieces of one value a correction may replace.
const maxPieces = 100

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
		span, ok := literal(t, how, c.start, c.end)
		if !ok || strings.Contains(c.text, "\n") {
			return nil
		}
		if how == quoted && strings.ContainsAny(c.text, `"'\`) {
			return nil
		}
		if marks := strings.ContainsAny(c.text, ",[]{}"); marks && !strings.ContainsAny(t.Value[c.start:c.end], ",[]{}") {
			return nil
		}
		amended.WriteString(t.Value[done:c.start])
		amended.WriteString(c.text)
		done = c.end
		fix.Edits = append(fix.Edits, diag.Edit{Span: span, Text: c.text})
	}
	amended.WriteString(t.Value[done:])
	value := amended.String()
	if strings.TrimSpace(value) == "" {
		return nil
	}
	if how != quoted && (spaced(value) != spaced(t.Value) || blankEdges(value)) || how == plain && !staysPlain(value) {
		return nil
	}
	return fix
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

// literal gives the place of a piece that stands in the file as in the value: on one line, without an escape.
func literal(t *glossary.Text, how manner, start, end int) (diag.Span, bool) {
	span := t.At(start, end)
	line, col := t.Span.EndLine, t.Span.EndCol
	if end < len(t.Value) {
		next := t.At(end, end)
		line, col = next.Line, next.Col
	} else if how == quoted {
		col--
	}
	ok := start < end && span.Line == span.EndLine && int(span.EndCol-span.Col) == utf8.RuneCountInString(t.Value[start:end]) &&
		line == span.EndLine && col == span.EndCol
	return span, ok
}

// spaced tells what YAML might fold or take for indentation: blanks beside blanks or ends of lines.
func spaced(s string) int {
	n := 0
	for i := 1; i < len(s); i++ {
		if blankByte(s[i]) && blankByte(s[i-1]) {
			n++
		}
	}
	return n
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
