package locale

import "strings"

// wordSet makes a set of a list of words.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// wordPairs makes a map of a list of words, each followed by what it stands for.
func wordPairs(list string) map[string]string {
	pairs := map[string]string{}
	words := strings.Fields(list)
	for i := 0; i < len(words); i += 2 {
		pairs[words[i]] = words[i+1]
	}
	return pairs
}

// elisions are the words that lose their last letter before a vowel.
var elisions = wordSet("c d j l m n s t qu jusqu lorsqu puisqu quoiqu quelqu presqu aujourd entr")

// oeWords are words that have the ligature, with o and e apart, and oeStems how others begin. Those whose letters belong to
// two syllables (coexister, coefficient, moelle, goéland) look the same: only a list tells.
var oeWords = wordSet("coeur coeurs")

var oeStems = strings.Fields(`oeuvr oeuf oeil oedè oedé oedi oenol oenot oesoph oestro oestru oecum oecoum
	boeuf choeur consoeur contrecoeur désoeuvr écoeur ecoeur foetal foetaux foetus manoeuvr moeurs noeud rancoeur soeur voeu`)

// aeWords are the words that have the other ligature, with the word that must come before, if any.
var aeWords = map[string]string{"aequo": "ex", "vitae": "curriculum", "caetera": "et", "naevus": "", "naevi": "", "caecum": ""}

// accentedCapitals are words that begin with an accented capital, without it. Plurals in -s follow from them. There are no
// names of persons: who bears one may write it without its accent.
var accentedCapitals = wordPairs(`
	Ebauche Ébauche Ecart Écart Echange Échange Echanger Échanger Echantillon Échantillon Echec Échec Echelle Échelle
	Echéance Échéance Eclairage Éclairage Ecole École Ecolier Écolier Ecolière Écolière Ecologie Écologie Ecologique Écologique Economie
	Économie Economique Économique Economiste Économiste Ecosystème Écosystème Ecoute Écoute Ecouter Écouter Ecran Écran
	Ecoutez Écoutez Ecrivez Écrivez Ecrire Écrire Ecrit Écrit Ecriture Écriture Ecrivain Écrivain Ecrivaine Écrivaine Edifice Édifice Editer Éditer
	Editeur Éditeur Edition Édition Editrice Éditrice Editorial Éditorial Education Éducation Educatif Éducatif
	Educative Éducative Educateur Éducateur Educatrice Éducatrice Egal Égal Egale Égale Egalement Également Egalité Égalité Eglise Église
	Egypte Égypte Elaboration Élaboration Elaborer Élaborer Election Élection Electricité Électricité Electrique
	Électrique Electronique Électronique Elément Élément Elève Élève Elu Élu Elue Élue Emetteur Émetteur Emission Émission Emotion Émotion
	Energie Énergie Energétique Énergétique Enoncé Énoncé Epoque Époque Epreuve Épreuve Equateur Équateur Equilibre Équilibre Equipe Équipe
	Equipement Équipement Equité Équité Equivalent Équivalent Erosion Érosion Etablir Établir Etablissement Établissement Etage Étage
	Etant Étant Etape Étape Etat État Eté Été Etendue Étendue Ethiopie Éthiopie Ethique Éthique Etiquette Étiquette Etoile Étoile Etranger
	Étranger Etrangère Étrangère Etre Être Etude Étude Etudiant Étudiant Etudiante Étudiante Evaluation Évaluation Evaluer
	Évaluer Evénement Événement Evènement Évènement Evidemment Évidemment Evidence Évidence Eviter Éviter Evitez Évitez Evolution
	Évolution Evoluer Évoluer
	Ile Île Ilot Îlot`)

// englishToo are those of them that are English words as well.
var englishToo = wordSet(`Edition Editorial Education Elaboration Election Emission Emotion Equivalent Erosion
	Evaluation Evidence Evolution`)

// afterA are words before which a capital A that opens a sentence is the preposition À, rather than the verb.
var afterA = wordSet("cause ce ces cet cette chaque côté cours court défaut distance long mi mesure moins moyen noter partir peine propos savoir titre travers venir")

// notListed are words after which « etc. » ends no enumeration.
var notListed = wordSet("un le la les des ce ces et ou l d")

// ofSigns are words that a hyphen may come after as itself.
var ofSigns = wordSet("caractère signe symbole touche")

// schemes are what addresses begin with, before their colon.
var schemes = wordSet("http https mailto ftp ftps file data urn tel javascript")

const (
	aMonth = 1 + iota
	aDay
)

// calendar are the names of months and days with a capital.
var calendar = func() map[string]byte {
	names := map[string]byte{}
	for name := range strings.FieldsSeq("Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre") {
		names[name] = aMonth
	}
	for name := range strings.FieldsSeq("Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche") {
		names[name] = aDay
	}
	return names
}()

// dateWords are words that come before a month.
var dateWords = wordSet("en de dès depuis fin début mi au du jusqu’en")

// ordinalEndings are the long endings of ordinal numbers and the short ones; firstEndings, those of the number 1.
var (
	ordinalEndings = wordPairs("ème e ième e eme e ieme e è e èmes es ièmes es emes es iemes es")
	firstEndings   = wordPairs("ère re ere re ière re iere re ères res eres res ières res ieres res ier er iers ers")
)

// unit tells how what follows a number is set.
type unit uint8

const (
	noUnit unit = iota
	apart       // a space comes before it; what is written without one may be something else
	glued       // a space comes before it, even when none was written
	hours       // h, which minutes may follow
)

var units = func() map[string]unit {
	of := map[string]unit{"h": hours}
	for u := range strings.FieldsSeq("m g l L s W ha px ms mA V² m² m³ Hz dB Pa lx lm kW MW GW dl dL hl ko To To kb Mb Gb kB MB GB TB Wh K$ k$ M$ G$ k€ M€ G€") {
		of[u] = apart
	}
	for u := range strings.FieldsSeq("km cm mm µm μm nm km² cm² mm² cm³ kg mg ml mL cl cL min °C °F Ko Mo Go Kio Mio Gio Tio kHz MHz GHz kWh MWh hPa kPa") {
		of[u] = glued
	}
	return of
}()

// frenchWords and englishWords are words that no sentence of the one language does without, and that the other lacks.
var (
	frenchWords  = wordSet("à au aux avec ce ces cette dans de des du elle en est et il la le les leur nous ou où par pas pour qui que se ses sa son sont sur un une vous")
	englishWords = wordSet("about and are at by for from has have how is it my of our that the their this to we what with you your")
)
