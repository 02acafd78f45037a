package glossary

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// Entry is one concept, as one file says it. It is never changed once read.
type Entry struct {
	File
	Part
	ID string // the file's name without its extension
	// Language is that of the entry's own texts when it is not the book's: see [Glossary.In].
	Language string

	Term          Text
	POS           Text
	Gender        Text
	Feminine      Text
	Plural        Text
	Number        Text
	Pronunciation Text
	Domains       []Text
	Definition    Text
	InBrief       Text
	Examples      []Example
	Notes         []Text
	HowItWorks    Text
	Trademark     Text
	Synonyms      []Designation
	Translations  []Translation
	Broader       []Text
	Related       []Text
	Distinguish   []Text
	PartOf        []Text
	Level         Text
	Sources       []Source
	Further       []Reading
	Illustration  *Illustration
	Status        Text
	Formerly      []Text
	ReplacedBy    Text
	Identifiers   []Identifier
	Autolink      Text
	Sort          Text
	Tags          []Text
	Contributors  []Contributor
	Created       Text
	Modified      Text
	Reviewed      Text
}

// Example shows the headword at work.
type Example struct {
	Part
	Text   Text
	Source *Source
}

// Foreign gives the language of an example that quotes somebody in another language than the one around it, else nothing.
func (x *Example) Foreign(around string) string {
	if x.Source == nil || x.Source.Type.Value != Quotation || locale.Language(x.Source.Language.Value) == locale.Language(around) {
		return ""
	}
	return x.Source.Language.Value
}

// Designation is a term that names the concept beside its headword, in the same language.
type Designation struct {
	Part
	Term      Text
	Status    Text
	Kind      Text
	Region    Text
	Reason    Text
	Authority *Authority
	Trademark Text
	Plural    Text
}

// Authority is the body that says something of a designation.
type Authority struct {
	Part
	Name Text
	URL  Text
}

// Translation is what another language says of the concept: all that the entry says in its own.
type Translation struct {
	Part
	Language      Text
	Term          Text
	POS           Text
	Gender        Text
	Feminine      Text
	Plural        Text
	Number        Text
	Pronunciation Text
	Trademark     Text
	Synonyms      []Designation
	Definition    Text
	InBrief       Text
	Examples      []Example
	Notes         []Text
	HowItWorks    Text
	Reviewed      Text
}

// Source is a document that something rests on.
type Source struct {
	Part
	Type      Text
	Authors   []Text
	Title     Text
	Work      Text
	Publisher Text
	Service   Text
	Date      Text
	Page      Text
	URL       Text
	Accessed  Text
	License   Text
	Language  Text
}

// Reading is a document worth reading after the entry.
type Reading struct {
	Part
	Title    Text
	URL      Text
	Language Text
	Accessed Text
}

// Illustration is an image that shows the concept.
type Illustration struct {
	Part
	File    Text
	Alt     Text
	Credit  Text
	License Text
}

// Identifier names the concept in another reference work.
type Identifier struct {
	Part
	Scheme Text
	Value  Text
}

// Contributor is a person who took part in the work.
type Contributor struct {
	Part
	Name         Text
	Role         Text
	Organization Text
}

// The values of `status` that change what is done with an entry.
const (
	Draft    = "draft"
	Proposed = "proposed"
	Approved = "approved"
	Retired  = "retired"
)

// The values of a designation's `status`.
const (
	Admitted    = "admitted"
	Contextual  = "contextual"
	Discouraged = "discouraged"
	Obsolete    = "obsolete"
)

// Quotation is the `type` of a source whose words are given as they are.
const Quotation = "quotation"

// State gives the entry's status, approved when none is written.
func (e *Entry) State() string {
	if e.Status.IsZero() {
		return Approved
	}
	return e.Status.Value
}

// SortText gives the text that the entry is sorted by.
func (e *Entry) SortText() string {
	if !e.Sort.IsZero() {
		return e.Sort.Value
	}
	return e.Term.Value
}

// IsTrademark reports whether the headword is somebody's mark.
func (e *Entry) IsTrademark() bool { return isTrue(&e.Trademark) }

// State gives the designation's status, admitted when none is written.
func (d *Designation) State() string {
	if d.Status.IsZero() {
		return Admitted
	}
	return d.Status.Value
}

// Advised reports whether the lexicon lets its readers use the designation.
func (d *Designation) Advised() bool {
	s := d.State()
	return s != Discouraged && s != Obsolete
}

// IsTrademark reports whether the translation's term is somebody's mark.
func (t *Translation) IsTrademark() bool { return isTrue(&t.Trademark) }

// IsTrademark reports whether the designation is somebody's mark.
func (d *Designation) IsTrademark() bool { return isTrue(&d.Trademark) }

func isTrue(t *Text) bool { return strings.EqualFold(t.Value, "true") }
