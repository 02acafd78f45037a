package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var lookAlike = &Rule{
	Code:     "look-alike",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasTwin) {
			offset, r, ok := locale.Homoglyph(v.Text.Value)
			if !ok {
				continue
			}
			end := offset + utf8.RuneLen(r)
			fix := unmask(v.Text)
			args := diag.Args{"letter": string(r), "character": codePoint(r), "script": scriptOf(r), "twin": "", "word": wordAt(v.Text.Value, offset, end)}
			if fix != nil {
				args["twin"] = twin(r)
			}
			p.Report(f.Path, v.Text.At(offset, end), args).Fix = fix
		}
	},
}

// unmask replaces every letter that passes for a Latin one by that one; nil when one of them could be meant.
func unmask(t *glossary.Text) *diag.Fix {
	var pieces []piece
	rest := t.Value // from the word at hand on, mended so far: its distance from the end stays that of the value
	for len(pieces) <= maxPieces {
		offset, r, ok := locale.Homoglyph(rest)
		if !ok {
			return amend(t, pieces)
		}
		letter := twin(r)
		start := len(t.Value) - len(rest) + offset
		if n := len(pieces); letter == "" || n > 0 && start < pieces[n-1].end {
			return nil
		}
		size := utf8.RuneLen(r)
		pieces = append(pieces, piece{start, start + size, letter})
		word := strings.LastIndexFunc(rest[:offset], func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) }) + 1
		for word < offset && !utf8.RuneStart(rest[word]) {
			word++
		}
		rest = rest[word:offset] + letter + rest[offset+size:]
	}
	return nil
}

// The Cyrillic and Greek letters that are drawn as a Latin one, and that one (after the confusables of Unicode Technical
// Standard 39).
const (
	masks = "асԁеһіјӏорԛѕѵԝхуАВСЕԌНІЈКӀМОРԚЅТԜХУ" + "οϲϳΑΒϹΕΗΙΚΜΝΟΡΤΧΥΖͿ"
	faces = "acdehijlopqsvwxyABCEGHIJKIMOPQSTWXY" + "ocjABCEHIKMNOPTXYZJ"
)

var twins = func() map[rune]string {
	m := map[rune]string{}
	latin := []rune(faces)
	for i, r := range []rune(masks) {
		m[r] = string(latin[i])
	}
	return m
}()

// twin gives the Latin letter that another passes for; "" when it may be meant for itself.
func twin(r rune) string {
	if letter, ok := twins[r]; ok {
		return letter
	}
	if plain := norm.NFKC.String(string(r)); r >= 0xFF21 && len(plain) == 1 {
		return plain
	}
	return ""
}

func scriptOf(r rune) string {
	switch {
	case 0xFF21 <= r && r <= 0xFF5A:
		return "fullwidth"
	case r >= 0x1D400:
		return "styled"
	case unicode.Is(unicode.Cyrillic, r):
		return "cyrillic"
	case unicode.Is(unicode.Greek, r):
		return "greek"
	}
	return "latin"
}
