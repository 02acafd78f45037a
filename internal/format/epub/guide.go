package epub

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

const guideName = "how-to-use.xhtml"

// used is what the entries of a book hold, by the ends of the ids of the words that explain it.
func (p *publication) used() map[string]bool {
	used := map[string]bool{}
	is := func(what string, true bool) {
		if true {
			used[what] = true
		}
	}
	held := func(list []*glossary.Entry) bool { return slices.ContainsFunc(list, p.Has) }
	standing := func(list []glossary.Designation) {
		for i := range list {
			used[list[i].State()] = true
		}
	}
	for _, part := range p.parts {
		for _, e := range part.entries {
			r := p.Glossary.Relations(e)
			is("brief", !e.InBrief.IsZero())
			is("equivalents", len(e.Translations) > 0)
			is("synonyms", len(e.Synonyms) > 0)
			is("examples", len(e.Examples) > 0)
			is("notes", len(e.Notes) > 0)
			is("how-it-works", !e.HowItWorks.IsZero())
			is("illustration", e.Illustration != nil)
			is("relations", held(r.Broader) || held(r.PartOf) || held(r.Related))
			is("distinguish", held(r.Distinguish))
			is("sources", len(e.Sources) > 0)
			is("further", len(e.Further) > 0)
			is(e.Level.Value, !e.Level.IsZero())
			standing(e.Synonyms)
			for i := range e.Translations {
				standing(e.Translations[i].Synonyms)
			}
		}
	}
	return used
}

// howToUse makes the page that tells readers how to find a word and what an entry says. It speaks of nothing that the
// book does not hold.
func (p *publication) howToUse(lists []list) page {
	title := p.Words.Label("guide.title")
	used := p.used()
	dst := []byte(`<section class="prose guide"`)
	printer := p.printer
	if printer.Language = p.Words.Language; locale.Language(p.Language) != printer.Language {
		// The whole page is in the program's language, in sentences that run in its direction.
		dst = language(dst, printer.Language)
		if p.rtl() {
			dst = append(dst, ` dir="ltr"`...)
		}
	}
	dst = append(dst, " aria-labelledby=\"_how-to-use\">\n<h1 id=\"_how-to-use\">"...)
	dst = printer.Say(dst, title)
	dst = append(dst, "</h1>\n"...)
	heading := func(id string) {
		dst = append(dst, "<h2>"...)
		dst = printer.Say(dst, p.Words.Label("guide."+id))
		dst = append(dst, "</h2>\n"...)
	}
	say := func(element, id string) {
		dst = append(dst, "<"+element+">"...)
		dst = printer.Say(dst, p.Words.Label("guide."+id))
		dst = append(dst, "</"+element+">\n"...)
	}
	// explained lists the words of a vocabulary that the book uses, each with what it means.
	explained := func(title, vocabulary string, values ...string) {
		start := len(dst)
		heading(title)
		dst = append(dst, "<ul>\n"...)
		empty := len(dst)
		for _, value := range values {
			if used[value] {
				dst = append(dst, "<li><strong>"...)
				dst = printer.Say(dst, p.Words.Label(vocabulary+"."+value))
				dst = append(dst, "</strong>"...)
				dst = p.colon(dst)
				dst = printer.Say(dst, p.Words.Label("guide."+value))
				dst = append(dst, "</li>\n"...)
			}
		}
		if len(dst) == empty {
			dst = dst[:start]
		} else {
			dst = append(dst, "</ul>\n"...)
		}
	}

	heading("looking-up")
	dst = append(dst, "<ul>\n"...)
	if p.thematic() {
		say("li", "by-domain")
	} else {
		say("li", "by-letter")
	}
	if len(p.sees) > 0 {
		say("li", "arrows")
	}
	for i := range lists {
		l := &lists[i]
		dst = append(dst, `<li><a href="`+l.name+`.xhtml">`...)
		dst = printer.Say(dst, l.label)
		dst = append(dst, "</a>"...)
		dst = p.colon(dst)
		dst = printer.Say(dst, l.use)
		dst = append(dst, "</li>\n"...)
	}
	say("li", "search")
	dst = append(dst, "</ul>\n"...)

	heading("reading")
	say("p", "always")
	start := len(dst)
	say("p", "sometimes")
	dst = append(dst, "<ul>\n"...)
	empty := len(dst)
	for _, what := range []string{
		"brief", "illustration", "examples", "notes", "how-it-works", "synonyms", "equivalents", "relations", "distinguish",
		"sources", "further",
	} {
		if used[what] {
			say("li", what)
		}
	}
	if len(dst) == empty {
		dst = dst[:start]
	} else {
		dst = append(dst, "</ul>\n"...)
	}
	explained("standing", "term-status", glossary.Discouraged, glossary.Obsolete, glossary.Contextual)
	explained("levels", "level", "beginner", "intermediate", "advanced")
	return page{name: guideName, label: title, ours: true, body: append(dst, "</section>\n"...)}
}
