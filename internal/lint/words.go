package lint

import "strings"

// The words that rules look for are data, and in French: they stand here, what the program says of them in the catalogues.

// commonWords are words of everyday French that lexicons of this field define in a narrower sense. Most were seen linked
// where they meant something else (« à long terme », « nos témoins », « son vocabulaire »).
var commonWords = setOf(
	"terme", "définition", "numérique", "témoin", "diffuseur", "attribution", "capteur", "veille", "itération", "gouvernance", "lexique",
	"référencement", "usager", "vocabulaire", "adhésion",
	"accès", "action", "activité", "adresse", "animation", "appareil", "application", "art", "article", "audience", "auteur",
	"balise", "base", "besoin", "bien", "boucle", "carte", "catégorie", "champ", "circulation", "classe", "clé", "client", "clinique", "code",
	"collection", "commande", "commun", "communauté", "compte", "conception", "contenu", "contribution", "création", "culture",
	"dessin", "diffusion", "discussion", "document", "domaine", "donnée", "données", "dossier", "droit",
	"échange", "écran", "édition", "élément", "entreprise", "équipe", "espace", "événement", "exposition", "expérience", "exploitation",
	"fiche", "fichier", "fil", "flux", "fonction", "fonds", "format", "formation", "forme", "forum", "fournisseur",
	"gestion", "groupe", "histoire", "idée", "image", "impact", "index", "information", "initiative", "innovation", "installation", "interaction",
	"jeu", "jeton", "langage", "lecture", "licence", "lien", "lieu", "ligne", "liste", "livre", "local", "logiciel",
	"marché", "marque", "masse", "média", "mémoire", "message", "méthode", "milieu", "mission", "modèle", "moteur", "mot",
	"navigation", "niveau", "nom", "note", "nuage", "objet", "œuvre", "offre", "ontologie", "opération", "organisme", "outil", "ouverture",
	"page", "panneau", "parcours", "partage", "participation", "partenaire", "partie", "patrimoine", "pause", "performance", "personne",
	"plan", "plateforme", "point", "politique", "portail", "présence", "production", "produit", "profil", "programme", "projet", "promotion",
	"protocole", "public", "publication", "qualité", "question", "récit", "recherche", "référence", "registre", "règle", "relation", "rencontre",
	"répertoire", "réseau", "réseautage", "responsable", "ressource", "ressources", "rôle",
	"salle", "scène", "sens", "série", "serveur", "service", "signal", "site", "société", "solution", "sondage", "son", "source", "stratégie",
	"structure", "suivi", "sujet", "support", "système", "tableau", "tâche", "technique", "technologie", "territoire", "test", "texte", "titre",
	"tour", "trace", "traduction", "trame", "transfert", "travail", "usage", "utilisateur", "valeur", "variable", "version", "virage", "visite", "voix", "vue",
)

// preambles are the turns that say no more than « here is a definition ». One that ends in a letter must end a word there,
// but for those in d, which an elided or a full « de » follows.
var preambles = []string{
	"est", "c'est", "ce sont", "il s'agit d", "ceci est", "le fait d", "designe", "signifie", "denomme",
	"terme designant", "terme qui designe", "terme employe pour", "terme utilise pour", "mot designant", "mot qui designe",
	"expression designant", "expression qui designe", "ce terme", "ce mot", "cette expression", "on appelle", "on designe", "on entend par",
	"on nomme", "on parle d",
}

// ofQuality opens the definitions of adjectives and adverbs by custom, those of nouns and verbs by mistake.
const ofQuality = "se dit d"

// quantifiers make more of an article before them: « un ou plusieurs », « la plupart », « l’un des », « le plus ».
var quantifiers = setOf(
	"ou", "et", "à", "plupart", "un", "une", "uns", "unes", "plus", "moins", "même", "mêmes", "seul", "seule", "premier", "première",
	"dernier", "dernière", "quelconque",
)

// littleWords do not come between the words that they join.
var littleWords = setOf("de", "d", "du", "des", "le", "la", "l", "les", "à", "au", "aux", "en", "et", "ou", "par", "pour", "avec", "sans")

// learnedLength is how many letters a word of a trade has at least, when its ending or its opening is all that tells it.
const learnedLength = 10

// learnedEndings are those of words of a trade, without the s of their plural; learnedOpenings are what such words are made with.
var learnedEndings = []string{
	"isation", "ification", "égation", "abilité", "ibilité", "icité", "ativité", "ologie", "ologique", "métrie", "métrique", "matique",
	"isé", "isée", "tionnel", "tionnelle", "iel", "ielle", "isme", "érable", "alisable",
}

var learnedOpenings = []string{"multi", "inter", "hyper", "méta", "crypto", "cyber"}

// abbreviations are those that a capital may follow within a sentence.
var abbreviations = setOf(
	"ex", "p", "pp", "M", "MM", "Dr", "Dre", "Pr", "Me", "St", "Ste",
	"no", "nos", "art", "éd", "coll", "vol", "cf", "fig", "chap", "env", "av",
	"apr", "angl", "lat", "syn", "réf", "tél", "dir", "trad", "inc", "ltée", "vs",
	"Inc", "abrév", "boul", "min", "max",
)

// properNames are the words that French writes with a capital, in the field of this program above all.
var properNames = setOf(
	"Web", "Internet", "Intranet", "Extranet", "Toile", "État", "Église", "Terre", "Soleil",
	"Lune", "Nord", "Sud", "Europe", "Québec", "Canada", "France", "Creative", "Unicode",
	"Linux", "Python", "Java", "Wikidata", "Noël", "Premières", "Autochtone", "Inuit",
)

// besideWeb are the words that « Web » follows, folded.
var besideWeb = setOf(strings.Fields(`
	le du au un ce notre votre leur son
	site page application appli navigateur developpement contenu plateforme adresse hebergement hebergeur serveur service outil portail
	developpeur developpeuse concepteur conceptrice createur creatrice integrateur integratrice redacteur redactrice redaction design
	conception creation publication edition editeur lien interface ressource technologie standard formulaire media emission serie presse
	presence visibilite referencement marketing programmation projet equipe espace diffusion diffuseur journal carte cartographie
	document format police langage recherche annuaire archive video radio documentaire capsule chronique feuilleton fureteur camera
	conference seminaire reseau semantique accessibilite ergonomie boutique vitrine galerie exposition visite trafic analyse mesure`)...)

// brandNames are well-known brands of this field, or that pass for common words in it.
var brandNames = []string{
	"Adobe", "Airbnb", "AirDrop", "AirTag", "Alexa", "Android", "Arduino", "Asana", "Bandcamp", "Bing", "Bitcoin", "BitTorrent", "Bluesky", "Bluetooth", "Canva",
	"ChatGPT", "Chromebook", "Chromecast", "Copilot", "Dailymotion", "DALL-E", "Deezer", "Discord", "Doodle", "Dropbox", "Drupal", "Eventbrite",
	"Excel", "Facebook", "Facebook Live", "FaceTime", "Figma", "Firefox", "Flash", "Flickr", "Foursquare", "Frigidaire", "Gimp", "Git", "GitHub", "GitLab", "Gmail",
	"Google", "GoPro", "HoloLens", "iBeacon", "iCloud", "Illustrator", "InDesign", "Instagram", "iPad", "iPhone", "iPod", "iTunes", "Jamboard", "Joomla", "Kickstarter",
	"Kindle", "Klaxon", "Kobo", "Kodak", "La Ruche", "LEGO", "LinkedIn", "MacBook", "MailChimp", "Mastodon", "Mentimeter", "Meta", "Microsoft", "Midjourney", "Minecraft", "Miro",
	"Mural", "Netflix", "Notion", "Oculus", "OneDrive", "Padlet", "Patreon", "PayPal", "Photoshop", "Pinterest", "PowerPoint", "Raspberry Pi",
	"Reddit", "Scratch", "SharePoint", "Shopify", "Skype", "Slack", "Snapchat", "SoundCloud", "Spotify", "Squarespace", "Teams", "Telegram", "Threads", "TikTok", "Trello",
	"Tumblr", "Twitch", "Twitter", "Uber", "Velcro", "Vimeo", "WeChat", "WhatsApp", "Wi-Fi", "Wikipedia", "Wikipédia", "Wix", "WordPress", "YouTube", "Zapier",
	"Zoom", "Bixi", "Post-it", "Chrome", "Outlook", "OpenAI",
}

// commonToo are the brands that are words of French or English besides, or parts of many names: a capital makes the brand.
var commonToo = setOf(
	"bitcoin", "chrome", "copilot", "doodle", "discord", "excel", "flash", "git", "illustrator", "klaxon",
	"la ruche", "meta", "mural", "notion", "outlook", "scratch", "slack", "teams", "telegram", "threads",
	"twitch", "uber", "zoom", "frigidaire", "velcro", "bing", "alexa", "oculus", "asana", "canva", "wix",
	"android", "mastodon", "adobe",
)

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}
