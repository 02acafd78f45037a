package export

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// scanner reads a JSON text (RFC 8259) as nodes. What it can mend in thought (a comma too many, a comment), it reports and
// reads on; anything else ends the reading.
type scanner struct {
	file string
	src  string
	pos  int
	// Lines and columns are counted on the way: counted is the byte whose place is line and col.
	line, col int32
	counted   int
	// What is being read: each object or list has the end of these.
	items   []node
	keys    []key
	found   diag.List
	stopped bool
}

// parse reads the file. The root is nil when it could not be read to its end, and more is the place of what follows it.
func parse(file string, data []byte) (root *node, more diag.Span, found diag.List) {
	s := &scanner{file: file, line: 1, col: 1}
	if !s.open(data) {
		return nil, more, s.found
	}
	s.skip()
	n := s.value(0)
	s.skip()
	if s.stopped {
		return nil, more, s.found
	}
	if s.pos < len(s.src) {
		more = s.spanTo(s.pos, s.pos+1)
	}
	return &n, more, s.found
}

// open takes the bytes for text, and reports what is none.
func (s *scanner) open(data []byte) bool {
	start := diag.Span{Line: 1, Col: 1, EndLine: 1, EndCol: 1}
	refuse := func(what, value string) bool {
		s.report(what, start, diag.Args{"value": value})
		return false
	}
	head := data[:min(len(data), 4)]
	switch {
	case len(data) > MaxFile:
		s.report("too-large", start, diag.Args{"limit": MaxFile >> 20})
		return false
	case bytes.HasPrefix(head, []byte("\x1f\x8b")), bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return refuse("compressed", "")
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.IndexByte(head, 0) >= 0:
		return refuse("encoding", "UTF-16")
	}
	s.src = string(data)
	if rest, marked := strings.CutPrefix(s.src, "\ufeff"); marked {
		s.pos = len(s.src) - len(rest)
		s.counted = s.pos
		s.report("mark", start, nil)
	}
	first := strings.TrimLeft(s.src[s.pos:], " \t\r\n")
	if first == "" {
		return refuse("empty", "")
	}
	if !utf8.ValidString(s.src) {
		at := s.pos
		for {
			r, size := utf8.DecodeRuneInString(s.src[at:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			at += size
			if r == '\n' {
				s.newline(at)
			}
		}
		s.report("encoding", s.spanTo(at, at+1), diag.Args{"value": ""})
		return false
	}
	if first[0] == '<' && !conflict(first) {
		s.skip()
		s.report("markup", s.spanTo(s.pos, s.pos+1), diag.Args{"html": strings.Contains(strings.ToLower(first[:min(len(first), 1000)]), "<html")})
		return false
	}
	return true
}

func conflict(s string) bool {
	return strings.HasPrefix(s, "<<<<<<<") || strings.HasPrefix(s, "=======") || strings.HasPrefix(s, ">>>>>>>")
}

func (s *scanner) report(what string, span diag.Span, args diag.Args) {
	if args == nil {
		args = diag.Args{}
	}
	args["what"] = what
	s.found = append(s.found, finding("not-json", s.file, span, args))
	s.stopped = s.stopped || len(s.found) >= maxFindings
}

// stop reports what the reading cannot go beyond.
func (s *scanner) stop(what string, from, to int, args diag.Args) {
	s.report(what, s.spanTo(from, to), args)
	s.stopped = true
}

// newline notes that a line begins at a byte.
func (s *scanner) newline(at int) { s.line, s.col, s.counted = s.line+1, 1, at }

// spanTo gives the place of some bytes of the current line, which begin no earlier than the last ones asked for.
func (s *scanner) spanTo(from, to int) diag.Span {
	s.count(from)
	span := diag.Span{Line: s.line, Col: s.col}
	s.count(min(to, len(s.src)))
	span.EndLine, span.EndCol = s.line, s.col
	return span
}

func (s *scanner) count(at int) {
	if at > s.counted {
		s.col += int32(utf8.RuneCountInString(s.src[s.counted:at]))
		s.counted = at
	}
}

// skip leaves out white space, and comments, which JSON has not.
func (s *scanner) skip() {
	for s.pos < len(s.src) && !s.stopped {
		switch s.src[s.pos] {
		case ' ', '\t', '\r':
			s.pos++
		case '\n':
			s.pos++
			s.newline(s.pos)
		case '/', '#':
			if !s.comment() {
				return
			}
		default:
			return
		}
	}
}

func (s *scanner) comment() bool {
	rest := s.src[s.pos:]
	end := strings.IndexByte(rest, '\n')
	if end < 0 {
		end = len(rest)
	}
	long := strings.HasPrefix(rest, "/*")
	if !long && rest[0] != '#' && !strings.HasPrefix(rest, "//") {
		return false
	}
	shown := len(strings.TrimRight(rest[:end], "\r"))
	if long {
		closing := strings.Index(rest[2:], "*/")
		if closing < 0 {
			s.stop("comment", s.pos, s.pos+shown, nil)
			return false
		}
		end = 2 + closing + 2
		shown = min(shown, end)
	}
	s.report("comment", s.spanTo(s.pos, s.pos+shown), nil)
	for at := s.pos; at < s.pos+end; at++ {
		if s.src[at] == '\n' {
			s.newline(at + 1)
		}
	}
	s.pos += end
	return true
}

// value reads a value at the current byte, that depth objects or lists are around.
func (s *scanner) value(depth int) node {
	if s.ended() {
		return node{}
	}
	switch c := s.src[s.pos]; {
	case c == '{' || c == '[':
		if depth == maxDepth {
			s.stop("too-deep", s.pos, s.pos+1, diag.Args{"limit": maxDepth})
			return node{}
		}
		if c == '{' {
			return s.object(depth + 1)
		}
		return s.list(depth + 1)
	case c == '"' || c == '\'':
		value, span := s.text()
		return node{kind: text, span: span, text: value}
	case '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.':
		return s.number()
	case isLetter(c):
		return s.word()
	}
	s.unexpected()
	return node{}
}

// ended reports a file that stops before its value does.
func (s *scanner) ended() bool {
	if s.pos < len(s.src) && !s.stopped {
		return false
	}
	if !s.stopped {
		s.stop("truncated", len(s.src), len(s.src), nil)
	}
	return true
}

func (s *scanner) unexpected() {
	rest := s.src[s.pos:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case conflict(rest):
		s.stop("conflict", s.pos, s.pos+7, nil)
	case strings.ContainsRune("“”„«»‘’", r):
		s.stop("quotes", s.pos, s.pos+size, diag.Args{"value": string(r)})
	default:
		s.stop("unexpected", s.pos, s.pos+size, diag.Args{"value": string(r)})
	}
}

func (s *scanner) object(depth int) node {
	n := node{kind: object, span: s.spanTo(s.pos, s.pos+1)}
	items, keys := len(s.items), len(s.keys)
	var known map[string]bool // of a large object
	s.pos++
	s.skip()
	for comma := (diag.Span{}); !s.ended(); {
		if s.src[s.pos] == '}' {
			if !comma.IsZero() {
				s.report("trailing-comma", comma, nil)
			}
			s.pos++
			break
		}
		k, ok := s.key()
		if !ok {
			break
		}
		if known == nil && len(s.keys)-keys >= 16 {
			known = make(map[string]bool, 64)
			for _, k := range s.keys[keys:] {
				known[k.text] = true
			}
		}
		again := known[k.text]
		for i := keys; known == nil && i < len(s.keys); i++ {
			again = again || s.keys[i].text == k.text
		}
		if again {
			s.report("duplicate", k.span, diag.Args{"value": k.text})
		}
		s.skip()
		if s.ended() {
			break
		}
		if s.src[s.pos] != ':' {
			s.stop("colon", s.pos, s.pos+1, diag.Args{"value": k.text})
			break
		}
		s.pos++
		s.skip()
		v := s.value(depth)
		if !again {
			if known != nil {
				known[k.text] = true
			}
			s.keys, s.items = append(s.keys, k), append(s.items, v)
		}
		comma = s.between('}')
	}
	n.keys = append([]key(nil), s.keys[keys:]...)
	n.items = append([]node(nil), s.items[items:]...)
	s.keys, s.items = s.keys[:keys], s.items[:items]
	return n
}

// key reads the key of a member, which some write without its quotes.
func (s *scanner) key() (key, bool) {
	switch c := s.src[s.pos]; {
	case c == '"' || c == '\'':
		value, span := s.text()
		return key{value, span}, !s.stopped
	case isLetter(c):
		end := s.pos
		for end < len(s.src) && (isLetter(s.src[end]) || '0' <= s.src[end] && s.src[end] <= '9') {
			end++
		}
		k := key{s.src[s.pos:end], s.spanTo(s.pos, end)}
		s.report("bare-key", k.span, diag.Args{"value": k.text})
		s.pos = end
		return k, !s.stopped
	}
	s.unexpected()
	return key{}, false
}

func (s *scanner) list(depth int) node {
	n := node{kind: list, span: s.spanTo(s.pos, s.pos+1)}
	items := len(s.items)
	s.pos++
	s.skip()
	for comma := (diag.Span{}); !s.ended(); {
		if s.src[s.pos] == ']' {
			if !comma.IsZero() {
				s.report("trailing-comma", comma, nil)
			}
			s.pos++
			break
		}
		v := s.value(depth)
		s.items = append(s.items, v)
		comma = s.between(']')
	}
	n.items = append([]node(nil), s.items[items:]...)
	s.items = s.items[:items]
	return n
}

// between reads what parts two items, or comes before the end, and gives the place of the comma, if that is it.
func (s *scanner) between(end byte) diag.Span {
	s.skip()
	if s.ended() {
		return diag.Span{}
	}
	switch c := s.src[s.pos]; {
	case c == ',':
		comma := s.spanTo(s.pos, s.pos+1)
		s.pos++
		s.skip()
		return comma
	case c == end:
	case c == '"' || end == ']' && (c == '{' || c == '['):
		s.report("comma", s.spanTo(s.pos, s.pos+1), nil)
	default:
		s.unexpected()
	}
	return diag.Span{}
}

// text reads a text between quotes, which are sometimes single ones.
func (s *scanner) text() (string, diag.Span) {
	start, quote := s.pos, s.src[s.pos]
	span := s.spanTo(start, start)
	at := start + 1
	for at < len(s.src) && s.src[at] != quote && s.src[at] != '\\' && s.src[at] >= ' ' {
		at++
	}
	value := s.src[start+1 : at]
	if at < len(s.src) && s.src[at] != quote {
		value, at = s.marked(start, at, quote)
	}
	s.pos = at
	if s.ended() {
		return "", diag.Span{}
	}
	s.pos++
	s.count(s.pos)
	span.EndLine, span.EndCol = s.line, s.col
	if quote == '\'' {
		s.report("quotes", span, diag.Args{"value": "'"})
	}
	return value, span
}

// marked reads on a text from the first byte that does not stand for itself, and gives where it ends.
func (s *scanner) marked(start, at int, quote byte) (string, int) {
	value := []byte(s.src[start+1 : at])
	for at < len(s.src) && s.src[at] != quote && !s.stopped {
		c := s.src[at]
		switch {
		case c == '\n' || c == '\r':
			s.stop("line-break", at, at, nil)
		case c < ' ':
			s.report("control", s.spanTo(at, at+1), diag.Args{"value": string(rune(c))})
			value = append(value, c)
			at++
		case c != '\\':
			value = append(value, c)
			at++
		default:
			r, end, known := escape(s.src, at)
			if !known && end < len(s.src) && (quote == '"' || r != '\'') {
				s.report("escape", s.spanTo(at, end), diag.Args{"value": s.src[at:end]})
			}
			value = utf8.AppendRune(value, r)
			at = end
		}
	}
	return string(value), at
}

// escape reads what a backslash announces, and gives where it ends. Half of a character beyond U+FFFF is none.
func escape(s string, at int) (r rune, end int, known bool) {
	if at+1 >= len(s) {
		return utf8.RuneError, len(s), false
	}
	switch c := s[at+1]; c {
	case '"', '\\', '/':
		return rune(c), at + 2, true
	case 'b':
		return '\b', at + 2, true
	case 'f':
		return '\f', at + 2, true
	case 'n':
		return '\n', at + 2, true
	case 'r':
		return '\r', at + 2, true
	case 't':
		return '\t', at + 2, true
	case 'u':
		high, ok := hex4(s, at+2)
		switch {
		case !ok:
			return utf8.RuneError, at + 2, false
		case high < 0xD800 || high > 0xDFFF:
			return high, at + 6, true
		}
		if low, ok := hex4(s, at+8); ok && s[at+6:at+8] == `\u` && high < 0xDC00 && 0xDC00 <= low && low <= 0xDFFF {
			return 0x10000 + (high-0xD800)<<10 + low - 0xDC00, at + 12, true
		}
		return utf8.RuneError, at + 6, false
	}
	r, size := utf8.DecodeRuneInString(s[at+1:])
	if r < ' ' {
		return utf8.RuneError, at + 1, false
	}
	return r, at + 1 + size, false
}

func hex4(s string, at int) (rune, bool) {
	if at+4 > len(s) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[at : at+4]) {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

func (s *scanner) number() node {
	end := s.pos
	for end < len(s.src) && (isLetter(s.src[end]) || strings.IndexByte("0123456789+-.", s.src[end]) >= 0) {
		end++
	}
	n := node{kind: number, span: s.spanTo(s.pos, end), text: s.src[s.pos:end]}
	s.pos = end
	if !isNumber(n.text) {
		s.report("number", n.span, diag.Args{"value": n.text})
	}
	return n
}

// isNumber follows the grammar of RFC 8259, section 6.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if rest, point := strings.CutPrefix(s, "."); point {
		s = strings.TrimLeft(rest, "0123456789")
		if len(s) == len(rest) {
			return false
		}
	}
	if s != "" && s[0]|0x20 == 'e' {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		return s != "" && strings.Trim(s, "0123456789") == ""
	}
	return s == ""
}

// notOfJSON are the words that other languages write for values.
var notOfJSON = []string{"NaN", "Infinity", "True", "False", "None", "undefined", "nil", "NULL", "Null", "TRUE", "FALSE"}

func (s *scanner) word() node {
	end := s.pos
	for end < len(s.src) && isLetter(s.src[end]) {
		end++
	}
	w := s.src[s.pos:end]
	n := node{span: s.spanTo(s.pos, end), text: w}
	s.pos = end
	switch w {
	case "true", "false":
		n.kind = boolean
		return n
	case "null":
		n.kind = null
		return n
	}
	for _, known := range notOfJSON {
		if w == known {
			s.report("word", n.span, diag.Args{"value": w})
			return n
		}
	}
	s.report("bare-text", n.span, diag.Args{"value": w})
	s.stopped = true
	return n
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c == '$' }
