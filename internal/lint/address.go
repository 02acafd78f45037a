package lint

import (
	"html"
	"net/netip"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// address is where something leads: the value of a key, or the destination of a link in a text.
type address struct {
	file       *glossary.File
	text       *glossary.Text
	start, end int            // in the value
	link       *markdown.Node // nil for the value of a key
}

// written gives the address as it stands in the file, target as it would be followed.
func (a address) written() string { return a.text.Value[a.start:a.end] }

func (a address) target() string {
	if a.link != nil {
		return a.link.URL()
	}
	return a.text.Value
}

// The faults of an address. They are the values of `reason` in the catalogues.
const (
	faultScheme      = "scheme"      // ftp:, tel:…
	faultNoScheme    = "no-scheme"   // www.exemple.org, info@exemple.org
	faultRelative    = "relative"    // /page, #fragment
	faultSpace       = "space"       // https://exemple.org/ma page
	faultHost        = "host"        // https:///page, https://exemple
	faultDoubled     = "doubled"     // https://https://…
	faultCredentials = "credentials" // https://nom:mot-de-passe@…
	faultWrapped     = "wrapped"     // <https://…>
	faultBrackets    = "brackets"    // https://exemple.org/page_(suite
	faultTruncated   = "truncated"   // https://exemple.org/une-pa…
	faultPercent     = "percent"     // 100%
	faultCharacter   = "character"   // https://exemple.org/a|b
	faultEntity      = "entity"      // ?a=1&amp;b=2
	faultEmail       = "email"       // mailto:exemple.org
)

// schemeOf gives the scheme that an address begins with, its colon included.
func schemeOf(s string) string {
	for i := range len(s) {
		switch c := s[i] | 0x20; {
		case 'a' <= c && c <= 'z':
		case i > 0 && ('0' <= s[i] && s[i] <= '9' || s[i] == '+' || s[i] == '.' || s[i] == '-'):
		case i > 0 && s[i] == ':':
			return s[:i+1]
		default:
			return ""
		}
	}
	return ""
}

// judgeAddress tells what keeps s from being an absolute http, https or mailto address that can be followed and that
// validators accept (the URL Standard, https://url.spec.whatwg.org), and how it should read when that is certain; an
// empty fault is none.
func judgeAddress(s string) (fault, better string) {
	if bare := strings.TrimFunc(s, space); bare != s {
		return faultSpace, onlySound(bare)
	}
	if bare := unwrapped(s); bare != s {
		return faultWrapped, onlySound(bare)
	}
	if strings.ContainsFunc(s, space) {
		return faultSpace, ""
	}
	if unseen(s) { // written as an entity: as it is, another rule would have reported it
		return faultCharacter, ""
	}
	scheme := schemeOf(s)
	rest := s[len(scheme):]
	switch strings.ToLower(scheme) {
	case "http:", "https:":
		if !strings.HasPrefix(rest, "//") {
			return faultHost, onlySound(scheme + "//" + strings.TrimLeft(rest, "/"))
		}
		return judgeWeb(s, scheme+"//", rest[2:])
	case "mailto:":
		box, _, _ := strings.Cut(rest, "?")
		name, host, ok := strings.Cut(box, "@")
		if !ok || name == "" || !validHost(host) || strings.Contains(host, ":") {
			return faultEmail, ""
		}
		return judgeCharacters(s, rest)
	case "":
		switch {
		case strings.HasPrefix(s, "//") && looksLikeHost(firstSegment(s[2:])):
			return faultNoScheme, ""
		case strings.HasPrefix(strings.ToLower(s), "www.") && looksLikeHost(firstSegment(s)):
			return faultNoScheme, onlySound("https://" + s)
		case isMailbox(s):
			return faultNoScheme, onlySound("mailto:" + s)
		case looksLikeHost(firstSegment(s)):
			return faultNoScheme, ""
		}
		return faultRelative, ""
	}
	if strings.Contains(scheme, ".") && looksLikeHost(strings.TrimSuffix(scheme, ":")) { // exemple.org:8080
		return faultNoScheme, ""
	}
	return faultScheme, ""
}

// judgeWeb judges what follows the two slashes of s.
func judgeWeb(s, start, rest string) (fault, better string) {
	if lower := strings.ToLower(rest); strings.HasPrefix(lower, "http:") || strings.HasPrefix(lower, "https:") {
		return faultDoubled, onlySound(rest)
	}
	authority := rest
	if i := strings.IndexAny(rest, `/?#\`); i >= 0 {
		authority = rest[:i]
	}
	path := rest[len(authority):]
	if strings.Contains(authority, "@") {
		return faultCredentials, ""
	}
	if strings.Contains(s, "…") || strings.HasSuffix(s, "...") {
		return faultTruncated, ""
	}
	if !validHost(authority) {
		return faultHost, ""
	}
	for _, pair := range []string{"()", "[]", "{}"} {
		if strings.Count(path, pair[:1]) != strings.Count(path, pair[1:]) {
			return faultBrackets, ""
		}
	}
	if strings.Contains(path, "&amp;") {
		return faultEntity, onlySound(start + authority + strings.ReplaceAll(path, "&amp;", "&"))
	}
	return judgeCharacters(s, path)
}

// judgeCharacters looks in part of s for what may not stand in an address as it is.
func judgeCharacters(s, part string) (fault, better string) {
	fragment := false
	odd := false
	for i := 0; i < len(part); i++ {
		switch c := part[i]; {
		case c == '%':
			if i+2 >= len(part) {
				return faultTruncated, ""
			}
			if !hex(part[i+1]) || !hex(part[i+2]) {
				return faultPercent, ""
			}
		case c == '#':
			odd = odd || fragment
			fragment = true
		case strings.IndexByte("<>\"{}|\\^`[]", c) >= 0, c < ' ':
			odd = true
		}
	}
	if odd {
		return faultCharacter, onlySound(s[:len(s)-len(part)] + escapeOdd(part))
	}
	return "", ""
}

// escapeOdd writes the characters that may not stand in an address as %XX.
func escapeOdd(part string) string {
	var b strings.Builder
	fragment := false
	for i := 0; i < len(part); i++ {
		c := part[i]
		if c == '#' && fragment || c < ' ' || strings.IndexByte("<>\"{}|\\^`[]", c) >= 0 {
			b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c)|0x100, 16))[1:])
			continue
		}
		fragment = fragment || c == '#'
		b.WriteByte(c)
	}
	return b.String()
}

// unwrapped gives s without the marks that a sentence puts round an address.
func unwrapped(s string) string {
	s = strings.TrimLeft(s, "<\"«“")
	if strings.HasPrefix(s, "'") {
		s = strings.Trim(s, "'")
	}
	return strings.TrimRight(s, ">\"»”,;")
}

// onlySound gives an address back if nothing is wrong with it.
func onlySound(s string) string {
	if fault, _ := judgeAddress(s); fault != "" {
		return ""
	}
	return s
}

func hex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// validHost tells a name that the public Internet could resolve, or a number, with its port.
func validHost(host string) bool {
	if name, port, ok := strings.Cut(host, ":"); ok && !strings.HasPrefix(host, "[") {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return false
		}
		host = name
	}
	if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return true
	}
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	if len(labels) < 2 {
		return false
	}
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || strings.HasSuffix(label, "-") || strings.ContainsFunc(label, notInLabel) {
			return false
		}
	}
	last := labels[len(labels)-1]
	return strings.ContainsFunc(last, unicode.IsLetter)
}

func notInLabel(r rune) bool {
	return r != '-' && r != '_' && !unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// firstSegment gives what comes before the path, if s is an address without a scheme.
func firstSegment(s string) string {
	if i := strings.IndexAny(s, "/?#:"); i >= 0 {
		return s[:i]
	}
	return s
}

// looksLikeHost tells exemple.org from page.html.
func looksLikeHost(s string) bool {
	last := strings.TrimPrefix(path.Ext(s), ".")
	return validHost(s) && len(last) >= 2 && strings.Trim(strings.ToLower(last), "abcdefghijklmnopqrstuvwxyz") == "" &&
		!slices.Contains(fileExtensions, strings.ToLower(last))
}

var fileExtensions = []string{"yaml", "yml", "md", "html", "htm", "xhtml", "php", "pdf", "txt", "json", "png", "jpg", "jpeg", "gif", "webp", "svg", "epub"}

func isMailbox(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && !strings.ContainsAny(s, "/:?#<>()") && looksLikeHost(host)
}

// harmful are the schemes by which an address runs a program, holds a page of its own, or reaches into the reader's
// device.
var harmful = []string{"javascript", "vbscript", "livescript", "mocha", "data", "file", "blob", "filesystem", "about", "view-source", "jar", "intent", "ms-settings", "search-ms", "ms-msdt"}

// harmfulScheme gives the harmful scheme of an address, however disguised: by capitals, entities, percent escapes,
// blanks, or characters that cannot be seen. It is empty for any other address.
func harmfulScheme(s string) string {
	if len(s) >= 7 && (strings.EqualFold(s[:7], "http://") || strings.EqualFold(s[:7], "https:/")) {
		return ""
	}
	for range 2 {
		s = html.UnescapeString(s)
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "%3a", ":"), "%3A", ":")
	scheme, _, ok := strings.Cut(s, ":")
	if !ok {
		return ""
	}
	scheme = strings.ToLower(strings.Map(func(r rune) rune {
		if space(r) || unicode.IsControl(r) || locale.Invisible(r) || locale.BidiControl(r) || r == '<' || r == '"' || r == '\'' {
			return -1
		}
		return r
	}, scheme))
	if slices.Contains(harmful, scheme) {
		return scheme
	}
	return ""
}
