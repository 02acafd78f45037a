package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// The site in the lexicon's own language holds those of the translations, each in a folder: a page that they share is at
// the same address in each.

// folderOf gives the folder of a language, from the base.
func (s *site) folderOf(tag string) string {
	if s.Original() == "" && tag == s.Language || tag == s.Original() {
		return ""
	}
	return strings.ToLower(tag) + "/"
}

// in gives the address of the page in a language of the site.
func (p *page) in(tag string) string {
	if p.base != "" {
		return p.base + p.folderOf(tag) + p.at
	}
	return p.beside(tag)
}

// beside gives it from the page.
func (p *page) beside(tag string) string {
	up := p.up
	if p.Original() != "" {
		up = strings.TrimPrefix(up, "./") + "../"
	}
	return up + p.folderOf(tag) + p.at
}

// others gives the languages in which the page is too.
func (p *page) others() []string {
	if !p.shared || len(p.Languages) < 2 {
		return nil
	}
	return p.Languages
}

// alternates tells programs where the page is in each language.
func (p *page) alternates() {
	for _, tag := range p.others() {
		p.rel("alternate", p.in(tag), ` hreflang="`+string(markup.Escape(nil, tag))+`"`)
	}
}

// languages leads readers to the page in the other languages, each called by its own name.
func (p *page) languages() {
	for _, tag := range p.others() {
		if tag == p.Language {
			continue
		}
		p.Raw(`<li class="other"><a`)
		p.Attribute("hreflang", tag)
		p.Attribute("href", p.beside(tag))
		p.Dst = p.Printer.Lang(p.Dst, tag)
		p.Raw(">")
		p.Text(ownName(tag))
		p.Raw("</a></li>\n")
	}
}

// ownName names a language in itself, by its tag when the program has no words in it.
func ownName(tag string) string {
	words := i18n.For(tag)
	if words.Language != locale.Language(tag) {
		return tag
	}
	name := words.LanguageName(locale.Language(tag))
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}
