package diag

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// TextOptions tells how findings are shown to a person. The zero value shows neither source nor colour.
type TextOptions struct {
	Files fs.FS                    // where source lines are read; what cannot be read is not shown
	Path  func(file string) string // makes the path shown; nil shows files as they are named
	Color bool                     // for a terminal
	Width int                      // columns a source line may fill; 160 when 0
}

const (
	defaultWidth = 160
	minWidth     = 20
	indent       = "    " // of source lines, so that they do not look like findings
)

// WriteText prints findings for people:
//
//	terms/a.yaml:7:3: error: unknown key "defintion" [unknown-key]
//	    defintion: …
//	    ^~~~~~~~~
//	help: write definition (fixable with --fix)
//	  terms/b.yaml:3:7: what another place has to do with it
//
// Only a finding at a place in a file shows the source. Nothing that a file holds can act on the terminal.
func (l List) WriteText(w io.Writer, voice Voice, opt TextOptions) error {
	out := bufio.NewWriter(w) // it keeps the first error, which Flush returns
	src := sources{fsys: opt.Files}
	paint := painter(opt.Color)
	columns := opt.Width
	if columns == 0 {
		columns = defaultWidth
	}
	columns = max(columns, minWidth) - len(indent)

	for f := range l.worded(voice, opt.Path) {
		if f.path != "" {
			fmt.Fprintf(out, "%s ", paint(bold, where(f.path, f.place)))
		}
		severity := voice.Label(labelSeverity + f.Severity.String())
		fmt.Fprintf(out, "%s %s [%s]\n", paint(severityColors[f.Severity], severity+":"), f.message, f.Code)
		if line, place, ok := src.line(f.File, f.Span, f.place, columns); ok {
			if source, mark, ok := snippet(line, place, columns); ok {
				fmt.Fprintf(out, indent+"%s\n"+indent+"%s\n", source, paintMark(paint, mark))
			}
		}
		if help := help(f, voice); help != "" {
			fmt.Fprintf(out, "%s: %s\n", voice.Label(labelHelp), help)
		}
		for _, r := range f.related {
			fmt.Fprintf(out, "  %s %s\n", paint(bold, where(r.path, r.place)), r.message)
		}
	}
	return out.Flush()
}

func where(path string, place Span) string {
	return fmt.Sprintf("%s:%d:%d:", oneLine(path, 0), place.Line, place.Col)
}

func help(f finding, voice Voice) string {
	switch {
	case len(f.edits()) == 0:
		return f.hint
	case f.hint == "":
		return voice.Label(labelFixable)
	}
	return fmt.Sprintf("%s (%s)", f.hint, voice.Label(labelFixable))
}

// sources reads lines of files, and remembers the last file: findings come sorted.
type sources struct {
	fsys fs.FS
	file string
	text lines
	// near is the last place asked for in a very long line, and offset the byte at which it is.
	near   Span
	offset int
}

// far is how many times the columns there are for it a line is longer than before only a part of it is looked at.
const far = 4

// line gives the line on which span starts, and place as it stands on it: of a very long line, what is around that place, and
// far more of it than there are columns.
func (s *sources) line(file string, span, place Span, columns int) (string, Span, bool) {
	n := span.Line
	if s.fsys == nil || n < 1 {
		return "", place, false
	}
	if s.file != file {
		// A file that cannot be read has its own finding, or none of our business here.
		src, err := fs.ReadFile(s.fsys, file)
		s.file, s.text, s.near, s.offset = file, lines{}, Span{}, 0
		if err == nil {
			s.text = newLines(src)
		}
	}
	line, ok := s.text.line(n)
	if len(line) <= 2*far*columns*utf8.UTFMax {
		return string(line), place, ok
	}
	if s.near.Line != n || s.near.Col > place.Col {
		s.near, s.offset = Span{Line: n, Col: 1}, 0
	}
	for ; s.near.Col < place.Col && s.offset < len(line); s.near.Col++ {
		_, size := utf8.DecodeRune(line[s.offset:])
		s.offset += size
	}
	from, to, before := s.offset, s.offset, int32(0)
	for ; from > 0 && before < int32(far*columns); before++ {
		_, size := utf8.DecodeLastRune(line[:from])
		from -= size
	}
	for i := 0; to < len(line) && i < far*columns; i++ {
		_, size := utf8.DecodeRune(line[to:])
		to += size
	}
	shift := s.near.Col - 1 - before
	place.Col -= shift
	if place.EndLine == place.Line {
		place.EndCol -= shift
	}
	return string(line[from:to]), place, true
}

type color string

const (
	bold   color = "1"
	red    color = "31"
	green  color = "32"
	yellow color = "33"
	cyan   color = "36"
)

var severityColors = [...]color{Review: cyan, Warning: yellow, Error: red}

// painter gives what colours a text and undoes it at once, or what leaves it as it is.
func painter(on bool) func(c color, s string) string {
	if !on {
		return func(_ color, s string) string { return s }
	}
	return func(c color, s string) string { return "\x1b[" + string(c) + "m" + s + "\x1b[0m" }
}

// paintMark colours an underline without the blanks before it.
func paintMark(paint func(color, string) string, mark string) string {
	i := strings.IndexByte(mark, '^')
	return mark[:i] + paint(green, mark[i:])
}
