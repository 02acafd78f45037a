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
	p.Dst = web.Form(p.Dst, p.Words, p.Language, string(attributes), p.missing())
}

// missing is the link by which a reader may say what is missing.
func (p *page) missing() []byte {
	if p.Lexicon.Contribute.IsZero() {
		return nil
	}
	return p.Printer.Anchor(nil, p.Lexicon.Contribute.Value, p.Words.TagIn(p.Language), p.Words.Label("book.contribute"))
}

// notFound is the page that servers show in the place of one that does not exist, at any address: it holds all it needs,
// and its script finds where the site's root is.
func (s *site) notFound() format.File {
	style := strings.TrimSpace(s.style)
	script := strings.TrimSpace(notFoundScript + "\n" + searchScript)
	p := s.newPage(&leaf{title: s.Words.Label("site.not-found"), lang: s.Words.TagIn(s.Language)}, "")
	p.begin(web.Policy([]string{style}, []string{script}) + "; connect-src 'self'")
	p.meta("name", "robots", "noindex")
	p.Raw("<link rel=\"icon\" href=\"data:,\">\n<style>" + style + "</style>\n</head>\n<body>\n<header>\n<div>\n<p class=\"title\"")
	p.Dst = p.Printer.Lang(p.Dst, s.TitleLanguage)
	p.Raw(">")
	p.Text(s.Title)
	p.Raw("</p>\n")
	p.search("")
	p.Raw("</div>\n</header>\n")
	p.Raw("<main id=\"_main\">\n")
	p.h1()
	p.Raw("<p>")
	p.Label("site.not-found-about")
	p.Raw("</p>\n<p><a id=\"_home\"")
	if markup.SafeURL(s.root) {
		p.Attribute("href", s.root)
	} else {
		p.Raw(` hidden=""`)
	}
	if lang := s.Words.TagIn(s.Language); lang != "" {
		p.Raw(` lang="` + lang + `" dir="` + locale.Direction(lang) + `"`)
	}
	p.Raw(">")
	p.Text(s.Words.Label("site.go-home"))
	p.Raw("</a></p>\n</main>\n")
	p.footer()
	p.Raw("<script type=\"module\">" + script + "</script>\n</body>\n</html>\n")
	return format.File{Name: "404.html", Data: p.Dst}
}
