package source

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var blockHeader = regexp.MustCompile(`^[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*)?$`)

// text reads the text at byte from of line i, which hangs on a key or dash at column owner, and gives the first line after
// it.
func (m *mender) text(i, from, owner int, field *glossary.Field) int {
	m.prose = prose{owner: owner, column: owner + 2, free: field == nil || field.Parts != nil || isFree(field)}
	last := i // the last line that is indented under the key or dash
	for j := i + 1; j < len(m.lines); j++ {
		if len(bytes.TrimSpace(m.line(j))) == 0 {
			continue
		}
		if m.indent(j) <= owner {
			break
		}
		if last == i {
			m.prose.column = m.indent(j)
		}
		last = j
	}
	m.prose.fresh = last == i
	rest := m.src[from:m.end(i)]
	for j := i + 1; j <= last; j++ {
		m.start(j)
	}
	if blockHeader.Match(rest) {
		if next, ok := m.keyAtEnd(i, last); ok {
			return next
		}
		return last + 1
	}
	if m.reads(from, m.end(last), nil) {
		return last + 1
	}
	// Keys and dashes among the lines that follow are out of place: they are no text.
	all := last
	item := m.top().list
	for j := i + 1; j <= last; j++ {
		rest := m.src[int(m.lines[j])+lead(m.line(j)) : m.end(j)]
		isDash := dash(rest)
		if isDash {
			rest = bytes.TrimLeft(rest[1:], " \t")
		}
		if name, ok := keyName(rest); ok && m.words[name] || isDash && item && m.indent(j) == owner+1 {
			last = j - 1
			break
		}
	}
	for last > i && bare(m.line(last)) {
		last--
	}
	end := m.end(last)
	if last < all && m.reads(from, end, nil) {
		return last + 1
	}
	mark := rest[0]
	if bytes.IndexByte([]byte(`"'[{`), mark) >= 0 {
		// YAML lets what is between quotes or brackets go on in the first column.
		if beyond := m.lostLines(last + 1); beyond > last+1 && m.reads(from, m.end(beyond-1), nil) {
			return beyond
		}
	}
	if next, ok := m.secondKey(i, from, m.end(i)); ok {
		return next
	}
	if len(rest) > 1 && (mark == '"' || mark == '\'' || mark == '[' || mark == '{') {
		if comma := rest[len(rest)-1]; last == i && (comma == ',' || comma == ';') && m.reads(from, end-1, nil) {
			m.faults = append(m.faults, fault{
				code: "trailing-comma", from: end - 1, to: end, args: diag.Args{"mark": string(comma)},
				patches: []patch{{from: end - 1, to: end}},
			})
			return last + 1
		}
	}
	switch mark {
	case '"', '\'':
		m.quoted(from, end)
	case '[', '{':
		m.flow(last, from, end, field, item)
	default:
		m.unquoted(from, end)
	}
	return last + 1
}

// reads reports whether YAML takes the bytes from to end for one value, once patches are made.
func (m *mender) reads(from, end int, patches []patch) bool {
	inner := make([]patch, 0, len(patches))
	for _, p := range patches {
		inner = append(inner, patch{from: p.from - from, to: p.to - from, text: p.text})
	}
	text := newPage(m.src[from:end], inner).src
	if len(text) > 0 && text[0] == '*' && m.isAnchor(string(text[1:])) {
		return true
	}
	src := append([]byte("k: "), text...)
	if bytes.IndexByte(src, '\t') >= 0 {
		src = tabs.ReplaceAllFunc(src, func(b []byte) []byte { return append([]byte("\n"), spaces(m.width(b[1:]))...) })
	}
	root, err := tree(src)
	return err == nil && root != nil && root.Kind == yaml.MappingNode && len(root.Content) == 2
}

// isAnchor reports whether a value of the file has a name.
func (m *mender) isAnchor(name string) bool {
	if m.anchors == nil {
		m.anchors = map[string]bool{}
		for _, found := range anchorName.FindAllSubmatch(m.src, -1) {
			m.anchors[string(found[1])] = true
		}
	}
	return m.anchors[name]
}

var anchorName = regexp.MustCompile(`[ \t\n]&([A-Za-z0-9_-]+)`)

var tabs = regexp.MustCompile(`\n[ \t]+`)

// closing gives the byte after the quote or bracket that closes the one at a byte of text, -1 when there is none.
func closing(text []byte, at int) int {
	open := text[at]
	if open == '"' || open == '\'' {
		for i := at + 1; i < len(text); i++ {
			switch {
			case open == '"' && text[i] == '\\':
				i++
			case text[i] != open:
			case open == '\'' && i+1 < len(text) && text[i+1] == open:
				i++
			default:
				return i + 1
			}
		}
		return -1
	}
	depth := 0
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'':
			if opensQuote(text[at:i]) {
				end := closing(text, i)
				if end < 0 {
					return -1
				}
				i = end - 1
			}
		}
	}
	return -1
}

// opensQuote reports whether a quote between brackets begins a text after what comes before it, or is a sign of that text.
func opensQuote(before []byte) bool {
	before = bytes.TrimRight(before, " \t\n")
	return len(before) == 0 || bytes.IndexByte([]byte("[{,:"), before[len(before)-1]) >= 0
}

// unquoted handles a text in which YAML sees marks of its own.
func (m *mender) unquoted(from, end int) {
	text := m.src[from:end]
	if i := comment(text); i >= 0 && bytes.IndexByte(text, '\n') < 0 {
		text = bytes.TrimRight(text[:i], " \t")
		end = from + len(text)
	}
	if curly(string(text)) {
		m.faults = append(m.faults, m.straighten(from, end))
		return
	}
	f := fault{code: "unquoted-text", from: from, to: end, args: diag.Args{"text": string(text), "mark": markOf(string(text))}}
	if hash := bytes.Index(text, []byte(" #")); hash >= 0 && f.args["mark"] == "#" {
		f.code, f.from = "text-taken-comment", from+hash+1
		f.args = diag.Args{"text": string(m.src[f.from:end])}
	}
	f.patches = m.quotePatches(from, end)
	// A comment or a list among the lines of a text is perhaps meant as such.
	f.guess = bytes.IndexByte(text, '\n') >= 0 && (comment(text) >= 0 || listBelow.Match(text))
	m.faults = append(m.faults, f)
}

var listBelow = regexp.MustCompile(`\n[ \t]*- `)

// comment gives the byte at which a comment begins in a text of one line, -1 when there is none. A hashtag is none.
func comment(text []byte) int {
	for i := 0; i+1 < len(text); i++ {
		if (text[i] == ' ' || text[i] == '\t') && text[i+1] == '#' && (i+2 == len(text) || text[i+2] == ' ' || text[i+2] == '\t') {
			return i
		}
	}
	return -1
}

// quotePatches puts a text, of one line or several, between quotes.
func (m *mender) quotePatches(from, end int) []patch {
	text := string(m.src[from:end])
	mark, _ := quotes(text)
	patches := []patch{{from: from, to: from, text: mark}}
	if mark == `"` {
		for i := range len(text) {
			switch {
			case text[i] != '"' && text[i] != '\\':
			case i == 0:
				patches[0].text = mark + `\`
			default:
				patches = append(patches, patch{from: from + i, to: from + i, text: `\`})
			}
		}
	}
	return append(patches, patch{from: end, to: end, text: mark})
}

// markOf gives the mark of a text that YAML takes for its own.
func markOf(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune("*&!%@`|>[{\"',]}?", r):
		return text[:size]
	case r == '-' && len(text) > 1 && text[1] == ' ':
		return "-"
	case strings.Contains(text, ": ") || strings.HasSuffix(text, ":") || strings.Contains(text, ":\n"):
		return ":"
	case strings.Contains(text, " #"):
		return "#"
	}
	return text[:size]
}

// curly reports whether a text is wrapped in the quotes that word processors put, and has none of them inside.
func curly(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	last, endSize := utf8.DecodeLastRuneInString(text)
	if len(text) < size+endSize || first != '“' && first != '‘' && first != '„' {
		return false
	}
	if closes := last == '”' && first == '“' || last == '’' && first == '‘' || last == '“' && first == '„'; !closes {
		return false
	}
	return !strings.ContainsFunc(text[size:len(text)-endSize], func(c rune) bool { return c == first || c == last })
}

// straighten makes YAML's quotes of a word processor's, around the text from byte from to end.
func (p *page) straighten(from, end int) fault {
	text := string(p.src[from:end])
	_, size := utf8.DecodeRuneInString(text)
	_, endSize := utf8.DecodeLastRuneInString(text)
	mark, _ := quotes(text[size : len(text)-endSize])
	f := fault{code: "curly-quotes", from: from, to: end, args: diag.Args{"open": text[:size], "close": text[len(text)-endSize:]}}
	f.patches = []patch{{from: from, to: from + size, text: mark}}
	if mark == `"` {
		for i := size; i < len(text)-endSize; i++ {
			if text[i] == '"' || text[i] == '\\' {
				f.patches = append(f.patches, patch{from: from + i, to: from + i, text: `\`})
			}
		}
	}
	f.patches = append(f.patches, patch{from: end - endSize, to: end, text: mark})
	return f
}

// secondKey handles a text of one line in which another key stands, or an item that begins with a key, with all that follows it.
func (m *mender) secondKey(i, from, stop int) (next int, ok bool) {
	text := m.src[from:stop]
	marked := bytes.IndexByte([]byte(`"'[{`), text[0]) >= 0
	for _, found := range keyInside.FindAllSubmatchIndex(text, 20) {
		name := string(text[found[4]:found[5]])
		at := m.frameOf(i, name, found[2] >= 0)
		if at < 0 {
			continue
		}
		f := &m.frames[at]
		end := from + found[0]
		if !m.reads(from, end, nil) {
			if marked {
				continue
			}
			m.unquoted(from, end)
		}
		start, mark := from+found[4], name+":"
		if f.list {
			start, mark = from+found[2], "-"
		}
		m.faults = append(m.faults, fault{
			code: "missing-line-break", from: start, to: start + len(mark), args: diag.Args{"text": mark},
			patches: []patch{{from: end, to: start, text: "\n" + spaces(f.column)}},
		})
		m.frames = m.frames[:at+1]
		if f.list {
			return m.item(i, start, f), true
		}
		return m.key(i, start, f), true
	}
	return 0, false
}

var keyInside = regexp.MustCompile(`[ \t]+(- +)?([a-z_]+):(?:[ \t]|$)`)

// frameOf gives the index of the group, or of the list, that a key found inside a text belongs to, -1 when there is none.
func (m *mender) frameOf(i int, name string, item bool) int {
	for j := len(m.frames) - 1; j >= 0; j-- {
		f := &m.frames[j]
		if f.list != item || f.column < 0 {
			continue
		}
		if item {
			if f.field != nil && f.field.Parts != nil && lookup(f.field.Parts.Record, name, 0) >= 0 {
				return j
			}
			continue
		}
		if f.table.record == nil {
			continue
		}
		at := lookup(f.table.record, name, 0)
		if at >= 0 && f.seen&(1<<at) == 0 && !m.comesLater(i, f.column, name) {
			return j
		}
	}
	return -1
}

// comesLater reports whether a key of a group whose keys are at a column stands on a line after line i.
func (m *mender) comesLater(i, column int, name string) bool {
	if m.looks++; m.looks > maxFindings {
		return true
	}
	for i++; i < len(m.lines); i++ {
		line := m.line(i)
		if bare(line) {
			continue
		}
		switch c := m.indent(i); {
		case c < column:
			return false
		case c == column:
			if other, ok := keyName(line[lead(line):]); ok && other == name {
				return true
			}
		}
	}
	return false
}

// keyAtEnd handles a key at the end of the last line of a block of text, with what follows it.
func (m *mender) keyAtEnd(i, last int) (next int, ok bool) {
	if last == i {
		return 0, false
	}
	line := m.src[m.lines[last]:m.end(last)]
	found := keyLast.FindSubmatchIndex(line)
	if found == nil {
		return 0, false
	}
	name := string(line[found[2]:found[3]])
	at := m.frameOf(last, name, false)
	if at < 0 {
		return 0, false
	}
	start := int(m.lines[last]) + found[2]
	f := &m.frames[at]
	m.faults = append(m.faults, fault{
		code: "missing-line-break", from: start, to: m.end(last), args: diag.Args{"text": name + ":"},
		patches: []patch{{from: start - (found[2] - found[0]), to: start, text: "\n" + spaces(f.column)}},
	})
	m.frames = m.frames[:at+1]
	return m.key(last, start, f), true
}

var keyLast = regexp.MustCompile(`[ \t]+([a-z_]+):$`)

// quoted handles a text that begins with a quote, from byte from to end.
func (m *mender) quoted(from, end int) {
	text := m.src[from:end]
	mark := text[0]
	after := closing(text, 0)
	if after < 0 {
		f := fault{code: "unclosed-mark", from: from, to: from + 1, args: diag.Args{"mark": string(mark)}}
		f.patches = []patch{{from: end, to: end, text: string(mark)}}
		f.guess = !m.reads(from, end, f.patches)
		m.faults = append(m.faults, f)
		return
	}
	if rest := bytes.TrimLeft(text[after:], " \t"); len(rest) == 0 || rest[0] == '#' && len(text[after:]) > len(rest) {
		m.badEscapes(from, from+after)
		return
	}
	if inner := innerQuotes(text); inner != nil {
		f := fault{code: "inner-quote", from: from + inner[0], to: from + inner[0] + 1, args: diag.Args{"mark": string(mark)}}
		escape := `\`
		if mark == '\'' {
			escape = "'"
		}
		for _, at := range inner {
			f.patches = append(f.patches, patch{from: from + at, to: from + at, text: escape})
		}
		m.faults = append(m.faults, f)
		return
	}
	m.unquoted(from, end)
}

// innerQuotes gives the quotes inside a text that is between quotes as a whole; nil when it is not, as in
// « "Lieu" et "espace" », where the quotes are of the text itself.
func innerQuotes(text []byte) []int {
	mark := text[0]
	if len(text) < 3 || text[len(text)-1] != mark {
		return nil
	}
	var list []int
	for i := 1; i < len(text)-1; i++ {
		switch {
		case mark == '"' && text[i] == '\\':
			i++
		case text[i] == mark:
			list = append(list, i)
		}
	}
	if len(list) == 0 {
		return nil
	}
	before, _ := utf8.DecodeLastRune(text[:list[0]])
	after, _ := utf8.DecodeRune(text[list[0]+1:])
	if mark == '"' && list[0] > 1 && (unicode.IsSpace(before) || before == '(') && !unicode.IsSpace(after) {
		return list
	}
	if mark == '\'' {
		for _, at := range list {
			before, _ := utf8.DecodeLastRune(text[:at])
			after, _ := utf8.DecodeRune(text[at+1:])
			if !unicode.IsLetter(before) || !unicode.IsLetter(after) {
				return nil
			}
		}
		return list
	}
	return nil
}

// badEscapes doubles the backslashes that, between double quotes, begin nothing that YAML knows.
func (m *mender) badEscapes(from, end int) {
	var f fault
	for i := from + 1; i < end-1 && m.src[from] == '"'; i++ {
		if m.src[i] != '\\' {
			continue
		}
		next, size := utf8.DecodeRune(m.src[i+1:])
		digits := strings.IndexRune("xuU", next)
		known := strings.ContainsRune("0abt\tnvfre \"'/\\N_LP\n", next)
		if digits >= 0 {
			known = hexDigits(m.src[i+2:end], 2<<digits)
		}
		if known {
			i++
			continue
		}
		if f.code == "" {
			f = fault{code: "bad-escape", from: i, to: i + 1 + size, args: diag.Args{"escape": string(m.src[i : i+1+size])}}
		}
		f.patches = append(f.patches, patch{from: i, to: i, text: `\`})
	}
	if f.code != "" {
		m.faults = append(m.faults, f)
	}
}

// hexDigits reports whether text begins with n hexadecimal digits.
func hexDigits(text []byte, n int) bool {
	if len(text) < n {
		return false
	}
	return !slices.ContainsFunc(text[:n], func(c byte) bool {
		return !('0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F')
	})
}

// flow handles a value that begins with a bracket, from byte from to end, which is on line last: a list or a group, or a text
// where one is wanted.
func (m *mender) flow(last, from, end int, field *glossary.Field, item bool) {
	isText := field != nil && (field.Text != nil || item && m.src[from] == '[')
	text := m.src[from:end]
	after := closing(text, 0)
	switch {
	case isText && (field.Text != nil || after >= 0):
		m.unquoted(from, end)
	case after < 0:
		f := fault{code: "unclosed-mark", from: from, to: from + 1, args: diag.Args{"mark": string(text[0])}}
		if at := comment(text); at >= 0 {
			end = from + len(bytes.TrimRight(text[:at], " \t"))
		}
		f.patches = []patch{{from: end, to: end, text: closers(m.src[from:end])}}
		f.guess = !m.reads(from, m.end(last), f.patches)
		m.faults = append(m.faults, f)
	case len(bytes.TrimSpace(text[after:])) == 0:
		m.flowItems(from, from+after)
	}
}

// closers gives the brackets that a text lacks.
func closers(text []byte) string {
	var open []byte
	for _, c := range text {
		switch c {
		case '[':
			open = append(open, ']')
		case '{':
			open = append(open, '}')
		case ']', '}':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	slices.Reverse(open)
	return string(open)
}

// flowItems quotes the texts between the brackets at bytes from and end-1 that YAML misreads.
func (m *mender) flowItems(from, end int) {
	group := m.src[from] == '{'
	for at := from + 1; at < end-1 && !m.full(); {
		at = m.skipSpace(at)
		stop := m.flowEnd(at, end-1)
		last := stop
		for last > at && bytes.IndexByte([]byte(" \t\n"), m.src[last-1]) >= 0 {
			last--
		}
		value := at
		if group {
			if colon := colonAfter(m.src[at:last]); colon >= 0 {
				value = m.skipSpace(at + colon + 1)
			}
		}
		if value < last {
			switch c := m.src[value]; {
			case (c == '[' || c == '{') && closing(m.src[value:last], 0) == last-value:
				m.flowItems(value, last)
			case !m.readsInFlow(value, last):
				m.unquoted(value, last)
			}
		}
		at = stop + 1
	}
}

func (m *mender) skipSpace(at int) int {
	for at < len(m.src) && (m.src[at] == ' ' || m.src[at] == '\t' || m.src[at] == '\n') {
		at++
	}
	return at
}

// flowEnd gives the byte of the comma that ends the item at a byte, limit when it is the last.
func (m *mender) flowEnd(at, limit int) int {
	for i := at; i < limit; i++ {
		switch c := m.src[i]; {
		case c == ',':
			return i
		case (c == '"' || c == '\'') && opensQuote(m.src[at:i]), c == '[', c == '{':
			if n := closing(m.src[i:limit], 0); n > 0 {
				i += n - 1
			}
		}
	}
	return limit
}

// readsInFlow reports whether YAML takes the bytes from to end for one text between brackets.
func (m *mender) readsInFlow(from, end int) bool {
	src := append(append([]byte("[ "), m.src[from:end]...), " ]"...)
	root, err := tree(src)
	return err == nil && root != nil && root.Kind == yaml.SequenceNode && len(root.Content) == 1 && root.Content[0].Kind == yaml.ScalarNode
}
