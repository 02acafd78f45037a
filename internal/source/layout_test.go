package source_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

var words = []string{
	"a", "l’été", "图書館", "👩\u200d💻", "e\u0301", "[[id|texte]]", "*mot*", "x:y", "c#", "« oui »", "50\u00a0%", "d'un", `"b"`, `\n`, "—", "mot", "(fin).",
}

// value makes a text of a few words; a break parts some, where there may be breaks.
func value(r *rand.Rand, breaks bool) string {
	var b strings.Builder
	b.WriteString([]string{"mot", "Été", "图"}[r.Intn(3)])
	for range 1 + r.Intn(12) {
		switch n := r.Intn(12); {
		case breaks && n == 0:
			b.WriteString("\n")
		case breaks && n == 1:
			b.WriteString("\n\n")
		case breaks && n == 2:
			b.WriteString("\n  ")
		default:
			b.WriteString(" ")
		}
		b.WriteString(words[r.Intn(len(words))])
	}
	return b.String()
}

// A style writes a value after its key or dash, its lines indented by indent. It may refuse one.
type style struct {
	name   string
	breaks bool
	write  func(r *rand.Rand, value, indent string) (string, bool)
}

// wrap puts some ends of lines for spaces, with blanks that YAML folds away; from the second word on.
func wrap(r *rand.Rand, value, indent string, blanks bool) string {
	var b strings.Builder
	for i, word := range strings.Split(value, " ") {
		if i > 0 {
			if r.Intn(4) > 0 || strings.HasPrefix(word, "#") {
				b.WriteByte(' ')
			} else {
				if blanks && r.Intn(3) == 0 {
					b.WriteString(" \t"[:1+r.Intn(2)])
				}
				b.WriteString("\n" + indent)
				if blanks && r.Intn(3) == 0 {
					b.WriteString("   "[:1+r.Intn(3)])
				}
			}
		}
		b.WriteString(word)
	}
	return b.String()
}

func block(header string) func(r *rand.Rand, value, indent string) (string, bool) {
	return func(r *rand.Rand, value, indent string) (string, bool) {
		var b strings.Builder
		b.WriteString(header)
		if r.Intn(4) == 0 {
			b.WriteString(" # un commentaire")
		}
		b.WriteByte('\n')
		if r.Intn(4) == 0 {
			value = "\n" + value
		}
		if header[0] == '>' {
			for i, line := range strings.Split(value, "\n") {
				if i > 0 {
					b.WriteString("\n")
				}
				if line != "" {
					b.WriteString(indent + wrap(r, line, indent, false))
				}
			}
		} else {
			b.WriteString(indent + strings.ReplaceAll(value, "\n", "\n"+indent))
		}
		if strings.HasSuffix(header, "+") {
			b.WriteString("\n\n")
		}
		return b.String(), true
	}
}

var styles = []style{
	{"plain", false, func(_ *rand.Rand, value, _ string) (string, bool) { return value, true }},
	{"plain, lines", false, func(r *rand.Rand, value, indent string) (string, bool) { return wrap(r, value, indent, true), true }},
	{"single", false, func(r *rand.Rand, value, indent string) (string, bool) {
		return "'" + wrap(r, strings.ReplaceAll(value, "'", "''"), indent, true) + "'", true
	}},
	{"double", false, func(r *rand.Rand, value, indent string) (string, bool) {
		return `"` + wrap(r, strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value), indent, true) + `"`, true
	}},
	{"double, escapes", true, func(r *rand.Rand, value, indent string) (string, bool) {
		var b strings.Builder
		for _, c := range value {
			switch {
			case c == '\n':
				b.WriteString(`\n`)
			case c == '"' || c == '\\':
				b.WriteString(`\` + string(c))
			case c < 0x100 && c != ' ' && r.Intn(8) == 0:
				fmt.Fprintf(&b, `\x%02X`, c)
			case c < 0x10000 && c != ' ' && r.Intn(8) == 0:
				fmt.Fprintf(&b, `\u%04x`, c)
			case r.Intn(20) == 0:
				fmt.Fprintf(&b, `\U%08x`, c)
			case r.Intn(20) == 0 && c != ' ':
				b.WriteString("\\\n" + indent + string(c))
			default:
				b.WriteRune(c)
			}
		}
		return `"` + b.String() + `"`, true
	}},
	{"literal", true, block("|")},
	{"literal, stripped", true, block("|-")},
	{"literal, kept", true, block("|+")},
	{"literal, counted", true, block("|2")},
	{"folded", true, block(">")},
	{"folded, stripped", true, block(">-")},
	{"folded, kept", true, block(">+")},
	{"folded, counted", true, block(">2-")},
}

// Places for a value: what comes before it, and the indentation of its lines.
var places = []struct{ before, indent, after string }{
	{"definition: ", "  ", "\npos: noun\n"},
	{"définition: ", "  ", "\npos: noun\n"},
	{"notes:\n  - ", "    ", "\n  - autre\n"},
	{"notes:\n- ", "  ", "\n"},
	{"translations:\n  en:\n    term: hub\n    definition: ", "      ", "\n"},
	{"# été\nexamples:\n  - text: ", "      ", "\n    source: {title: x}\n"},
	{"\ufeffdefinition:   ", "  ", ""},
	{"examples:\n  - text:\n      ", "      ", "\n"},
}

// Every character of a value is found where it stands in the file, whatever the style.
func TestPlaces(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	tried := map[string]int{}
	for range 12_000 {
		s := styles[r.Intn(len(styles))]
		place := places[r.Intn(len(places))]
		want := value(r, s.breaks)
		text, ok := s.write(r, want, place.indent)
		if !ok {
			continue
		}
		src := place.before + text + place.after
		if r.Intn(3) == 0 {
			src = strings.ReplaceAll(src, "\n", "\r\n")
		}
		e, _ := source.ParseEntry("terms/essai.yaml", []byte(src))
		var got *glossary.Text
		for _, v := range e.Values {
			if v.Field.Kind == glossary.Inline && v.Text.Value != "autre" {
				got = v.Text
				break
			}
		}
		if got == nil || len(e.Values) == 0 || strings.Trim(got.Value, "\n") != want {
			continue // a plain value that YAML does not take for one
		}
		tried[s.name]++
		if !placed(t, src, got) {
			t.Fatalf("%s: %q in\n%s", s.name, want, src)
		}
	}
	for _, s := range styles {
		if tried[s.name] < 200 {
			t.Errorf("%s: only %d values", s.name, tried[s.name])
		}
	}
}

// placed checks the places of all characters of a text, and of some pieces.
func placed(t *testing.T, src string, text *glossary.Text) bool {
	t.Helper()
	rows := rowsOf([]byte(strings.ReplaceAll(src, "\r\n", "\n")))
	value := text.Value
	escaped := map[int]bool{}
	for i, c := range value {
		span := text.At(i, i+utf8.RuneLen(c))
		at, ok := runeAt(rows, span.Line, span.Col)
		if !ok {
			t.Errorf("byte %d is at %v", i, span)
			return false
		}
		row := string(rows[span.Line-1][span.Col-1:])
		switch {
		case (c == ' ' || c == '\n') && strings.TrimSpace(row) == "": // the end of a line
			escaped[i] = true
		case c != '\n' && at == c && span.EndLine == span.Line && span.EndCol == span.Col+1:
			escaped[i] = c == '\\' || c == '\'' // perhaps doubled
		case at == '\\' || at == '\'' && strings.HasPrefix(row, "''"):
			escaped[i] = true
		default:
			t.Errorf("byte %d, %q, is at %v, where %q stands", i, c, span, at)
			return false
		}
	}
	// Pieces that are as they stand in the file.
	starts := 0
	for start := range value {
		if starts++; starts%3 > 0 {
			continue
		}
		for end := start; end < len(value) && end < start+20 && !escaped[end]; {
			_, size := utf8.DecodeRuneInString(value[end:])
			end += size
			span := text.At(start, end)
			if span.Line != span.EndLine {
				if row := string(rows[span.Line-1]); !strings.HasSuffix(row, `\`) {
					t.Errorf("%q is at %v", value[start:end], span)
					return false
				}
				break // an end of line that an escape takes away
			}
			if span.EndCol < span.Col || int(span.EndCol) > len(rows[span.Line-1])+1 {
				t.Errorf("%q is at %v", value[start:end], span)
				return false
			}
			if got := string(rows[span.Line-1][span.Col-1 : span.EndCol-1]); got != value[start:end] {
				t.Errorf("%q is at %v, where %q stands", value[start:end], span, got)
				return false
			}
		}
	}
	// The whole ends just after its last character, or after the quote that closes it.
	_, size := utf8.DecodeLastRuneInString(value)
	last := text.At(len(value)-size, len(value))
	s := text.Span
	before, ok := runeAt(rows, s.EndLine, s.EndCol-1)
	first, _ := runeAt(rows, s.Line, s.Col)
	quoted := first == '"' || first == '\''
	if !ok || quoted && before != first {
		t.Errorf("the whole is at %v, before whose end %q stands", s, before)
		return false
	}
	if !quoted && (s.EndLine != last.EndLine || s.EndCol != last.EndCol) {
		t.Errorf("the whole is at %v, its last character at %v", s, last)
		return false
	}
	return true
}
