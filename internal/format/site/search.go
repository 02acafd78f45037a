package site

import (
	"encoding/json"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
	"github.com/lexipoche/lexipoche/internal/web"
)

// found is what the search shows of an entry, and what it finds it by.
type found struct {
	ID   string   `json:"id"`
	Term string   `json:"term"`
	Lang string   `json:"lang,omitempty"` // of the term, when it is not the book's
	Keys []string `json:"keys"`           // see [web.Keys]
}

// searchData is loaded once, when a reader begins to search.
func (s *site) searchData() ([]byte, error) {
	list := make([]found, len(s.Entries))
	each(len(list), func(i int) {
		e := s.Entries[i]
		list[i] = found{ID: e.ID, Term: e.Term.Value, Lang: e.Language, Keys: web.Keys(e.Forms(s.Language))}
	})
	return json.Marshal(list)
}

// search appends the search, which the script brings out. root is the way to the site's root.
func (p *page) search(root string) {
	p.open(`<form class="search" id="_search" role="search" hidden=""`)
	if root != "" {
		p.attribute("data-root", root)
	}
	p.attribute("data-none", p.Words.Text("search.none", map[string]any{"q": "{q}"}))
	p.attribute("data-one", p.Words.Count("search.count", 1))
	p.attribute("data-many", p.Words.Text("search.count", map[string]any{"n": "{n}"}))
	p.attribute("data-see", p.Words.Text("search.see", map[string]any{"form": "{form}", "term": "{term}"}))
	p.attribute("data-failed", p.Words.Label("site.search-failed"))
	p.raw(">\n<label for=\"_q\">")
	p.text(p.Words.Label("search.label"))
	p.raw("</label>\n<input type=\"search\" id=\"_q\"")
	p.attribute("placeholder", p.Words.Label("search.placeholder"))
	p.raw(` autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">` + "\n</form>\n")
}

// results appends where the script shows what it finds.
func (p *page) results() {
	p.raw("<div class=\"results\" id=\"_results\" hidden=\"\">\n")
	p.open(`<p id="_count" role="status"`)
	p.raw("></p>\n<ul id=\"_found\"></ul>\n</div>\n")
}

// notFound is the page that servers show in the place of one that does not exist, at any address: it holds all it needs,
// and its script finds where the site's root is.
func (s *site) notFound() format.File {
	style := strings.TrimSpace(s.style)
	script := strings.TrimSpace(notFoundScript + "\n" + web.Search + "\n" + siteScript)
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
	p.results()
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
