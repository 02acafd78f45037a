package site

import (
	"encoding/json"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
	"github.com/lexipoche/lexipoche/internal/web"
)

// found is what the search shows of an entry.
type found struct {
	ID   string `json:"id"`
	Term string `json:"term"`
	Lang string `json:"lang,omitempty"` // of the term, when it is not the book's
}

// searchData is loaded once, when a reader begins to search.
func (s *site) searchData() ([]byte, error) {
	data := struct {
		Entries []found `json:"entries"`
		web.Keys
		Words map[string]string `json:"words"`
	}{make([]found, len(s.Entries)), web.KeysOf(s.Entries, s.Language), web.Words(s.Words)}
	for i, e := range s.Entries {
		data.Entries[i] = found{ID: e.ID, Term: e.Term.Value, Lang: e.Language}
	}
	return json.Marshal(data)
}

// search appends the search, which the script brings out. root is the way to the site's root.
func (p *page) search(root string) {
	var attributes []byte
	if root != "" {
		attributes = append(attributes, ` data-root="`...)
		attributes = append(markup.Escape(attributes, root), '"')
	}
	attributes = append(attributes, ` data-failed="`...)
	attributes = append(markup.Escape(attributes, p.Words.Label("site.search-failed")), '"')
	p.dst = web.Form(p.dst, p.Words, p.Language, string(attributes), p.missing())
}

// missing is the link by which a reader may say what is missing.
func (p *page) missing() []byte {
	if p.Lexicon.Contribute.IsZero() {
		return nil
	}
	return p.printer.Anchor(nil, p.Lexicon.Contribute.Value, p.wordsTag(), p.Words.Label("book.contribute"))
}

// notFound is the page that servers show in the place of one that does not exist, at any address: it holds all it needs,
// and its script finds where the site's root is.
func (s *site) notFound() format.File {
	style := strings.TrimSpace(s.style)
	script := strings.TrimSpace(notFoundScript + "\n" + searchScript)
	p := s.newPage(&leaf{title: s.Words.Label("site.not-found"), lang: s.wordsTag()}, "")
	p.begin(web.Policy([]string{style}, []string{script}) + "; connect-src 'self'")
	p.meta("name", "robots", "noindex")
	p.raw("<link rel=\"icon\" href=\"data:,\">\n<style>" + style + "</style>\n</head>\n<body>\n<header>\n<div>\n<p class=\"title\"")
	p.dst = p.printer.Lang(p.dst, s.TitleLanguage)
	p.raw(">")
	p.text(s.Title)
	p.raw("</p>\n")
	p.search("")
	p.raw("</div>\n</header>\n")
	p.raw("<main id=\"_main\">\n")
	p.h1()
	p.raw("<p>")
	p.say("site.not-found-about")
	p.raw("</p>\n<p><a id=\"_home\"")
	if markup.SafeURL(s.root) {
		p.attribute("href", s.root)
	} else {
		p.raw(` hidden=""`)
	}
	if lang := s.wordsTag(); lang != "" {
		p.raw(` lang="` + lang + `" dir="` + locale.Direction(lang) + `"`)
	}
	p.raw(">")
	p.text(s.Words.Label("site.go-home"))
	p.raw("</a></p>\n</main>\n")
	p.footer()
	p.raw("<script type=\"module\">" + script + "</script>\n</body>\n</html>\n")
	return format.File{Name: "404.html", Data: p.dst}
}
