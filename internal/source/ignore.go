package source

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// An ignore comment reads `# lexipoche: ignore CODE: reason`. On a line of its own it covers the key or item below it,
// with all that belongs to it; at the end of a line, the key or item of that line; above all content, also findings
// about the file as a whole.

var (
	ignoreComment = regexp.MustCompile(`(?:^|\s)(#\s*lexipoche\s*:.*)$`)
	ignoreParts   = regexp.MustCompile(`^#\s*lexipoche\s*:\s*ignore\s+([a-z0-9-]+)(?:[\s\p{Zs}]*[:,—–-]?[\s\p{Zs}]*(.*))?$`)
)

// ignores collects the comments that silence findings.
func (r *reader) ignores(values []glossary.Value) []glossary.Ignore {
	if !bytes.Contains(r.src, []byte("lexipoche")) {
		return nil
	}
	texts := mentioning(values)
	below, ends := r.outline()
	var list []glossary.Ignore
	for i := range r.lines {
		line := r.line(i)
		m := ignoreComment.FindSubmatchIndex(line)
		if m == nil {
			continue
		}
		start := int(r.lines[i])
		span := r.page.span(start+m[2], start+len(bytes.TrimRight(line, " \t")))
		for len(texts) > 1 && before(texts[1], span) {
			texts = texts[1:]
		}
		if len(texts) > 0 && texts[0].Contains(span) {
			continue
		}
		alone := len(bytes.TrimSpace(line[:m[2]])) == 0
		parts := ignoreParts.FindStringSubmatch(strings.TrimSpace(string(line[m[2]:])))
		if parts == nil {
			if !r.full() {
				r.report("bad-ignore", span, nil)
			}
			continue
		}
		first := i
		if alone {
			first = below[i]
		}
		list = append(list, glossary.Ignore{
			Code: parts[1], Reason: parts[2], Span: span,
			Scope: r.scope(first, ends[first]), Whole: alone && below[0] > i,
		})
	}
	return list
}

// mentioning gives the places of the texts that name the program, in order: a comment sign in them opens no comment.
func mentioning(values []glossary.Value) []diag.Span {
	var spans []diag.Span
	for _, v := range values {
		if strings.Contains(v.Text.Value, "lexipoche") {
			spans = append(spans, v.Text.Span)
		}
	}
	slices.SortFunc(spans, func(a, b diag.Span) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col)) })
	return spans
}

func before(a, b diag.Span) bool { return a.Line < b.Line || a.Line == b.Line && a.Col <= b.Col }

// outline gives, for each line, the first line of content from it on, and the line after the last of those that belong to it:
// they are indented under it, or are the items of the list whose key it is.
func (r *reader) outline() (below, ends []int) {
	type heading struct {
		line, indent int
		item         bool
	}
	below, ends = make([]int, len(r.lines)), make([]int, len(r.lines))
	var open []heading
	next := len(r.lines) - 1
	for i := len(r.lines) - 1; i >= 0; i-- {
		line := r.line(i)
		ends[i] = i + 1
		if !blank(line) && !marker.Match(line) {
			next = i
			h := heading{i, indentOf(line), bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("- "))}
			for len(open) > 0 {
				if top := open[len(open)-1]; top.indent < h.indent || top.indent == h.indent && (h.item || !top.item) {
					break
				}
				open = open[:len(open)-1]
			}
			ends[i] = len(r.lines)
			if len(open) > 0 {
				ends[i] = open[len(open)-1].line
			}
			open = append(open, h)
		}
		below[i] = next
	}
	return below, ends
}

// scope gives the place of the lines first to end.
func (r *reader) scope(first, end int) diag.Span {
	var s diag.Span
	s.Line, s.Col = r.origin(int32(first)+1, 1)
	s.EndLine, s.EndCol = int32(end)+1, 1
	if len(r.patches) > 0 {
		s.EndLine, s.EndCol = r.place(r.fileOffset(r.offset(end+1, 1)))
	}
	return s
}
