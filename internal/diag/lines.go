package diag

import (
	"bytes"
	"unicode/utf8"
)

var byteOrderMark = []byte("\ufeff")

// lines finds places in a file. Lines end with \n or \r\n; a byte-order mark at the start is in no line.
type lines struct {
	src    []byte
	starts []int
}

func newLines(src []byte) lines {
	start := 0
	if bytes.HasPrefix(src, byteOrderMark) {
		start = len(byteOrderMark)
	}
	starts := []int{start}
	for i, b := range src {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return lines{src, starts}
}

// line gives the text of line n, which counts from 1, without its end.
func (l lines) line(n int32) ([]byte, bool) {
	if n < 1 || int(n) > len(l.starts) {
		return nil, false
	}
	start := l.starts[n-1]
	if int(n) == len(l.starts) {
		return l.src[start:], true
	}
	return bytes.TrimSuffix(l.src[start:l.starts[n]-1], []byte("\r")), true
}

// offset gives the byte at which a place is. Just after the last character of a line is still a place.
func (l lines) offset(line, col int32) (int, bool) {
	text, ok := l.line(line)
	if !ok || col < 1 {
		return 0, false
	}
	at := 0
	for ; col > 1; col-- {
		if at == len(text) {
			return 0, false
		}
		_, n := utf8.DecodeRune(text[at:])
		at += n
	}
	return l.starts[line-1] + at, true
}
