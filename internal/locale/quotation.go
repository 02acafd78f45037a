package locale

import (
	"strings"
	"unicode/utf8"
)

// Quotation is what stands between quotation marks: bytes Start to End of a text, marks left out.
type Quotation struct{ Start, End int }

// Quotations are those of a text, from left to right, that no place asked about has passed yet.
type Quotations []Quotation

// At gives the quotation that holds a byte of the text; ok is false where none does. Places are asked about from left to
// right.
func (q *Quotations) At(i int) (quotation Quotation, ok bool) {
	for len(*q) > 0 && (*q)[0].End <= i {
		*q = (*q)[1:]
	}
	if len(*q) == 0 || (*q)[0].Start > i {
		return Quotation{}, false
	}
	return (*q)[0], true
}

// Hold reports whether a byte of the text stands between quotation marks: see At.
func (q *Quotations) Hold(i int) bool {
	_, ok := q.At(i)
	return ok
}

// QuotationsIn gives the quotations of a text, without those inside others. One that is not closed goes on to the end.
func QuotationsIn(text string) Quotations {
	if !strings.Contains(text, "«") && !strings.Contains(text, "“") {
		return nil
	}
	var list Quotations
	depth, start := 0, 0
	for i, r := range text {
		switch r {
		case '«', '“':
			if depth == 0 {
				start = i + utf8.RuneLen(r)
			}
			depth++
		case '»', '”':
			if depth == 1 {
				list = append(list, Quotation{start, i})
			}
			depth = max(0, depth-1)
		}
	}
	if depth > 0 {
		list = append(list, Quotation{start, len(text)})
	}
	return list
}

// IsEnglish reports whether a text is plainly English: it holds little words of that language, and none of French.
func IsEnglish(text string) bool {
	english := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			i += size
			continue
		}
		j := i
		for j < len(text) && isWordRune(r) {
			j += size
			r, size = utf8.DecodeRuneInString(text[j:])
		}
		word := strings.ToLower(text[i:j])
		if frenchWords[word] || elisions[word] && (r == '\'' || r == '’') {
			return false
		}
		english = english || englishWords[word]
		i = j
	}
	return english
}
