package glossary

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// Lexicon is what lexicon.yaml says of the whole.
type Lexicon struct {
	File
	Part

	Schema         Text
	ID             Text
	Slug           Text
	Title          Text
	Subtitle       Text
	Language       Text
	Translations   []Text
	Texts          []Front
	Version        Text
	Date           Text
	Previous       *Previous
	License        Text
	Publisher      Text
	Description    Text
	Foreword       Text
	News           Text
	Credits        Text
	Homepage       Text
	Contribute     Text
	Edit           Text // where an entry is corrected: an address in which {path} is its file
	Contributors   []Contributor
	Accessibility  *Accessibility
	Cover          *Cover
	Style          *Style
	Domains        []Domain
	ProtectedNames []Text
	Lint           []Setting
}

// Previous is the version of the lexicon that was published before this one.
type Previous struct {
	Part
	Version Text
	Date    Text
}

// Accessibility is what the publisher claims of the finished books, which no program can: that they conform to EPUB
// Accessibility 1.1 with a level of WCAG, and who says so.
type Accessibility struct {
	Part
	ConformsTo  Text
	CertifiedBy Text
	Credential  Text
	Report      Text
	Date        Text
}

// Front is what a book says of itself in another language than its lexicon's: beside its title, what stands before and
// after the entries. The preface of an edition is its foreword.
type Front struct {
	Part
	Language    Text
	Title       Text
	Subtitle    Text
	Description Text
	News        Text
	Foreword    Text
	Credits     Text
}

// Style is how the lexicon's language is written.
type Style struct {
	Part
	Typography Text
	Inclusive  Text
	Collation  Text
}

// Domain is a theme of the lexicon, with a label in each language.
type Domain struct {
	Part
	ID     Text
	Labels []Label
}

// Label is a name in one language.
type Label struct {
	Part
	Language Text
	Value    Text
}

// Setting changes the severity of a rule.
type Setting struct {
	Part
	Code     Text
	Severity Text
}

// Edition is a selection of the lexicon with a title of its own, for an event or a public.
type Edition struct {
	File
	Part
	Name string // the file's name without its extension

	Title     Text
	Subtitle  Text
	Texts     []Front
	Event     *Event
	Select    *Selection
	Order     Text
	Preface   Text
	Cover     *Cover
	Credits   Text
	URL       Text
	Overrides []Override
}

// Event is what an edition is made for.
type Event struct {
	Part
	Name  Text
	Date  Text
	Place Text
	URL   Text
}

// Selection says which entries an edition holds: those that match every criterion given (any value within one), and
// IDs besides, without Except.
type Selection struct {
	Part
	IDs     []Text
	Domains []Text
	Levels  []Text
	Tags    []Text
	Except  []Text
}

// Cover is how a book looks: an image for its cover, or the logo and the colour that one is drawn with.
type Cover struct {
	Part
	Image Text
	Logo  Text
	Color Text
}

// Override is what an edition says of a concept instead of the lexicon.
type Override struct {
	Part
	ID       Text
	Term     Text
	InBrief  Text
	Notes    []Text
	Examples []Example
	Synonyms []Designation
}

// Thematic is the order by domain; the other one is alphabetical.
const Thematic = "thematic"

// CoverOf gives the cover of an edition: what it says of it itself, key by key, else what the lexicon does, but for the
// image, which bears the lexicon's title. nil is for the whole lexicon.
func (l *Lexicon) CoverOf(ed *Edition) Cover {
	var c Cover
	said := []*Cover{l.Cover}
	if ed != nil && l.Cover != nil {
		look := *l.Cover
		look.Image = Text{}
		said[0] = &look
	}
	if ed != nil {
		said = append(said, ed.Cover)
	}
	for _, one := range said {
		if one == nil {
			continue
		}
		for i := range coverRecord.Fields {
			if text := coverRecord.Fields[i].Text; !text(one).IsZero() {
				*text(&c) = *text(one)
			}
		}
	}
	return c
}

// IsFrench reports whether the lexicon's own language is French.
func (l *Lexicon) IsFrench() bool { return locale.Language(l.Language.Value) == "fr" }

// Collation gives the order of the lexicon's headwords.
func (l *Lexicon) Collation() locale.Collation {
	return locale.CollationFor(l.Language.Value, l.CollationStyle())
}

// CollationStyle gives how that order takes spaces: "letter" or "word".
func (l *Lexicon) CollationStyle() string {
	if l.Style == nil || l.Style.Collation.IsZero() {
		return "letter"
	}
	return l.Style.Collation.Value
}

// Typography gives how the lexicon's French is set: as its style says, else as in the region of its language. Of another
// language, nothing is asked.
func (l *Lexicon) Typography() locale.Typography {
	switch {
	case !l.IsFrench():
		return locale.Typography{}
	case l.Style != nil && !l.Style.Typography.IsZero():
		return locale.TypographyFor(l.Style.Typography.Value)
	}
	return locale.TypographyFor(l.Language.Value)
}

// Names gives the proper names that are neither linked nor corrected.
func (l *Lexicon) Names() []string {
	list := make([]string, 0, len(l.ProtectedNames))
	for i := range l.ProtectedNames {
		if name := l.ProtectedNames[i].Value; name != "" {
			list = append(list, name)
		}
	}
	return list
}

// Domain gives the theme with the given id, or nil.
func (l *Lexicon) Domain(id string) *Domain {
	for i := range l.Domains {
		if l.Domains[i].ID.Value == id {
			return &l.Domains[i]
		}
	}
	return nil
}

// Label gives the domain's name in a language, else in one that shares its base, else the first one written.
func (d *Domain) Label(language string) (label, labelLanguage string) {
	for _, same := range []func(a, b string) bool{
		strings.EqualFold,
		func(a, b string) bool { return locale.Language(a) == locale.Language(b) },
		func(string, string) bool { return true },
	} {
		for i := range d.Labels {
			if l := &d.Labels[i]; same(l.Language.Value, language) {
				return l.Value.Value, l.Language.Value
			}
		}
	}
	return d.ID.Value, ""
}
