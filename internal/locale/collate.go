package locale

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Collation orders texts as the dictionaries of a language do. The zero value ignores spaces and reads accents forward.
//
// It follows the rule of the Office québécois de la langue française (« Classement et tri normalisé en informatique »,
// after SGQRI 004), level by level: letters and digits alone; then accents; then lower case before capitals; then
// special characters; then the text itself, which makes the order total. Every language files accented letters under
// their base letter, so that sections by Initial are never split; what a language changes is the reading of accents.
type Collation struct {
	backward bool // accents: the last difference of a word prevails
	word     bool // spaces, hyphens and apostrophes count before letters do
}

// CollationFor gives the collation of a language (a BCP 47 tag) in a style: "letter" ignores spaces, hyphens and
// apostrophes until all letters are equal; "word" compares word by word. Any other style is "letter". Reading accents
// from the end is a habit of Québec, hence of fr-CA only.
func CollationFor(tag, style string) Collation {
	return Collation{
		backward: Language(tag) == "fr" && region(tag) == "CA",
		word:     style == "word",
	}
}

// Weights of the second level. A letter may add up two of them, four bits each.
const (
	weightOther    = 13 // marks without a place of their own
	weightStroke   = 12 // ø, ł, đ
	weightVariant  = 14 // superscripts, fullwidth forms
	weightLigature = 15 // œ, æ, ß
)

func accentWeight(mark rune) byte {
	switch mark {
	case 0x301: // acute
		return 1
	case 0x300: // grave
		return 2
	case 0x302: // circumflex
		return 3
	case 0x308: // diaeresis
		return 4
	case 0x303: // tilde
		return 5
	case 0x30A: // ring
		return 6
	case 0x327: // cedilla
		return 7
	case 0x304: // macron
		return 8
	case 0x306: // breve
		return 9
	case 0x307: // dot above
		return 10
	case 0x30C: // caron
		return 11
	}
	return weightOther
}

// Key gives the sort key of a text: of two keys, the lesser (by <) is that of the text that comes first. Two texts have
// the same key when they are the same once in NFC, and then only. A key is about twice as long as its text.
func (c Collation) Key(text string) string {
	var space [192]byte
	return string(c.AppendKey(space[:0], text))
}

// AppendKey appends to dst the bytes of Key(text).
//
// The levels follow one another, each closed by a zero byte that none of them contains but in a position beyond 252, which
// comes with its length. Where the first level is the same, letters are as many: the weights of the second and third
// stand for letters one by one, and those at the end that say nothing are left out.
func (c Collation) AppendKey(dst []byte, text string) []byte {
	k := levels{word: c.word}
	if !isASCII(text) {
		text = norm.NFC.String(text)
	}
	for i := 0; i < len(text); {
		if b := text[i]; b < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
				dst = append(k.open(dst, false), b)
			case 'A' <= b && b <= 'Z':
				dst = append(k.open(dst, true), b|0x20)
			default:
				k.special(asciiKind[b])
			}
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		dst = k.appendRune(dst, text[i:i+size])
		i += size
	}

	dst = append(dst, 0)
	dst = k.appendAccents(dst, c.backward)
	dst = append(dst, 0)
	dst = k.capitals.appendTo(dst)
	dst = append(dst, 0)
	dst = k.specials.appendTo(dst)
	dst = append(dst, 0)
	return append(dst, text...)
}

// levels gathers the second, third and fourth levels of a key while the first is written: the methods that take the key
// return it longer. (A key held here would leave the caller's stack.)
type levels struct {
	letters  int // so far
	accents  run // a weight a letter, up to the last letter that has one
	capitals run // 1 small, 2 capital, up to the last capital
	specials run // letters before it, kind
	word     bool
	gap      byte // what stands between words: 0 nothing, 2 blank, 3 hyphen, 4 apostrophe
	detached bool // the last character is a special one: an accent on it belongs to no letter
}

// A run is a growing row of bytes that stays on the stack while it is short, as most texts are.
type run struct {
	n    int
	near [40]byte
	far  []byte
}

func (r *run) push(b byte) {
	if r.n < len(r.near) {
		r.near[r.n] = b
	} else {
		r.far = append(r.far, b)
	}
	r.n++
}

func (r *run) at(i int) *byte {
	if i < len(r.near) {
		return &r.near[i]
	}
	return &r.far[i-len(r.near)]
}

func (r *run) appendTo(dst []byte) []byte {
	return append(append(dst, r.near[:min(r.n, len(r.near))]...), r.far...)
}

// open makes room for a letter or digit, which the caller appends without marks and in lower case. It settles what
// separates it from the one before: nothing at the first level when texts are compared by letters, nor before the first.
func (k *levels) open(key []byte, capital bool) []byte {
	if k.gap != 0 {
		if k.letters > 0 {
			key = append(key, k.gap)
		}
		k.gap = 0
	}
	if capital {
		for k.capitals.n < k.letters {
			k.capitals.push(1)
		}
		k.capitals.push(2)
	}
	k.detached = false
	k.letters++
	return key
}

// weigh gives a weight to the last letter, on top of what it has.
func (k *levels) weigh(w byte) {
	if k.letters == 0 || k.detached || w == 0 {
		return
	}
	if k.accents.n < k.letters {
		for k.accents.n < k.letters-1 {
			k.accents.push(0)
		}
		k.accents.push(w)
		return
	}
	if last := k.accents.at(k.letters - 1); *last < 16 {
		*last |= w << 4
	}
}

func (k *levels) special(kind kind) {
	if k.word {
		switch kind {
		case blank, fixedBlank:
			k.gap = 2
		case hyphen:
			if k.gap == 0 {
				k.gap = 3
			}
		case apostrophe:
			if k.gap == 0 {
				k.gap = 4
			}
		}
	}
	k.detached = true
	if k.letters < 0xFD {
		k.specials.push(byte(k.letters + 1))
	} else {
		var position [8]byte
		binary.BigEndian.PutUint64(position[:], uint64(k.letters))
		k.specials.push(0xFE)
		for _, b := range position {
			k.specials.push(b)
		}
	}
	k.specials.push(byte(kind))
}

// appendRune reads a character beyond ASCII, given as its UTF-8.
func (k *levels) appendRune(key []byte, s string) []byte {
	r, _ := utf8.DecodeRuneInString(s)
	switch kind := kindOf(r); kind {
	case ignored:
		return key
	case accent:
		k.weigh(accentWeight(r))
		return key
	case letter:
	default:
		k.special(kind)
		return key
	}
	parts, variant := decompose(s)
	if parts == nil {
		return k.appendPart(key, r, 0)
	}
	var w byte
	if variant {
		w = weightVariant
	}
	for len(parts) > 0 {
		r, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		switch kindOf(r) {
		case letter:
			key = k.appendPart(key, r, w)
		case accent:
			k.weigh(accentWeight(r))
		}
	}
	return key
}

// appendPart appends a letter that decomposes no further, with a weight for its shape.
func (k *levels) appendPart(key []byte, r rune, w byte) []byte {
	lower := unicode.ToLower(r)
	capital := lower != r
	if plain := plainLetters(lower); plain != "" {
		if w == 0 {
			w = weightStroke
			if len(plain) > 1 {
				w = weightLigature
			}
		}
		for i := range len(plain) {
			key = append(k.open(key, capital), plain[i])
			k.weigh(w)
		}
		return key
	}
	if v, ok := digitValue(r); ok {
		w = weightVariant // ASCII digits never come here alone
		key = append(k.open(key, false), '0'+v)
	} else {
		// Through the capital: final sigma and sigma are one letter, under one initial. UTF-8 keeps the order of code
		// points, and puts other scripts after Latin letters.
		key = utf8.AppendRune(k.open(key, capital), unicode.ToLower(unicode.ToUpper(r)))
	}
	k.weigh(w)
	return key
}

func (k *levels) appendAccents(key []byte, backward bool) []byte {
	if k.accents.n == 0 {
		return key
	}
	start := len(key)
	key = k.accents.appendTo(key)
	for i := start; i < len(key); i++ {
		key[i] = min(key[i], 254) + 1
	}
	if !backward {
		return key
	}
	for range k.letters - k.accents.n {
		key = append(key, 1)
	}
	slices.Reverse(key[start:])
	for key[len(key)-1] == 1 {
		key = key[:len(key)-1]
	}
	return key
}

const digits = "0-9"

// Initial gives the heading under which a text is filed: its first letter, without marks, as a capital (E for « écran »,
// O for « œuvre »), of whatever script. What opens with a digit, or holds no letter, goes under "0-9", and ok is false.
// Texts sorted by any Collation have their initials in one run each.
func Initial(text string) (heading string, ok bool) {
	var space [192]byte
	key := Collation{}.AppendKey(space[:0], text)
	switch b := key[0]; {
	case 'a' <= b && b <= 'z':
		const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		return alphabet[b-'a' : b-'a'+1], true
	case b < utf8.RuneSelf:
		return digits, false
	}
	r, _ := utf8.DecodeRune(key)
	return string(unicode.ToUpper(r)), true
}

// Anchor gives the fragment identifier of a heading made by Initial: "letter-e", "letter-0-9", "letter-u5d0". It is ASCII,
// so that it needs no escaping in an address, and opens with a letter, as an XML name must.
func Anchor(initial string) string {
	var b strings.Builder
	b.WriteString("letter")
	if initial == "" || initial == digits {
		return "letter-" + digits
	}
	for _, r := range initial {
		b.WriteByte('-')
		if lower := unicode.ToLower(r); 'a' <= lower && lower <= 'z' && r < utf8.RuneSelf {
			b.WriteRune(lower)
		} else {
			b.WriteByte('u')
			b.WriteString(strconv.FormatInt(int64(r), 16))
		}
	}
	return b.String()
}
