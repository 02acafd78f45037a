package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// maxFindings is where the reading of a file stops: what comes after so many mistakes is not a lexicon.
const maxFindings = 200

// reader reads one file. Where it makes sense of something written otherwise than it should be, it reports it, with the
// correction where there is one, and reads on as if it had been made.
type reader struct {
	*page
	file    string
	eol     string // how lines end in the file
	found   diag.List
	lost    []string   // keys of the file's own group whose values could not be read
	partial bool       // something was not read, and there is no telling what
	foreign bool       // the file is in another encoding: corrections would mix the two
	key     *yaml.Node // the last one read
	item    bool       // what is read is an item of the list under key
	spare   bool       // the key, or the item, may be left out
	index   keyIndex
	outer   []level             // the groups that what is read is in, the file's own first
	closed  []level             // those that ended with the last text, innermost first
	aliased map[*yaml.Node]bool // the values that other places of the file refer to; nil until one is asked for
	root    *yaml.Node
}

// level is a group that others are in.
type level struct {
	record *glossary.Record
	group  any
	column int // of its keys
}

// read fills root from data by the table record.
func read(file string, data []byte, record *glossary.Record, root any, f *glossary.File) diag.List {
	f.Path = file
	r := &reader{page: &page{}, file: file}
	text := r.clean(data)
	if text == nil {
		f.Broken = true
		return r.found
	}
	node := r.parse(text, record)
	if node == nil {
		f.Broken = true
		return r.found
	}
	r.root = node
	part := placeOf(root)
	part.Span = diag.Span{Line: 1, Col: 1, EndLine: 1, EndCol: 1}
	r.group(record, node, root)
	// Nothing may be concluded from the absence of what was written and lost.
	for _, name := range r.lost {
		if at := suggest(record, name); at >= 0 {
			part.Note(at)
		}
	}
	for i := range record.Fields {
		if r.partial || r.full() {
			part.Note(i)
		}
	}
	f.Values = glossary.Values(record, root)
	f.Ignores = r.ignores(f.Values)
	return r.found
}

func (r *reader) report(code string, span diag.Span, args diag.Args) *diag.Diagnostic {
	r.found = append(r.found, finding(code, r.file, span, args))
	return &r.found[len(r.found)-1]
}

// fix offers a correction made of edits of bytes of src, if each can be made in the file as it is.
func (r *reader) fix(d *diag.Diagnostic, patches ...patch) {
	if r.foreign || len(patches) == 0 {
		return
	}
	edits := make([]diag.Edit, 0, len(patches))
	for _, p := range patches {
		e, ok := r.edit(p.from, p.to, strings.ReplaceAll(p.text, "\n", r.eol))
		if !ok {
			return
		}
		edits = append(edits, e)
	}
	d.Fix = &diag.Fix{Edits: edits}
}

func (r *reader) full() bool { return len(r.found) >= maxFindings }

// group reads a group.
func (r *reader) group(record *glossary.Record, n *yaml.Node, group any) {
	r.plain(n)
	if len(n.Content) > 0 {
		l := level{record, group, n.Content[0].Column}
		r.outer = append(r.outer, l)
		r.keys(record, n, group)
		r.outer = r.outer[:len(r.outer)-1]
		r.closed = append(r.closed, l)
	}
}

// keys reads the keys of a group.
func (r *reader) keys(record *glossary.Record, n *yaml.Node, group any) {
	part := placeOf(group)
	next := 0
	for i := 0; i+1 < len(n.Content) && !r.full(); i += 2 {
		key := n.Content[i]
		if !r.isKey(key) {
			continue
		}
		at := lookup(record, key.Value, next)
		switch {
		case at < 0 && record.Rest != nil:
			i += r.free(record.Rest, n, i, group)
			continue
		case at < 0:
			if r.ofOuter(n, i, len(r.outer)-2) || r.ofClosed(n, i) {
				continue
			}
			r.closed = r.closed[:0]
			if at = r.unknownKey(record, n, i, part); at < 0 {
				continue
			}
		case part.Noted(at):
			r.duplicate(key, n)
			continue
		}
		part.Note(at)
		f := &record.Fields[at]
		r.key, r.item, r.spare, next = key, false, !f.Required && len(n.Content) > 2, at+1
		value, more := r.commas(n, i, record)
		more += r.reclaim(n, i, record)
		i += more
		if f.Parts != nil && empty(value) {
			if inside := r.outdented(func(key string) bool { return exact(record, key) < 0 && fits(f.Parts, key) }, f.Parts, n, i); inside != nil {
				r.field(f, inside, group)
				i += len(inside.Content)
				continue
			}
		}
		r.field(f, value, group)
	}
}

// lookup gives the index of a key in a table, or -1. Keys mostly come in the order of the table.
func lookup(record *glossary.Record, key string, next int) int {
	for i := next; i < len(record.Fields); i++ {
		if record.Fields[i].Key == key {
			return i
		}
	}
	for i := range min(next, len(record.Fields)) {
		if record.Fields[i].Key == key {
			return i
		}
	}
	return -1
}

// isKey reports what stands where a key should, if it is none.
func (r *reader) isKey(key *yaml.Node) bool {
	switch {
	case key.Kind == yaml.AliasNode || key.Tag == "!!merge":
		r.report("yaml-anchor", r.span(key), diag.Args{"name": key.Value, "alias": true})
		return false
	case key.Kind != yaml.ScalarNode || strings.TrimSpace(key.Value) == "":
		r.wrongType(key, "key")
		return false
	}
	r.plain(key)
	return true
}

// duplicate reports a key that its group n has already.
func (r *reader) duplicate(key, n *yaml.Node) {
	d := r.report("duplicate-key", r.span(key), diag.Args{"key": key.Value})
	if first := find(n, key.Value); first != nil && first != key {
		d.Related = []diag.Related{{File: r.file, Span: r.span(first), Code: "duplicate-key"}}
	}
}

// find gives the first key of a group with the given name.
func find(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i]
		}
	}
	return nil
}

// unknownKey reports a key that the table does not have, and gives the index of the one that was meant, so that its
// value is read and its absence not reported; -1 when there is none or it is written elsewhere.
func (r *reader) unknownKey(record *glossary.Record, n *yaml.Node, i int, part *glossary.Part) int {
	key := n.Content[i]
	if name, _, glued := strings.Cut(key.Value, ":"); glued && n.Style&yaml.FlowStyle != 0 && empty(n.Content[i+1]) {
		if at := record.Lookup(name); at >= 0 && !part.Noted(at) {
			r.spaceAfter(key, name)
			n.Content[i+1] = after(key, name)
			return at
		}
	}
	meant := suggest(record, key.Value)
	args := diag.Args{"key": key.Value, "group": record.Name, "suggestion": "", "taken": false}
	if meant < 0 {
		names := make([]string, len(record.Fields))
		for i := range record.Fields {
			names[i] = record.Fields[i].Key
		}
		args["known"] = names
		r.report("unknown-key", r.span(key), args)
		return -1
	}
	right := record.Fields[meant].Key
	args["suggestion"] = right
	taken := part.Noted(meant) || find(n, right) != nil
	args["taken"] = taken
	d := r.report("unknown-key", r.span(key), args)
	if taken {
		return -1
	}
	from, to := r.extent(key)
	r.fix(d, patch{from: from, to: to, text: right})
	return meant
}

// after gives the value that follows a key and its colon without a space.
func after(n *yaml.Node, name string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: n.Value[len(name)+1:], Line: n.Line, Column: n.Column + len(name) + 1}
}

// spaceAfter reports a key that its value follows without a space: YAML takes both for a text.
func (r *reader) spaceAfter(n *yaml.Node, name string) {
	from := r.offset(n.Line, n.Column)
	to := from + len(name) + 1
	d := r.report("missing-space", r.page.span(from, to), diag.Args{"after": ":", "key": name})
	r.fix(d, patch{from: to, to: to, text: " "})
}

// commas gives the value of the i-th node of n, a key, and how many nodes after it belong to it: in a group between braces, YAML
// takes what follows a comma in a text for a key without a value (« {title: Communs, droits} »).
func (r *reader) commas(n *yaml.Node, i int, record *glossary.Record) (value *yaml.Node, more int) {
	value = n.Content[i+1]
	if n.Style&yaml.FlowStyle == 0 || value.Kind != yaml.ScalarNode || value.Style != 0 || empty(value) {
		return value, 0
	}
	from, _ := r.extent(value)
	end := from
	for j := i + 2; j+1 < len(n.Content) && empty(n.Content[j+1]); j += 2 {
		key := n.Content[j]
		if key.Kind != yaml.ScalarNode || key.Style != 0 || key.Line != value.Line || j-i > maxCommas {
			break
		}
		if record != nil && suggest(record, key.Value) >= 0 || record == nil && locale.ValidTag(key.Value) {
			break
		}
		_, to := r.extent(key)
		if rest := bytes.TrimLeft(r.src[to:], " \t"); len(rest) == 0 || rest[0] != ',' && rest[0] != '}' {
			break
		}
		end, more = to, j-i
	}
	if more == 0 {
		return value, 0
	}
	text := string(r.src[from:end])
	d := r.report("unquoted-text", r.page.span(from, end), diag.Args{"text": text, "mark": ","})
	r.fix(d, patch{from: from, to: end, text: quote(text)})
	whole := *value
	whole.Value = text
	return &whole, more
}

// maxCommas is how many pieces a text may be in for want of quotes, twice.
const maxCommas = 100

// ofOuter recognises a key that stands too far right, in a group that is in the one it belongs to: of the levels up to the given
// one, the innermost that has such a key and has not got it yet.
func (r *reader) ofOuter(n *yaml.Node, i, up int) bool {
	key, value := n.Content[i], n.Content[i+1]
	if n.Style&yaml.FlowStyle != 0 || key.Line == n.Line && i == 0 {
		return false
	}
	for ; up >= 0; up-- {
		l := r.outer[up]
		at := lookup(l.record, key.Value, 0)
		if at < 0 || placeOf(l.group).Noted(at) {
			continue
		}
		from, _ := r.extent(key)
		d := r.report("wrong-indentation", r.page.span(from, r.lineEnd(from)), diag.Args{"spaces": l.column - 1})
		if i+2 == len(n.Content) && key.Column > l.column {
			var patches []patch
			for line, last := key.Line, r.lastLine(value); line <= last; line++ {
				if at := int(r.lines[line-1]); indentOf(r.line(line-1)) >= key.Column-1 {
					patches = append(patches, patch{from: at, to: at + key.Column - l.column})
				}
			}
			r.fix(d, patches...)
		}
		placeOf(l.group).Note(at)
		key, item, spare := r.key, r.item, r.spare
		r.key, r.item, r.spare = n.Content[i], false, false
		r.field(&l.record.Fields[at], value, l.group)
		r.key, r.item, r.spare = key, item, spare
		return true
	}
	return false
}

// ofClosed recognises a key that stands too far left, right after the group it belongs to: of those that ended just before, the
// innermost that has such a key and has not got it yet.
func (r *reader) ofClosed(n *yaml.Node, i int) bool {
	key, value := n.Content[i], n.Content[i+1]
	if n.Style&yaml.FlowStyle != 0 {
		return false
	}
	for _, l := range r.closed {
		at := lookup(l.record, key.Value, 0)
		if at < 0 || placeOf(l.group).Noted(at) || l.column <= key.Column {
			continue
		}
		from, _ := r.extent(key)
		d := r.report("wrong-indentation", r.page.span(from, r.lineEnd(from)), diag.Args{"spaces": l.column - 1})
		last := key.Line
		if !empty(value) {
			last = r.lastLine(value)
		}
		var patches []patch
		for line := key.Line; line <= last; line++ {
			if at := int(r.lines[line-1]); len(bytes.TrimSpace(r.line(line-1))) > 0 {
				patches = append(patches, patch{from: at, to: at, text: spaces(l.column - key.Column)})
			}
		}
		r.fix(d, patches...)
		placeOf(l.group).Note(at)
		r.key, r.item, r.spare = key, false, false
		closed := slices.Clone(r.closed)
		r.field(&l.record.Fields[at], value, l.group)
		r.closed = closed
		return true
	}
	return false
}

// outdented recognises the keys that stand under the key of their group instead of further right: YAML takes the group for empty,
// and its keys for those of n.
func (r *reader) outdented(inside func(key string) bool, p *glossary.Parts, n *yaml.Node, i int) *yaml.Node {
	key := n.Content[i]
	if n.Style&yaml.FlowStyle != 0 || p.Shape == glossary.Many {
		return nil
	}
	end := i + 2
	for ; end+1 < len(n.Content); end += 2 {
		k := n.Content[end]
		if k.Kind != yaml.ScalarNode || k.Column != key.Column || !inside(k.Value) {
			break
		}
	}
	if end == i+2 {
		return nil
	}
	first := n.Content[i+2]
	last := n.Content[end-2].Line
	if value := n.Content[end-1]; !empty(value) {
		last = r.lastLine(value)
	}
	from, _ := r.extent(first)
	d := r.report("wrong-indentation", r.page.span(from, r.lineEnd(from)), diag.Args{"spaces": first.Column + 1})
	var patches []patch
	for line := first.Line; line <= last; line++ {
		if text := r.line(line - 1); len(bytes.TrimSpace(text)) > 0 && (text[0] != '#') {
			at := int(r.lines[line-1])
			patches = append(patches, patch{from: at, to: at, text: "  "})
		}
	}
	r.fix(d, patches...)
	return &yaml.Node{Kind: yaml.MappingNode, Line: first.Line, Column: first.Column, Content: n.Content[i+2 : end]}
}

// reclaim gives back to a block of text its lines that stand in the column of the keys of n: when one of them has a colon, YAML
// takes the block for empty, and the lines for a key. It gives how many nodes after the i-th key and its value are such lines.
func (r *reader) reclaim(n *yaml.Node, i int, record *glossary.Record) (more int) {
	leaf := n.Content[i+1]
	for leaf.Kind != yaml.ScalarNode && len(leaf.Content) > 0 && leaf.Style&yaml.FlowStyle == 0 {
		leaf = leaf.Content[len(leaf.Content)-1]
	}
	if leaf.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 || leaf.Value != "" {
		return 0
	}
	j := i + 2
	for j+1 < len(n.Content) && strings.ContainsFunc(n.Content[j].Value, notOfKeys) && suggest(record, n.Content[j].Value) < 0 {
		j += 2
	}
	if j == i+2 {
		return 0
	}
	first := n.Content[i+2]
	last := r.lastLine(n.Content[j-1])
	if empty(n.Content[j-1]) {
		last = n.Content[j-2].Line
	}
	header := r.src[r.lines[leaf.Line-1]:r.offset(leaf.Line, leaf.Column)]
	indent := len(header) - len(bytes.TrimLeft(header, " -")) + 2
	if trimmed := bytes.TrimRight(header, " "); bytes.HasSuffix(trimmed, []byte("-")) {
		indent = len(trimmed) + 1
	}
	var lines []string
	var patches []patch
	for line := first.Line; line <= last; line++ {
		lines = append(lines, strings.TrimSpace(string(r.line(line-1))))
		at := int(r.lines[line-1])
		patches = append(patches, patch{from: at, to: at + indentOf(r.line(line-1)), text: spaces(indent)})
	}
	from := r.offset(first.Line, first.Column)
	d := r.report("wrong-indentation", r.page.span(from, r.lineEnd(from)), diag.Args{"spaces": indent})
	r.fix(d, patches...)
	between := " "
	if leaf.Style&yaml.LiteralStyle != 0 {
		between = "\n"
	}
	*leaf = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: strings.Join(lines, between), Line: first.Line, Column: first.Column}
	return j - i - 2
}

// fits reports whether a key is one of those of the groups p.
func fits(p *glossary.Parts, key string) bool {
	if p.Shape == glossary.Single {
		return p.Record.Lookup(key) >= 0
	}
	if p.KeyField.Kind == glossary.Language {
		return locale.ValidTag(key)
	}
	return idPattern.MatchString(key)
}

// field reads the value of a key.
func (r *reader) field(f *glossary.Field, n *yaml.Node, group any) {
	switch {
	case f.Text != nil:
		*f.Text(group) = r.text(f, n)
	case f.Texts != nil:
		items := r.items(f, n)
		list := f.Texts(group)
		if len(items) > 0 {
			*list = make([]glossary.Text, 0, len(items))
		}
		for _, item := range items {
			if r.full() {
				return
			}
			if t := r.text(f, item); !t.IsZero() {
				*list = append(*list, t)
			}
		}
	case f.Parts.Shape == glossary.Single:
		r.part(f.Parts, n, group)
	case f.Parts.Shape == glossary.Many:
		items := r.items(f, n)
		f.Parts.Grow(group, min(len(items), 64)) // what a hostile file asks for is made as it comes
		key, item, spare := r.key, r.item, r.spare
		for _, n := range items {
			if r.full() {
				return
			}
			r.key, r.item, r.spare = key, item, spare
			r.part(f.Parts, n, group)
		}
	default:
		if n.Kind == yaml.SequenceNode {
			n = r.unlisted(n)
		}
		if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
			r.notEmpty(n, "mapping")
			return
		}
		r.plain(n)
		for i := 0; i+1 < len(n.Content) && !r.full(); i += 2 {
			if r.isKey(n.Content[i]) {
				i += r.free(f.Parts, n, i, group)
			}
		}
	}
}

// free reads the group that stands under the i-th node of n, a free key, and gives how many nodes after its value belong to it.
func (r *reader) free(p *glossary.Parts, n *yaml.Node, i int, group any) (more int) {
	key := n.Content[i]
	if p.KeyField.Kind == glossary.Language && len(key.Value) > 3 && r.ofOuter(n, i, len(r.outer)-1) {
		return 0
	}
	r.key, r.item, r.spare = key, false, false
	if r.written(p, group, key.Value) {
		r.duplicate(key, n)
		return 0
	}
	value, more := r.commas(n, i, nil)
	if !p.Record.OnlyShort && empty(value) {
		if inside := r.outdented(func(key string) bool { return lookup(p.Record, key, 0) >= 0 }, p, n, i); inside != nil {
			value, more = inside, len(inside.Content)
		}
	}
	part := r.part(p, value, group)
	if part == nil { // what could not be read was written all the same: others may refer to it, and it lacks nothing
		part = p.Add(group)
		placeOf(part).Span = r.span(key)
		for at := range p.Record.Fields {
			placeOf(part).Note(at)
		}
	}
	*p.KeyField.Text(part) = glossary.Text{Value: key.Value, Span: r.span(key)}
	return more
}

// written reports whether a group has one under a free key already. Groups that are written by hand are few; only the
// others are worth an index.
func (r *reader) written(p *glossary.Parts, group any, key string) bool {
	n := p.Len(group)
	if n < 32 {
		for i := range n {
			if p.KeyField.Text(p.At(group, i)).Value == key {
				return true
			}
		}
		return false
	}
	if r.index.parts != p || r.index.group != group {
		r.index = keyIndex{parts: p, group: group, keys: map[string]bool{}}
	}
	for ; r.index.done < n; r.index.done++ {
		r.index.keys[p.KeyField.Text(p.At(group, r.index.done)).Value] = true
	}
	return r.index.keys[key]
}

// keyIndex is the free keys of a large group.
type keyIndex struct {
	parts *glossary.Parts
	group any
	keys  map[string]bool
	done  int
}

// part reads one group and gives its address, nil when there is none.
func (r *reader) part(p *glossary.Parts, n *yaml.Node, group any) any {
	record := p.Record
	short := -1
	if record.Short != "" {
		short = lookup(record, record.Short, 0)
	}
	if n.Kind == yaml.ScalarNode && !record.OnlyShort && !empty(n) {
		if pair := r.glued(record, n); pair != nil {
			n = pair
		} else if short < 0 {
			n = r.keyless(p, n)
		}
	}
	switch {
	case short >= 0 && r.isText(n, record, short):
		t := r.text(&record.Fields[short], n)
		if t.IsZero() {
			return nil
		}
		part := p.Add(group)
		placeOf(part).Span = t.Span
		placeOf(part).Note(short)
		*record.Fields[short].Text(part) = t
		return part
	case n.Kind == yaml.MappingNode && len(n.Content) > 0 && !record.OnlyShort:
		part := p.Add(group)
		placeOf(part).Span = r.span(n)
		r.group(record, n, part)
		return part
	case record.OnlyShort:
		r.notEmpty(n, "text")
	case short >= 0:
		r.notEmpty(n, "text-or-mapping")
	default:
		r.notEmpty(n, "mapping")
	}
	return nil
}

func placeOf(group any) *glossary.Part { return group.(interface{ Common() *glossary.Part }).Common() }

// isText reports whether n is the text that may stand for a group, be it one that YAML misread.
func (r *reader) isText(n *yaml.Node, record *glossary.Record, short int) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return !empty(n) || r.hashtag(n) >= 0
	case yaml.SequenceNode:
		return len(n.Content) > 0 && (record.OnlyShort || n.Style&yaml.FlowStyle != 0)
	case yaml.MappingNode:
		if record.OnlyShort {
			return len(n.Content) > 0
		}
		return r.isColonText(n) && suggest(record, n.Content[0].Value) < 0
	}
	return false
}

// isColonText reports whether a group with one key is rather a text with a colon.
func (r *reader) isColonText(n *yaml.Node) bool {
	return n.Kind == yaml.MappingNode && len(n.Content) == 2 && r.src[r.offset(n.Line, n.Column)] != '{' &&
		strings.ContainsFunc(n.Content[0].Value, notOfKeys)
}

// notOfKeys tells the characters that show that a text is no key, even misspelt.
func notOfKeys(c rune) bool {
	return c == ' ' || c == 0xA0 || c == 0x202F || unicode.IsUpper(c) || unicode.IsPunct(c) && c != '_' && c != '-'
}

// text reads a value. It is zero when nothing could be read, which has been reported.
func (r *reader) text(f *glossary.Field, n *yaml.Node) glossary.Text {
	r.closed = r.closed[:0]
	if n.Kind != yaml.ScalarNode || empty(n) {
		return r.misread(f, n)
	}
	r.plain(n)
	t := glossary.Text{Value: strings.TrimRight(n.Value, "\n")}
	if strings.TrimSpace(t.Value) == "" {
		r.notEmpty(n, "text")
		return glossary.Text{}
	}
	a := r.align(n, t.Value)
	t.Span, t.Layout = a.span, laidOut(a.layout)
	if a.mark {
		at := r.offset(n.Line, n.Column)
		r.report("custom-tag", r.page.span(at, at+1), diag.Args{"tag": "!"})
	}
	if len(t.Value) > glossary.TextMax {
		r.report("text-too-long", t.Span, diag.Args{"limit": glossary.TextMax >> 10})
		return glossary.Text{}
	}
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		r.unclosed(n, &t)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0:
		r.comment(f, a, &t)
		r.straighten(f, a, &t)
	}
	r.markdown(f, &t)
	return t
}

func (r *reader) markdown(f *glossary.Field, t *glossary.Text) {
	switch f.Kind {
	case glossary.Inline:
		t.Doc = markdown.Inline(t.Value)
	case glossary.Blocks:
		t.Doc = markdown.Blocks(t.Value)
	}
}

// plain reports what YAML offers and a lexicon has no use for: anchors and tags.
func (r *reader) plain(n *yaml.Node) {
	if n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 {
		return
	}
	for at := r.offset(n.Line, n.Column); at < len(r.src) && (r.src[at] == '&' || r.src[at] == '!'); {
		end := at + propertyLength(r.src[at:])
		name := string(r.src[at+1 : end])
		var d *diag.Diagnostic
		if r.src[at] == '&' {
			d = r.report("yaml-anchor", r.page.span(at, end), diag.Args{"name": name, "alias": false})
		} else {
			d = r.report("custom-tag", r.page.span(at, end), diag.Args{"tag": string(r.src[at:end])})
		}
		next := end
		for next < len(r.src) && (r.src[next] == ' ' || r.src[next] == '\t') {
			next++
		}
		if r.src[at] == '!' || !r.isAliased(n) {
			r.fix(d, patch{from: at, to: next})
		}
		for next < len(r.src) && isSpace(r.src[next]) {
			next++
		}
		at = next
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// isAliased reports whether other places of the file refer to n.
func (r *reader) isAliased(n *yaml.Node) bool {
	if r.aliased == nil {
		r.aliased = map[*yaml.Node]bool{}
		var walk func(n *yaml.Node)
		walk = func(n *yaml.Node) {
			if n.Kind == yaml.AliasNode {
				r.aliased[n.Alias] = true
			}
			for _, c := range n.Content {
				walk(c)
			}
		}
		walk(r.root)
	}
	return r.aliased[n]
}

// span gives the place of a node: of the whole text, or of the first character of a list or group.
func (r *reader) span(n *yaml.Node) diag.Span {
	if n.Kind == yaml.ScalarNode && n.Value != "" {
		return r.align(n, strings.TrimRight(n.Value, "\n")).span
	}
	from, to := r.extent(n)
	return r.page.span(from, to)
}

// extent gives the bytes of a node in src: of the whole text, or of the first character of a list or group.
func (r *reader) extent(n *yaml.Node) (from, to int) {
	if n.Kind == yaml.ScalarNode && n.Value != "" {
		a := r.align(n, strings.TrimRight(n.Value, "\n"))
		return a.from, a.pos
	}
	from = r.offset(n.Line, n.Column)
	to = from
	switch {
	case n.Kind == yaml.AliasNode:
		to += 1 + len(n.Value)
	case from < len(r.src) && !isSpace(r.src[from]):
		_, size := utf8.DecodeRune(r.src[from:])
		to += size
	}
	return from, min(to, len(r.src))
}
