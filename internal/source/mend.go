package source

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// A text that YAML refuses is read once more, line by line, with the tables at hand: what an editor meant shows in the
// keys, their order and their indentation long before a YAML parser would say anything of use. Each departure from
// YAML that has one likely remedy is a fault with the patches that mend it. The text with all patches made is parsed
// again; where even that fails, key by key, so that one fault never hides the rest of the file.

// maxMend bounds the files that are mended, in bytes: far more than any file written by hand.
const maxMend = 256 << 10

// fault is a departure from YAML, in bytes of the text at hand.
type fault struct {
	code     string
	from, to int
	args     diag.Args
	patches  []patch
	lines    []int // whose indentation is wrong; the patches for it are made at the end
	guess    bool  // the patches serve to read on, and are not offered
}

// mender reads the lines of a text.
type mender struct {
	*page
	tab     int         // columns that a tab stands for in an indentation
	shifts  map[int]int // by line, the columns that faults found so far add to its indentation
	frames  []frame
	faults  []fault
	tabbed  map[int]bool // lines indented by something else than spaces
	starts  []int        // lines at which the keys of the file's own group begin
	prose   prose        // the last text, which a lost line may continue
	closes  int          // the last line of a mark that ends a conflict, and of one that parts its sides
	parts   int
	words   map[string]bool // the keys of all tables
	looks   int             // ahead for a key
	guesses int             // of misspelt keys
	anchors map[string]bool // the names that values have in the file; nil until one is asked for
}

// frame is a group or a list being read.
type frame struct {
	parent int // column, from 0, of the key or dash that it hangs on
	column int // column of its keys or dashes, -1 until the first is seen
	list   bool
	field  *glossary.Field // of a list: what it is a list of, nil when unknown
	table  table
	seen   uint64
	count  int // of its keys or dashes that stand at the column, as far as was looked
	fault  int // of a list: the fault, from 1, of the marks of its items
}

// table is what the keys of a group may be: those of a record, free ones, or, when zero, unknown ones.
type table struct {
	record *glossary.Record
	keyed  *glossary.Parts
}

// prose is a text that more lines may belong to.
type prose struct {
	owner  int  // column that they must exceed; -1 when there is no such text
	column int  // where they should stand
	free   bool // the text may hold anything
	fresh  bool // it has no line yet but that of its key
}

// mend gives the group of keys that a text holds once its faults are mended, and reports them; nil when it found
// nothing to mend and nothing to keep. patches are what was changed in the file's text before.
func (r *reader) mend(text []byte, patches []patch, record *glossary.Record, err error) *yaml.Node {
	before := r.page
	if len(before.src) > maxMend {
		return nil
	}
	var m *mender
	var root *yaml.Node
	for _, tab := range []int{2, 4, 6, 8} { // nobody knows what a tab was meant for: the best is what leaves the fewest faults
		next := &mender{page: before, tab: tab, shifts: map[int]int{}, tabbed: map[int]bool{}, prose: prose{owner: -1}}
		next.run(record)
		if next.full() {
			r.accept(text, patches, before, next.faults)
			r.partial = true
			return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
		}
		n, e := tree(newPage(before.src, next.patches()).src)
		if e != nil || n == nil || n.Kind != yaml.MappingNode {
			n = nil
		}
		if m == nil || n != nil && (root == nil || len(next.faults) < len(m.faults)) {
			m, root = next, n
		}
		if len(next.tabbed) == 0 {
			break
		}
	}
	m.doubt(record)
	if root != nil {
		r.accept(text, patches, before, m.faults)
		root, _ = tree(r.src)
		return root
	}
	if err == nil { // a text that can be read, and is no group however it is taken
		return nil
	}
	return r.salvage(text, patches, m, err)
}

// doubt keeps the moves of lines from being offered as corrections when the text that they make would have lines moved again:
// where they belong is not certain then, and corrections would never end.
func (m *mender) doubt(record *glossary.Record) {
	const code = "wrong-indentation"
	moved := func(f fault) bool { return f.code == code }
	if !slices.ContainsFunc(m.faults, moved) {
		return
	}
	again := &mender{page: newPage(m.src, m.patches()), tab: m.tab, shifts: map[int]int{}, tabbed: map[int]bool{}, prose: prose{owner: -1}}
	again.run(record)
	if !slices.ContainsFunc(again.faults, moved) {
		return
	}
	for i := range m.faults {
		if moved(m.faults[i]) {
			m.faults[i].guess = true
		}
	}
}

// salvage reads each key of the file by itself, and leaves out those that cannot be read.
func (r *reader) salvage(text []byte, patches []patch, m *mender, err error) *yaml.Node {
	if len(m.starts) == 0 {
		return nil
	}
	before := m.page
	var good, cuts []fault
	var bad []int // lines that yaml.v3 names
	for i := range m.starts {
		first, end := m.starts[i], len(before.src)
		if i == 0 {
			first = 0 // a comment, or the beginning of a conflict
		}
		begin := int(before.lines[first])
		if i+1 < len(m.starts) {
			end = int(before.lines[m.starts[i+1]])
		}
		readable := func(made []patch) (bool, error) {
			root, err := tree(newPage(before.src[begin:end], made).src)
			return err == nil && (root == nil || root.Kind == yaml.MappingNode), err
		}
		ok, plain := readable(nil)
		if ok {
			continue
		}
		var faults []fault
		var made []patch
		for _, f := range m.faults {
			for _, p := range f.patches {
				if begin <= p.from && p.to <= end && p.from < end {
					made = append(made, patch{from: p.from - begin, to: p.to - begin, text: p.text})
				}
			}
			if begin <= f.from && f.from < end && f.code != "tab-indentation" {
				faults = append(faults, f)
			}
		}
		if ok, _ := readable(made); ok {
			good = append(good, faults...)
			continue
		}
		line := first
		if plain != nil {
			line += errorLine(plain)
		}
		bad = append(bad, line)
		cuts = append(cuts, fault{patches: []patch{{from: begin, to: end}}})
		if name, ok := keyName(before.line(m.starts[i])); ok {
			r.lost = append(r.lost, name)
		} else {
			r.partial = true
		}
	}
	for _, f := range m.faults {
		if f.code == "tab-indentation" { // of the whole file
			good = append(good, f)
		}
	}
	for _, line := range bad {
		if len(r.found) < maxFindings {
			r.unreadableLine(line)
		}
	}
	r.accept(text, patches, before, append(good, cuts...))
	root, e := tree(r.src)
	if e != nil || root != nil && root.Kind != yaml.MappingNode {
		if len(r.found) == 0 {
			r.unreadable(err)
		}
		r.partial = true
		root = nil
	}
	if root == nil {
		root = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	return root
}

// accept makes the page of the mended text, and reports the faults.
func (r *reader) accept(text []byte, patches []patch, before *page, faults []fault) {
	all := slices.Clone(patches)
	for i := range faults {
		f := &faults[i]
		inFile := make([]patch, len(f.patches))
		for j, p := range f.patches {
			inFile[j] = patch{from: before.fileOffset(p.from), to: before.fileOffset(p.to), text: p.text}
		}
		all = append(all, inFile...)
		if f.code == "" {
			continue
		}
		r.partial = r.partial || f.code == "unreadable-yaml"
		r.page = before
		d := finding(f.code, r.file, before.span(f.from, f.to), f.args)
		if f.guess {
			inFile = nil
		}
		if len(r.found) < maxFindings {
			r.offer(d, inFile)
		}
	}
	r.page = newPage(text, all)
}

// run reads every line.
func (m *mender) run(record *glossary.Record) {
	m.frames = []frame{{parent: -1, column: m.margin(record), table: table{record: record}}}
	m.words = vocabulary(record)
	for i := range m.lines {
		switch conflictKind(m.line(i)) {
		case '=':
			m.parts = i
		case '>':
			m.closes = i
		}
	}
	if at := m.skipSpace(0); at < len(m.src) && m.src[at] == '{' {
		line, _ := m.lineCol(at)
		m.text(int(line)-1, at, -1, nil)
		return
	}
	for i := 0; i < len(m.lines) && !m.full(); {
		i = m.entry(i)
	}
	m.indentations()
}

func (m *mender) patches() []patch {
	var all []patch
	for i := range m.faults {
		all = append(all, m.faults[i].patches...)
	}
	return all
}

// full reports whether the text has so many faults that there is no use in looking further.
func (m *mender) full() bool { return len(m.faults) >= maxFindings }

// indentations makes the patches of the faults of indentation, and of one for all the lines that are not indented by spaces. Of two
// faults that move a line, the last one knows best.
func (m *mender) indentations() {
	moved := map[int]bool{}
	for i := len(m.faults) - 1; i >= 0; i-- {
		f := &m.faults[i]
		for _, line := range f.lines {
			if from, to := int(m.lines[line]), int(m.lines[line])+lead(m.line(line)); !moved[line] {
				moved[line] = true
				if text := spaces(m.indent(line)); text != string(m.src[from:to]) {
					f.patches = append(f.patches, patch{from: from, to: to, text: text})
				}
			}
		}
	}
	m.faults = slices.DeleteFunc(m.faults, func(f fault) bool { return f.lines != nil && f.patches == nil })
	f := fault{code: "tab-indentation"}
	for _, i := range slices.Sorted(maps.Keys(m.tabbed)) {
		if moved[i] {
			continue
		}
		from, line := int(m.lines[i]), m.line(i)
		if f.patches == nil {
			f.from = from + indentOf(line)
			c, size := utf8.DecodeRune(m.src[f.from:])
			f.to = f.from + size
			f.args = diag.Args{"character": codePoint(c)}
		}
		f.patches = append(f.patches, patch{from: from, to: from + lead(line), text: spaces(m.indent(i))})
	}
	if f.patches != nil {
		m.faults = append(m.faults, f)
	}
}

// margin gives the column of the file's own keys: the leftmost at which one stands that the table knows, or the first of the
// file does.
func (m *mender) margin(record *glossary.Record) int {
	column, first := -1, true
	for i := range m.lines {
		line := m.line(i)
		if bare(line) {
			continue
		}
		if name, ok := keyName(line[lead(line):]); ok && (first || exact(record, name) >= 0) {
			if w := m.width(line); column < 0 || w < column {
				column = w
			}
		}
		first = false
	}
	return max(column, 0)
}

// lead gives the bytes of white space that a line begins with, the kinds that pasted texts bring included.
func lead(line []byte) int {
	for i, c := range line {
		switch {
		case c == ' ' || c == '\t':
		case c >= utf8.RuneSelf:
			return len(line) - len(bytes.TrimLeft(line[i:], " \t\u00A0\u2002\u2003\u2009\u202F\u3000"))
		default:
			return i
		}
	}
	return len(line)
}

// bare reports whether a line holds nothing but a comment, and perhaps the white space of a pasted text.
func bare(line []byte) bool {
	n := lead(line)
	return n == len(line) || line[n] == '#'
}

// width gives the columns of white space that a line begins with.
func (m *mender) width(line []byte) int {
	n := lead(line)
	w := utf8.RuneCount(line[:n])
	return w + (m.tab-1)*bytes.Count(line[:n], []byte{'\t'})
}

// indent gives the column, from 0, at which the content of line i is taken to stand.
func (m *mender) indent(i int) int { return max(m.width(m.line(i))+m.shifts[i], 0) }

func spaces(n int) string { return strings.Repeat(" ", n) }

// start gives the byte at which the content of line i begins, and notes what else than spaces comes before it.
func (m *mender) start(i int) int {
	n := lead(m.line(i))
	if n > indentOf(m.line(i)) {
		m.tabbed[i] = true
	}
	return int(m.lines[i]) + n
}

// end gives the byte after the last character of line i that is not white space.
func (m *mender) end(i int) int {
	line := m.line(i)
	return int(m.lines[i]) + max(len(bytes.TrimRight(line, " \t")), lead(line))
}

// entry reads the key or item that begins on line i, and gives the first line after its text.
func (m *mender) entry(i int) int {
	line := m.line(i)
	if bare(line) {
		return i + 1
	}
	if next := m.conflict(i); next > i {
		return next
	}
	from, column := m.start(i), m.indent(i)
	rest := m.src[from:m.end(i)]
	if dash(rest) {
		return m.item(i, from, m.listFor(i, column))
	}
	if f := m.openList(column); f != nil {
		if mended, size := badDash(rest); size > 0 {
			mended.patches[0].from += from
			mended.patches[0].to += from
			mended.from, mended.to = from, from+mended.to
			if f.fault == 0 || m.faults[f.fault-1].code != mended.code {
				m.faults = append(m.faults, mended)
				f.fault = len(m.faults)
			} else { // the whole list is written so
				first := &m.faults[f.fault-1]
				first.patches = append(first.patches, mended.patches...)
			}
			if f.column < 0 {
				f.column = column
			}
			return m.item(i, from+size-1, f)
		}
	}
	if name, ok := m.keyName(rest); ok {
		return m.key(i, from, m.groupFor(i, column, name))
	}
	if at := m.groupAt(column); at >= 0 {
		if k, ok := m.damagedKey(rest, &m.frames[at]); ok {
			m.reportKey(k, from)
			return m.value(i, from+k.value, m.open(i, at, column), k.index)
		}
	}
	return m.lostLine(i)
}

// dash reports whether a text begins with the mark of an item.
func dash(text []byte) bool {
	return len(text) > 0 && text[0] == '-' && (len(text) == 1 || text[1] == ' ' || text[1] == '\t')
}

// badDash recognises the mark of an item that is not the one YAML knows: a dash without a space, or the bullet of a word
// processor. It gives the fault, in bytes of text, and the size of the mark.
func badDash(text []byte) (fault, int) {
	c, size := utf8.DecodeRune(text)
	switch {
	case c == '-' && len(text) > 1 && text[1] != '-' && !isSpace(text[1]):
		return fault{
			code: "missing-space", to: 1, args: diag.Args{"after": "-", "key": ""},
			patches: []patch{{from: 1, to: 1, text: " "}},
		}, 1
	case strings.ContainsRune("•◦‣▪●·–—", c) || c == '*' && len(text) > 1 && isSpace(text[1]):
		blanks := len(text) - len(bytes.TrimLeft(text[size:], " \t\u00A0")) - size
		return fault{
			code: "wrong-bullet", to: size, args: diag.Args{"mark": string(c)},
			patches: []patch{{from: 0, to: size + blanks, text: "- "}},
		}, size + blanks
	}
	return fault{}, 0
}

// conflictKind gives the sign of the marks that Git leaves where two people changed one line; 0 for another line.
func conflictKind(line []byte) byte {
	if len(line) < 7 || line[0] != '<' && line[0] != '=' && line[0] != '>' || len(line) > 7 && line[7] != ' ' {
		return 0
	}
	if len(bytes.TrimLeft(line[:7], string(line[:1]))) > 0 {
		return 0
	}
	return line[0]
}

// conflict passes over the marks of a conflict, and over what the second person wrote. It gives the line to go on with, i when
// there is no mark.
func (m *mender) conflict(i int) int {
	switch kind := conflictKind(m.line(i)); {
	case kind == '<' && m.parts > i:
		m.faults = append(m.faults, fault{
			code: "merge-conflict", from: int(m.lines[i]), to: m.end(i), patches: []patch{m.wholeLine(i)}, guess: true,
		})
		return i + 1
	case kind == '=' && m.closes > i:
		j := i + 1
		for conflictKind(m.line(j)) != '>' {
			j++
		}
		m.faults = append(m.faults, fault{patches: []patch{{from: int(m.lines[i]), to: m.wholeLine(j).to}}})
		return j + 1
	}
	return i
}

func (m *mender) top() *frame { return &m.frames[len(m.frames)-1] }

func (m *mender) push(f frame) *frame {
	m.frames = append(m.frames, f)
	return m.top()
}

// close leaves the groups and lists that a line at a column is out of.
func (m *mender) close(column int) {
	for len(m.frames) > 1 {
		f := m.top()
		open := f.column >= 0 && f.column <= column || f.column < 0 && (column > f.parent || f.list && column == f.parent)
		if open {
			return
		}
		m.frames = m.frames[:len(m.frames)-1]
	}
}

// openList gives the list that an item at a column would belong to, nil when there is none.
func (m *mender) openList(column int) *frame {
	for i := len(m.frames) - 1; i >= 0; i-- {
		f := &m.frames[i]
		if f.list && (f.column == column || f.column < 0 && column >= f.parent) {
			return f
		}
		if f.column >= 0 && f.column < column {
			return nil
		}
	}
	return nil
}

// listFor gives the list that the item at a column of line i belongs to. Where none stands at this column, the nearest is
// meant.
func (m *mender) listFor(i, column int) *frame {
	nearest := -1
	for j := len(m.frames) - 1; j >= 0; j-- {
		f := &m.frames[j]
		if f.list && f.column == column || f.column < 0 && (column > f.parent || f.list && column == f.parent) {
			f.list = true
			return m.open(i, j, column)
		}
		if f.list && f.column >= 0 && (nearest < 0 || abs(f.column-column) < abs(m.frames[nearest].column-column)) {
			nearest = j
		}
	}
	if nearest >= 0 && !m.fits(i, &m.frames[nearest]) { // a list of texts inside it may have been meant
		for j := len(m.frames) - 1; j > nearest; j-- {
			f := &m.frames[j]
			if f.column < 0 && f.field != nil && f.field.Texts != nil { // whose first item this is
				f.list, f.column = true, m.nextItem(i, f.parent)
			}
			if f.list && f.column > column && m.fits(i, f) {
				return m.open(i, j, column)
			}
		}
	}
	if nearest < 0 || abs(m.frames[nearest].column-column) > 2 {
		m.close(column)
		return m.push(frame{parent: column, column: column, list: true})
	}
	return m.open(i, nearest, column)
}

// nextItem gives the column of the item on the line after line i, in a list under a key at a column; where there is none, the
// usual one.
func (m *mender) nextItem(i, parent int) int {
	for i++; i < len(m.lines); i++ {
		line := m.line(i)
		if bare(line) {
			continue
		}
		if m.indent(i) > parent && dash(line[lead(line):]) {
			return m.indent(i)
		}
		break
	}
	return parent + 2
}

// fits reports whether the item on line i is of the sort that a list holds: a group of keys, or a text.
func (m *mender) fits(i int, list *frame) bool {
	line := m.line(i)
	_, isKey := keyName(bytes.TrimLeft(line[lead(line):], "- \t"))
	return isKey || list.field == nil || list.field.Parts == nil || list.field.Parts.Record.Short != ""
}

func abs(n int) int { return max(n, -n) }

// groupAt gives the index of the group whose keys stand at a column, -1 when there is none.
func (m *mender) groupAt(column int) int {
	for i := len(m.frames) - 1; i >= 0; i-- {
		f := &m.frames[i]
		if !f.list && (f.column == column || f.column < 0 && column > f.parent) {
			return i
		}
	}
	return -1
}

// open goes back to the frame with the given index, to which the key or item at a column of line i belongs, and moves the line
// if it stands elsewhere than the others.
func (m *mender) open(i, at, column int) *frame {
	m.frames = m.frames[:at+1]
	f := m.top()
	if f.column < 0 {
		m.settle(i, f, column)
	}
	if f.column != column {
		m.reindent(i, column, f.column)
	}
	return f
}

// settle finds the column of a frame whose first key or dash is at a column of line i: that of most of those that stand about
// there, lest the first be the one out of place.
func (m *mender) settle(i int, f *frame, column int) {
	const reach, far = 3, 200
	var count [2*reach + 1]int
	for j := i; j < min(i+far, len(m.lines)); j++ {
		line := m.line(j)
		if bare(line) {
			continue
		}
		c, rest := m.indent(j), line[lead(line):]
		if j > i && (c < f.parent || c == f.parent && !(f.list && dash(rest))) {
			break
		}
		if d := c - column + reach; d >= 0 && d < len(count) && c > f.parent-1 {
			name, isKey := keyName(rest)
			if f.list && dash(rest) || !f.list && isKey && f.table.find(name) >= 0 {
				count[d]++
			}
		}
	}
	best := reach
	for d := range count {
		if count[d] > count[best] && (column+d-reach > f.parent || f.list && column+d-reach == f.parent) {
			best = d
		}
	}
	f.column, f.count = column+best-reach, count[best]
}

// groupFor gives the group that a key at a column of line i belongs to. Where none stands at this column, or that which does has
// such a key or knows none, it is the innermost that knows the key and has not got it yet.
func (m *mender) groupFor(i, column int, name string) *frame {
	if f := m.top(); f.list && f.column < 0 && column > f.parent && f.field != nil && f.field.Parts != nil && exact(f.field.Parts.Record, name) >= 0 {
		f.list, f.table = false, table{record: f.field.Parts.Record} // one group where a list is wanted
	}
	at := m.groupAt(column)
	index := -1
	if at >= 0 {
		index = m.frames[at].table.find(name)
		if index >= 0 && index != free && m.frames[at].seen&(1<<index) == 0 && !m.goesOn(i, at, name) {
			return m.open(i, at, column)
		}
	}
	nearest := -1
	for j := len(m.frames) - 1; j >= 0; j-- {
		f := &m.frames[j]
		if f.list || j == at {
			continue
		}
		if other := f.table.find(name); other >= 0 && f.seen&(1<<other) == 0 {
			pending := f.column < 0
			if other != free && (index != free || m.words[name]) || other == free && pending && index < 0 {
				m.frames = m.frames[:j+1]
				if pending {
					f.column = m.columnBelow(i, f)
				}
				m.reindent(i, column, f.column)
				return f
			}
		}
		if f.column >= 0 && (nearest < 0 || abs(f.column-column) < abs(m.frames[nearest].column-column)) {
			nearest = j
		}
	}
	if at >= 0 {
		return m.open(i, at, column)
	}
	return m.open(i, nearest, column)
}

// goesOn reports whether a key of line i, which stands where those of the at-th frame do, rather belongs to a group inside: one
// that awaits such a key, and goes on below.
func (m *mender) goesOn(i, at int, name string) bool {
	f := m.top()
	if f.list || f.column <= m.frames[at].column || m.src[m.end(i)-1] == ':' {
		return false
	}
	index := f.table.find(name)
	if index < 0 || index == free || f.seen&(1<<index) != 0 {
		return false
	}
	for i++; i < len(m.lines); i++ {
		line := m.line(i)
		if bare(line) {
			continue
		}
		below, ok := keyName(line[lead(line):])
		return ok && m.indent(i) == f.column && f.table.find(below) >= 0
	}
	return false
}

// columnBelow gives the column for the first key of a group, on line i, after those of the lines below.
func (m *mender) columnBelow(i int, f *frame) int {
	for j := i + 1; j < len(m.lines); j++ {
		line := m.line(j)
		if bare(line) {
			continue
		}
		if name, ok := keyName(line[lead(line):]); ok && m.indent(j) > f.parent && f.table.find(name) >= 0 {
			return m.indent(j)
		}
		break
	}
	return f.parent + 2
}

// reindent moves line i, at a column, to another one, and with it what is indented under it, if that would not be any more or
// stands where it would have to. Where the line is not indented by spaces, that is the fault already.
func (m *mender) reindent(i, column, wanted int) {
	f := fault{code: "wrong-indentation", from: m.start(i), to: m.end(i), args: diag.Args{"spaces": wanted}}
	under := i + 1
	for under < len(m.lines) && len(bytes.TrimSpace(m.line(under))) == 0 {
		under++
	}
	end := i + 1
	if under < len(m.lines) && m.indent(under) > column {
		follows := m.indent(under) <= wanted
		if rest := m.src[f.from:f.to]; dash(rest) {
			line := m.line(under)
			if m.indent(under) == wanted && dash(line[lead(line):]) { // the next item, which is in its place
				follows = false
			}
			content := column + len(rest) - len(bytes.TrimLeft(rest[1:], " \t"))
			follows = follows || m.indent(under) == content
		}
		for follows && end < len(m.lines) && (len(bytes.TrimSpace(m.line(end))) == 0 || m.indent(end) > column) {
			end++
		}
	}
	tabbed := m.tabbed[i]
	for ; i < end; i++ {
		if len(bytes.TrimSpace(m.line(i))) > 0 {
			m.shifts[i] += wanted - column
			f.lines = append(f.lines, i)
			if tabbed {
				m.tabbed[i] = true
			}
		}
	}
	if !tabbed {
		m.faults = append(m.faults, f)
	}
}

// item reads the item of a list whose dash is at byte from of line i.
func (m *mender) item(i, from int, list *frame) int {
	field := list.field
	inner := frame{parent: list.column, column: -1}
	if field != nil && field.Parts != nil {
		inner.table.record = field.Parts.Record
	}
	at, end := m.skipBlanks(from+1), m.end(i)
	if at >= end || m.src[at] == '#' {
		m.prose.owner = -1
		m.push(inner)
		return i + 1
	}
	rest := m.src[at:end]
	column := list.column + at - from
	if dash(rest) {
		return m.item(i, at, m.push(frame{parent: list.column, column: column, list: true}))
	}
	if field == nil || field.Parts != nil { // an item of texts is a text, whatever it looks like
		name, ok := keyName(rest)
		if ok && (inner.table.record == nil || inner.table.record.Short == "" || inner.table.find(name) >= 0) {
			m.settleItem(i, from, at, column, list, &inner)
			return m.key(i, at, m.push(inner))
		}
		inner.column = column
		if k, ok := m.damagedKey(rest, &inner); ok && (k.code != "missing-colon" || m.keyBelow(i, &inner)) {
			m.reportKey(k, at)
			return m.value(i, at+k.value, m.push(inner), k.index)
		}
	}
	if blockHeader.Match(rest) {
		m.settleText(i, from, list)
	}
	return m.text(i, at, list.column, field)
}

// settleItem finds the column of the keys of an item whose first key, at byte at, is at a column of line i. Where the others agree on
// another one, what is out of place is the first key, if it is not one space after its dash, or the dash, if it is alone in its list.
func (m *mender) settleItem(i, from, at, column int, list, inner *frame) {
	inner.column = column
	if int(m.lines[i])+lead(m.line(i)) != from {
		return
	}
	settled := *inner
	settled.parent = list.parent
	m.settle(i, &settled, column)
	moved := settled.column - column
	switch {
	case moved == 0:
	case at-from+moved == 2:
		m.faults = append(m.faults, fault{
			code: "wrong-indentation", from: at, to: m.end(i), args: diag.Args{"spaces": 1},
			patches: []patch{{from: from + 1, to: at, text: " "}},
		})
		inner.column = settled.column
	case list.count <= 1 && list.column+moved > list.parent:
		m.reindent(i, list.column, list.column+moved)
		list.column += moved
		inner.parent, inner.column = list.column, settled.column
	}
}

// keyBelow reports whether the line after line i is a key of a group.
func (m *mender) keyBelow(i int, f *frame) bool {
	if i+1 == len(m.lines) || m.indent(i+1) != f.column {
		return false
	}
	line := m.line(i + 1)
	name, ok := keyName(line[lead(line):])
	return ok && f.table.find(name) >= 0
}

// settleText does so for an item that is a block of lines, which do not stand further right than its dash.
func (m *mender) settleText(i, from int, list *frame) {
	next := i + 1
	for next < len(m.lines) && len(bytes.TrimSpace(m.line(next))) == 0 {
		next++
	}
	if next == len(m.lines) || m.structural(next) || list.count > 1 || int(m.lines[i])+lead(m.line(i)) != from {
		return
	}
	if wanted := m.indent(next) - 2; m.indent(next) <= list.column && wanted > list.parent {
		m.reindent(i, list.column, wanted)
		list.column = wanted
	}
}

// skipBlanks gives the first byte from at on that is neither a space nor a tab.
func (m *mender) skipBlanks(at int) int {
	for at < len(m.src) && (m.src[at] == ' ' || m.src[at] == '\t') {
		at++
	}
	return at
}

// key reads the key at byte from of line i.
func (m *mender) key(i, from int, group *frame) int {
	rest := m.src[from:m.end(i)]
	name, _ := keyName(rest)
	if len(m.frames) == 1 && m.shifts[i] == 0 && from == int(m.lines[i])+lead(m.line(i)) {
		m.starts = append(m.starts, i)
	}
	index := group.table.find(name)
	if index < 0 && group.table.record != nil && m.guesses < maxFindings {
		m.guesses++
		index = suggest(group.table.record, name)
	}
	return m.value(i, from+colonAfter(rest)+1, group, index)
}

// value reads what follows the colon of a key of a group, at byte from of line i.
func (m *mender) value(i, from int, group *frame, index int) int {
	from = m.skipBlanks(from)
	column := group.column
	var field *glossary.Field
	var inner table
	if index >= 0 {
		group.seen |= 1 << index
		field, inner = group.table.under(index)
	}
	next := frame{parent: column, column: -1, field: field, table: inner}
	next.list = field != nil && (field.Texts != nil || field.Parts != nil && field.Parts.Shape == glossary.Many)
	if from < m.end(i) && m.src[from] != '#' {
		if next, ok := m.sameLine(i, from, column, &next); ok {
			return next
		}
		return m.text(i, from, column, field)
	}
	if field != nil && field.Text != nil {
		for j := i + 1; j < len(m.lines); j++ {
			if !bare(m.line(j)) {
				if m.indent(j) > column {
					return m.text(j, m.start(j), column, field)
				}
				break
			}
		}
		m.prose = prose{owner: -1}
		return i + 1
	}
	m.prose = prose{owner: -1}
	m.push(next)
	return i + 1
}

// sameLine handles a list or a group that begins on the line of its key, where YAML takes only a text.
func (m *mender) sameLine(i, from, column int, inner *frame) (next int, ok bool) {
	rest := m.src[from:m.end(i)]
	isList := inner.list && dash(rest)
	name, isKey := keyName(rest)
	if !isList && (!isKey || inner.table.find(name) < 0) {
		return 0, false
	}
	inner.column = column + 2
	if j := i + 1; j < len(m.lines) && !bare(m.line(j)) && m.indent(j) > column {
		// The line below shows the column, unless it belongs to what is on this line.
		line := m.line(j)
		below, ok := keyName(line[lead(line):])
		if isList && dash(line[lead(line):]) || !isList && ok && inner.table.find(below) >= 0 && rest[len(rest)-1] != ':' {
			inner.column = m.indent(j)
		}
	}
	to := from
	for from > 0 && (m.src[from-1] == ' ' || m.src[from-1] == '\t') {
		from--
	}
	mark := ""
	if inner.list && !isList {
		mark = "- "
	}
	m.faults = append(m.faults, fault{
		code: "missing-line-break", from: to, to: to + len(firstWord(rest)), args: diag.Args{"text": string(firstWord(rest))},
		patches: []patch{{from: from, to: to, text: "\n" + spaces(inner.column) + mark}},
	})
	f := m.push(*inner)
	if isList {
		return m.item(i, to, f), true
	}
	if mark != "" {
		f = m.push(frame{parent: inner.column, column: inner.column + 2, table: inner.table})
	}
	return m.key(i, to, f), true
}

// firstWord gives a key with its colon, or a dash.
func firstWord(text []byte) []byte {
	word, _, _ := bytes.Cut(text, []byte(" "))
	return word
}

// find gives the index of the key that a name stands for in the table, -1 when it is not one of its keys.
func (t table) find(name string) int {
	switch {
	case t.record != nil && len(t.record.Fields) > 0:
		return exact(t.record, name)
	case t.keyed != nil || t.record != nil:
		if t.record != nil {
			t.keyed = t.record.Rest
		}
		if t.keyed.KeyField.Kind == glossary.Language && !locale.ValidTag(name) || !idPattern.MatchString(strings.ToLower(name)) {
			return -1
		}
		return free
	}
	return -1
}

// free is the index of all the free keys of a table: it may come again.
const free = 64

// under gives what the key of a table with the given index holds.
func (t table) under(index int) (*glossary.Field, table) {
	if index == free {
		p := t.keyed
		if p == nil {
			p = t.record.Rest
		}
		if p.Record.OnlyShort {
			return &p.Record.Fields[0], table{}
		}
		return nil, table{record: p.Record}
	}
	f := &t.record.Fields[index]
	switch {
	case f.Parts == nil:
		return f, table{}
	case f.Parts.Shape == glossary.Keyed:
		return f, table{keyed: f.Parts}
	}
	return f, table{record: f.Parts.Record}
}

// colonAfter gives the byte of the colon that ends the key at the beginning of a text, -1 when it begins with none.
func colonAfter(text []byte) int {
	if len(text) == 0 {
		return -1
	}
	at := 0
	switch c := text[0]; {
	case c == '"' || c == '\'':
		if at = closing(text, 0); at < 0 {
			return -1
		}
		rest := bytes.TrimLeft(text[at:], " \t")
		if len(rest) == 0 || rest[0] != ':' {
			return -1
		}
	case bytes.IndexByte([]byte("[]{}&*!|>%@`,#?"), c) >= 0:
		return -1
	}
	for i := at; i < len(text); i++ {
		if text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t') {
			return i
		}
		if text[i] == '#' && i > 0 && text[i-1] == ' ' {
			return -1
		}
	}
	return -1
}

// keyName gives the key at the beginning of a text: a word and a colon. More words before a colon are a text.
func keyName(text []byte) (string, bool) {
	at := colonAfter(text)
	if at < 1 {
		return "", false
	}
	name := strings.TrimFunc(string(text[:at]), func(r rune) bool { return r == ' ' || r == '\t' || r == 0xA0 || r == 0x202F })
	if len(name) > 1 && (name[0] == '"' || name[0] == '\'') {
		name = name[1 : len(name)-1]
	}
	if name == "" || strings.ContainsAny(name, " \t\u00A0\u202F") {
		return "", false
	}
	return name, true
}

// keyName is as the function: but after a text, a word that is no key of the groups at hand, with a space before its colon, goes on
// with the text, as in French.
func (m *mender) keyName(text []byte) (string, bool) {
	name, ok := keyName(text)
	if ok && m.prose.owner >= 0 && colonAfter(text) > len(name) && !strings.ContainsAny(name, `"'`) {
		for i := range m.frames {
			if record := m.frames[i].table.record; record != nil && len(record.Fields) > 0 && exact(record, name) >= 0 {
				return name, true
			}
		}
		return "", false
	}
	return name, ok
}

// damaged is a key whose colon is not what YAML wants.
type damaged struct {
	code     string
	name     string
	index    int
	from, to int // bytes to replace, after the name
	text     string
	value    int // where the value begins
}

var wordBefore = regexp.MustCompile(`^([\p{L}_][\p{L}\p{N}_-]*)(?:(:)\S|([ \t\x{A0}]*(?:：|﹕|︰|=)[ \t]*)|([ \t]+)\S)`)

// damagedKey recognises a key of the group that has no colon, or no space after it. Only keys written as they should be, and
// that the group has not got yet, are taken for such: a text may begin with any word.
func (m *mender) damagedKey(text []byte, group *frame) (damaged, bool) {
	found := wordBefore.FindSubmatchIndex(text)
	if found == nil || group.table.record == nil {
		return damaged{}, false
	}
	name := string(text[:found[3]])
	at := exact(group.table.record, name)
	if at < 0 || group.seen&(1<<at) != 0 {
		return damaged{}, false
	}
	k := damaged{code: "missing-colon", name: name, index: at, from: found[3], to: found[3], value: found[3]}
	switch {
	case found[4] >= 0:
		k.code, k.text, k.from = "missing-space", " ", found[5]
		k.to, k.value = k.from, k.from
	case found[6] >= 0:
		k.text, k.to, k.value = ": ", found[7], found[7]
		if k.to == len(text) {
			k.text = ":"
		}
	default:
		k.text = ":"
	}
	return k, true
}

func (m *mender) reportKey(k damaged, at int) {
	f := fault{
		code: k.code, from: at, to: at + len(k.name), args: diag.Args{"key": k.name},
		patches: []patch{{from: at + k.from, to: at + k.to, text: k.text}},
	}
	if k.code == "missing-space" {
		f.to++
		f.args["after"] = ":"
	}
	m.faults = append(m.faults, f)
}

// lostLine handles a line that is neither key nor item: most often the text above goes on without its indentation. What is left
// cannot be read, whatever surrounds it.
func (m *mender) lostLine(i int) int {
	from, to := m.start(i), m.end(i)
	end := max(m.lostLines(i), i+1)
	if m.prose.owner < 0 || m.indent(i) > m.prose.owner || !m.prose.free {
		for end < len(m.lines) && !m.structural(end) {
			end++
		}
		f := fault{code: "unreadable-yaml", from: from, to: to, guess: true}
		f.patches = []patch{{from: int(m.lines[i]), to: m.wholeLine(end - 1).to}}
		m.faults = append(m.faults, f)
		return end
	}
	// The lines below may be indented as they should.
	body := end
	for body < len(m.lines) && (len(bytes.TrimSpace(m.line(body))) == 0 || m.indent(body) > m.prose.owner) {
		if body == end && m.indent(body) > m.prose.owner && m.prose.fresh {
			m.prose.column = m.indent(body)
		}
		m.start(body)
		body++
	}
	f := fault{code: "wrong-indentation", from: from, to: to, args: diag.Args{"spaces": m.prose.column}}
	for j := i; j < end; j++ {
		if line := m.line(j); lead(line) < len(line) {
			m.start(j)
			m.shifts[j] += m.prose.column - m.indent(j)
			f.lines = append(f.lines, j)
		}
	}
	m.faults = append(m.faults, f)
	return body
}

// structural reports whether a line begins with a key or a dash, or ends a passage by being blank.
func (m *mender) structural(i int) bool {
	line := m.line(i)
	rest := line[lead(line):]
	_, ok := keyName(rest)
	return ok || dash(rest) || bare(line) || conflictKind(line) != 0
}

// lostLines gives the line after the last of those, from line i on, that are neither key nor item, and no further right than
// the key of the text above.
func (m *mender) lostLines(i int) int {
	end := i
	for ; i < len(m.lines); i++ {
		line := m.line(i)
		rest := line[lead(line):]
		if len(rest) == 0 {
			continue
		}
		if _, ok := m.keyName(rest); ok || dash(rest) || m.indent(i) > max(m.prose.owner, 0) || conflictKind(line) != 0 {
			break
		}
		end = i + 1
	}
	return end
}
