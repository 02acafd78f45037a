package export

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/jcs"
)

// node is a JSON value where it stands.
type node struct {
	kind kind
	span diag.Span // of the whole text, number or word; of the first character of an object or a list
	text string    // of a text; a number or a boolean as it is written
	// An object has a key for each of its items, in the order of the file.
	keys  []key
	items []node
}

type key struct {
	text string
	span diag.Span
}

// kind is a type of JSON. Its names are those that JSON Schema gives.
type kind string

const (
	object  kind = "object"
	list    kind = "array"
	text    kind = "string"
	number  kind = "number"
	boolean kind = "boolean"
	null    kind = "null"
)

// find gives the index of a member of an object, or -1.
func (n *node) find(name string) int {
	return slices.IndexFunc(n.keys, func(k key) bool { return k.text == name })
}

// member gives the value of a member of an object, nil when it has none.
func (n *node) member(name string) *node {
	if i := n.find(name); i >= 0 {
		return &n.items[i]
	}
	return nil
}

// value gives the text of a member of an object, empty when it has none.
func (n *node) value(name string) string {
	if m := n.member(name); m != nil && m.kind == text {
		return m.text
	}
	return ""
}

// at gives what a member of an object holds, nothing when it has none.
func (n *node) at(name string) *node {
	if m := n.member(name); m != nil {
		return m
	}
	return &node{}
}

// any gives the value as package encoding/json would, to be held to a schema.
func (n *node) any() any {
	switch n.kind {
	case object:
		m := make(map[string]any, len(n.keys))
		for i := range n.items {
			m[n.keys[i].text] = n.items[i].any()
		}
		return m
	case list:
		l := make([]any, len(n.items))
		for i := range n.items {
			l[i] = n.items[i].any()
		}
		return l
	case text:
		return n.text
	case number:
		if i, err := strconv.ParseInt(n.text, 10, 64); err == nil {
			return i
		}
		return 0.5 // any that is not whole: the export has no such number, and a great one could cost much
	case boolean:
		return n.text == "true"
	}
	return nil
}

// canonical appends the value in the canonical form of RFC 8785, without the member of that name if it is an object.
func (n *node) canonical(dst []byte, without string) []byte {
	switch n.kind {
	case object:
		var space [64]int
		order := space[:0]
		for i := range n.keys {
			if without == "" || n.keys[i].text != without {
				order = append(order, i)
			}
		}
		slices.SortFunc(order, func(a, b int) int { return compareUTF16(n.keys[a].text, n.keys[b].text) })
		dst = append(dst, '{')
		for i, at := range order {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(jcs.AppendText(dst, n.keys[at].text), ':')
			dst = n.items[at].canonical(dst, "")
		}
		return append(dst, '}')
	case list:
		dst = append(dst, '[')
		for i := range n.items {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = n.items[i].canonical(dst, "")
		}
		return append(dst, ']')
	case text:
		return jcs.AppendText(dst, n.text)
	case number:
		// RFC 8785 writes numbers as ECMAScript does, and so does encoding/json.
		if f, err := strconv.ParseFloat(n.text, 64); err == nil && f != 0 && !math.IsInf(f, 0) {
			if written, err := json.Marshal(f); err == nil {
				return append(dst, written...)
			}
		}
		return append(dst, '0')
	case boolean:
		return append(dst, n.text...)
	}
	return append(dst, "null"...)
}

// compareUTF16 orders texts by their UTF-16 code units, as RFC 8785 asks. In UTF-8, only the characters from U+E000 to
// U+FFFF stand otherwise: after them come those that UTF-16 writes with surrogates, which are below.
func compareUTF16(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return int(rank(a[i])) - int(rank(b[i]))
		}
	}
	return len(a) - len(b)
}

func rank(b byte) byte {
	if b == 0xEE || b == 0xEF {
		return b + 0x10
	}
	return b
}
