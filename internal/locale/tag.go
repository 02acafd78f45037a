package locale

import "strings"

// Language gives the base of a language tag in lower case: "fr" for "fr-CA", and for the environment's "fr_CA.UTF-8".
func Language(tag string) string {
	for i := range len(tag) {
		if !isAlphanumeric(tag[i]) {
			tag = tag[:i]
			break
		}
	}
	return strings.ToLower(tag)
}

// region gives the region of a tag in capitals, "" when it has none.
func region(tag string) string {
	_, rest, _ := strings.Cut(tag, "-")
	for part := range strings.SplitSeq(rest, "-") {
		switch {
		case len(part) == 1:
			return "" // extensions and private subtags may look like regions
		case len(part) == 2 && isAlpha(part), len(part) == 3 && isNumeric(part):
			return strings.ToUpper(part)
		}
	}
	return ""
}

// script gives the script of a tag as "Arab", "" when it has none.
func script(tag string) string {
	_, rest, _ := strings.Cut(tag, "-")
	for part := range strings.SplitSeq(rest, "-") {
		switch {
		case len(part) == 1:
			return ""
		case len(part) == 4 && isAlpha(part):
			return strings.ToUpper(part[:1]) + strings.ToLower(part[1:])
		}
	}
	return ""
}

// Direction gives the direction of writing of a language tag, "ltr" or "rtl". A script subtag prevails: ar-Latn is
// written from the left.
func Direction(tag string) string {
	switch script(tag) {
	case "Arab", "Aran", "Hebr", "Thaa", "Syrc", "Syre", "Syrj", "Syrn", "Nkoo", "Adlm", "Rohg", "Mand", "Samr":
		return "rtl"
	case "":
	default:
		return "ltr"
	}
	switch Language(tag) {
	case "ar", "arc", "arq", "ary", "arz", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc",
		"mzn", "nqo", "ota", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi":
		return "rtl"
	}
	return "ltr"
}

// ValidTag says whether a tag is well formed by BCP 47 (RFC 5646, section 2.1), without the grandfathered tags. Languages
// of more than three letters are refused though the grammar allows them: none was ever registered, and "french" is a
// mistake.
func ValidTag(tag string) bool {
	if len(tag) == 2 && isAlpha(tag) {
		return true
	}
	parts := strings.Split(tag, "-")
	for _, part := range parts {
		if len(part) == 0 || len(part) > 8 {
			return false
		}
		for i := range len(part) {
			if !isAlphanumeric(part[i]) {
				return false
			}
		}
	}

	next := func(fits func(string) bool) bool {
		if len(parts) > 0 && fits(parts[0]) {
			parts = parts[1:]
			return true
		}
		return false
	}
	extended := func(s string) bool { return len(s) == 3 && isAlpha(s) }

	if next(func(s string) bool { return len(s) == 2 && isAlpha(s) }) || next(extended) {
		for range 3 {
			next(extended)
		}
	} else if !strings.EqualFold(parts[0], "x") {
		return false
	}
	next(func(s string) bool { return len(s) == 4 && isAlpha(s) })
	next(func(s string) bool { return len(s) == 2 && isAlpha(s) || len(s) == 3 && isNumeric(s) })

	seen := map[string]bool{}
	for len(parts) > 0 && len(parts[0]) > 1 {
		variant := strings.ToLower(parts[0])
		if seen[variant] || len(variant) < 4 || len(variant) == 4 && !isNumeric(variant[:1]) {
			return false
		}
		seen[variant] = true
		parts = parts[1:]
	}
	for len(parts) > 0 {
		singleton := strings.ToLower(parts[0])
		if singleton == "x" {
			return len(parts) > 1 // what follows is private
		}
		if seen[singleton] {
			return false
		}
		seen[singleton] = true
		parts = parts[1:]
		if len(parts) == 0 || len(parts[0]) == 1 {
			return false
		}
		for len(parts) > 0 && len(parts[0]) > 1 {
			parts = parts[1:]
		}
	}
	return true
}

func isAlpha(s string) bool {
	for i := range len(s) {
		if b := s[i] | 0x20; b < 'a' || b > 'z' {
			return false
		}
	}
	return true
}

func isNumeric(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func isAlphanumeric(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}
