package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// unknownLanguage holds tags to BCP 47, and translations to the languages that the lexicon declares: a book has no
// place for the others.
var unknownLanguage = &Rule{
	Code:     "unknown-language",
	Severity: diag.Error,
	Check: func(p *Pass) {
		report := func(file string, t *glossary.Text, fault, near string) *diag.Diagnostic {
			return p.Report(file, t.Span, diag.Args{"language": t.Value, "fault": fault, "near": near})
		}
		for f, v := range p.Fields(glossary.Language) {
			t, key := v.Text, v.Field.Key
			if key != "translation" && key != "label" && !strings.HasSuffix(key, "-texts") && !locale.ValidTag(t.Value) {
				near := tagOf(t.Value)
				if d := report(f.Path, t, "form", near); near != "" {
					d.Fix = rewrite(t, near)
				}
			}
		}
		l := p.Lexicon
		for i := range l.Translations {
			if t := &l.Translations[i]; isOwn(l, t.Value) {
				report(l.Path, t, "own", "")
			}
		}
		for i := range l.Domains {
			labels := l.Domains[i].Labels
			for j := range labels {
				if t := &labels[j].Language; !locale.ValidTag(t.Value) {
					near := tagOf(t.Value)
					if d := report(l.Path, t, "form", near); near != "" {
						d.Fix = rekey(t, near, labels, func(l *glossary.Label) *glossary.Text { return &l.Language })
					}
				}
			}
		}
		declares := !l.Broken && (len(l.Translations) > 0 || !l.Noted(glossary.LexiconRecord.Lookup("translations")))
		// judge reports the tag of a translation, and gives the tag to write instead when it is certain.
		judge := func(file string, t *glossary.Text) (d *diag.Diagnostic, near string) {
			switch declared, same := declaration(l, t.Value); {
			case !locale.ValidTag(t.Value):
				near = tagOf(t.Value)
				return report(file, t, "form", near), near
			case !declares || declared == t.Value:
				return nil, ""
			case isOwn(l, t.Value):
				return report(file, t, "own", ""), ""
			case same:
				return report(file, t, "capitals", declared), declared
			default:
				return report(file, t, "undeclared", declared), ""
			}
		}
		for e := range p.Concepts {
			for i := range e.Translations {
				t := &e.Translations[i].Language
				if d, near := judge(e.Path, t); near != "" {
					d.Fix = rekey(t, near, e.Translations, func(t *glossary.Translation) *glossary.Text { return &t.Language })
				}
			}
		}
		texts := func(file string, list []glossary.Front) {
			for i := range list {
				t := &list[i].Language
				if d, near := judge(file, t); near != "" {
					d.Fix = rekey(t, near, list, func(f *glossary.Front) *glossary.Text { return &f.Language })
				}
			}
		}
		texts(l.Path, l.Texts)
		for _, ed := range p.Editions {
			texts(ed.Path, ed.Texts)
		}
	},
}

// isOwn reports whether a tag is that of the lexicon itself, or one that covers it (fr for fr-CA).
func isOwn(l *glossary.Lexicon, tag string) bool {
	own := l.Language.Value
	return locale.ValidTag(own) && (strings.EqualFold(tag, own) || strings.EqualFold(tag, locale.Language(own)))
}

// declaration gives the declared language nearest to a tag: the same one, perhaps in other capitals, else one that
// shares its base.
func declaration(l *glossary.Lexicon, tag string) (declared string, same bool) {
	for i := range l.Translations {
		switch d := l.Translations[i].Value; {
		case d == tag:
			return d, true
		case strings.EqualFold(d, tag):
			declared, same = d, true
		case declared == "" && locale.Language(d) == locale.Language(tag):
			declared = d
		}
	}
	return declared, same
}

// tagOf gives the tag that was meant by the name of a language, or by a tag written in the manner of computers' settings.
func tagOf(written string) string {
	if tag := languageNames[locale.Fold(written)]; tag != "" {
		return tag
	}
	if tag := strings.ReplaceAll(written, "_", "-"); locale.ValidTag(tag) {
		return tag
	}
	return ""
}

// languageNames are the languages that a lexicon of Québec is likely to meet, folded.
var languageNames = map[string]string{
	"francais": "fr", "french": "fr",
	"anglais": "en", "english": "en",
	"espagnol": "es", "spanish": "es", "espanol": "es",
	"allemand": "de", "german": "de", "deutsch": "de",
	"italien": "it", "italian": "it", "italiano": "it",
	"portugais": "pt", "portuguese": "pt",
	"arabe": "ar", "arabic": "ar",
	"chinois": "zh", "chinese": "zh",
	"inuktitut": "iu", "innu": "moe", "cree": "cr", "atikamekw": "atj", "abenaki": "abe", "mohawk": "moh", "wendat": "wya",
	"mi'kmaq": "mic", "micmac": "mic",
}
