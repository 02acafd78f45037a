package markdown

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// What goldmark takes for text may still be a mark gone wrong. The rules below
// report it only where prose cannot be meant: « […] », « [sic] », « [1][2] »
// and « [Le bilan] (2024) » are prose.

// brackets are those of a paragraph that goldmark took for text.
type brackets struct {
	end   int // of the paragraph
	open  []bracket
	quiet int // up to where a problem was reported
	muted int // inside how many links and images: their brackets are in order
}

type bracket struct {
	at   int
	mute bool // escaped, or of a reference already reported
}

// left opens n brackets that a broken reference leaves to be closed.
func (b *brackets) left(n int) {
	for range n {
		b.open = append(b.open, bracket{mute: true})
	}
}

// scan reads the brackets of a piece of text. Pieces come in the order of the
// paragraph; a pair may enclose several, and marks between them.
func (c *converter) scan(s span) {
	b := &c.brackets
	if b.muted > 0 {
		return
	}
	for i := s.start; i < s.end; i++ {
		switch c.src[i] {
		case '[':
			b.open = append(b.open, bracket{at: i})
		case ']':
			n := len(b.open)
			if n == 0 {
				continue
			}
			opened := b.open[n-1]
			b.open = b.open[:n-1]
			if opened.mute || i < b.quiet {
				continue
			}
			if end := c.brokenLink(opened.at, i+1, n == 1); end > 0 {
				c.problem(BrokenLink, span{opened.at, end})
				b.quiet = end
			}
		case '\\':
			if i++; i < s.end && c.src[i] == '[' {
				b.open = append(b.open, bracket{mute: true})
			}
		}
	}
}

// brokenLink tells, from what follows a pair of brackets, whether a link or a
// reference was meant, and where it ends; 0 if none was. An outermost pair has
// no other bracket to close.
func (c *converter) brokenLink(start, after int, outermost bool) (end int) {
	rest := c.src[after:c.brackets.end]
	line, _, _ := strings.Cut(rest, "\n")
	switch {
	case rest == "":
	case rest[0] == ']' && outermost: // [id]]
		return after + 1
	case rest[0] == '(': // [x](y with no end, or not a destination
		if i := strings.IndexByte(line, ')'); i > 0 {
			return after + i + 1
		}
		if i := strings.IndexAny(line, " \t\r"); i > 0 {
			return after + i
		}
		return after + len(line)
	case rest[0] == '[': // [x][y]
		i := strings.IndexByte(line, ']')
		if i < 0 || strings.HasPrefix(line[i+1:], "(") {
			return 0
		}
		label := line[1:i]
		if strings.Contains(label, "[") || label != "" && !strings.ContainsFunc(label, unicode.IsLetter) {
			return 0
		}
		return after + i + 1
	case rest[0] == ':' && startsLine(c.src[:start]): // [x]: y
		to := strings.TrimLeft(line[1:], " \t")
		word := firstWord(to)
		if !isDestination(strings.Trim(word, "<>")) {
			return 0
		}
		return after + len(line) - len(to) + len(word)
	case isSpace(rest[0]): // [x] (y)
		to := strings.TrimLeft(rest, " \t\r\n")
		if strings.Count(rest[:len(rest)-len(to)], "\n") > 1 || !strings.HasPrefix(to, "(") {
			return 0
		}
		word := firstWord(to)
		i := strings.IndexByte(word, ')')
		if i < 0 || !isDestination(word[1:i]) {
			return 0
		}
		return after + len(rest) - len(to) + i + 1
	}
	return 0
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " \t\r\n"); i >= 0 {
		return s[:i]
	}
	return s
}

// isDestination tells a destination from a word between parentheses.
func isDestination(s string) bool {
	for _, prefix := range []string{"#", "/", "./", "../", "www.", "mailto:"} {
		if strings.HasPrefix(s, prefix) && len(s) > len(prefix) {
			return true
		}
	}
	return strings.Contains(s, "://")
}

// startsLine tells whether a value cut there ends where a line begins.
func startsLine(before string) bool {
	before = strings.TrimRight(before, " \t")
	return before == "" || before[len(before)-1] == '\n'
}

// tables reports a paragraph that holds the rule of a table: |---|---|.
func (c *converter) tables(n ast.Node, at span) {
	if !strings.Contains(c.src[at.start:at.end], "|") {
		return
	}
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		line := c.src[s.Start:s.Stop]
		if strings.Trim(line, "|:- \t\r\n") == "" && strings.Contains(line, "|") && strings.Contains(line, "--") {
			c.problem(Table, at)
			return
		}
	}
}

// maxSearch bounds the bytes that goldmark may look through in a paragraph, all
// of it for each mark, to find that mark's mate: a tenth of a second. Prose
// stays a hundred times below; 64 KiB of marks would take seconds.
const maxSearch = 32 << 20

// tooMany returns the span of a value that holds too many marks to be read.
func tooMany(s string) (span, bool) {
	if len(s)*len(s) <= maxSearch {
		return span{}, false
	}
	marks, size := 0, 0 // since the last empty line: no paragraph goes beyond
	var last byte
	for line := range strings.Lines(s) {
		if strings.Trim(line, " \t\r\n") == "" {
			marks, size = 0, 0
		}
		for i := range len(line) {
			switch b := line[i]; b {
			case ']', '<':
				marks++
			case '*', '_', '`', '[': // a run of these counts for one
				if b != last {
					marks++
				}
			}
			last = line[i]
		}
		if size += len(line); marks*size > maxSearch {
			return trim(s, span{0, len(s)}), true
		}
	}
	return span{}, false
}
