package schema

import "github.com/lexipoche/lexipoche/internal/glossary"

// The patterns of the kinds of text. They are in the dialect that Go and JavaScript share, hence without look-around, and
// accept whatever the rules of package lint accept; what takes the list of an outside standard, arithmetic or another file to
// tell is left to the rules. A release of the export's schema freezes them: see [Major].
const (
	idPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

	// BCP 47 (RFC 5646, section 2.1), without the grandfathered tags, and with languages of two or three letters only.
	tagPattern = `^(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?` +
		`(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?` +
		`|[Xx](?:-[A-Za-z0-9]{1,8})+)$`

	// ISO 3166-1 alpha-2, or ISO 3166-2. Countries and their parts come and go.
	regionPattern = `^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$`

	datePattern = `^(?:` + day + `)$`
	edtfPattern = `^(?:` + moment + `(?:/(?:\.\.|` + moment + `))?|\.\./` + moment + `)$`

	// What the URL Standard lets pass for an address on the Internet, but for the range of ports and brackets that do not pair.
	addressPattern = `^(?:[Hh][Tt][Tt][Pp][Ss]?://` + afterSlashes + `|[Mm][Aa][Ii][Ll][Tt][Oo]:` + mailbox + `)$`

	// An address with glossary.FilePath in it, once or more.
	templatePattern = `^https?://` + authority + `(?:[/?]` + withPath + `(?:#` + around + `)?|(?:[/?]` + around + `)?#` + withPath + `)$`
	withPath        = around + `\{path\}` + around
	around          = `(?:` + inAddress + `|\{path\})*`

	// A path from the lexicon's folder, inside it, in characters that any system takes in a name.
	pathPattern = `^(?:(?:` + first + `|\.` + first + `|\.\.` + inName + `)` + inName + `*/)*` + inName + `*\.(?:[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Gg][Ii][Ff]|[Ww][Ee][Bb][Pp])$`
	first       = `[ !#$%&()+,\-0-9;=@A-Z\[\]^_a-z{}~\p{L}]`
	inName      = `[ !#$%&()+,\-.0-9;=@A-Z\[\]^_a-z{}~\p{L}]`

	colorPattern = `^#[0-9A-Fa-f]{6}$`

	// An identifier of the SPDX list has a digit, but for these; those of Creative Commons are told to the end.
	licensePattern = `^(?:CC-BY(?:-NC)?(?:-ND|-SA)?-(?:1\.0|2\.0|2\.5|3\.0|4\.0)(?:-[A-Z]{2,3})?|CC-BY-NC-SA-2\.0-(?:FR|UK)|CC0-1\.0|CC-PDDC|CC-PDM-1\.0` +
		`|MIT|ISC|Zlib|Unlicense|WTFPL|NCSA|PostgreSQL|HPND|Beerware|FSFAP|Ruby|curl|NTP|OML|OGTSL|JSON` +
		`|(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+` +
		`|(?:[0-9][A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*|[ABD-Zabd-z][A-Za-z0-9.-]*[0-9][A-Za-z0-9.-]*|[Cc][0-9][A-Za-z0-9.-]*|[Cc][ABD-Zabd-z.-][A-Za-z0-9.-]*[0-9][A-Za-z0-9.-]*)\+?)$`

	// RFC 8141, where uuid is held to its form; or a web address.
	urnPattern = `^(?:urn:(?:uuid:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|` +
		`(?:[A-Za-tv-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]|uui?|u[A-Za-tv-z0-9]|uu[A-Za-hj-z0-9]|uui[A-Za-ce-z0-9]|uuid[A-Za-z0-9]` +
		`|(?:u[A-Za-tv-z0-9-]|uu[A-Za-hj-z0-9-]|uui[A-Za-ce-z0-9-]|uuid[A-Za-z0-9-])[A-Za-z0-9-]{0,28}[A-Za-z0-9])` +
		`:(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)` +
		`|https?://` + afterSlashes + `)$`
)

// The pieces of addresses.
const (
	afterSlashes = authority + `(?:[/?]` + inAddress + `*)?(?:#` + inAddress + `*)?`
	authority    = `(?:` + host + `|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?`
	mailbox      = `(?:[^\s<>"{}|\\^` + "`" + `\[\]%#@?…]|%[0-9A-Fa-f]{2})+@` + host + `(?:\?` + inAddress + `*)?(?:#` + inAddress + `*)?`
	host         = `(?:(?:` + label + `\.)+(?:` + inWord + inLabel + `*)?\p{L}(?:` + inLabel + `*` + inWord + `)?\.?|(?:[0-9]{1,3}\.){3}[0-9]{1,3})`
	label        = inWord + `(?:` + inLabel + `*` + inWord + `)?`
	inWord       = `[\p{L}\p{M}\p{Nd}_]`
	inLabel      = `[\p{L}\p{M}\p{Nd}_-]`
	inAddress    = `(?:[^\s<>"{}|\\^` + "`" + `\[\]%#…]|%[0-9A-Fa-f]{2})`
)

// The pieces of dates: days that exist, of the years 1 to 9999, and what EDTF level 1 says of less precise ones.
const (
	year   = `(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})`
	leap   = `(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)`
	day    = year + `-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|` + leap + `-02-29`
	moment = `(?:` + day + `|` + year + `(?:-(?:(?:0[1-9]|1[0-2]|XX)(?:-XX)?|2[1-4]))?|(?:00[1-9]|0[1-9][0-9]|[1-9][0-9]{2})X|(?:0[1-9]|[1-9][0-9])XX)[?~%]?`
)

// form is how the texts of a kind are written. Its name is that of the words that say so.
type form struct{ name, pattern string }

// forms are those of the kinds that have one.
var forms = map[glossary.Kind]form{
	glossary.EntryID:  {"id", idPattern},
	glossary.FormerID: {"id", idPattern},
	glossary.DomainID: {"id", idPattern},
	glossary.NewID:    {"id", idPattern},
	glossary.RuleCode: {"id", idPattern},
	glossary.URN:      {"urn", urnPattern},
	glossary.Language: {"language", tagPattern},
	glossary.Region:   {"region", regionPattern},
	glossary.Date:     {"day", datePattern},
	glossary.EDTF:     {"edtf", edtfPattern},
	glossary.Address:  {"address", addressPattern},
	glossary.Template: {"template", templatePattern},
	glossary.Path:     {"path", pathPattern},
	glossary.License:  {"license", licensePattern},
	glossary.Color:    {"color", colorPattern},
}

// promised are the patterns of the export for kinds that follow an outside standard, or a list of ours that may grow: they
// say what a program may rely on, and leave the rest to the rules. What a rule comes to accept is then no new major.
var promised = map[glossary.Kind]string{
	glossary.URN:      `^(?:[Uu][Rr][Nn]:[A-Za-z0-9][A-Za-z0-9-]*:[^\s]+|https?://[^\s]+)$`,
	glossary.Address:  `^(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\s<>"]+$`,
	glossary.Template: `^https?://[^\s<>"]*\{path\}[^\s<>"]*$`,
	glossary.Path:     `^` + inside + `(?:/` + inside + `)*$`,
	glossary.License:  `^[A-Za-z0-9][A-Za-z0-9.:+-]*$`,
}

// inside is a name in a path that leads out of no folder.
const inside = `(?:[^/\\:.][^/\\:]*|\.[^/\\:.][^/\\:]*|\.\.[^/\\:]+)`
