package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// parse gives the group of keys that a file's text holds, nil when nothing could be read; what could not has been reported.
func (r *reader) parse(text []byte, record *glossary.Record) *yaml.Node {
	if len(text) == 0 {
		r.report("empty-file", diag.Span{}, nil)
		return nil
	}
	patches := r.breaks(text)
	patches = append(patches, r.documents(text, patches)...)
	r.page = newPage(text, patches)
	root, err := tree(r.src)
	if err != nil || root != nil && root.Kind != yaml.MappingNode {
		if mended := r.mend(text, patches, record, err); mended != nil {
			root, err = mended, nil
		}
	}
	switch {
	case err != nil:
		r.unreadable(err)
	case root == nil:
		r.report("empty-file", diag.Span{}, nil)
	case root.Kind == yaml.MappingNode:
		if root.Style&yaml.FlowStyle != 0 {
			r.report("json-file", r.span(root), nil)
		}
		return root
	default:
		r.wrongType(root, "mapping")
		if root.Kind == yaml.SequenceNode && len(root.Content) > 0 && root.Content[0].Kind == yaml.MappingNode {
			return root.Content[0]
		}
	}
	return nil
}

// tree gives the value that a text holds, nil when it holds none. yaml.v3 reports some of its own faults by panicking.
func tree(src []byte) (root *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, fmt.Errorf("yaml: %v", p)
		}
	}()
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	root = doc.Content[0]
	if root.Kind == yaml.MappingNode && root.Column == 1 && root.Style&yaml.FlowStyle == 0 {
		return root, nil
	}
	// Anything but keys in the first column may end before the text does, which only a second reading tells.
	dec := yaml.NewDecoder(bytes.NewReader(src))
	for range 2 {
		if err := dec.Decode(new(yaml.Node)); err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
	}
	if empty(root) {
		return nil, nil
	}
	return root, nil
}

// empty reports whether n is what YAML reads where nothing, ~ or null is written.
func empty(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Style == 0 }

// breaks makes line ends of the carriage returns that stand alone, as files had them on the first Macintosh.
func (r *reader) breaks(text []byte) []patch {
	var patches []patch
	for at := 0; ; at++ {
		i := bytes.IndexByte(text[at:], '\r')
		if i < 0 {
			break
		}
		at += i
		patches = append(patches, patch{from: at, to: at + 1, text: "\n"})
	}
	if len(patches) == 0 {
		return nil
	}
	r.page = newPage(text, nil)
	r.offer(finding("old-line-end", r.file, r.fileSpan(patches[0].from, patches[0].to), nil), patches)
	return patches
}

// offer reports a finding with the correction that patches make.
func (r *reader) offer(d diag.Diagnostic, patches []patch) {
	if len(patches) > 0 && !r.foreign {
		d.Fix = &diag.Fix{Edits: make([]diag.Edit, len(patches))}
		for i, p := range patches {
			text := p.text
			if r.eol != "\n" {
				text = string(bytes.ReplaceAll([]byte(text), []byte("\n"), []byte(r.eol)))
			}
			d.Fix.Edits[i] = diag.Edit{Span: r.fileSpan(p.from, p.to), Text: text}
		}
	}
	r.found = append(r.found, d)
}

var (
	marker      = regexp.MustCompile(`^(?:---|\.\.\.)(?:[ \t]|$)`)
	emptyMarker = regexp.MustCompile(`^(?:---|\.\.\.)[ \t]*(?:#|$)`)
	directive   = regexp.MustCompile(`^%(?:YAML|TAG)[ \t]`)
)

// documents gives what to cut of a text so that one document is left, the first, and reports the others. The directives that
// may come before it go too: they say nothing of the content.
func (r *reader) documents(text []byte, breaks []patch) []patch {
	if text[0] != '%' && !bytes.HasPrefix(text, []byte("---")) && !bytes.HasPrefix(text, []byte("...")) &&
		!bytes.Contains(text, []byte("\n---")) && !bytes.Contains(text, []byte("\n...")) && breaks == nil {
		return nil
	}
	p := newPage(text, breaks) // of the same length
	r.page = p
	var cuts []patch
	i, begun := 0, false
	for ; i < len(p.lines); i++ {
		line := p.line(i)
		if marker.Match(line) {
			if begun || line[0] == '.' {
				break
			}
			begun = true
		} else if !begun && directive.Match(line) {
			cuts = append(cuts, p.wholeLine(i))
		} else if !blank(line) {
			begun = true
		}
	}
	if i == len(p.lines) {
		return cuts
	}
	end := int(p.lines[i])
	cuts = append(cuts, patch{from: end, to: len(text)})
	var marks []patch
	for j := i; j < len(p.lines); j++ {
		if line := p.line(j); emptyMarker.Match(line) {
			marks = append(marks, p.wholeLine(j))
		} else if !blank(line) {
			r.offer(finding("several-documents", r.file, r.fileSpan(end, end+3), diag.Args{"empty": false}), nil)
			return cuts
		}
	}
	if len(marks) > 1 || text[end] != '.' { // three dots at the very end only say that it is one
		r.offer(finding("several-documents", r.file, r.fileSpan(end, end+3), diag.Args{"empty": true}), marks)
	}
	return cuts
}

// wholeLine gives the patch that takes line i out.
func (p *page) wholeLine(i int) patch {
	from := int(p.lines[i])
	if i+1 < len(p.lines) {
		return patch{from: from, to: int(p.lines[i+1])}
	}
	return patch{from: from, to: len(p.src)}
}

// blank reports whether a line holds nothing but a comment.
func blank(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	return len(line) == 0 || line[0] == '#'
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// errorLine gives the line, from 0, that a message of yaml.v3 names; the first when it names none. Its messages are bare
// English sentences, with a line at most.
func errorLine(err error) int {
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil && n > 0 {
			return n - 1
		}
	}
	return 0
}

// unreadable reports what yaml.v3 says of a text that cannot be read, at the line that it names.
func (r *reader) unreadable(err error) {
	r.unreadableLine(min(errorLine(err), len(r.lines)-1))
}

func (r *reader) unreadableLine(i int) {
	for i > 0 && len(bytes.TrimSpace(r.line(i))) == 0 {
		i--
	}
	line := r.line(i)
	start := int(r.lines[i])
	r.report("unreadable-yaml", r.page.span(start+indentOf(line), start+len(bytes.TrimRight(line, " \t"))), nil)
}
