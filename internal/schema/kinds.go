package schema

import "github.com/lexipoche/lexipoche/internal/glossary"

// The patterns of the kinds of text. They are in the dialect that Go and JavaScript share, hence without look-around, and
// accept whatever the rules of package lint accept; what takes a calendar, the list of an outside standard or another file
// to tell is left to the rules. A release of the export's schema freezes them: see [Major].
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

	// The URL Standard refuses more than these characters, and hosts that a pattern cannot judge.
	addressPattern = `^(?:` + web + `|[Mm][Aa][Ii][Ll][Tt][Oo]:[^\s<>"{}|\\^` + "`" + `@?]+@[^\s<>"{}|\\^` + "`" + `@?]+\.[^\s<>"{}|\\^` + "`" + `@?]+(?:\?[^\s<>"{}|\\^` + "`" + `]*)?)$`
	web            = `[Hh][Tt][Tt][Pp][Ss]?://` + host + `(?:[/?#]` + inAddress + `*)?`
	host           = `(?:[^\s<>"{}|\\^` + "`" + `/?#@:\[\]]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?`
	inAddress      = `[^\s<>"{}|\\^` + "`" + `\[\]]`

	// An address with glossary.FilePath in it, once or more.
	templatePattern = `^https?://(?:[^\s<>"{}|\\^` + "`" + `]|\{path\})*\{path\}(?:[^\s<>"{}|\\^` + "`" + `]|\{path\})*$`

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
		`|https?://` + host + `(?:[/?#]` + inAddress + `*)?)$`

	numberPattern = `^(?:0|-?[1-9][0-9]*)$`
)

// The pieces of dates: days that exist, of the years 1 to 9999, and what EDTF level 1 says of less precise ones.
const (
	year   = `(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})`
	leap   = `(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)`
	day    = year + `-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|` + leap + `-02-29`
	moment = `(?:` + day + `|` + year + `(?:-(?:(?:0[1-9]|1[0-2]|XX)(?:-XX)?|2[1-4]))?|(?:00[1-9]|0[1-9][0-9]|[1-9][0-9]{2})X|(?:0[1-9]|[1-9][0-9])XX)[?~%]?`
)

// patterns are those of the kinds that have one.
var patterns = map[glossary.Kind]string{
	glossary.EntryID:  idPattern,
	glossary.FormerID: idPattern,
	glossary.DomainID: idPattern,
	glossary.NewID:    idPattern,
	glossary.RuleCode: idPattern,
	glossary.URN:      urnPattern,
	glossary.Language: tagPattern,
	glossary.Region:   regionPattern,
	glossary.Date:     datePattern,
	glossary.EDTF:     edtfPattern,
	glossary.Address:  addressPattern,
	glossary.Template: templatePattern,
	glossary.Path:     pathPattern,
	glossary.License:  licensePattern,
	glossary.Color:    colorPattern,
}
