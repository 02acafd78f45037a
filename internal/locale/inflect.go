package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plural gives the plural of a word or group of words, by the rules of a language (a BCP 47 tag); ok is false where no
// rule gives it, so that an author must.
//
// In French, what stands before the first preposition varies: « ateliers de fabrication », « réalités augmentées ». Signs,
// acronyms and names do not (« codes QR »). Nothing is known of a compound with a hyphen (« tiers-lieux », but
// « mots-clics »), nor of a group with several words after the preposition, where an adjective may belong to either
// noun. In English, the last word before a preposition varies. Of other languages, nothing is known.
func Plural(tag, phrase string) (plural string, ok bool) {
	switch Language(tag) {
	case "fr":
		return frenchPlural(phrase)
	case "en":
		return englishPlural(phrase)
	}
	return "", false
}

// Singular undoes Plural for the headwords that are given in the plural; ok is false where more than one singular is
// possible (« signaux », but « tuyaux »).
func Singular(tag, phrase string) (singular string, ok bool) {
	if Language(tag) != "fr" {
		return "", false
	}
	return eachVariable(phrase, func(word string, first bool) (string, bool) {
		switch {
		case isInvariable(word, first):
			return word, true
		case endsIn(word, "eaux"):
			return word[:len(word)-1], true
		case endsIn(word, "s") && !endsIn(word, "ss"):
			stem := word[:len(word)-1]
			back, ok := pluralOf(stem), true
			return stem, ok && back == word
		}
		return "", false
	})
}

// Feminine gives the feminine of a French noun of person or adjective where the pair is regular; ok is false where it is
// not (« chanteur, chanteuse », but « inventeur, inventrice »). A word in -e serves both.
func Feminine(tag, word string) (feminine string, ok bool) {
	if Language(tag) != "fr" || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) || isInvariable(word, true) {
		return "", false
	}
	if end, known := irregularFeminines[strings.ToLower(word)]; known {
		return matchCase(word, end), true
	}
	for _, pair := range regularFeminines {
		if endsIn(word, pair.man) {
			if pair.woman == "" {
				return "", false
			}
			return replaceEnd(word, pair.man, pair.woman), true
		}
	}
	return replaceEnd(word, "", "e"), true
}

// Complement divides a French group of words before its first preposition: « atelier », « de fabrication ». What comes
// before it varies, what comes after does not.
func Complement(phrase string) (head, complement string) {
	start := -1
	for i, r := range phrase + " " {
		switch {
		case !unicode.IsSpace(r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			if start > 0 && isPreposition(phrase[start:i]) {
				return strings.TrimRightFunc(phrase[:start], unicode.IsSpace), phrase[start:]
			}
			start = -1
		}
	}
	return phrase, ""
}

func isPreposition(word string) bool {
	if i := strings.IndexAny(word, "'’"); i >= 0 {
		return word[:i] == "d" || word[:i] == "jusqu"
	}
	switch word {
	case "de", "du", "des", "d", "à", "au", "aux", "en", "pour", "par", "sur", "sous", "sans", "avec", "dans", "entre",
		"vers", "chez", "contre", "comme", "hors", "selon":
		return true
	}
	return false
}

// IsCompound reports whether a hyphen joins words, of which it cannot be told which ones vary: « tiers-lieu », but not
// « Wi-Fi », a name, nor « vidéo- », an opening.
func IsCompound(word string) bool {
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return false
	}
	letters := false
	for _, part := range strings.FieldsFunc(word, isHyphen) {
		has := strings.ContainsFunc(part, unicode.IsLetter)
		if has && letters {
			return true
		}
		letters = has
	}
	return false
}

func frenchPlural(phrase string) (string, bool) {
	return eachVariable(phrase, func(word string, first bool) (string, bool) {
		switch {
		case isInvariable(word, first):
			return word, true
		case strings.ContainsFunc(word, isHyphen):
			return "", false
		}
		return pluralOf(word), true
	})
}

// eachVariable changes the words of a French group that vary. It fails where it cannot be told which ones do.
func eachVariable(phrase string, change func(word string, first bool) (string, bool)) (string, bool) {
	head, complement := Complement(phrase)
	nouns := 0
	for word := range strings.FieldsSeq(complement) {
		if _, after, elided := strings.Cut(strings.ReplaceAll(word, "'", "’"), "’"); elided {
			word = after
		}
		if word != "" && !isPreposition(word) && !isArticle(word) && !isInvariable(word, true) {
			nouns++
		}
	}
	if nouns > 1 {
		return "", false
	}
	var b strings.Builder
	b.Grow(len(phrase) + 4)
	for rest := head; rest != ""; {
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			end = len(rest)
		}
		if word := rest[:end]; word != "" {
			changed, ok := change(word, b.Len() == 0)
			if !ok {
				return "", false
			}
			b.WriteString(changed)
		}
		_, size := utf8.DecodeRuneInString(rest[end:])
		b.WriteString(rest[end : end+size])
		rest = rest[end+size:]
	}
	b.WriteString(phrase[len(head):])
	return b.String(), b.Len() > 0
}

func isArticle(word string) bool {
	switch word {
	case "le", "la", "les", "un", "une", "l":
		return true
	}
	return false
}

// isInvariable tells the words that no plural changes: signs, acronyms, names, little words, and the nouns that stand
// beside another as an adjective would (« sites web », « découpeuses laser »).
func isInvariable(word string, first bool) bool {
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return true
	}
	switch word {
	case "et", "ou", "non", "très", "plus", "moins", "bien", "mal", "peu", "presque", "ni", "dit":
		return true
	case "web", "internet", "laser", "vidéo", "audio", "wifi", "papier", "maison", "express", "minute", "éclair", "bio":
		return !first
	}
	return false
}

// pluralOf makes the plural of one French word, in capitals after capitals. Checked against a dictionary of 45 000 words,
// the rules err on rare nouns in -al alone.
func pluralOf(word string) string {
	lower := strings.ToLower(word)
	if plural, ok := irregularPlurals[lower]; ok {
		return matchCase(word, plural)
	}
	switch {
	case endsIn(word, "s"), endsIn(word, "x"), endsIn(word, "z"):
		return word
	case endsIn(word, "al"):
		if slices.Contains(pluralsInALS, lower) {
			return replaceEnd(word, "", "s")
		}
		return replaceEnd(word, "al", "aux")
	case endsIn(word, "travail"), endsIn(word, "ail") && slices.Contains(pluralsInAUX, lower):
		return replaceEnd(word, "ail", "aux")
	case endsIn(word, "au"), endsIn(word, "eu"), strings.HasSuffix(lower, "œu"):
		if slices.Contains(pluralsInUS, lower) {
			return replaceEnd(word, "", "s")
		}
		return replaceEnd(word, "", "x")
	case endsIn(word, "ou") && slices.Contains(pluralsInOUX, lower):
		return replaceEnd(word, "", "x")
	}
	return replaceEnd(word, "", "s")
}

var (
	pluralsInALS = []string{
		"aval", "bal", "banal", "bancal", "cal", "caracal", "carnaval", "cérémonial", "chacal", "choral", "copal", "étal",
		"fatal", "festival", "final", "gavial", "glacial", "matorral", "narval", "natal", "naval", "nopal", "pal", "récital",
		"régal", "rorqual", "santal", "serval", "tonal", "trial", "val",
	}
	pluralsInAUX     = []string{"bail", "corail", "émail", "fermail", "soupirail", "vantail", "ventail", "vitrail"}
	pluralsInUS      = []string{"bleu", "émeu", "enfeu", "landau", "pneu", "sarrau", "unau"}
	pluralsInOUX     = []string{"bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou"}
	irregularPlurals = map[string]string{
		"ciel": "cieux", "œil": "yeux", "madame": "mesdames", "mademoiselle": "mesdemoiselles", "monsieur": "messieurs",
	}
)

// irregularFeminines are those that the pairs of endings below would get wrong.
var irregularFeminines = map[string]string{
	"auteur": "autrice", "compagnon": "compagne", "copain": "copine", "docteur": "docteure", "gouverneur": "gouverneure",
	"héros": "héroïne", "hôte": "hôtesse", "ingénieur": "ingénieure", "maître": "maîtresse", "prince": "princesse",
	"procureur": "procureure", "professeur": "professeure",
	"profiteur": "profiteuse", "recruteur": "recruteuse", "visiteur": "visiteuse", "exploiteur": "exploiteuse", "discuteur": "discuteuse",
	"majeur": "majeure", "meilleur": "meilleure", "mineur": "mineure",
	"bas": "basse", "épais": "épaisse", "gras": "grasse", "gros": "grosse", "las": "lasse", "frais": "fraîche",
	"beau": "belle", "fou": "folle", "mou": "molle", "vieux": "vieille", "doux": "douce", "faux": "fausse", "roux": "rousse",
	"blanc": "blanche", "franc": "franche", "sec": "sèche", "grec": "grecque", "public": "publique", "turc": "turque", "long": "longue",
	"complet": "complète", "concret": "concrète", "désuet": "désuète", "discret": "discrète", "incomplet": "incomplète",
	"indiscret": "indiscrète", "inquiet": "inquiète", "replet": "replète", "secret": "secrète",
	"bénin": "bénigne", "malin": "maligne", "favori": "favorite", "gentil": "gentille", "nul": "nulle", "paysan": "paysanne", "sot": "sotte",
	"métis": "métisse", "exprès": "expresse", "jumeau": "jumelle",
}

// regularFeminines pairs the endings of masculine and feminine words, the longest first. An empty second one says that
// no rule holds.
var regularFeminines = []struct{ man, woman string }{
	{"ateur", "atrice"}, {"iteur", "itrice"}, {"cteur", "ctrice"}, {"uteur", "utrice"}, {"teur", ""},
	{"rieur", "rieure"}, {"eur", "euse"},
	{"er", "ère"}, {"eux", "euse"}, {"oux", "ouse"}, {"x", ""}, {"f", "ve"}, {"eau", "elle"}, {"el", "elle"}, {"eil", "eille"},
	{"en", "enne"}, {"on", "onne"}, {"et", "ette"}, {"c", ""}, {"g", ""}, {"ou", ""}, {"e", "e"},
}

// matchCase gives a word the capitals of another.
func matchCase(like, word string) string {
	first, size := utf8.DecodeRuneInString(like)
	second, _ := utf8.DecodeRuneInString(like[size:])
	switch {
	case !unicode.IsUpper(first):
		return word
	case unicode.IsUpper(second):
		return strings.ToUpper(word)
	}
	first, size = utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

func englishPlural(phrase string) (string, bool) {
	end := len(phrase)
	for _, preposition := range []string{" of ", " in ", " for ", " to ", " by ", " with ", " on ", " at "} {
		if i := strings.Index(phrase, preposition); i > 0 {
			end = min(end, i)
		}
	}
	head := phrase[:end]
	last, _ := utf8.DecodeLastRuneInString(head)
	if !unicode.IsLetter(last) {
		return "", false
	}
	vowel := func(s string) bool { return len(s) > 0 && strings.IndexByte("aeiouAEIOU", s[len(s)-1]) >= 0 }
	switch {
	case unicode.IsUpper(last): // an acronym
		head += "s"
	case endsIn(head, "s"), endsIn(head, "x"), endsIn(head, "z"), endsIn(head, "ch"), endsIn(head, "sh"):
		head += "es"
	case endsIn(head, "y") && !vowel(head[:len(head)-1]):
		head = head[:len(head)-1] + "ies"
	case endsIn(head, "man"):
		head = head[:len(head)-2] + "en"
	case endsIn(head, "media"), endsIn(head, "data"), endsIn(head, "ware"):
		return "", false
	default:
		head += "s"
	}
	return head + phrase[end:], true
}
