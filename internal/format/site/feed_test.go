package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	atomSpace = "http://www.w3.org/2005/Atom"
	dcSpace   = "http://purl.org/dc/terms/"
)

// node is an element of a document.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []node     `xml:",any"`
}

func (n *node) all(name string) []*node {
	var list []*node
	for i := range n.Children {
		if n.Children[i].XMLName.Local == name {
			list = append(list, &n.Children[i])
		}
	}
	return list
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// value gives the text of the only child of a name.
func (n *node) value(t testing.TB, name string) string {
	t.Helper()
	list := n.all(name)
	if len(list) != 1 {
		t.Errorf("%s has %d %s", n.XMLName.Local, len(list), name)
		return ""
	}
	return list[0].Text
}

func (n *node) linked(rel string) []*node {
	return slices.DeleteFunc(n.all("link"), func(l *node) bool { return l.attr("rel") != rel })
}

func parse(t testing.TB, data []byte) *node {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(data))
	var root node
	if err := dec.Decode(&root); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return &root
}

// times says how often a child may be there: at least, at most.
type times struct{ least, most int }

const many = 1 << 20

var (
	person     = map[string]times{"name": {1, 1}, "uri": {0, 1}, "email": {0, 1}}
	feedRules  = map[string]times{"author": {1, many}, "category": {0, many}, "contributor": {0, many}, "generator": {0, 1}, "icon": {0, 1}, "id": {1, 1}, "link": {1, many}, "logo": {0, 1}, "rights": {0, 1}, "subtitle": {0, 1}, "title": {1, 1}, "updated": {1, 1}, "entry": {0, many}}
	entryRules = map[string]times{"author": {0, many}, "category": {0, many}, "content": {0, 1}, "contributor": {0, many}, "id": {1, 1}, "link": {0, many}, "published": {0, 1}, "rights": {0, 1}, "source": {0, 1}, "summary": {0, 1}, "title": {1, 1}, "updated": {1, 1}}
)

// checkAtom holds a feed to RFC 4287, sections 3 and 4, and to what its own parts promise.
func checkAtom(t testing.TB, data []byte) *node {
	t.Helper()
	feed := parse(t, data)
	if feed.XMLName != (xml.Name{Space: atomSpace, Local: "feed"}) {
		t.Fatalf("the root is %v", feed.XMLName)
	}
	obey(t, feed, feedRules)
	ids := map[string]bool{feed.value(t, "id"): true}
	latest := ""
	for _, e := range feed.all("entry") {
		obey(t, e, entryRules)
		if id := e.value(t, "id"); ids[id] {
			t.Errorf("two have the id %s", id)
		} else {
			ids[id] = true
		}
		if len(e.linked("alternate")) == 0 && len(e.linked(openAccess)) == 0 {
			t.Error("an entry leads nowhere")
		}
		latest = max(latest, e.value(t, "updated"))
	}
	if latest > feed.value(t, "updated") {
		t.Errorf("the feed is older (%s) than what is in it (%s)", feed.value(t, "updated"), latest)
	}
	return feed
}

func obey(t testing.TB, n *node, rules map[string]times) {
	t.Helper()
	seen := map[string]int{}
	alternates := map[string]bool{}
	for i := range n.Children {
		c := &n.Children[i]
		name := c.XMLName.Local
		if c.XMLName.Space == dcSpace {
			if c.Text == "" {
				t.Errorf("an empty dc:%s", name)
			}
			continue
		}
		if c.XMLName.Space != atomSpace {
			t.Errorf("%v in %s", c.XMLName, n.XMLName.Local)
		}
		seen[name]++
		switch name {
		case "author", "contributor":
			obey(t, c, person)
		case "id":
			if u, err := url.Parse(c.Text); err != nil || !u.IsAbs() {
				t.Errorf("the id %q is not a whole address", c.Text)
			}
		case "updated", "published":
			if _, err := time.Parse(time.RFC3339, c.Text); err != nil {
				t.Error(err)
			}
		case "icon":
			if _, err := url.Parse(c.Text); err != nil {
				t.Error(err)
			}
		case "title", "summary", "subtitle", "rights", "name", "generator":
			if strings.TrimSpace(c.Text) == "" {
				t.Errorf("an empty %s", name)
			}
		case "link":
			if _, err := url.Parse(c.attr("href")); err != nil || c.attr("href") == "" {
				t.Errorf("a link to %q", c.attr("href"))
			}
			if c.attr("rel") == "alternate" {
				kind := c.attr("type") + " " + c.attr("hreflang")
				if alternates[kind] {
					t.Errorf("two alternates of type %s", kind)
				}
				alternates[kind] = true
			}
			for _, a := range c.Attrs {
				if !slices.Contains([]string{"rel", "type", "href", "length", "title", "hreflang"}, a.Name.Local) {
					t.Errorf("a link has %v", a.Name)
				}
			}
		}
	}
	for name := range seen {
		if _, known := rules[name]; !known {
			t.Errorf("%s in %s", name, n.XMLName.Local)
		}
	}
	for name, rule := range rules {
		if seen[name] < rule.least || seen[name] > rule.most {
			t.Errorf("%s has %d %s", n.XMLName.Local, seen[name], name)
		}
	}
}

func TestFeed(t *testing.T) {
	b := bookFor(t, terms(), "")
	for _, base := range bases {
		feed := checkAtom(t, feed(b, printerFor(b), base, folderOf))
		var got []string
		for _, e := range feed.all("entry") {
			link := e.linked("alternate")[0]
			got = append(got, e.value(t, "updated")+" "+e.value(t, "title")+" → "+link.attr("href")+": "+e.value(t, "summary"))
		}
		want := []string{
			"2026-11-01T00:00:00Z Modifié\u00a0: dire → " + base + "terms/d/: Parler.",
			"2026-10-05T00:00:00Z Modifié\u00a0: ]]> <b>à</b> & \"b\" → " + base + "terms/a/: Un <b> & ceci.",
			"2026-10-05T00:00:00Z Nouveau\u00a0: bis → " + base + "terms/b/: Encore une fois.",
			"2025-01-01T00:00:00Z Nouveau\u00a0: être → " + base + "terms/e/: Exister.",
		}
		if !slices.Equal(got, want) {
			t.Errorf("the entries are\n%s", strings.Join(got, "\n"))
		}
		for name, want := range map[string]string{
			"title": b.Title, "subtitle": "Termes nouveaux et modifiés", "updated": "2026-11-01T00:00:00Z", "rights": "CC BY 4.0",
			"generator": "lexipoche", "icon": base + "icon-192.png",
		} {
			if got := feed.value(t, name); got != want {
				t.Errorf("the %s is %q", name, got)
			}
		}
		if authors := feed.all("author"); len(authors) != 1 || authors[0].value(t, "name") != "Zoé <Z> & Cie" {
			t.Errorf("the authors are %v", authors)
		}
		for rel, want := range map[string]string{
			"self": base + "feed.xml", "alternate": homeOf(base), "license": "https://creativecommons.org/licenses/by/4.0/",
		} {
			if links := feed.linked(rel); len(links) != 1 || links[0].attr("href") != want {
				t.Errorf("the links %s are %v", rel, links)
			}
		}
	}
}

// The ids are those of the concept in this book, whatever else changes.
func TestIdsStay(t *testing.T) {
	ids := func(b string, files map[string]string, edition string) map[string]string {
		lexicon := terms()
		for name, data := range files {
			lexicon[name].Data = []byte(data)
		}
		book := bookFor(t, lexicon, edition)
		list := map[string]string{}
		for _, e := range parse(t, feed(book, printerFor(book), b, folderOf)).all("entry") {
			list[e.linked("alternate")[0].attr("href")[len(b):]] = e.value(t, "id")
		}
		return list
	}
	before := ids("", nil, "")
	after := ids("https://example.org/", map[string]string{
		"terms/b.yaml": "term: tout autre\npos: verb\ndomains: [a]\ndefinition: Autre.\nmodified: 2026-11-11\n",
	}, "")
	if len(before) != 4 || fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("the ids were %v, and are %v", before, after)
	}
	for page, id := range ids("", nil, "rencontre") {
		if id == before[page] {
			t.Errorf("%s has the same id in an edition", page)
		}
	}
}

func TestFeedWithoutDates(t *testing.T) {
	files := terms()
	for name := range files {
		if strings.HasPrefix(name, "terms/") && name != "terms/c.yaml" {
			delete(files, name)
		}
	}
	delete(files, "editions/rencontre.yaml")
	b := bookFor(t, files, "")
	feed := checkAtom(t, feed(b, printerFor(b), "", folderOf))
	if n := len(feed.all("entry")); n != 0 {
		t.Errorf("%d entries", n)
	}
	if got := feed.value(t, "updated"); got != "2026-11-22T00:00:00Z" {
		t.Errorf("updated %s", got)
	}
}

// Where nobody is named as the author, the publisher is; the lexicon itself where there is none.
func TestAuthors(t *testing.T) {
	b := bookFor(t, changedHead("role: author", "role: editor"), "")
	if got := authorsOf(b); !slices.Equal(got, []string{"Éditions <&>"}) {
		t.Errorf("%q", got)
	}
	b.Lexicon.Publisher.Value = ""
	if got := authorsOf(b); !slices.Equal(got, []string{b.Title}) {
		t.Errorf("%q", got)
	}
}

func TestFeedEndsAfterTheLatest(t *testing.T) {
	files := terms()
	for i := range 60 {
		files[fmt.Sprintf("terms/x%02d.yaml", i)] = term(fmt.Sprintf("x%02d", i), fmt.Sprintf("definition: N.\ncreated: 2026-10-%02d\n", 1+i%28))
	}
	b := bookFor(t, files, "")
	entries := checkAtom(t, feed(b, printerFor(b), "", folderOf)).all("entry")
	if len(entries) != feedLength {
		t.Fatalf("%d entries", len(entries))
	}
	for i, e := range entries[1:] {
		if before := entries[i]; before.value(t, "updated") < e.value(t, "updated") {
			t.Error("the feed does not go back in time")
		}
	}
}

// The labels are in the program's words, which may be written the other way from the terms.
func TestFeedOfAnotherDirection(t *testing.T) {
	b := bookFor(t, hebrew(), "")
	feed := checkAtom(t, feed(b, printerFor(b), "", folderOf))
	if feed.attr("lang") != "he" {
		t.Errorf("the feed is in %q", feed.attr("lang"))
	}
	if s := feed.all("subtitle")[0]; s.attr("lang") != "en" || s.Text != "New and changed terms" {
		t.Errorf("the subtitle is %q, in %q", s.Text, s.attr("lang"))
	}
	first := feed.all("entry")[0].all("title")[0]
	if first.Text != "Changed: \u2068dire\u2069" || first.attr("lang") != "" {
		t.Errorf("the title is %q, in %q", first.Text, first.attr("lang"))
	}
}

// A text that was left in its own language is told to be in it.
func TestFeedOfATranslation(t *testing.T) {
	b := bookFor(t, terms(), "")
	for _, e := range b.Entries {
		e.Language = "en"
	}
	b.TitleLanguage = "en"
	feed := checkAtom(t, feed(b, printerFor(b), "", folderOf))
	if lang := feed.all("title")[0].attr("lang"); lang != "en" {
		t.Errorf("the title is in %q", lang)
	}
	for _, e := range feed.all("entry") {
		if e.all("title")[0].attr("lang") != "en" || e.all("summary")[0].attr("lang") != "en" {
			t.Error("an entry does not tell its language")
		}
	}
}
