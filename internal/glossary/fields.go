package glossary

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// The tables below are the source format: one line a key. Readers follow them, the canonical writer takes its order
// from them, exports their keys, and the rules the kind of text that each key holds.

// Kind tells what the text of a key is, hence which rules it is under.
type Kind uint8

// The kinds of text.
const (
	Line     Kind = iota // a line of plain text
	Inline               // Markdown without paragraphs
	Blocks               // Markdown with paragraphs and lists
	Choice               // one of Field.Choices
	Number               // a whole number
	Boolean              // true or false
	EntryID              // the id of a concept of this lexicon
	FormerID             // an id that a concept had
	DomainID             // the id of a domain of this lexicon
	NewID                // an id given here: [a-z0-9]+(-[a-z0-9]+)*
	URN                  // the identifier of the lexicon
	Language             // a BCP 47 tag
	Region               // an ISO 3166-1 code, or -2 with a subdivision
	Date                 // an ISO 8601 day
	EDTF                 // an Extended Date/Time Format date, level 1
	Address              // an http, https or mailto address
	Template             // the same, with FilePath in the place of a file of the lexicon's folder
	Path                 // a file in the lexicon's folder
	License              // an SPDX identifier
	Color                // #rrggbb
	RuleCode             // the code of a rule
	Phonetic             // IPA
)

// FilePath stands for the file of an entry in a Template.
const FilePath = "{path}"

// Manner tells how the words of a text are to be taken.
type Manner uint8

// The manners, from the one that is left alone most.
const (
	Foreign Manner = iota // a name, a code, the words of another language
	Cited                 // in the lexicon's language, but as somebody else wrote them, or as they are used
	Prose                 // written for the lexicon, in its language
)

// Field is a key of a group: what it is called, what it holds and where that goes. Exactly one of Text, Texts and Parts
// is set; each takes the address of the group.
type Field struct {
	Key      string
	French   []string // what a French speaker may write instead
	Required bool
	Kind     Kind
	Choices  []Option
	Max      int // characters, when limited
	// Default is the value that the absence of the key means: exports spell it out.
	Default string
	// Manner is how the text is taken, unless the group it stands in is taken otherwise.
	Manner Manner

	Text  func(group any) *Text
	Texts func(group any) *[]Text
	Parts *Parts
}

// Option is a value of a closed vocabulary.
type Option struct {
	Value  string
	French []string // what a French speaker may write instead
}

// Parts is how the groups under a key are reached.
type Parts struct {
	Record *Record
	Shape  Shape
	// KeyField says what the free keys of Keyed groups are and where each goes; nil for the other shapes.
	KeyField *Field
	// Grow makes room for n groups. Add makes one more; its address holds until the next call that finds no room.
	// Len and At reach the groups made.
	Grow func(group any, n int)
	Add  func(group any) (part any)
	Len  func(group any) int
	At   func(group any, i int) (part any)
}

// Shape tells how the groups under a key are written.
type Shape uint8

// The shapes.
const (
	Single Shape = iota // one group
	Many                // a list of groups
	Keyed               // groups under free keys
)

// Record is the table of a group of keys.
type Record struct {
	Name   string
	Fields []Field
	// Short is the key that a plain text stands for in place of the group; OnlyShort: nothing else may be written.
	Short     string
	OnlyShort bool
	// Rest takes the keys that are not in Fields, each with its own group.
	Rest *Parts
	// Manner is the most that the texts of a group are taken for, in a lexicon of the given language; nil for Prose.
	Manner func(group any, language string) Manner
}

// Lookup gives the index of a key in the table, or -1.
func (r *Record) Lookup(key string) int {
	for i := range r.Fields {
		if r.Fields[i].Key == key {
			return i
		}
	}
	return -1
}

// Walk calls visit for every value written in a group and the groups in it, in the order of the table.
func (r *Record) Walk(group any, visit func(*Field, *Text)) {
	for i := range r.Fields {
		f := &r.Fields[i]
		switch {
		case f.Text != nil:
			if t := f.Text(group); !t.IsZero() {
				visit(f, t)
			}
		case f.Texts != nil:
			list := *f.Texts(group)
			for j := range list {
				if !list[j].IsZero() {
					visit(f, &list[j])
				}
			}
		default:
			f.Parts.walk(group, visit)
		}
	}
	if r.Rest != nil {
		r.Rest.walk(group, visit)
	}
}

func (p *Parts) walk(group any, visit func(*Field, *Text)) {
	for j := range p.Len(group) {
		part := p.At(group, j)
		if p.KeyField != nil {
			if key := p.KeyField.Text(part); !key.IsZero() {
				visit(p.KeyField, key)
			}
		}
		p.Record.Walk(part, visit)
	}
}

// Words calls visit for every text of a group, and of the groups in it, that is in the language of the lexicon.
func (r *Record) Words(group any, language string, visit func(*Text, Manner)) {
	r.words(group, language, Prose, visit)
}

func (r *Record) words(group any, language string, most Manner, visit func(*Text, Manner)) {
	if r.Manner != nil {
		most = min(most, r.Manner(group, language))
	}
	if most == Foreign {
		return
	}
	for i := range r.Fields {
		f := &r.Fields[i]
		switch {
		case f.Parts != nil:
			f.Parts.words(group, language, most, visit)
		case f.Manner == Foreign:
		case f.Text != nil:
			if t := f.Text(group); !t.IsZero() {
				visit(t, min(most, f.Manner))
			}
		default:
			list := *f.Texts(group)
			for j := range list {
				if !list[j].IsZero() {
					visit(&list[j], min(most, f.Manner))
				}
			}
		}
	}
	if r.Rest != nil {
		r.Rest.words(group, language, most, visit)
	}
}

func (p *Parts) words(group any, language string, most Manner, visit func(*Text, Manner)) {
	for j := range p.Len(group) {
		p.Record.words(p.At(group, j), language, most, visit)
	}
}

// Groups calls visit for a group and every group in it, outer ones first.
func (r *Record) Groups(group any, visit func(*Record, any)) {
	visit(r, group)
	for i := range r.Fields {
		if p := r.Fields[i].Parts; p != nil {
			for j := range p.Len(group) {
				p.Record.Groups(p.At(group, j), visit)
			}
		}
	}
	if p := r.Rest; p != nil {
		for j := range p.Len(group) {
			p.Record.Groups(p.At(group, j), visit)
		}
	}
}

// Values lists what is written in a file.
func Values(r *Record, root any) []Value {
	list := make([]Value, 0, 32) // about what an entry holds
	r.Walk(root, func(f *Field, t *Text) { list = append(list, Value{f, t}) })
	return list
}

func at[R, T any](f func(*R) *T) func(any) *T {
	return func(group any) *T { return f(group.(*R)) }
}

func single[R, S any](record *Record, f func(*R) **S) *Parts {
	return &Parts{
		Record: record,
		Shape:  Single,
		Grow:   func(any, int) {},
		Add: func(group any) any {
			p := f(group.(*R))
			*p = new(S)
			return *p
		},
		Len: func(group any) int {
			if *f(group.(*R)) == nil {
				return 0
			}
			return 1
		},
		At: func(group any, _ int) any { return *f(group.(*R)) },
	}
}

func many[R, S any](record *Record, f func(*R) *[]S) *Parts {
	return &Parts{
		Record: record,
		Shape:  Many,
		Grow: func(group any, n int) {
			p := f(group.(*R))
			*p = slices.Grow(*p, n)
		},
		Add: func(group any) any {
			p := f(group.(*R))
			*p = append(*p, *new(S))
			return &(*p)[len(*p)-1]
		},
		Len: func(group any) int { return len(*f(group.(*R))) },
		At:  func(group any, i int) any { return &(*f(group.(*R)))[i] },
	}
}

func keyed[R, S any](record *Record, kind Kind, f func(*R) *[]S, key func(*S) *Text) *Parts {
	p := many(record, f)
	p.Shape = Keyed
	p.KeyField = &Field{Key: record.Name, Kind: kind, Text: at(key)}
	return p
}

// stated takes a group for foreign unless it says that it is in the language of the lexicon.
func stated[R any](tag func(*R) string) func(any, string) Manner {
	return func(group any, language string) Manner {
		if locale.Language(tag(group.(*R))) == locale.Language(language) {
			return Prose
		}
		return Foreign
	}
}

func foreign(any, string) Manner { return Foreign }

// exampleManner takes an example for what it is said to be: somebody's words, or the lexicon's own.
func exampleManner(group any, language string) Manner {
	x := group.(*Example)
	switch {
	case x.Source == nil || x.Source.Type.Value != Quotation:
		return Prose
	case x.Foreign(language) != "":
		return Foreign
	}
	return Cited
}

// The closed vocabularies.
var (
	PartsOfSpeech = []Option{
		{"noun", []string{"nom", "substantif", "n", "groupe nominal", "locution nominale"}},
		{"verb", []string{"verbe", "v"}},
		{"adjective", []string{"adjectif", "adj"}},
		{"adverb", []string{"adverbe", "adv"}},
		{"phrase", []string{"locution", "expression"}},
		{"preposition", []string{"préposition", "prép"}},
		{"conjunction", []string{"conj"}},
		{"interjection", []string{"interj"}},
		{"pronoun", []string{"pronom"}},
		{"determiner", []string{"déterminant"}},
		{"prefix", []string{"préfixe"}},
		{"suffix", []string{"suffixe"}},
		{"symbol", []string{"symbole"}},
	}
	Genders = []Option{
		{"masculine", []string{"masculin", "m", "masc"}},
		{"feminine", []string{"féminin", "f", "fém"}},
		{"both", []string{"épicène", "mixte", "les deux", "masculin et féminin"}},
		{"neuter", []string{"neutre"}},
	}
	Numbers = []Option{
		{"singular", []string{"singulier", "sing"}},
		{"plural", []string{"pluriel", "pl", "plur"}},
		{"invariable", []string{"inv"}},
	}
	Levels = []Option{
		{"beginner", []string{"débutant", "débutante", "facile"}},
		{"intermediate", []string{"intermédiaire", "moyen"}},
		{"advanced", []string{"avancé", "avancée", "expert"}},
	}
	EntryStatuses = []Option{
		{Draft, []string{"brouillon", "ébauche"}},
		{Proposed, []string{"proposé", "proposée"}},
		{"reviewed", []string{"révisé", "révisée", "relu", "relue"}},
		{Approved, []string{"approuvé", "approuvée"}},
		{Retired, []string{"retiré", "retirée"}},
	}
	TermStatuses = []Option{
		{Admitted, []string{"admis", "admise", "accepté"}},
		{Contextual, []string{"contextuel", "contextuelle", "utilisé dans certains contextes"}},
		{Discouraged, []string{"déconseillé", "déconseillée", "à éviter"}},
		{Obsolete, []string{"obsolète", "vieilli", "vieillie", "désuet"}},
	}
	TermKinds = []Option{
		{"full", []string{"forme longue", "complet", "complète"}},
		{"short", []string{"forme courte", "court", "courte", "abrégé"}},
		{"abbreviation", []string{"abréviation"}},
		{"acronym", []string{"sigle", "acronyme"}},
		{"variant", []string{"variante"}},
	}
	SourceTypes = []Option{
		{Quotation, []string{"citation"}},
		{"adapted", []string{"adapté", "adaptée", "adaptation"}},
		{"consulted", []string{"consulté", "consultée"}},
	}
	Autolinks = []Option{
		{"yes", []string{"oui"}},
		{"cautious", []string{"prudent", "prudente"}},
		{"no", []string{"non"}},
	}
	Roles = []Option{
		{"author", []string{"auteur", "autrice", "auteure"}},
		{"editor", []string{"éditeur", "éditrice", "rédacteur", "rédactrice"}},
		{"reviewer", []string{"réviseur", "réviseure", "réviseuse"}},
		{"translator", []string{"traducteur", "traductrice"}},
		{"illustrator", []string{"illustrateur", "illustratrice"}},
		{"contributor", []string{"contributeur", "contributrice", "collaborateur", "collaboratrice"}},
	}
	Conformances = []Option{
		{Value: "wcag-2.0-a"}, {Value: "wcag-2.0-aa"}, {Value: "wcag-2.0-aaa"},
		{Value: "wcag-2.1-a"}, {Value: "wcag-2.1-aa"}, {Value: "wcag-2.1-aaa"},
		{Value: "wcag-2.2-a"}, {Value: "wcag-2.2-aa"}, {Value: "wcag-2.2-aaa"},
	}
	Typographies    = []Option{{Value: "fr-CA"}, {Value: "fr-FR"}, {"none", []string{"aucune"}}}
	InclusiveStyles = []Option{
		{Value: "doublets"},
		{"parentheses", []string{"parenthèses"}},
		{"brackets", []string{"crochets"}},
		{"middle-dot", []string{"point médian", "point-médian"}},
		{"free", []string{"libre"}},
	}
	Collations = []Option{
		{"letter", []string{"lettre", "continu"}},
		{"word", []string{"mot", "discontinu"}},
	}
	Orders = []Option{
		{"alphabetical", []string{"alphabétique"}},
		{Thematic, []string{"thématique"}},
	}
	Severities = []Option{
		{"off", []string{"non", "désactivé"}},
		{"review", []string{"révision", "à relire"}},
		{"warning", []string{"avertissement"}},
		{"error", []string{"erreur"}},
	}
)

// InBriefMax is the longest plain gloss, in characters.
const InBriefMax = 160

// TextMax is the longest text, in bytes. It is far above what a lexicon needs, and keeps a hostile file from exhausting memory.
const TextMax = 64 << 10
