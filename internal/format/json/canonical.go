package json

import (
	"bytes"
	"crypto/sha256"
	"slices"
)

// sum gives the SHA-256 of an object in its canonical form (RFC 8785), so that anybody can work it out again from what a
// parser gives.
func sum(object []byte) [sha256.Size]byte {
	c := canonical{src: object, dst: make([]byte, 0, len(object))}
	c.value()
	return sha256.Sum256(c.dst)
}

// canonical writes JSON of ours again with the members of each object sorted by their keys. The rest is canonical already:
// there is no white space, no number, and strings are written as they must be. Keys are ASCII.
type canonical struct {
	src []byte
	at  int
	dst []byte
}

// value writes the value that begins here, and goes past it.
func (c *canonical) value() {
	switch c.src[c.at] {
	case '{':
		c.object()
	case '[':
		c.copy(1)
		for c.src[c.at] != ']' {
			c.value()
			if c.src[c.at] == ',' {
				c.copy(1)
			}
		}
		c.copy(1)
	case '"':
		c.copy(stringEnd(c.src[c.at:]))
	default: // true, false
		end := bytes.IndexAny(c.src[c.at:], ",]}")
		c.copy(end)
	}
}

func (c *canonical) copy(n int) {
	c.dst = append(c.dst, c.src[c.at:c.at+n]...)
	c.at += n
}

func (c *canonical) object() {
	type member struct{ key, value []byte }
	var members []member
	start := len(c.dst)
	for c.at++; c.src[c.at] != '}'; {
		key := c.src[c.at : c.at+stringEnd(c.src[c.at:])]
		c.at += len(key) + 1 // and the colon
		from := len(c.dst)
		c.value()
		members = append(members, member{key, c.dst[from:len(c.dst):len(c.dst)]})
		if c.src[c.at] == ',' {
			c.at++
		}
	}
	c.at++
	slices.SortFunc(members, func(a, b member) int { return bytes.Compare(a.key, b.key) })
	written := append([]byte(nil), '{')
	for i, m := range members {
		if i > 0 {
			written = append(written, ',')
		}
		written = append(written, m.key...)
		written = append(written, ':')
		written = append(written, m.value...)
	}
	c.dst = append(append(c.dst[:start], written...), '}')
}

// stringEnd gives the length of the string that begins here, its quotes included.
func stringEnd(src []byte) int {
	for i := 1; ; i++ {
		switch src[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}
