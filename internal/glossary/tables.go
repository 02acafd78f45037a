package glossary

// EntryRecord is the table of an entry's file.
var EntryRecord = Record{Name: "entry", Fields: []Field{
	{Key: "term", Required: true, Manner: Prose, French: []string{"terme", "vedette", "mot"}, Text: at(func(e *Entry) *Text { return &e.Term })},
	{Key: "pos", Required: true, Kind: Choice, Choices: PartsOfSpeech, French: []string{"nature", "catégorie", "classe", "catégorie_grammaticale"}, Text: at(func(e *Entry) *Text { return &e.POS })},
	{Key: "gender", Kind: Choice, Choices: Genders, French: []string{"genre"}, Text: at(func(e *Entry) *Text { return &e.Gender })},
	{Key: "feminine", Manner: Prose, French: []string{"féminin", "forme_féminine"}, Text: at(func(e *Entry) *Text { return &e.Feminine })},
	{Key: "plural", Manner: Prose, French: []string{"pluriel"}, Text: at(func(e *Entry) *Text { return &e.Plural })},
	{Key: "number", Kind: Choice, Choices: Numbers, French: []string{"nombre"}, Text: at(func(e *Entry) *Text { return &e.Number })},
	{Key: "pronunciation", Kind: Phonetic, French: []string{"prononciation"}, Text: at(func(e *Entry) *Text { return &e.Pronunciation })},
	{Key: "domains", Required: true, Kind: DomainID, French: []string{"domaines", "domaine", "thèmes"}, Texts: at(func(e *Entry) *[]Text { return &e.Domains })},
	{Key: "definition", Required: true, Kind: Inline, Manner: Prose, French: []string{"définition", "sens"}, Text: at(func(e *Entry) *Text { return &e.Definition })},
	{Key: "in_brief", Kind: Inline, Max: InBriefMax, Manner: Prose, French: []string{"en_bref", "bref", "glose", "résumé"}, Text: at(func(e *Entry) *Text { return &e.InBrief })},
	{Key: "examples", French: []string{"exemples", "exemple"}, Parts: many(&exampleRecord, func(e *Entry) *[]Example { return &e.Examples })},
	{Key: "notes", Kind: Inline, Manner: Prose, French: []string{"note", "remarques", "remarque"}, Texts: at(func(e *Entry) *[]Text { return &e.Notes })},
	{Key: "how_it_works", Kind: Blocks, Manner: Prose, French: []string{"comment_ça_marche", "fonctionnement"}, Text: at(func(e *Entry) *Text { return &e.HowItWorks })},
	{Key: "trademark", Kind: Boolean, French: []string{"marque", "marque_de_commerce", "marque_déposée"}, Text: at(func(e *Entry) *Text { return &e.Trademark })},
	{Key: "synonyms", French: []string{"synonymes", "synonyme"}, Parts: many(&designationRecord, func(e *Entry) *[]Designation { return &e.Synonyms })},
	{Key: "translations", French: []string{"traductions", "traduction", "équivalents"}, Parts: keyed(&translationRecord, Language, func(e *Entry) *[]Translation { return &e.Translations }, func(t *Translation) *Text { return &t.Language })},
	{Key: "broader", Kind: EntryID, French: []string{"générique", "génériques", "terme_générique"}, Texts: at(func(e *Entry) *[]Text { return &e.Broader })},
	{Key: "related", Kind: EntryID, French: []string{"voir_aussi", "liés", "apparentés", "termes_liés"}, Texts: at(func(e *Entry) *[]Text { return &e.Related })},
	{Key: "distinguish", Kind: EntryID, French: []string{"distinguer", "ne_pas_confondre"}, Texts: at(func(e *Entry) *[]Text { return &e.Distinguish })},
	{Key: "part_of", Kind: EntryID, French: []string{"partie_de", "fait_partie_de"}, Texts: at(func(e *Entry) *[]Text { return &e.PartOf })},
	{Key: "level", Kind: Choice, Choices: Levels, French: []string{"niveau"}, Text: at(func(e *Entry) *Text { return &e.Level })},
	{Key: "sources", French: []string{"source", "références"}, Parts: many(&sourceRecord, func(e *Entry) *[]Source { return &e.Sources })},
	{Key: "further_reading", French: []string{"lectures", "pour_en_savoir_plus", "à_lire"}, Parts: many(&readingRecord, func(e *Entry) *[]Reading { return &e.Further })},
	{Key: "illustration", French: []string{"image", "figure"}, Parts: single(&illustrationRecord, func(e *Entry) **Illustration { return &e.Illustration })},
	{Key: "status", Kind: Choice, Choices: EntryStatuses, Default: Approved, French: []string{"statut", "état"}, Text: at(func(e *Entry) *Text { return &e.Status })},
	{Key: "formerly", Kind: FormerID, French: []string{"anciennement", "anciens_identifiants"}, Texts: at(func(e *Entry) *[]Text { return &e.Formerly })},
	{Key: "replaced_by", Kind: EntryID, French: []string{"remplacé_par", "remplacée_par"}, Text: at(func(e *Entry) *Text { return &e.ReplacedBy })},
	{Key: "identifiers", French: []string{"identifiants", "identifiant"}, Parts: keyed(&identifierRecord, NewID, func(e *Entry) *[]Identifier { return &e.Identifiers }, func(i *Identifier) *Text { return &i.Scheme })},
	{Key: "autolink", Kind: Choice, Choices: Autolinks, French: []string{"lien_automatique", "liens_automatiques"}, Text: at(func(e *Entry) *Text { return &e.Autolink })},
	{Key: "sort", French: []string{"tri", "clé_de_tri", "classement"}, Text: at(func(e *Entry) *Text { return &e.Sort })},
	{Key: "tags", French: []string{"étiquettes", "mots_clés"}, Texts: at(func(e *Entry) *[]Text { return &e.Tags })},
	{Key: "contributors", French: []string{"contributeurs", "contributrices", "auteurs"}, Parts: many(&contributorRecord, func(e *Entry) *[]Contributor { return &e.Contributors })},
	{Key: "created", Kind: Date, French: []string{"créé", "créée", "création"}, Text: at(func(e *Entry) *Text { return &e.Created })},
	{Key: "modified", Kind: Date, French: []string{"modifié", "modifiée", "modification"}, Text: at(func(e *Entry) *Text { return &e.Modified })},
	{Key: "reviewed", Kind: Date, French: []string{"révisé", "révisée", "révision"}, Text: at(func(e *Entry) *Text { return &e.Reviewed })},
}}

var exampleRecord = Record{Name: "example", Short: "text", Manner: exampleManner, Fields: []Field{
	{Key: "text", Required: true, Kind: Inline, Manner: Prose, French: []string{"texte"}, Text: at(func(x *Example) *Text { return &x.Text })},
	{Key: "source", Parts: single(&sourceRecord, func(x *Example) **Source { return &x.Source })},
}}

var designationRecord = Record{Name: "synonym", Short: "term", Fields: []Field{
	{Key: "term", Required: true, Manner: Cited, French: []string{"terme"}, Text: at(func(d *Designation) *Text { return &d.Term })},
	{Key: "status", Kind: Choice, Choices: TermStatuses, Default: Admitted, French: []string{"statut"}, Text: at(func(d *Designation) *Text { return &d.Status })},
	{Key: "kind", Kind: Choice, Choices: TermKinds, French: []string{"type", "sorte"}, Text: at(func(d *Designation) *Text { return &d.Kind })},
	{Key: "region", Kind: Region, French: []string{"région", "pays"}, Text: at(func(d *Designation) *Text { return &d.Region })},
	{Key: "reason", Kind: Inline, Manner: Prose, French: []string{"raison", "motif"}, Text: at(func(d *Designation) *Text { return &d.Reason })},
	{Key: "authority", French: []string{"autorité", "organisme"}, Parts: single(&authorityRecord, func(d *Designation) **Authority { return &d.Authority })},
	{Key: "trademark", Kind: Boolean, French: []string{"marque", "marque_de_commerce", "marque_déposée"}, Text: at(func(d *Designation) *Text { return &d.Trademark })},
	{Key: "plural", Manner: Cited, French: []string{"pluriel"}, Text: at(func(d *Designation) *Text { return &d.Plural })},
}}

var authorityRecord = Record{Name: "authority", Fields: []Field{
	{Key: "name", Required: true, French: []string{"nom"}, Text: at(func(a *Authority) *Text { return &a.Name })},
	{Key: "url", Kind: Address, French: []string{"adresse", "lien"}, Text: at(func(a *Authority) *Text { return &a.URL })},
}}

var translationRecord = Record{Name: "translation", Short: "term", Manner: foreign, Fields: []Field{
	{Key: "term", Required: true, French: []string{"terme"}, Text: at(func(t *Translation) *Text { return &t.Term })},
	{Key: "pos", Kind: Choice, Choices: PartsOfSpeech, French: []string{"nature", "catégorie"}, Text: at(func(t *Translation) *Text { return &t.POS })},
	{Key: "gender", Kind: Choice, Choices: Genders, French: []string{"genre"}, Text: at(func(t *Translation) *Text { return &t.Gender })},
	{Key: "feminine", French: []string{"féminin", "forme_féminine"}, Text: at(func(t *Translation) *Text { return &t.Feminine })},
	{Key: "plural", French: []string{"pluriel"}, Text: at(func(t *Translation) *Text { return &t.Plural })},
	{Key: "number", Kind: Choice, Choices: Numbers, French: []string{"nombre"}, Text: at(func(t *Translation) *Text { return &t.Number })},
	{Key: "pronunciation", Kind: Phonetic, French: []string{"prononciation"}, Text: at(func(t *Translation) *Text { return &t.Pronunciation })},
	{Key: "trademark", Kind: Boolean, French: []string{"marque", "marque_de_commerce", "marque_déposée"}, Text: at(func(t *Translation) *Text { return &t.Trademark })},
	{Key: "synonyms", French: []string{"synonymes", "synonyme"}, Parts: many(&designationRecord, func(t *Translation) *[]Designation { return &t.Synonyms })},
	{Key: "definition", Kind: Inline, French: []string{"définition"}, Text: at(func(t *Translation) *Text { return &t.Definition })},
	{Key: "in_brief", Kind: Inline, Max: InBriefMax, French: []string{"en_bref", "bref"}, Text: at(func(t *Translation) *Text { return &t.InBrief })},
	{Key: "examples", French: []string{"exemples", "exemple"}, Parts: many(&exampleRecord, func(t *Translation) *[]Example { return &t.Examples })},
	{Key: "notes", Kind: Inline, French: []string{"note", "remarques"}, Texts: at(func(t *Translation) *[]Text { return &t.Notes })},
	{Key: "how_it_works", Kind: Blocks, French: []string{"comment_ça_marche", "fonctionnement"}, Text: at(func(t *Translation) *Text { return &t.HowItWorks })},
	{Key: "reviewed", Kind: Date, French: []string{"révisé", "révisée"}, Text: at(func(t *Translation) *Text { return &t.Reviewed })},
}}

var sourceRecord = Record{Name: "source", Manner: stated(func(s *Source) string { return s.Language.Value }), Fields: []Field{
	{Key: "type", Kind: Choice, Choices: SourceTypes, Text: at(func(s *Source) *Text { return &s.Type })},
	{Key: "authors", French: []string{"auteurs", "auteur", "author"}, Texts: at(func(s *Source) *[]Text { return &s.Authors })},
	{Key: "title", Manner: Cited, French: []string{"titre"}, Text: at(func(s *Source) *Text { return &s.Title })},
	{Key: "work", Manner: Cited, French: []string{"ouvrage", "œuvre"}, Text: at(func(s *Source) *Text { return &s.Work })},
	{Key: "publisher", French: []string{"éditeur", "maison"}, Text: at(func(s *Source) *Text { return &s.Publisher })},
	{Key: "service", Text: at(func(s *Source) *Text { return &s.Service })},
	{Key: "date", Kind: EDTF, French: []string{"année"}, Text: at(func(s *Source) *Text { return &s.Date })},
	{Key: "page", French: []string{"pages"}, Text: at(func(s *Source) *Text { return &s.Page })},
	{Key: "url", Kind: Address, French: []string{"adresse", "lien"}, Text: at(func(s *Source) *Text { return &s.URL })},
	{Key: "accessed", Kind: Date, French: []string{"consulté", "consultée", "consulté_le"}, Text: at(func(s *Source) *Text { return &s.Accessed })},
	{Key: "license", Kind: License, French: []string{"licence"}, Text: at(func(s *Source) *Text { return &s.License })},
	{Key: "language", Kind: Language, French: []string{"langue"}, Text: at(func(s *Source) *Text { return &s.Language })},
}}

var readingRecord = Record{Name: "reading", Manner: stated(func(r *Reading) string { return r.Language.Value }), Fields: []Field{
	{Key: "title", Required: true, Manner: Cited, French: []string{"titre"}, Text: at(func(r *Reading) *Text { return &r.Title })},
	{Key: "url", Required: true, Kind: Address, French: []string{"adresse", "lien"}, Text: at(func(r *Reading) *Text { return &r.URL })},
	{Key: "language", Kind: Language, French: []string{"langue"}, Text: at(func(r *Reading) *Text { return &r.Language })},
	{Key: "accessed", Kind: Date, French: []string{"consulté", "consultée"}, Text: at(func(r *Reading) *Text { return &r.Accessed })},
}}

var illustrationRecord = Record{Name: "illustration", Fields: []Field{
	{Key: "file", Required: true, Kind: Path, French: []string{"fichier"}, Text: at(func(i *Illustration) *Text { return &i.File })},
	{Key: "alt", Manner: Prose, French: []string{"texte_de_remplacement", "description"}, Text: at(func(i *Illustration) *Text { return &i.Alt })},
	{Key: "credit", Manner: Prose, French: []string{"crédit"}, Text: at(func(i *Illustration) *Text { return &i.Credit })},
	{Key: "license", Kind: License, French: []string{"licence"}, Text: at(func(i *Illustration) *Text { return &i.License })},
}}

var identifierRecord = Record{Name: "identifier", Short: "value", OnlyShort: true, Fields: []Field{
	{Key: "value", Required: true, Text: at(func(i *Identifier) *Text { return &i.Value })},
}}

var contributorRecord = Record{Name: "contributor", Fields: []Field{
	{Key: "name", Required: true, French: []string{"nom"}, Text: at(func(c *Contributor) *Text { return &c.Name })},
	{Key: "role", Kind: Choice, Choices: Roles, French: []string{"rôle"}, Text: at(func(c *Contributor) *Text { return &c.Role })},
	{Key: "organization", French: []string{"organisation", "organisme"}, Text: at(func(c *Contributor) *Text { return &c.Organization })},
}}

// LexiconRecord is the table of lexicon.yaml.
var LexiconRecord = Record{Name: "lexicon", Fields: []Field{
	{Key: "schema", Required: true, Kind: Number, French: []string{"schéma"}, Text: at(func(l *Lexicon) *Text { return &l.Schema })},
	{Key: "id", Required: true, Kind: URN, French: []string{"identifiant"}, Text: at(func(l *Lexicon) *Text { return &l.ID })},
	{Key: "slug", Required: true, Kind: NewID, Text: at(func(l *Lexicon) *Text { return &l.Slug })},
	{Key: "title", Required: true, Manner: Prose, French: []string{"titre"}, Text: at(func(l *Lexicon) *Text { return &l.Title })},
	{Key: "subtitle", Manner: Prose, French: []string{"sous_titre", "sous-titre"}, Text: at(func(l *Lexicon) *Text { return &l.Subtitle })},
	{Key: "language", Required: true, Kind: Language, French: []string{"langue"}, Text: at(func(l *Lexicon) *Text { return &l.Language })},
	{Key: "translations", Kind: Language, French: []string{"traductions", "langues"}, Texts: at(func(l *Lexicon) *[]Text { return &l.Translations })},
	{Key: "texts", French: []string{"textes"}, Parts: keyed(&lexiconTextsRecord, Language, func(l *Lexicon) *[]Front { return &l.Texts }, func(f *Front) *Text { return &f.Language })},
	{Key: "version", Required: true, Text: at(func(l *Lexicon) *Text { return &l.Version })},
	{Key: "date", Required: true, Kind: Date, Text: at(func(l *Lexicon) *Text { return &l.Date })},
	{Key: "previous", French: []string{"précédente", "version_précédente", "édition_précédente"}, Parts: single(&previousRecord, func(l *Lexicon) **Previous { return &l.Previous })},
	{Key: "license", Required: true, Kind: License, French: []string{"licence"}, Text: at(func(l *Lexicon) *Text { return &l.License })},
	{Key: "publisher", French: []string{"éditeur"}, Text: at(func(l *Lexicon) *Text { return &l.Publisher })},
	{Key: "description", Kind: Inline, Manner: Prose, Text: at(func(l *Lexicon) *Text { return &l.Description })},
	{Key: "foreword", Kind: Blocks, Manner: Prose, French: []string{"avant_propos", "avant-propos", "préface"}, Text: at(func(l *Lexicon) *Text { return &l.Foreword })},
	{Key: "news", Kind: Blocks, Manner: Prose, French: []string{"nouveautés", "nouveauté", "quoi_de_neuf"}, Text: at(func(l *Lexicon) *Text { return &l.News })},
	{Key: "credits", Kind: Blocks, Manner: Prose, French: []string{"crédits", "remerciements"}, Text: at(func(l *Lexicon) *Text { return &l.Credits })},
	{Key: "homepage", Kind: Address, French: []string{"page_d_accueil", "site", "site_web"}, Text: at(func(l *Lexicon) *Text { return &l.Homepage })},
	{Key: "contribute", Kind: Address, French: []string{"contribuer"}, Text: at(func(l *Lexicon) *Text { return &l.Contribute })},
	{Key: "edit", Kind: Template, French: []string{"modifier", "corriger"}, Text: at(func(l *Lexicon) *Text { return &l.Edit })},
	{Key: "contributors", French: []string{"contributeurs", "contributrices", "auteurs"}, Parts: many(&contributorRecord, func(l *Lexicon) *[]Contributor { return &l.Contributors })},
	{Key: "accessibility", French: []string{"accessibilité"}, Parts: single(&accessibilityRecord, func(l *Lexicon) **Accessibility { return &l.Accessibility })},
	{Key: "cover", French: []string{"couverture"}, Parts: single(&coverRecord, func(l *Lexicon) **Cover { return &l.Cover })},
	{Key: "style", Parts: single(&styleRecord, func(l *Lexicon) **Style { return &l.Style })},
	{Key: "domains", Required: true, French: []string{"domaines", "domaine", "thèmes"}, Parts: keyed(&domainRecord, NewID, func(l *Lexicon) *[]Domain { return &l.Domains }, func(d *Domain) *Text { return &d.ID })},
	{Key: "protected_names", French: []string{"noms_protégés", "noms_propres"}, Texts: at(func(l *Lexicon) *[]Text { return &l.ProtectedNames })},
	{Key: "lint", French: []string{"vérification", "règles"}, Parts: keyed(&settingRecord, RuleCode, func(l *Lexicon) *[]Setting { return &l.Lint }, func(s *Setting) *Text { return &s.Code })},
}}

// What the lexicon says of itself in other languages, and an edition.
var (
	lexiconTextsRecord = Record{Name: "lexicon-texts", Manner: foreign, Fields: []Field{
		{Key: "title", French: []string{"titre"}, Text: at(func(f *Front) *Text { return &f.Title })},
		{Key: "subtitle", French: []string{"sous_titre", "sous-titre"}, Text: at(func(f *Front) *Text { return &f.Subtitle })},
		{Key: "description", Kind: Inline, Text: at(func(f *Front) *Text { return &f.Description })},
		{Key: "news", Kind: Blocks, French: []string{"nouveautés", "nouveauté", "quoi_de_neuf"}, Text: at(func(f *Front) *Text { return &f.News })},
		{Key: "foreword", Kind: Blocks, French: []string{"avant_propos", "avant-propos", "préface"}, Text: at(func(f *Front) *Text { return &f.Foreword })},
		{Key: "credits", Kind: Blocks, French: []string{"crédits", "remerciements"}, Text: at(func(f *Front) *Text { return &f.Credits })},
	}}
	editionTextsRecord = Record{Name: "edition-texts", Manner: foreign, Fields: []Field{
		{Key: "title", French: []string{"titre"}, Text: at(func(f *Front) *Text { return &f.Title })},
		{Key: "subtitle", French: []string{"sous_titre", "sous-titre"}, Text: at(func(f *Front) *Text { return &f.Subtitle })},
		{Key: "preface", Kind: Blocks, French: []string{"préface", "avant_propos", "avant-propos"}, Text: at(func(f *Front) *Text { return &f.Foreword })},
		{Key: "credits", Kind: Blocks, French: []string{"crédits", "remerciements"}, Text: at(func(f *Front) *Text { return &f.Credits })},
	}}
)

var previousRecord = Record{Name: "previous", Fields: []Field{
	{Key: "version", Text: at(func(p *Previous) *Text { return &p.Version })},
	{Key: "date", Required: true, Kind: Date, Text: at(func(p *Previous) *Text { return &p.Date })},
}}

// A claim of conformance names who makes it (EPUB Accessibility 1.1, section 4).
var accessibilityRecord = Record{Name: "accessibility", Fields: []Field{
	{Key: "conforms_to", Required: true, Kind: Choice, Choices: Conformances, French: []string{"conforme_à", "conformité"}, Text: at(func(a *Accessibility) *Text { return &a.ConformsTo })},
	{Key: "certified_by", Required: true, French: []string{"certifié_par", "certifiée_par"}, Text: at(func(a *Accessibility) *Text { return &a.CertifiedBy })},
	{Key: "credential", French: []string{"accréditation", "attestation", "certificat"}, Text: at(func(a *Accessibility) *Text { return &a.Credential })},
	{Key: "report", Kind: Address, French: []string{"rapport"}, Text: at(func(a *Accessibility) *Text { return &a.Report })},
	{Key: "date", Kind: Date, Text: at(func(a *Accessibility) *Text { return &a.Date })},
}}

var styleRecord = Record{Name: "style", Fields: []Field{
	{Key: "typography", Kind: Choice, Choices: Typographies, French: []string{"typographie"}, Text: at(func(s *Style) *Text { return &s.Typography })},
	{Key: "inclusive", Kind: Choice, Choices: InclusiveStyles, French: []string{"écriture_inclusive", "inclusif"}, Text: at(func(s *Style) *Text { return &s.Inclusive })},
	{Key: "collation", Kind: Choice, Choices: Collations, French: []string{"tri", "classement"}, Text: at(func(s *Style) *Text { return &s.Collation })},
}}

var domainRecord = Record{Name: "domain", Rest: keyed(&labelRecord, Language, func(d *Domain) *[]Label { return &d.Labels }, func(l *Label) *Text { return &l.Language })}

var labelRecord = Record{Name: "label", Short: "value", OnlyShort: true, Manner: stated(func(l *Label) string { return l.Language.Value }), Fields: []Field{
	{Key: "value", Required: true, Manner: Prose, Text: at(func(l *Label) *Text { return &l.Value })},
}}

var settingRecord = Record{Name: "setting", Short: "severity", OnlyShort: true, Fields: []Field{
	{Key: "severity", Required: true, Kind: Choice, Choices: Severities, Text: at(func(s *Setting) *Text { return &s.Severity })},
}}

// EditionRecord is the table of an edition's file.
var EditionRecord = Record{Name: "edition", Fields: []Field{
	{Key: "title", Required: true, Manner: Prose, French: []string{"titre"}, Text: at(func(e *Edition) *Text { return &e.Title })},
	{Key: "subtitle", Manner: Prose, French: []string{"sous_titre", "sous-titre"}, Text: at(func(e *Edition) *Text { return &e.Subtitle })},
	{Key: "texts", French: []string{"textes"}, Parts: keyed(&editionTextsRecord, Language, func(e *Edition) *[]Front { return &e.Texts }, func(f *Front) *Text { return &f.Language })},
	{Key: "event", French: []string{"événement", "évènement"}, Parts: single(&eventRecord, func(e *Edition) **Event { return &e.Event })},
	{Key: "select", French: []string{"sélection", "choisir"}, Parts: single(&selectionRecord, func(e *Edition) **Selection { return &e.Select })},
	{Key: "order", Kind: Choice, Choices: Orders, French: []string{"ordre"}, Text: at(func(e *Edition) *Text { return &e.Order })},
	{Key: "preface", Kind: Blocks, Manner: Prose, French: []string{"préface", "avant_propos", "avant-propos"}, Text: at(func(e *Edition) *Text { return &e.Preface })},
	{Key: "cover", French: []string{"couverture"}, Parts: single(&coverRecord, func(e *Edition) **Cover { return &e.Cover })},
	{Key: "credits", Kind: Blocks, Manner: Prose, French: []string{"crédits", "remerciements"}, Text: at(func(e *Edition) *Text { return &e.Credits })},
	{Key: "url", Kind: Address, French: []string{"adresse", "lien"}, Text: at(func(e *Edition) *Text { return &e.URL })},
	{Key: "overrides", French: []string{"remplacements", "adaptations"}, Parts: keyed(&overrideRecord, EntryID, func(e *Edition) *[]Override { return &e.Overrides }, func(o *Override) *Text { return &o.ID })},
}}

var eventRecord = Record{Name: "event", Fields: []Field{
	{Key: "name", Required: true, Manner: Prose, French: []string{"nom", "titre"}, Text: at(func(e *Event) *Text { return &e.Name })},
	{Key: "date", Kind: EDTF, Text: at(func(e *Event) *Text { return &e.Date })},
	{Key: "place", Manner: Prose, French: []string{"lieu", "endroit"}, Text: at(func(e *Event) *Text { return &e.Place })},
	{Key: "url", Kind: Address, French: []string{"adresse", "lien"}, Text: at(func(e *Event) *Text { return &e.URL })},
}}

var selectionRecord = Record{Name: "selection", Fields: []Field{
	{Key: "ids", Kind: EntryID, French: []string{"termes", "identifiants"}, Texts: at(func(s *Selection) *[]Text { return &s.IDs })},
	{Key: "domains", Kind: DomainID, French: []string{"domaines"}, Texts: at(func(s *Selection) *[]Text { return &s.Domains })},
	{Key: "levels", Kind: Choice, Choices: Levels, French: []string{"niveaux"}, Texts: at(func(s *Selection) *[]Text { return &s.Levels })},
	{Key: "tags", French: []string{"étiquettes", "mots_clés"}, Texts: at(func(s *Selection) *[]Text { return &s.Tags })},
	{Key: "except", Kind: EntryID, French: []string{"sauf", "excepté"}, Texts: at(func(s *Selection) *[]Text { return &s.Except })},
}}

var coverRecord = Record{Name: "cover", Fields: []Field{
	{Key: "image", Kind: Path, Text: at(func(c *Cover) *Text { return &c.Image })},
	{Key: "logo", Kind: Path, Text: at(func(c *Cover) *Text { return &c.Logo })},
	{Key: "color", Kind: Color, French: []string{"couleur"}, Text: at(func(c *Cover) *Text { return &c.Color })},
}}

var overrideRecord = Record{Name: "override", Fields: []Field{
	{Key: "term", Manner: Prose, French: []string{"terme", "vedette"}, Text: at(func(o *Override) *Text { return &o.Term })},
	{Key: "in_brief", Kind: Inline, Max: InBriefMax, Manner: Prose, French: []string{"en_bref", "bref"}, Text: at(func(o *Override) *Text { return &o.InBrief })},
	{Key: "notes", Kind: Inline, Manner: Prose, French: []string{"note", "remarques"}, Texts: at(func(o *Override) *[]Text { return &o.Notes })},
	{Key: "examples", French: []string{"exemples", "exemple"}, Parts: many(&exampleRecord, func(o *Override) *[]Example { return &o.Examples })},
	{Key: "synonyms", French: []string{"synonymes", "synonyme"}, Parts: many(&designationRecord, func(o *Override) *[]Designation { return &o.Synonyms })},
}}
