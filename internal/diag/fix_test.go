package diag_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

func fix(edits ...diag.Edit) *diag.Fix { return &diag.Fix{Edits: edits} }

func edit(line, col, endLine, endCol int32, text string) diag.Edit {
	return diag.Edit{Span: diag.Span{line, col, endLine, endCol}, Text: text}
}

// apply gives what Apply gives, the fixes made being counted.
func apply(src []byte, fixes []*diag.Fix) (out []byte, applied int) {
	out, made := diag.Apply(src, fixes)
	return out, len(made)
}

func TestApply(t *testing.T) {
	type fixes []*diag.Fix
	for name, test := range map[string]struct {
		src     string
		fixes   fixes
		want    string
		applied int
	}{
		"replace":            {"a: b\n", fixes{fix(edit(1, 4, 1, 5, "xyz"))}, "a: xyz\n", 1},
		"insert":             {"ab", fixes{fix(edit(1, 2, 1, 2, "-"))}, "a-b", 1},
		"insert at the end":  {"ab", fixes{fix(edit(1, 3, 1, 3, "-"))}, "ab-", 1},
		"insert in nothing":  {"", fixes{fix(edit(1, 1, 1, 1, "x"))}, "x", 1},
		"on the last line":   {"a\n", fixes{fix(edit(2, 1, 2, 1, "x"))}, "a\nx", 1},
		"delete a line":      {"a\nb\nc\n", fixes{fix(edit(2, 1, 3, 1, ""))}, "a\nc\n", 1},
		"code points":        {"é図👩x", fixes{fix(edit(1, 4, 1, 5, "y"))}, "é図👩y", 1},
		"not text":           {"\xff\xfex", fixes{fix(edit(1, 3, 1, 4, "y"))}, "\xff\xfey", 1},
		"byte-order mark":    {"\ufeffab", fixes{fix(edit(1, 1, 1, 2, "x"))}, "\ufeffxb", 1},
		"a later one":        {"a\n\ufeffb", fixes{fix(edit(2, 1, 2, 2, "x"))}, "a\nxb", 1},
		"before CRLF":        {"ab\r\nc", fixes{fix(edit(1, 3, 1, 3, "!"))}, "ab!\r\nc", 1},
		"no place in CRLF":   {"ab\r\nc", fixes{fix(edit(1, 4, 1, 4, "!"))}, "ab\r\nc", 0},
		"over CRLF":          {"ab\r\nc", fixes{fix(edit(1, 2, 2, 1, "-"))}, "a-c", 1},
		"lone CR":            {"a\rb\r", fixes{fix(edit(1, 5, 1, 5, "!"))}, "a\rb\r!", 1},
		"several edits":      {"abc", fixes{fix(edit(1, 3, 1, 4, "z"), edit(1, 1, 1, 2, "x"))}, "xbz", 1},
		"several fixes":      {"abc", fixes{fix(edit(1, 3, 1, 4, "z")), fix(edit(1, 1, 1, 2, "x"))}, "xbz", 2},
		"touching":           {"abc", fixes{fix(edit(1, 1, 1, 2, "x")), fix(edit(1, 2, 1, 3, "y"))}, "xyc", 2},
		"insert after":       {"abc", fixes{fix(edit(1, 1, 1, 2, "x")), fix(edit(1, 2, 1, 2, "-"))}, "x-bc", 2},
		"between":            {"abcde", fixes{fix(edit(1, 1, 1, 2, "x"), edit(1, 4, 1, 5, "z")), fix(edit(1, 2, 1, 4, "y"))}, "xyze", 2},
		"overlap":            {"abcd", fixes{fix(edit(1, 2, 1, 4, "y")), fix(edit(1, 1, 1, 3, "x"))}, "xcd", 1},
		"insert inside":      {"abcd", fixes{fix(edit(1, 2, 1, 2, "-")), fix(edit(1, 1, 1, 4, "x"))}, "xd", 1},
		"over an insertion":  {"abcd", fixes{fix(edit(1, 2, 1, 2, "-"), edit(1, 4, 1, 5, "z")), fix(edit(1, 3, 1, 5, "x"))}, "a-bcz", 1},
		"at one place":       {"ab", fixes{fix(edit(1, 1, 1, 1, "-")), fix(edit(1, 1, 1, 2, "x"))}, "-ab", 1},
		"two insertions":     {"ab", fixes{fix(edit(1, 2, 1, 2, "1")), fix(edit(1, 2, 1, 2, "2"))}, "a1b", 1},
		"alike":              {"ab", fixes{fix(edit(1, 2, 1, 2, "1")), fix(edit(1, 2, 1, 2, "1"))}, "a1b", 2},
		"alike in one":       {"ab", fixes{fix(edit(1, 1, 1, 2, "x"), edit(1, 1, 1, 2, "x"))}, "xb", 1},
		"sharing an edit":    {"abc", fixes{fix(edit(1, 1, 1, 2, "x")), fix(edit(1, 1, 1, 2, "x"), edit(1, 3, 1, 4, "z"))}, "xbz", 2},
		"whole or not":       {"abcd", fixes{fix(edit(1, 2, 1, 3, "x")), fix(edit(1, 2, 1, 3, "y"), edit(1, 4, 1, 5, "z"))}, "axcd", 1},
		"whole, other order": {"abcd", fixes{fix(edit(1, 1, 1, 2, "y"), edit(1, 4, 1, 5, "z")), fix(edit(1, 3, 1, 5, "x"))}, "ybcz", 1},
		"one outside":        {"abc", fixes{fix(edit(1, 1, 1, 2, "x"), edit(1, 9, 1, 9, "z"))}, "abc", 0},
		"against itself":     {"abc", fixes{fix(edit(1, 1, 1, 3, "x"), edit(1, 2, 1, 4, "z"))}, "abc", 0},
		"a column too far":   {"abc", fixes{fix(edit(1, 1, 1, 5, "x"))}, "abc", 0},
		"a line too far":     {"abc", fixes{fix(edit(1, 1, 2, 1, "x"))}, "abc", 0},
		"no column":          {"abc", fixes{fix(edit(1, 0, 1, 1, "x"))}, "abc", 0},
		"no line":            {"abc", fixes{fix(edit(-1, 1, 1, 1, "x"))}, "abc", 0},
		"backwards":          {"abc", fixes{fix(edit(1, 3, 1, 1, "x"))}, "abc", 0},
		"the whole file":     {"abc", fixes{fix(edit(0, 0, 0, 0, "x"))}, "abc", 0},
		"no change":          {"abc", fixes{fix(edit(1, 1, 1, 2, "a"))}, "abc", 0},
		"no edit, no fix":    {"abc", fixes{fix(), nil}, "abc", 0},
		"next to a bad one":  {"abc", fixes{fix(edit(7, 1, 7, 1, "x")), fix(edit(1, 1, 1, 2, "y"))}, "ybc", 1},
	} {
		t.Run(name, func(t *testing.T) {
			src := []byte(test.src)
			out, applied := apply(src, test.fixes)
			if string(out) != test.want || applied != test.applied {
				t.Errorf("%q with %d made, want %q with %d", out, applied, test.want, test.applied)
			}
			if string(src) != test.src {
				t.Errorf("the source became %q", src)
			}
		})
	}
}

// naive finds a place with nothing in common with the package: lines as lists of characters.
func naive(src string, line, col int32) (offset int, ok bool) {
	body := strings.TrimPrefix(src, "\ufeff")
	offset = len(src) - len(body)
	rows := strings.Split(body, "\n")
	if line < 1 || int(line) > len(rows) {
		return 0, false
	}
	for _, row := range rows[:line-1] {
		offset += len(row) + 1
	}
	row := rows[line-1]
	if int(line) < len(rows) {
		row = strings.TrimSuffix(row, "\r")
	}
	starts := []int{}
	for i := range row {
		starts = append(starts, i)
	}
	starts = append(starts, len(row))
	if col < 1 || int(col) > len(starts) {
		return 0, false
	}
	return offset + starts[col-1], true
}

func FuzzApply(f *testing.F) {
	f.Add("\ufeffété\r\n図\n", int32(1), int32(2), int32(1), int32(3), "x", int32(2), int32(1), int32(2), int32(2), "yy")
	f.Add("abc", int32(1), int32(2), int32(1), int32(2), "-", int32(1), int32(1), int32(1), int32(4), "z")
	f.Add("a\nb\n", int32(1), int32(1), int32(2), int32(1), "", int32(2), int32(1), int32(3), int32(1), "\n")
	f.Fuzz(func(t *testing.T, src string, l1, c1, l2, c2 int32, text1 string, l3, c3, l4, c4 int32, text2 string) {
		first, second := fix(edit(l1, c1, l2, c2, text1)), fix(edit(l3, c3, l4, c4, text2))

		one, applied := apply([]byte(src), []*diag.Fix{first})
		want, wantApplied := src, 0
		from, ok := naive(src, l1, c1)
		to, okEnd := naive(src, l2, c2)
		if ok && okEnd && from <= to && src[from:to] != text1 {
			want, wantApplied = src[:from]+text1+src[to:], 1
		}
		if string(one) != want || applied != wantApplied {
			t.Fatalf("%q with %d made, want %q with %d", one, applied, want, wantApplied)
		}

		both, applied := apply([]byte(src), []*diag.Fix{first, second})
		other, otherApplied := apply([]byte(src), []*diag.Fix{second})
		switch {
		case applied == 0:
			if wantApplied+otherApplied > 0 || string(both) != src {
				t.Errorf("nothing made of %q", src)
			}
		case applied == 1:
			if !bytes.Equal(both, one) && !bytes.Equal(both, other) {
				t.Errorf("%q is neither %q nor %q", both, one, other)
			}
		case first.Edits[0] == second.Edits[0]:
			if !bytes.Equal(both, one) {
				t.Errorf("made twice: %q, not %q", both, one)
			}
		default:
			if !utf8.ValidString(src+"|"+text1+"|"+text2) || strings.Contains(src+text1+text2, "\r") {
				return // what one fix adds may join what is around it into one character
			}
			start, _ := naive(src, l3, c3)
			late, early := second, first
			if start < from {
				late, early = first, second
			}
			half, _ := apply([]byte(src), []*diag.Fix{late})
			full, _ := apply(half, []*diag.Fix{early})
			if !bytes.Equal(both, full) {
				t.Errorf("%q at once, %q one after the other", both, full)
			}
		}
	})
}
