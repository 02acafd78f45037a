package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// A value of another shape than its key wants is reported as wrong-type, unless YAML misread what its author meant. Where there
// is one way only to take it, it is taken so.

// isProse reports whether a field holds sentences, in which anything may stand.
func isProse(f *glossary.Field) bool {
	return f.Kind == glossary.Inline || f.Kind == glossary.Blocks
}

// isFree reports whether a field holds words that no rule restricts.
func isFree(f *glossary.Field) bool { return isProse(f) || f.Kind == glossary.Line }

// misread gives the text that was meant where YAML found none.
func (r *reader) misread(f *glossary.Field, n *yaml.Node) glossary.Text {
	var t glossary.Text
	switch {
	case isFree(f) && empty(n) && r.hashtag(n) >= 0:
		from := r.hashtag(n)
		end := r.lineEnd(from)
		t = r.quoted("text-taken-comment", from, from, end, nil)
	case isFree(f) && r.isColonText(n):
		t = r.colonText(n)
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0 && len(n.Content) > 0:
		from := r.offset(n.Line, n.Column)
		end := closing(r.src[from:min(len(r.src), from+glossary.TextMax)], 0)
		if end < 0 || bytes.IndexByte(r.src[from:from+end], '\n') >= 0 {
			break
		}
		if isProse(f) {
			t = r.quoted("unquoted-text", from, from, from+end, diag.Args{"mark": "["})
			break
		}
		if inner := single(n); inner != nil {
			a := r.align(inner, inner.Value)
			d := r.wrongType(n, "text")
			text := string(r.src[a.from:a.pos])
			d.Args["write"] = text
			r.fix(d, patch{from: from, to: from + end, text: text})
			return glossary.Text{Value: inner.Value, Span: a.span, Layout: laidOut(a.layout)}
		}
	case n.Kind == yaml.SequenceNode && len(n.Content) == 1 && n.Content[0].Kind == yaml.ScalarNode && !empty(n.Content[0]):
		d := r.wrongType(n, "text")
		from, _ := r.extent(n)
		to, _ := r.extent(n.Content[0])
		r.fix(d, patch{from: from, to: to})
		return r.text(f, n.Content[0])
	}
	if t.IsZero() {
		if n.Kind != yaml.ScalarNode || t.Span.IsZero() {
			r.notEmpty(n, "text")
		}
		return t
	}
	r.markdown(f, &t)
	return t
}

// single gives the one text of a list, or of the list in it.
func single(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.SequenceNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	if n.Kind == yaml.ScalarNode && !empty(n) && strings.TrimSpace(n.Value) != "" && !strings.Contains(n.Value, "\n") {
		return n
	}
	return nil
}

// quoted reports, from byte at on, a text of one line that needs quotes, and gives it.
func (r *reader) quoted(code string, at, from, end int, args diag.Args) glossary.Text {
	text := string(r.src[from:end])
	if args == nil {
		args = diag.Args{}
	}
	args["text"] = string(r.src[at:end])
	d := r.report(code, r.page.span(at, end), args)
	r.fix(d, patch{from: from, to: end, text: quote(text)})
	return glossary.Text{Value: text, Span: r.page.span(from, end)}
}

// lineEnd gives the byte after the last character, white space aside, of the line of a byte.
func (r *reader) lineEnd(at int) int {
	end := len(r.src)
	if i := bytes.IndexByte(r.src[at:], '\n'); i >= 0 {
		end = at + i
	}
	return at + len(bytes.TrimRight(r.src[at:end], " \t"))
}

// colonText gives back, as it was meant, a text whose colon YAML took for the end of a key: « Au musée : une visite » under a
// list of texts.
func (r *reader) colonText(n *yaml.Node) glossary.Text {
	key, value := n.Content[0], n.Content[1]
	if n.Anchor != "" || key.Kind != yaml.ScalarNode || key.Style != 0 || value.Kind != yaml.ScalarNode || value.Style != 0 || key.Line != value.Line {
		return glossary.Text{}
	}
	from := r.offset(key.Line, key.Column)
	if from != r.offset(n.Line, n.Column) {
		return glossary.Text{}
	}
	if empty(value) {
		return r.quoted("unquoted-text", from, from, r.lineEnd(from), diag.Args{"mark": ":"})
	}
	a := r.align(value, strings.TrimRight(value.Value, "\n"))
	if !a.ok {
		return glossary.Text{}
	}
	start := string(r.src[from:a.from])
	text := start + a.value
	whole := string(r.src[from:a.pos])
	d := r.report("unquoted-text", r.page.span(from, a.pos), diag.Args{"text": text, "mark": ":"})
	mark, _ := quotes(whole)
	if mark == `"` && strings.ContainsAny(whole, `"\`) {
		whole = escapes.Replace(whole)
	}
	r.fix(d, patch{from: from, to: a.pos, text: mark + whole + mark})
	t := glossary.Text{Value: text, Span: d.Span}
	if len(a.layout) > 0 {
		t.Layout = &glossary.Layout{{Line: t.Span.Line, Col: t.Span.Col}}
		for _, at := range a.layout {
			at.Offset += int32(len(start))
			*t.Layout = append(*t.Layout, at)
		}
	}
	return t
}

// hashtag gives the byte at which a text begins that YAML takes for a comment because of its first sign (« #MoiAussi »); -1 when n
// is not such a text. A comment has a space after its sign.
func (r *reader) hashtag(n *yaml.Node) int {
	if !empty(n) || n.Value != "" {
		return -1
	}
	at := r.offset(n.Line, n.Column)
	for at < len(r.src) && (r.src[at] == ' ' || r.src[at] == '\t' || r.src[at] == ':' || r.src[at] == '-') {
		at++
	}
	if isHashtag(r.src[at:]) {
		return at
	}
	return -1
}

func isHashtag(text []byte) bool {
	return len(text) > 1 && text[0] == '#' && !isSpace(text[1]) && text[1] != '#' && text[1] != '!'
}

// comment reports the end of a text that YAML took for a comment: « voir le mot-clic #culture ».
func (r *reader) comment(f *glossary.Field, a aligned, t *glossary.Text) {
	if a.pos >= len(r.src) || !isFree(f) || r.src[a.pos] != ' ' && r.src[a.pos] != '\t' {
		return
	}
	hash := a.pos
	for hash < len(r.src) && (r.src[hash] == ' ' || r.src[hash] == '\t') {
		hash++
	}
	if !isHashtag(r.src[hash:]) || len(t.Layout.Anchors()) > 0 {
		return
	}
	*t = r.quoted("text-taken-comment", hash, a.from, r.lineEnd(hash), nil)
}

// straighten takes off the quotes that a word processor put around a text: YAML leaves them in it.
func (r *reader) straighten(f *glossary.Field, a aligned, t *glossary.Text) {
	if t.Value[0] != 0xE2 || isProse(f) || len(t.Layout.Anchors()) > 0 || !curly(t.Value) {
		return
	}
	fault := r.page.straighten(a.from, a.pos)
	d := r.report(fault.code, t.Span, fault.args)
	r.fix(d, fault.patches...)
	size, endSize := len(fault.args["open"].(string)), len(fault.args["close"].(string))
	t.Value = t.Value[size : len(t.Value)-endSize]
	t.Layout = &glossary.Layout{{Line: t.Span.Line, Col: t.Span.Col + 1}}
}

// unclosed reports a text between quotes that took the next keys of the file with it.
func (r *reader) unclosed(n *yaml.Node, t *glossary.Text) {
	if t.Span.EndLine == t.Span.Line {
		return
	}
	for line := n.Line + 1; line <= len(r.lines) && line <= int(t.Span.EndLine); line++ {
		text := r.line(line - 1)
		if name, ok := keyName(text); ok && len(text) > 0 && !isSpace(text[0]) && idPattern.MatchString(strings.ReplaceAll(name, "_", "-")) {
			from := r.offset(n.Line, n.Column)
			r.report("unclosed-mark", r.page.span(from, from+1), diag.Args{"mark": string(r.src[from])})
			r.partial = true
			return
		}
	}
}

// items gives the items of a list. One item written without its list is taken for a list of one.
func (r *reader) items(f *glossary.Field, n *yaml.Node) []*yaml.Node {
	switch {
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0:
		r.plain(n)
		r.item = true
		r.spare = !empty(n.Content[0]) || len(n.Content) > 1 && !empty(n.Content[1])
		if n.Style&yaml.FlowStyle == 0 {
			return r.parted(n.Content)
		}
		return n.Content
	case n.Kind == yaml.ScalarNode && !empty(n) && (f.Texts != nil || f.Parts.Record.Short != ""):
		if lines := r.gluedItems(n); lines != nil {
			return lines
		}
		return r.listOf(f, n)
	case empty(n) && f.Texts != nil && r.hashtag(n) >= 0:
		return []*yaml.Node{n}
	case n.Kind == yaml.MappingNode && len(n.Content) > 0 && f.Parts != nil:
		d := r.wrongType(n, "list")
		r.fix(d, r.asItem(n)...)
		return []*yaml.Node{n}
	}
	r.notEmpty(n, "list")
	return nil
}

// parted gives the items of a list, those too that stand further right than the others: YAML takes such an item for the end of the
// text above.
func (r *reader) parted(items []*yaml.Node) []*yaml.Node {
	for i := 0; i < len(items); i++ {
		n := items[i]
		if n.Kind != yaml.ScalarNode || n.Style != 0 || !strings.Contains(n.Value, " - ") || strings.Contains(n.Value, "\n") {
			continue
		}
		if pieces := r.pieces(n, len(items) == 1); len(pieces) > 1 {
			items = slices.Concat(items[:i], pieces, items[i+1:])
			i += len(pieces) - 1
		}
		if r.full() {
			break
		}
	}
	return items
}

// pieces parts a text at the lines of it that begin with a dash, and reports them; or the first item, if it is the only one and
// the lines agree on another column.
func (r *reader) pieces(n *yaml.Node, only bool) []*yaml.Node {
	from := r.offset(n.Line, n.Column)
	row, dash := r.lineCol(max(bytes.LastIndexByte(r.src[:from], '-'), 0))
	column := int(dash) - 1
	first := *n
	list := []*yaml.Node{&first}
	lines := []string{string(r.src[from:r.lineEnd(from)])} // of the last of the list
	var dashes []int                                       // the lines that begin with one
	for i, last := n.Line+1, r.lastLine(n); i <= last; i++ {
		line := bytes.TrimRight(r.line(i-1), " \t")
		text := string(line[indentOf(line):])
		if !strings.HasPrefix(text, "- ") {
			lines = append(lines, text)
			continue
		}
		dashes = append(dashes, i)
		only = only && indentOf(line) == indentOf(r.line(dashes[0]-1))
		text = strings.TrimLeft(text[1:], " ")
		list[len(list)-1].Value = strings.Join(lines, " ")
		list = append(list, &yaml.Node{
			Kind: yaml.ScalarNode, Tag: "!!str", Line: i, Column: utf8.RuneCount(line) - utf8.RuneCountInString(text) + 1,
		})
		lines = append(lines[:0], text)
	}
	list[len(list)-1].Value = strings.Join(lines, " ")
	if only && len(dashes) > 1 && int(row) == n.Line {
		column = indentOf(r.line(dashes[0] - 1))
		dashes = []int{n.Line}
	}
	for _, i := range dashes {
		if r.full() {
			break
		}
		line := r.line(i - 1)
		start := int(r.lines[i-1])
		d := r.report("wrong-indentation", r.page.span(start+indentOf(line), r.lineEnd(start)), diag.Args{"spaces": column})
		r.fix(d, patch{from: start, to: start + indentOf(line), text: spaces(column)})
	}
	return list
}

// listOf makes a list of the text that stands for one.
func (r *reader) listOf(f *glossary.Field, n *yaml.Node) []*yaml.Node {
	d := r.wrongType(n, "list")
	a := r.align(n, strings.TrimRight(n.Value, "\n"))
	if n.Style != 0 || len(a.layout) > 0 || isFree(f) && strings.Contains(n.Value, ",") || f.Parts != nil {
		r.fix(d, r.asItem(n)...)
		return []*yaml.Node{n}
	}
	if strings.ContainsAny(n.Value, "[]{}#:\"'") || isProse(f) {
		r.fix(d, r.asItem(n)...)
		return []*yaml.Node{n}
	}
	d.Args["write"] = "[" + n.Value + "]"
	r.fix(d, patch{from: a.from, to: a.pos, text: "[" + n.Value + "]"})
	var items []*yaml.Node
	at := 0
	for _, word := range strings.SplitAfter(n.Value, ",") {
		text := strings.TrimRight(strings.TrimSuffix(word, ","), " \t")
		lead := len(text) - len(strings.TrimLeft(text, " \t"))
		if text = text[lead:]; text != "" {
			items = append(items, &yaml.Node{
				Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: n.Line,
				Column: n.Column + utf8.RuneCountInString(n.Value[:at+lead]),
			})
		}
		at += len(word)
	}
	return items
}

// asItem gives the patches that put the dash of a list before a value, and what follows its first line further right.
func (r *reader) asItem(n *yaml.Node) []patch {
	if n.Style&yaml.FlowStyle != 0 && n.Line != r.lastLine(n) {
		return nil
	}
	from := r.offset(n.Line, n.Column)
	start := int(r.lines[n.Line-1])
	var patches []patch
	if before := r.src[start:from]; len(bytes.TrimLeft(before, " ")) == 0 {
		patches = append(patches, patch{from: from, to: from, text: "- "})
	} else if r.key != nil && r.key.Line == n.Line && !r.inFlow(n) {
		indent := r.key.Column - 1 + 2
		blanks := from
		for blanks > start && (r.src[blanks-1] == ' ' || r.src[blanks-1] == '\t') {
			blanks--
		}
		patches = append(patches, patch{from: blanks, to: from, text: "\n" + strings.Repeat(" ", indent) + "- "})
	} else {
		return nil
	}
	further := 2 // columns
	if patches[0].from != patches[0].to || patches[0].text != "- " {
		further = 4
	}
	for line, last := n.Line+1, r.lastLine(n); line <= last; line++ {
		if at := int(r.lines[line-1]); len(bytes.TrimSpace(r.line(line-1))) > 0 {
			patches = append(patches, patch{from: at, to: at, text: spaces(further)})
		}
	}
	return patches
}

// inFlow reports whether a key stands between braces.
func (r *reader) inFlow(n *yaml.Node) bool {
	start := int(r.lines[r.key.Line-1])
	key := r.offset(r.key.Line, r.key.Column)
	return bytes.ContainsAny(r.src[start:key], "{[")
}

// lastLine gives the last line of a node.
func (r *reader) lastLine(n *yaml.Node) int {
	if n.Kind == yaml.ScalarNode && n.Value != "" {
		a := r.align(n, strings.TrimRight(n.Value, "\n"))
		return int(a.line)
	}
	if n.Style&yaml.FlowStyle != 0 {
		from := r.offset(n.Line, n.Column)
		if end := closing(r.src[from:], 0); end > 0 {
			return n.Line + bytes.Count(r.src[from:from+end], []byte("\n"))
		}
	}
	if len(n.Content) > 0 {
		return max(n.Line, r.lastLine(n.Content[len(n.Content)-1]))
	}
	return n.Line
}

// gluedItems makes a list of lines of which each begins with a mark that is not quite the one of an item: YAML takes them for one
// text.
func (r *reader) gluedItems(n *yaml.Node) []*yaml.Node {
	if _, size := badDash([]byte(n.Value)); n.Style != 0 || size == 0 {
		return nil
	}
	a := r.align(n, n.Value)
	var items []*yaml.Node
	var patches []patch
	var first fault
	at := a.from
	for line := range bytes.Lines(r.src[a.from:a.pos]) {
		start := at + indentOf(line)
		at += len(line)
		f, size := badDash(bytes.TrimSpace(line))
		if size == 0 {
			return nil
		}
		if first.code == "" {
			first = f
		}
		p := f.patches[0]
		patches = append(patches, patch{from: start + p.from, to: start + p.to, text: p.text})
		row, col := r.lineCol(start + size)
		items = append(items, &yaml.Node{
			Kind: yaml.ScalarNode, Tag: "!!str", Line: int(row), Column: int(col),
			Value: string(bytes.TrimSpace(r.src[start+size : at])),
		})
	}
	d := r.report(first.code, r.page.span(a.from, a.from+first.to), first.args)
	r.fix(d, patches...)
	return items
}

// glued gives the group that a text stands for in which nothing parts a key of the group from its value (« term:fablab »), nil
// for another text.
func (r *reader) glued(record *glossary.Record, n *yaml.Node) *yaml.Node {
	name, rest, found := strings.Cut(n.Value, ":")
	if !found || n.Style != 0 || rest == "" || strings.HasPrefix(rest, "//") || strings.Contains(n.Value, "\n") || lookup(record, name, 0) < 0 {
		return nil
	}
	r.spaceAfter(n, name)
	key := *n
	key.Value = name
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: n.Line, Column: n.Column, Content: []*yaml.Node{&key, after(n, name)}}
}

// keyless gives the group that a text stands for when the group has one key that it cannot do without: « Marie Tremblay » where
// « name: Marie Tremblay » is wanted; n itself for another group.
func (r *reader) keyless(p *glossary.Parts, n *yaml.Node) *yaml.Node {
	only := -1
	for i := range p.Record.Fields {
		if p.Record.Fields[i].Required {
			if only >= 0 {
				return n
			}
			only = i
		}
	}
	if only < 0 {
		return n
	}
	name := p.Record.Fields[only].Key
	d := r.wrongType(n, "mapping")
	from, to := r.extent(n)
	if p.Shape == glossary.Many && !r.inFlow(n) {
		if r.lastLine(n) == n.Line {
			d.Args["write"] = name + ": " + n.Value
			r.fix(d, patch{from: from, to: from, text: name + ": "})
		}
	} else if r.lastLine(n) == n.Line && (n.Style != 0 || !strings.ContainsAny(n.Value, ",[]{}")) {
		d.Args["write"] = "{" + name + ": " + n.Value + "}"
		r.fix(d, patch{from: from, to: from, text: "{" + name + ": "}, patch{from: to, to: to, text: "}"})
	}
	key := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: name, Line: n.Line, Column: n.Column}
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: n.Line, Column: n.Column, Content: []*yaml.Node{key, n}}
}

// unlisted makes one group of a list of groups, where a group is wanted.
func (r *reader) unlisted(n *yaml.Node) *yaml.Node {
	merged := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: n.Line, Column: n.Column}
	var patches []patch
	for _, item := range n.Content {
		if item.Kind != yaml.MappingNode || item.Style&yaml.FlowStyle != 0 || n.Style&yaml.FlowStyle != 0 {
			return n
		}
		from, _ := r.extent(item)
		dash := bytes.LastIndexByte(r.src[:from], '-')
		if dash < 0 {
			return n
		}
		patches = append(patches, patch{from: dash, to: dash + 1, text: " "})
		merged.Content = append(merged.Content, item.Content...)
	}
	if len(merged.Content) == 0 {
		return n
	}
	d := r.wrongType(n, "mapping")
	r.fix(d, patches...)
	return merged
}

// notEmpty reports a value that is empty or not of the wanted shape.
func (r *reader) notEmpty(n *yaml.Node, want string) {
	switch {
	case n.Kind == yaml.AliasNode:
		r.report("yaml-anchor", r.span(n), diag.Args{"name": n.Value, "alias": true})
	case n.Kind == yaml.ScalarNode && (empty(n) || strings.TrimSpace(n.Value) == ""), n.Kind != yaml.ScalarNode && len(n.Content) == 0:
		r.emptyValue(n)
	default:
		r.wrongType(n, want)
	}
}

// emptyValue reports a key or an item without a value; where nothing is written, at the key or the dash. What nothing needs is
// best taken out.
func (r *reader) emptyValue(n *yaml.Node) {
	args := diag.Args{"key": "", "value": "", "item": false}
	if r.key != nil {
		args["key"] = r.key.Value
	}
	from := r.offset(n.Line, n.Column)
	to := from
	if n.Kind == yaml.ScalarNode && n.Value != "" {
		to += len(n.Value)
	} else if n.Kind != yaml.ScalarNode || n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		to += 2
	}
	if to = min(to, len(r.src)); to > from {
		args["value"] = string(r.src[from:to])
		d := r.report("empty-value", r.page.span(from, to), args)
		r.drop(d, to)
		return
	}
	if r.item {
		mark := bytes.TrimRight(r.src[:from], " \t\n")
		_, size := utf8.DecodeLastRune(mark)
		args["item"] = true
		from, to = len(mark)-size, len(mark)
	} else if r.key != nil {
		from, to = r.extent(r.key)
	}
	d := r.report("empty-value", r.page.span(from, to), args)
	r.drop(d, to)
}

// drop offers to take out the line of a key or an item without a value, which ends at a byte, when it is alone there.
func (r *reader) drop(d *diag.Diagnostic, end int) {
	if !r.spare || r.key == nil {
		return
	}
	line, _ := r.lineCol(end)
	text := bytes.TrimSpace(r.line(int(line) - 1))
	if value := d.Args["value"].(string); d.Args["item"] == true {
		if string(text) != "-" && string(text) != "- "+value {
			return
		}
	} else if key, rest, _ := strings.Cut(string(text), ":"); key != r.key.Value || strings.TrimSpace(rest) != value {
		return
	}
	whole := r.wholeLine(int(line) - 1)
	r.fix(d, patch{from: whole.from, to: whole.to})
}

func (r *reader) wrongType(n *yaml.Node, want string) *diag.Diagnostic {
	got := "text"
	switch n.Kind {
	case yaml.SequenceNode:
		got = "list"
	case yaml.MappingNode:
		got = "mapping"
	}
	args := diag.Args{"want": want, "got": got, "key": "", "item": r.item, "write": ""}
	if r.key != nil {
		args["key"] = r.key.Value
	}
	return r.report("wrong-type", r.span(n), args)
}
