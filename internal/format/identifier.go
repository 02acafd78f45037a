package format

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"strings"
)

const uuidScheme = "urn:uuid:"

// Identifier gives the name by which the book is known for good: that of its lexicon. An edition or a translation of a lexicon
// named by a UUID has one of its own, made of the lexicon's and of what tells it apart: a UUID takes no fragment.
func (b *Book) Identifier() string {
	lexicon, part, ok := strings.Cut(b.ID, "#")
	namespace, err := hex.DecodeString(strings.ReplaceAll(strings.TrimPrefix(lexicon, uuidScheme), "-", ""))
	if !ok || !strings.HasPrefix(lexicon, uuidScheme) || err != nil {
		return b.ID
	}
	return NameIn(namespace, part)
}

// NameIn gives the URN of a name in a namespace: always the same, and that of nothing else (UUID version 5, RFC 9562, section
// 5.5).
func NameIn(namespace []byte, name string) string {
	sum := sha1.Sum(append(namespace[:len(namespace):len(namespace)], name...))
	id := sum[:16]
	id[6] = id[6]&0x0f | 5<<4
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%s%x-%x-%x-%x-%x", uuidScheme, id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
