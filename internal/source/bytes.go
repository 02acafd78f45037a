package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// clean gives the text of a file with what YAML would stumble over taken out: byte-order mark, carriage returns, control
// characters, the bytes of another encoding. Each character keeps its line and column, so that the file needs no other map.
// It is nil when the file holds no text.
func (r *reader) clean(data []byte) []byte {
	if len(data) > MaxFile {
		r.report("file-too-large", diag.Span{}, diag.Args{"limit": MaxFile >> 10})
		return nil
	}
	if kind := foreign(data); kind != "" {
		r.report("foreign-file", diag.Span{}, diag.Args{"kind": kind})
		return nil
	}
	if utf16(data) {
		r.report("encoding", diag.Span{}, diag.Args{"encoding": "UTF-16"})
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	r.eol = "\n"
	if bytes.IndexByte(data, '\r') >= 0 {
		if i := bytes.IndexByte(data, '\n'); i > 0 && data[i-1] == '\r' {
			r.eol = "\r\n"
		}
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	// A lone carriage return ends lines where hardly anything else does; elsewhere it is astray.
	returns := bytes.Count(data, []byte{'\r'})
	stray := returns > 0 && bytes.Count(data, []byte{'\n'}) >= returns
	if !stray && printable(data) {
		return data
	}
	return r.legible(data, stray)
}

// legible gives data without what no text holds, which it reports; carriage returns are part of that if stray.
func (r *reader) legible(data []byte, stray bool) []byte {
	out := make([]byte, 0, len(data)+len(data)/4)
	at := diag.Span{Line: 1, Col: 1, EndLine: 1}
	controls, valid, usual := 0, false, true
	var foreign diag.Diagnostic
	var recode []diag.Edit
	var last *diag.Diagnostic
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		at.EndCol = at.Col + 1
		switch {
		case c == utf8.RuneError && size == 1:
			if foreign.Code == "" {
				foreign = finding("encoding", r.file, at, diag.Args{"encoding": ""})
			}
			c = windows1252(data[i])
			usual = usual && usualInFrench(c)
			recode = append(recode, diag.Edit{Span: at, Text: string(c)})
			out = utf8.AppendRune(out, c)
		case control(c) || stray && c == '\r':
			controls++
			if text := controlText(c); last != nil && last.Span.EndLine == at.Line && last.Span.EndCol == at.Col {
				last.Span.EndCol++
				edit := &last.Fix.Edits[0]
				edit.Span.EndCol++
				edit.Text = max(edit.Text, text)
			} else if len(r.found) < maxFindings {
				last = r.report("control-character", at, diag.Args{"character": codePoint(c)})
				last.Fix = &diag.Fix{Edits: []diag.Edit{{Span: at, Text: text}}}
			}
			out = append(out, ' ')
		default:
			valid = valid || size > 1
			out = append(out, data[i:i+size]...)
		}
		i += size
		at.Col++
		if c == '\n' {
			at.Line, at.EndLine, at.Col = at.Line+1, at.Line+1, 1
		}
	}
	if controls > binaryLimit && controls*binaryShare > len(data) {
		r.found = diag.List{finding("foreign-file", r.file, diag.Span{}, diag.Args{"kind": "binary"})}
		return nil
	}
	if foreign.Code != "" {
		// Where every byte makes a sign of French and nothing is in UTF-8, there is no other way to read the file.
		if usual && !valid {
			foreign.Args["encoding"] = "Windows-1252"
			foreign.Fix = &diag.Fix{Edits: recode}
		}
		r.found = append(r.found, foreign)
		r.foreign = true
	}
	return out
}

// A file is no text when it holds more than binaryLimit control characters, and more than one in binaryShare characters.
const (
	binaryLimit = 8
	binaryShare = 16
)

// signatures tell the files that are not YAML by how they begin.
var signatures = []struct{ start, kind string }{
	{"PK\x03\x04", "document"},
	{"\xD0\xCF\x11\xE0", "document"},
	{`{\rtf`, "document"},
	{"%PDF-", "pdf"},
	{"\x89PNG", "image"},
	{"\xFF\xD8\xFF", "image"},
	{"GIF8", "image"},
	{"<!doctype", "html"},
	{"<html", "html"},
	{"<?xml", "html"},
	{"<svg", "html"},
}

// foreign names the kind of a file that is not YAML, "" when nothing shows it.
func foreign(data []byte) string {
	head := bytes.TrimPrefix(data[:min(len(data), 256)], []byte("\uFEFF"))
	head = bytes.TrimLeft(head, " \t\r\n")
	for _, s := range signatures {
		if len(head) < len(s.start) {
			continue
		}
		start := string(head[:len(s.start)])
		if start == s.start || s.kind == "html" && strings.EqualFold(start, s.start) {
			return s.kind
		}
	}
	return ""
}

// control tells the characters that no text needs and that YAML refuses, or takes for the end of a line where editors
// see none (U+0085, U+2028, U+2029). A lone carriage return has a finding of its own.
func control(c rune) bool {
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFFFE || c == 0xFFFF
}

// controlText gives what should stand for a control character: a space where it parts words, else nothing.
func controlText(c rune) string {
	switch c {
	case '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return " "
	}
	return ""
}

// printable reports whether data is UTF-8 without control characters: the usual case, told in one pass.
func printable(data []byte) bool {
	for i := 0; i < len(data); {
		c := data[i]
		if c < utf8.RuneSelf {
			if c < 0x20 && c != '\n' && c != '\t' && c != '\r' || c == 0x7F {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 || control(r) {
			return false
		}
		i += size
	}
	return true
}

// utf16 recognises UTF-16, with its mark or without: every second byte of a Latin text is zero.
func utf16(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return true
	}
	head := data[:min(len(data), 64)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	return len(head) >= 4 && min(zeros[0], zeros[1]) == 0 && 3*max(zeros[0], zeros[1]) >= len(head)
}

// windows1252 gives the character of a byte in the encoding that older programs write in the West, U+FFFD where it has none.
func windows1252(c byte) rune {
	if c < 0x80 || c >= 0xA0 {
		return rune(c)
	}
	return windowsSigns[c-0x80]
}

var windowsSigns = [32]rune{
	'€', 0xFFFD, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0xFFFD, 'Ž', 0xFFFD,
	0xFFFD, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0xFFFD, 'ž', 'Ÿ',
}

// usualInFrench reports whether a character outside ASCII is one that French texts are made of.
func usualInFrench(c rune) bool {
	switch c {
	case 'à', 'â', 'ä', 'é', 'è', 'ê', 'ë', 'î', 'ï', 'ô', 'ö', 'ù', 'û', 'ü', 'ÿ', 'ç', 'æ', 'œ',
		'À', 'Â', 'Ä', 'É', 'È', 'Ê', 'Ë', 'Î', 'Ï', 'Ô', 'Ö', 'Ù', 'Û', 'Ü', 'Ÿ', 'Ç', 'Æ', 'Œ',
		'«', '»', '‹', '›', '‘', '’', '“', '”', '–', '—', '…', '·', '•', '€', '°', 'º', 'ª', '§', '©', '®', '™', 0xA0:
		return true
	}
	return false
}

// codePoint names a character as Unicode does.
func codePoint(c rune) string {
	const hex = "0123456789ABCDEF"
	out := []byte("U+")
	for shift := 12; shift >= 0; shift -= 4 {
		out = append(out, hex[c>>shift&15])
	}
	return string(out)
}
