package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Columns is how long the lines of a file that is written may be. A text is never broken but at an ordinary space.
const Columns = 100

// Write gives the file of a group in the canonical form: keys in the order of the table, a text in place of a group that says
// nothing else, ids in brackets, long prose folded, and quotes where YAML wants them and nowhere else. Reading it gives the
// group back, places aside. What has no value is left out; a text of blanks has none.
func Write(record *glossary.Record, root any) []byte {
	var w writer
	w.group(record, root, 0)
	return w.out
}

type writer struct {
	out    []byte
	inline bool // the next key follows the dash of its item
}

// start begins a line, unless it has begun with a dash.
func (w *writer) start(indent int) {
	if !w.inline {
		w.out = append(w.out, spaces(indent)...)
	}
	w.inline = false
}

func (w *writer) key(indent int, key string) {
	w.start(indent)
	w.out = append(w.out, key...)
	w.out = append(w.out, ':')
}

func (w *writer) dash(indent int) {
	w.start(indent)
	w.out = append(w.out, '-')
}

func (w *writer) group(record *glossary.Record, group any, indent int) {
	for i := range record.Fields {
		f := &record.Fields[i]
		switch {
		case f.Text != nil:
			if value := f.Text(group).Value; written(value) {
				w.key(indent, f.Key)
				w.text(f, value, indent)
			}
		case f.Texts != nil:
			w.texts(f, *f.Texts(group), indent)
		case f.Parts.Shape == glossary.Single:
			if f.Parts.Len(group) > 0 {
				w.part(f.Parts, f.Key, f.Parts.At(group, 0), indent)
			}
		default:
			w.parts(f, group, indent)
		}
	}
	if p := record.Rest; p != nil {
		for i := range p.Len(group) {
			part := p.At(group, i)
			w.part(p, freeKey(p, part), part, indent)
		}
	}
}

func written(value string) bool { return strings.TrimSpace(value) != "" }

// text writes a value after its key or dash, and ends the line. indent is the column of that key or dash.
func (w *writer) text(f *glossary.Field, value string, indent int) {
	line := w.out[lastLine(w.out):]
	w.out = append(w.out, ' ')
	room := Columns - utf8.RuneCount(line) - 1
	switch {
	case strings.Contains(value, "\n"):
		if block := literal(value, indent+2); readsBlock(block, value, indent) {
			w.out = append(w.out, block...)
			return
		}
	case utf8.RuneCountInString(value) > room-2:
		if block := folded(value, indent+2); block != "" && readsBlock(block, value, indent) {
			w.out = append(w.out, block...)
			return
		}
	}
	w.out = append(w.out, scalar(f, value, false)...)
	w.out = append(w.out, '\n')
}

func lastLine(out []byte) int {
	for i := len(out); i > 0; i-- {
		if out[i-1] == '\n' {
			return i
		}
	}
	return 0
}

// texts writes a list: in brackets when it is one of ids or of single words, and fits on the line.
func (w *writer) texts(f *glossary.Field, list []glossary.Text, indent int) {
	var items []string
	for i := range list {
		if written(list[i].Value) {
			items = append(items, list[i].Value)
		}
	}
	if len(items) == 0 {
		return
	}
	w.key(indent, f.Key)
	words := !slices.ContainsFunc(items, func(s string) bool { return strings.ContainsAny(s, " \n\u00A0") || scalar(f, s, true) != s })
	if !isFree(f) || f.Kind == glossary.Line && words {
		var line []string
		for _, item := range items {
			line = append(line, scalar(f, item, true))
		}
		if flow := "[" + strings.Join(line, ", ") + "]"; w.fits(indent, f.Key, flow) && !strings.Contains(flow, "\n") {
			w.out = append(w.out, " "+flow+"\n"...)
			return
		}
	}
	w.out = append(w.out, '\n')
	for _, item := range items {
		w.dash(indent + 2)
		w.text(f, item, indent+2)
	}
}

func (w *writer) fits(indent int, key, value string) bool {
	return indent+utf8.RuneCountInString(key)+2+utf8.RuneCountInString(value) <= Columns
}

// parts writes a list of groups, or groups under free keys.
func (w *writer) parts(f *glossary.Field, group any, indent int) {
	p := f.Parts
	begun := false
	for i := range p.Len(group) {
		part := p.At(group, i)
		if nothing(p.Record, part) {
			continue
		}
		if !begun {
			w.key(indent, f.Key)
			w.out = append(w.out, '\n')
			begun = true
		}
		if p.Shape == glossary.Keyed {
			w.part(p, freeKey(p, part), part, indent+2)
			continue
		}
		w.dash(indent + 2)
		if short := shorthand(p.Record, part); short != nil {
			w.text(short, short.Text(part).Value, indent+2)
			continue
		}
		w.out = append(w.out, ' ')
		w.inline = true
		w.group(p.Record, part, indent+4)
	}
}

// part writes one group under its key: as a text when it says nothing else, in braces when its keys are free and it fits on
// the line.
func (w *writer) part(p *glossary.Parts, key string, part any, indent int) {
	if nothing(p.Record, part) {
		return
	}
	w.key(indent, key)
	if short := shorthand(p.Record, part); short != nil {
		w.text(short, short.Text(part).Value, indent)
		return
	}
	if p.Record.Rest != nil {
		if flow := braces(p.Record.Rest, part); w.fits(indent, key, flow) {
			w.out = append(w.out, " "+flow+"\n"...)
			return
		}
	}
	w.out = append(w.out, '\n')
	w.group(p.Record, part, indent+2)
}

// braces writes groups that are texts on one line.
func braces(p *glossary.Parts, group any) string {
	var items []string
	for i := range p.Len(group) {
		part := p.At(group, i)
		if short := shorthand(p.Record, part); short != nil {
			items = append(items, freeKey(p, part)+": "+scalar(short, short.Text(part).Value, true))
		}
	}
	return "{" + strings.Join(items, ", ") + "}"
}

func freeKey(p *glossary.Parts, part any) string {
	key := p.KeyField.Text(part).Value
	if !isPlain(key, true) {
		key = doubleQuoted(key)
	}
	return key
}

// nothing reports whether a group says nothing.
func nothing(record *glossary.Record, group any) bool {
	empty := true
	record.Walk(group, func(_ *glossary.Field, t *glossary.Text) { empty = empty && !written(t.Value) })
	return empty
}

// shorthand gives the key of a group that may stand for it, when the group has no other; nil when it does not.
func shorthand(record *glossary.Record, group any) *glossary.Field {
	if record.Short == "" {
		return nil
	}
	short := &record.Fields[lookup(record, record.Short, 0)]
	texts := 0
	record.Walk(group, func(_ *glossary.Field, t *glossary.Text) {
		if written(t.Value) {
			texts++
		}
	})
	if texts != 1 || !written(short.Text(group).Value) {
		return nil
	}
	return short
}

// scalar writes a value on one line, between brackets or braces if flow.
func scalar(f *glossary.Field, value string, flow bool) string {
	switch f.Kind {
	case glossary.Date, glossary.EDTF, glossary.Number, glossary.Boolean, glossary.Choice:
		// YAML may take these for something else than a text; the lexicon does not.
		if readsPlain(value, flow) && !curly(value) {
			return value
		}
	}
	if isPlain(value, flow) {
		return value
	}
	if mark, _ := quotes(value); mark == "'" && printable([]byte(value)) && !strings.ContainsAny(value, "\n\t\r") {
		return "'" + value + "'"
	}
	return doubleQuoted(value)
}

// isPlain reports whether any reader of YAML takes a value for a text without quotes. yaml.v3 knows what others would read as a
// number, a date or a truth value. A word processor's quotes, or a key's colon, would not be left in the text by ours.
func isPlain(value string, flow bool) bool {
	out, err := yaml.Marshal(value)
	return err == nil && string(out) == value+"\n" && readsPlain(value, flow) && !curly(value) && !gluedColon(value)
}

// gluedColon reports whether a text looks like a key and its value without a space between them.
func gluedColon(value string) bool {
	name, _, found := strings.Cut(value, ":")
	return found && (vocabulary(&glossary.EntryRecord)[name] || vocabulary(&glossary.EditionRecord)[name])
}

// readsPlain reports whether yaml.v3 reads a value as it is without quotes.
func readsPlain(value string, flow bool) bool {
	if strings.ContainsAny(value, "\n\r\t") || value == "<<" {
		return false
	}
	src := "k: " + value + "\n"
	if flow {
		src = "k: [" + value + "]\n"
	}
	root, err := tree([]byte(src))
	if err != nil || root == nil || root.Kind != yaml.MappingNode || len(root.Content) != 2 {
		return false
	}
	n := root.Content[1]
	if flow {
		if len(n.Content) != 1 {
			return false
		}
		n = n.Content[0]
	}
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == value && !empty(n) && n.Anchor == "" && n.LineComment == ""
}

func doubleQuoted(value string) string {
	if printable([]byte(value)) && !strings.ContainsAny(value, "\n\t\r") {
		return `"` + escapes.Replace(value) + `"`
	}
	out, err := yaml.Marshal(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: value})
	if err != nil { // not UTF-8, of which nothing that was read is
		return doubleQuoted(strings.ToValidUTF8(value, "\uFFFD"))
	}
	return strings.TrimSuffix(string(out), "\n")
}

// literal writes a text of several lines as a block.
func literal(value string, indent int) string {
	var b strings.Builder
	b.WriteByte('|')
	if first := strings.TrimLeft(value, "\n"); strings.HasPrefix(first, " ") {
		b.WriteByte('2')
	}
	b.WriteByte('\n')
	for line := range strings.Lines(value) {
		if line != "\n" {
			b.WriteString(spaces(indent))
		}
		b.WriteString(line)
	}
	b.WriteByte('\n')
	return b.String()
}

// folded writes a text of one line as a block of several, "" when it cannot.
func folded(value string, indent int) string {
	if strings.Contains(value, "  ") || strings.HasPrefix(value, " ") || strings.HasSuffix(value, " ") {
		return ""
	}
	var b strings.Builder
	b.WriteString(">-")
	column := Columns
	for _, word := range strings.Split(value, " ") {
		n := utf8.RuneCountInString(word)
		if column+1+n > Columns {
			b.WriteByte('\n')
			b.WriteString(spaces(indent))
			column = indent
		} else {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	b.WriteByte('\n')
	return b.String()
}

// readsBlock reports whether yaml.v3 reads a block under a key or dash at a column as value.
func readsBlock(block, value string, indent int) bool {
	if !printable([]byte(value)) || strings.ContainsRune(value, '\r') {
		return false
	}
	root, err := tree([]byte(spaces(indent) + "k: " + block))
	return err == nil && root != nil && root.Kind == yaml.MappingNode && len(root.Content) == 2 &&
		strings.TrimRight(root.Content[1].Value, "\n") == value
}
