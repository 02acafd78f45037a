// Package markdown reads the Markdown subset that the texts of a lexicon may
// hold: emphasis, strong, links and cross-references, and where a text may be
// long, paragraphs and lists.
//
// It alone knows Markdown. It turns a value into a small tree whose every node
// knows its bytes in the value, and says what the value holds that the subset
// refuses; it words no message, resolves no reference and writes no HTML.
// Whatever is refused is shown all the same, as text: a mistake in a mark never
// costs the reader a word.
package markdown

import "strings"

// Kind says what a Node is.
type Kind uint8

const (
	Text      Kind = iota // characters to show; never empty
	Emphasis              // *…* or _…_
	Strong                // **…** or __…__
	Link                  // [text](destination) or <https://…>
	Reference             // [[id]] or [[id|text]]: a cross-reference to a concept
	Break                 // a line break asked for, in Blocks only
	Paragraph             // in Blocks only
	List                  // in Blocks only; its children are Items
	Item                  // its children are Paragraphs and Lists
)

var kindNames = [...]string{"text", "emphasis", "strong", "link", "reference", "break", "paragraph", "list", "item"}

func (k Kind) String() string { return kindNames[k] }

// Node is a piece of a text.
type Node struct {
	Kind Kind

	// Start and End delimit the piece in the value, its marks included: byte
	// offsets, half-open, on character boundaries.
	Start, End int

	// Text is what is shown: for a Text, with entities and escapes resolved
	// and every stretch of white space made one space; for a Reference, what
	// follows the bar, or "" for the headword of the concept.
	Text string

	// Target is, as written, the destination of a Link (see URL) or the id of
	// a Reference; TargetStart is its byte offset in the value.
	Target      string
	TargetStart int

	// Of a List: whether it is numbered and from which number; whether its
	// items stand close, to be shown without the space of paragraphs.
	Ordered bool
	First   int
	Tight   bool

	Children []Node
}

// URL is the destination of a Link ready to be followed: entities and escapes
// resolved, "mailto:" before a bare address.
func (n Node) URL() string {
	url := n.Target
	if strings.ContainsAny(url, `\&`) {
		url = string(appendResolved(nil, url))
	}
	if strings.Contains(url, "@") && !strings.ContainsAny(url, ":/") {
		url = "mailto:" + url
	}
	return url
}

// In gives the bytes of a value that show the bytes start to end of a Text node of it: those of the whole node where escapes
// and entities hide the place.
func (n *Node) In(value string, start, end int) (int, int) {
	if n.End-n.Start == len(n.Text) {
		return n.Start + start, n.Start + end
	}
	if i := strings.Index(value[n.Start:n.End], n.Text[start:end]); i >= 0 {
		return n.Start + i, n.Start + i + end - start
	}
	return n.Start, n.End
}

// ProblemKind names what a text holds that the subset refuses.
type ProblemKind string

const (
	HTML       ProblemKind = "html"        // a tag, a comment
	Heading    ProblemKind = "heading"     // # or underlined
	Image      ProblemKind = "image"       // ![text](file)
	Code       ProblemKind = "code"        // a span, a fenced or an indented block
	Quote      ProblemKind = "quote"       // lines that start with >
	Rule       ProblemKind = "rule"        // --- on a line
	Table      ProblemKind = "table"       // |---|
	Block      ProblemKind = "block"       // in Inline: a list, or a second paragraph
	BrokenLink ProblemKind = "broken-link" // a link or a reference that shows its brackets
	TooDeep    ProblemKind = "too-deep"    // lists, quotes or emphasis nested beyond sense, or far too many marks
)

// Problem is a piece of a text that the subset refuses.
type Problem struct {
	Kind       ProblemKind
	Start, End int    // byte offsets in the value, half-open
	Text       string // the piece as written
}

// Doc is a text read.
type Doc struct {
	Nodes    []Node
	Problems []Problem // in the order of the text
}

// Inline reads a text of one paragraph: a definition, a gloss, an example, a
// note. Its nodes are Text, Emphasis, Strong, Link and Reference. What a
// sentence may begin with is not taken for a block: « 2024. Une année »,
// « + de 30 % » and « > 50 % » are text.
//
// It accepts any bytes, and may be called from several goroutines.
func Inline(s string) *Doc {
	if d, ok := plainInline(s); ok {
		return d
	}
	return parse(s, inlineParser)
}

// Blocks reads a text of paragraphs and lists: a long explanation, a foreword.
// Its nodes are Paragraph and List.
//
// It accepts any bytes, and may be called from several goroutines.
func Blocks(s string) *Doc {
	if d, ok := plainBlocks(s); ok {
		return d
	}
	return parse(s, blocksParser)
}

// Most texts hold no mark at all: the two functions below spare them the
// parser. They must answer what the parser would, or not answer; a fuzz test
// compares.

func plainInline(s string) (*Doc, bool) {
	text, start, end, ok := plain(s)
	if !ok {
		return nil, false
	}
	d := &struct {
		Doc
		nodes [1]Node
	}{}
	if start < end {
		d.nodes[0] = Node{Kind: Text, Start: start, End: end, Text: text}
		d.Nodes = d.nodes[:]
	}
	return &d.Doc, true
}

func plainBlocks(s string) (*Doc, bool) {
	if s != "" && isSpace(s[0]) { // may be indented code
		return nil, false
	}
	text, start, end, ok := plain(s)
	if !ok {
		return nil, false
	}
	d := &struct {
		Doc
		nodes [2]Node
	}{}
	if start < end {
		d.nodes[1] = Node{Kind: Text, Start: start, End: end, Text: text}
		d.nodes[0] = Node{Kind: Paragraph, Start: start, End: end, Children: d.nodes[1:]}
		d.Nodes = d.nodes[:1]
	}
	return &d.Doc, true
}

// plain returns the text to show for a value that is one line without marks.
func plain(s string) (text string, start, end int, ok bool) {
	start, end = 0, len(s)
	for start < end && isSpace(s[start]) {
		start++
	}
	for start < end && isSpace(s[end-1]) {
		end--
	}
	line := s[start:end]
	if line == "" {
		return "", start, end, true
	}
	switch line[0] {
	case '#', '>', '+', '-', '~', '|', ':':
		return "", 0, 0, false
	}
	if digits := len(line) - len(strings.TrimLeft(line, "0123456789")); 0 < digits && digits < len(line) {
		if c := line[digits]; c == '.' || c == ')' {
			return "", 0, 0, false
		}
	}
	uneven := false
	for i := range len(line) {
		switch line[i] {
		case '*', '_', '[', ']', '<', '&', '`', '\\', '\n':
			return "", 0, 0, false
		case '\t', '\r':
			uneven = true
		case ' ':
			uneven = uneven || line[i-1] == ' '
		}
	}
	if uneven {
		line = string(appendCollapsed(nil, line))
	}
	return line, start, end, true
}

// References yields every cross-reference, in the order of the text.
func (d *Doc) References(yield func(Node) bool) { each(d.Nodes, Reference, yield) }

// Links yields every link, in the order of the text.
func (d *Doc) Links(yield func(Node) bool) { each(d.Nodes, Link, yield) }

func each(nodes []Node, kind Kind, yield func(Node) bool) bool {
	for _, n := range nodes {
		if n.Kind == kind && !yield(n) || !each(n.Children, kind, yield) {
			return false
		}
	}
	return true
}

// Plain returns the text without its marks; a reference without a text of its
// own shows its id.
func (d *Doc) Plain() string {
	if len(d.Nodes) == 1 && d.Nodes[0].Kind == Text {
		return d.Nodes[0].Text
	}
	return string(d.AppendPlain(nil, nil))
}

// AppendPlain appends the text without its marks: an empty line between
// paragraphs, a line for each item of a list. A reference without a text of its
// own shows headword(id), or its id when headword is nil.
func (d *Doc) AppendPlain(dst []byte, headword func(id string) string) []byte {
	return appendPlain(dst, d.Nodes, "\n\n", headword)
}

func appendPlain(dst []byte, nodes []Node, between string, headword func(id string) string) []byte {
	for i, n := range nodes {
		if i > 0 && n.Kind >= Paragraph {
			dst = append(dst, between...)
		}
		switch n.Kind {
		case Text:
			dst = append(dst, n.Text...)
		case Reference:
			switch {
			case n.Text != "":
				dst = append(dst, n.Text...)
			case headword != nil:
				dst = append(dst, headword(n.Target)...)
			default:
				dst = append(dst, n.Target...)
			}
		case Break:
			dst = append(dst, '\n')
		default:
			dst = appendPlain(dst, n.Children, "\n", headword)
		}
	}
	return dst
}
