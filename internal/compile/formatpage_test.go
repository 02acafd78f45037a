package compile

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

// exampleLexicon gives the files from which the pages of the format take their examples.
func exampleLexicon(t *testing.T) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "format.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	image, err := os.ReadFile(filepath.Join("..", "..", "cmd", "lexipoche", "testdata", "torture", "images", "point.png"))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for _, name := range []string{"logo", "couverture", "cafe-reparation"} {
		files["images/"+name+".png"] = &fstest.MapFile{Data: image}
	}
	return files
}

func TestExamplesOfTheFormatAreClean(t *testing.T) {
	_, found, err := Check(exampleLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		message, hint := casetest.Voice("fr").Say(d.Code, d.Args)
		t.Errorf("%s:%d:%d: %s (%s) [%s]", d.File, d.Span.Line, d.Span.Col, message, hint, d.Code)
	}
}

// excerpts say which keys of the example lexicon show each group of keys at work.
var excerpts = map[string]struct{ file, keys string }{
	"entry":         {"terms/etabli.yaml", "term pos gender domains definition"},
	"example":       {"terms/cafe-reparation.yaml", "examples"},
	"synonym":       {"terms/cafe-reparation.yaml", "synonyms"},
	"authority":     {"terms/cafe-reparation.yaml", "authority"},
	"translation":   {"terms/cafe-reparation.yaml", "translations"},
	"source":        {"terms/cafe-reparation.yaml", "sources"},
	"reading":       {"terms/cafe-reparation.yaml", "further_reading"},
	"illustration":  {"terms/cafe-reparation.yaml", "illustration"},
	"identifier":    {"terms/espace-de-cotravail.yaml", "identifiers"},
	"contributor":   {"terms/cafe-reparation.yaml", "contributors"},
	"lexicon":       {"lexicon.yaml", "schema id slug title language version date license domains"},
	"lexicon-texts": {"lexicon.yaml", "texts"},
	"previous":      {"lexicon.yaml", "previous"},
	"accessibility": {"lexicon.yaml", "accessibility"},
	"cover":         {"lexicon.yaml", "cover"},
	"style":         {"lexicon.yaml", "style"},
	"domain":        {"lexicon.yaml", "domains"},
	"setting":       {"lexicon.yaml", "lint"},
	"edition":       {"editions/portes-ouvertes.yaml", "title subtitle order preface credits url"},
	"edition-texts": {"editions/portes-ouvertes.yaml", "texts"},
	"event":         {"editions/portes-ouvertes.yaml", "event"},
	"selection":     {"editions/portes-ouvertes.yaml", "select"},
	"override":      {"editions/portes-ouvertes.yaml", "overrides"},
}

// excerpt gives the lines of some keys of a file, moved to the margin.
func excerpt(t *testing.T, data []byte, keys string) string {
	t.Helper()
	lines := strings.SplitAfter(string(data), "\n")
	margin := func(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
	var b strings.Builder
	for key := range strings.FieldsSeq(keys) {
		first := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, key+":") })
		if first < 0 { // in a group
			first = slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(strings.TrimLeft(l, " "), key+":") })
		}
		if first < 0 {
			t.Fatalf("no example has %s", key)
		}
		at := margin(lines[first])
		last := first + 1
		for last < len(lines) && (lines[last] == "\n" || margin(lines[last]) > at) {
			last++
		}
		for _, l := range lines[first:last] {
			b.WriteString(l[min(at, len(l)-1):])
		}
	}
	return b.String()
}

// TestPagesOfTheFormat holds the pages to the tables of the format and to the words that explain them.
func TestPagesOfTheFormat(t *testing.T) {
	for lang, name := range map[string]string{"fr": "format.md", "en": "format.en.md"} {
		got := formatPage(t, lang)
		for _, link := range regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(got, -1) {
			if !slices.Contains(anchors(got), link[1]) {
				t.Errorf("%s leads to #%s, which is not there", name, link[1])
			}
		}
		golden(t, filepath.Join("..", "..", "docs", name), got)
	}
}

// The keys that most entries have are in the README of the lexicon too, in the words of the page.
func TestKeysOfTheReadme(t *testing.T) {
	const mark = "<!-- keys -->\n"
	name := filepath.Join("..", "..", "lexicon", "README.md")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(page), mark)
	_, rest, ended := strings.Cut(strings.TrimPrefix(after, "\n"), "\n\n")
	if !found || !ended {
		t.Fatalf("%s has no table of keys", name)
	}
	c := i18n.For("fr")
	p := printer{c: c, sections: plan(c), page: "../docs/format.md"}
	p.head()
	r := &glossary.EntryRecord
	for _, key := range []string{
		"term", "pos", "gender", "plural", "domains", "definition", "in_brief", "examples", "notes", "how_it_works", "synonyms",
		"translations", "broader", "related", "level", "sources", "status", "autolink",
	} {
		p.row(r, &r.Fields[r.Lookup(key)])
	}
	golden(t, name, before+mark+p.String()+"\n"+rest)
}

func TestAskedKeysAreThoseOfRules(t *testing.T) {
	for key, a := range asked {
		if _, ok := Codes()[a.rule]; !ok {
			t.Errorf("no rule %s asks for %s", a.rule, key)
		}
		if !wordsOfKeys()["key."+key] {
			t.Errorf("no key is called %s", key)
		}
	}
}

// anchors gives where the links of a page may lead: its headings, as a forge names them.
func anchors(page string) []string {
	var list []string
	for _, heading := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(page, -1) {
		name := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-', r == '_', unicode.IsLetter(r), unicode.IsDigit(r):
				return unicode.ToLower(r)
			}
			return -1
		}, heading[1])
		again := name
		for n := 1; slices.Contains(list, again); n++ {
			again = fmt.Sprintf("%s-%d", name, n)
		}
		list = append(list, again)
	}
	return list
}

// A section of the page explains one table of keys, and the vocabularies that no section before it has explained.
type section struct {
	record       *glossary.Record
	parent       *glossary.Record // of the key that leads to it, nil for a file
	field        *glossary.Field  // that key
	heading      string           // with its marks
	anchor       string
	vocabularies []*vocabulary
}

type vocabulary struct {
	field           *glossary.Field
	heading, anchor string
}

// plan lists the sections in the order of the page: each file, then the groups in it, each before those in it.
func plan(c *i18n.Catalogue) []*section {
	var list []*section
	seen := map[*glossary.Record]bool{}
	var down func(r *glossary.Record)
	down = func(r *glossary.Record) {
		var found []*section
		for i := range r.Fields {
			if p := r.Fields[i].Parts; p != nil && !seen[p.Record] {
				seen[p.Record] = true
				found = append(found, &section{record: p.Record, parent: r, field: &r.Fields[i]})
			}
		}
		for _, s := range found {
			list = append(list, s)
			down(s.record)
		}
	}
	for _, r := range []*glossary.Record{&glossary.EntryRecord, &glossary.LexiconRecord, &glossary.EditionRecord} {
		list = append(list, &section{record: r})
		down(r)
	}
	headings(c, list)
	return list
}

// headings gives each section and each vocabulary its heading, and the address that it has on the page.
func headings(c *i18n.Catalogue, list []*section) {
	var page strings.Builder
	fmt.Fprintf(&page, "# %s\n", c.Label("reference.title"))
	explained := map[*glossary.Option]bool{}
	for _, s := range list {
		s.heading = "## " + c.Label("reference."+s.record.Name)
		if s.field != nil {
			s.heading = fmt.Sprintf("### %s (`%s`)", c.Label("reference.group."+s.record.Name), s.field.Key)
		}
		fmt.Fprintln(&page, s.heading)
		for i := range s.record.Fields {
			if f := &s.record.Fields[i]; len(f.Choices) > 0 && !explained[&f.Choices[0]] {
				explained[&f.Choices[0]] = true
				key := f.Key
				if s.record.OnlyShort { // it is never written
					key = s.field.Key
				}
				v := &vocabulary{field: f, heading: "#### " + c.Text("reference.values", map[string]any{"key": code(key)})}
				s.vocabularies = append(s.vocabularies, v)
				fmt.Fprintln(&page, v.heading)
			}
		}
	}
	names := anchors(page.String())[1:]
	for _, s := range list {
		s.anchor, names = names[0], names[1:]
		for _, v := range s.vocabularies {
			v.anchor, names = names[0], names[1:]
		}
	}
}

// formatPage writes the page of the format in one language.
func formatPage(t *testing.T, lang string) string {
	c := i18n.For(lang)
	list := plan(c)
	files := exampleLexicon(t)
	p := printer{c: c, sections: list}

	fmt.Fprintf(&p, "# %s\n\n%s\n\n", c.Label("reference.title"), c.Label("reference.intro"))
	for _, need := range []string{"required", "sometimes", "optional", "list"} {
		fmt.Fprintf(&p, "- **%s**%s%s\n", c.Label("reference."+need), c.Label("punctuation.colon"), c.Label("reference."+need+"-means"))
	}
	p.contents()
	for _, s := range list {
		p.section(s)
		from, ok := excerpts[s.record.Name]
		if !ok {
			t.Errorf("no example shows %s", s.record.Name)
			continue
		}
		fmt.Fprintf(&p, "\n```yaml\n%s```\n", excerpt(t, files[from.file].Data, from.keys))
		for _, v := range s.vocabularies {
			p.vocabulary(v)
		}
	}
	p.formatting()
	p.editor(t)
	return p.String()
}

// printer writes the page.
type printer struct {
	strings.Builder
	c        *i18n.Catalogue
	sections []*section
	page     string // where they are, when not on the page that is written
}

func (p *printer) contents() {
	fmt.Fprintf(p, "\n**%s**\n\n", p.c.Label("reference.contents"))
	for _, s := range p.sections {
		_, title, _ := strings.Cut(s.heading, " ")
		indent := strings.Repeat("  ", strings.Count(s.heading, "#")/3)
		fmt.Fprintf(p, "%s- [%s](#%s)\n", indent, title, s.anchor)
	}
	for _, id := range []string{"reference.formatting", "reference.editor"} {
		title := p.c.Label(id)
		fmt.Fprintf(p, "- [%s](#%s)\n", title, anchors("# " + title)[0])
	}
}

func (p *printer) section(s *section) {
	fmt.Fprintf(p, "\n%s\n\n", s.heading)
	if s.field == nil {
		fmt.Fprintf(p, "%s\n", p.c.Label("reference."+s.record.Name+"-about"))
	} else {
		fmt.Fprintf(p, "%s\n", p.words("key."+s.parent.Name+"."+s.field.Key))
		if how := p.shape(s); how != "" {
			fmt.Fprintf(p, "\n%s\n", how)
		}
	}
	r := s.record
	if r.OnlyShort || len(r.Fields) == 0 {
		return
	}
	p.head()
	for i := range r.Fields {
		p.row(r, &r.Fields[i])
	}
}

func (p *printer) head() {
	fmt.Fprintf(p, "\n| %s | %s | %s |\n|---|---|---|\n", p.c.Label("reference.key"), p.c.Label("reference.need"), p.c.Label("reference.what"))
}

func (p *printer) row(r *glossary.Record, f *glossary.Field) {
	fmt.Fprintf(p, "| %s | %s | %s%s |\n", p.key(f), p.need(r, f), p.words("key."+r.Name+"."+f.Key), p.values(f))
}

// shape tells how the groups of a section are written under their key.
func (p *printer) shape(s *section) string {
	r := s.record
	switch {
	case r.OnlyShort && len(r.Fields[r.Lookup(r.Short)].Choices) > 0:
		return p.words("key." + r.Name + "." + r.Short)
	case r.OnlyShort, r.Rest != nil: // a name and what it is given, of which enough was said
		return ""
	}
	how := p.c.Label("reference." + map[glossary.Shape]string{glossary.Single: "indented", glossary.Many: "dashed", glossary.Keyed: "named"}[s.field.Parts.Shape])
	if r.Short != "" {
		how += " " + p.c.Text("reference.short", map[string]any{"key": code(r.Short)})
	}
	return how
}

// key names a key; one that holds a group leads to what is said of it.
func (p *printer) key(f *glossary.Field) string {
	if f.Parts != nil {
		for _, s := range p.sections {
			if s.record == f.Parts.Record {
				return fmt.Sprintf("[%s](%s#%s)", code(f.Key), p.page, s.anchor)
			}
		}
	}
	return code(f.Key)
}

// asked are the keys that a rule asks for, always or in some cases, though a group may be read without them.
var asked = map[string]struct{ rule, need string }{
	"entry.gender":     {"missing-gender", "sometimes"},
	"entry.plural":     {"missing-plural", "sometimes"},
	"illustration.alt": {"missing-alt", "required"},
	"source.title":     {"incomplete-source", "sometimes"},
	"source.work":      {"incomplete-source", "sometimes"},
}

// need tells whether a key may be left out.
func (p *printer) need(r *glossary.Record, f *glossary.Field) string {
	need := asked[r.Name+"."+f.Key].need
	list := f.Texts != nil || f.Parts != nil && f.Parts.Shape == glossary.Many
	switch {
	case f.Required && list:
		return "**" + p.c.Label("reference.required") + "**, " + p.c.Label("reference.list")
	case f.Required || need == "required":
		return "**" + p.c.Label("reference.required") + "**"
	case need != "":
		return p.c.Label("reference." + need)
	case list:
		return p.c.Label("reference.list")
	}
	return p.c.Label("reference.optional")
}

// values leads to the values of a key.
func (p *printer) values(f *glossary.Field) string {
	for _, s := range p.sections {
		for _, v := range s.vocabularies {
			if len(f.Choices) > 0 && &v.field.Choices[0] == &f.Choices[0] {
				return fmt.Sprintf(" [%s](%s#%s)", p.c.Label("reference.see-values"), p.page, v.anchor)
			}
		}
	}
	return ""
}

func (p *printer) vocabulary(v *vocabulary) {
	fmt.Fprintf(p, "\n%s\n\n| %s | %s |\n|---|---|\n", v.heading, p.c.Label("reference.value"), p.c.Label("reference.meaning"))
	for i := range v.field.Choices {
		value := v.field.Choices[i].Value
		fmt.Fprintf(p, "| %s | %s |\n", code(value), p.words("option."+v.field.Key+"."+value))
	}
}

// formatting tells which texts may hold which marks.
func (p *printer) formatting() {
	fmt.Fprintf(p, "\n## %s\n\n", p.c.Label("reference.formatting"))
	keys := func(kind glossary.Kind) map[string]any {
		var list []string
		for _, r := range records() {
			for i := range r.Fields {
				if f := &r.Fields[i]; f.Kind == kind && !slices.Contains(list, code(f.Key)) {
					list = append(list, code(f.Key))
				}
			}
		}
		return map[string]any{"keys": strings.Join(list, ", ")}
	}
	fmt.Fprintf(p, "%s\n\n%s\n\n%s\n\n%s\n",
		p.c.Text("reference.inline", keys(glossary.Inline)), p.c.Text("reference.blocks", keys(glossary.Blocks)),
		p.c.Label("reference.plain-text"), p.c.Label("reference.long"))
}

// editor tells how an editor of code helps, by the settings that the repository has for it.
func (p *printer) editor(t *testing.T) {
	t.Helper()
	settings, err := os.ReadFile(filepath.Join("..", "..", ".vscode", "settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(p, "\n## %s\n\n%s\n\n%s\n\n```sh\n", p.c.Label("reference.editor"), p.c.Label("reference.editor-about"), p.c.Label("reference.editor-own"))
	for _, name := range []string{"entry", "lexicon", "edition"} {
		fmt.Fprintf(p, "lexipoche schema %s > schema/%s.schema.json\n", name, name)
	}
	fmt.Fprintf(p, "```\n\n%s\n\n```json\n%s```\n", p.c.Label("reference.editor-settings"), settings)
}

var (
	quoted = regexp.MustCompile("[«“]\u00a0?([^»”]*?)\u00a0?[»”]")
	pair   = regexp.MustCompile(`^[a-z-]+: `)
	// What is typed as it stands: an address, a reference, a list, a text between quotes, a file, a date.
	literal = regexp.MustCompile(`https?://\S*[^\s.,;]|\[\[[a-z]+\]\]|\[[a-z-]{2,}(?:, [a-z-]+)*\]|"[^"]+"|\bimages/[a-z.-]+\.png|\blexicon\.yaml|\b\d{4}\b(?:-\d{2}){0,2}~?(?:/\d{4}(?:-\d{2}){0,2})?`)
	marks   = strings.NewReplacer("|", `\|`, "<", "&lt;", "*", `\*`)
)

// words gives the explanation of a key or a value, for a page that has a column for what is optional: what is to be typed
// stands out.
func (p *printer) words(id string) string {
	typed := map[string]bool{"true": true}
	for _, r := range records() {
		for i := range r.Fields {
			typed[r.Fields[i].Key] = true
			for _, o := range r.Fields[i].Choices {
				typed[o.Value] = true
			}
		}
	}
	optional := p.c.Label("reference.optional")
	text := strings.TrimSuffix(p.c.Label(id), " "+strings.ToUpper(optional[:1])+optional[1:]+".")
	text = quoted.ReplaceAllStringFunc(marks.Replace(text), func(s string) string {
		if inner := quoted.FindStringSubmatch(s)[1]; typed[inner] || pair.MatchString(inner) {
			return code(inner)
		}
		return s
	})
	pieces := strings.Split(text, "`")
	for i := 0; i < len(pieces); i += 2 {
		pieces[i] = literal.ReplaceAllStringFunc(pieces[i], code)
	}
	return strings.Join(pieces, "`")
}

func code(text string) string { return "`" + text + "`" }
