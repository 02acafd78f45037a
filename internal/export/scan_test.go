package export

import (
	"fmt"
	"strings"
	"testing"
)

// What is wrong with a text is told by what it is and where, and only once.
func TestFaultsOfText(t *testing.T) {
	deep := strings.Repeat("[", 65)
	for src, want := range map[string]string{
		"":                               "empty 1:1-1:1",
		" \n\t":                          "empty 1:1-1:1",
		"\ufeff{}":                       "mark 1:1-1:1",
		"\xff\xfe{\x00}\x00":             "encoding 1:1-1:1",
		"{\x00}\x00":                     "encoding 1:1-1:1",
		"\x1f\x8b\x08":                   "compressed 1:1-1:1",
		"PK\x03\x04rest":                 "compressed 1:1-1:1",
		"{\n\"é\": \"caf\xe9\"}":         "encoding 2:10-2:11",
		"\n<!DOCTYPE html><html>":        "markup 2:1-2:2",
		"<?xml version='1.0'?>":          "markup 1:1-1:2",
		"<<<<<<< HEAD\n{}":               "conflict 1:1-1:8",
		"{\n<<<<<<< HEAD\n":              "conflict 2:1-2:8",
		"{\"a\": [1, 2":                  "truncated 1:12-1:12",
		"{\"é\": \"abc":                  "truncated 1:11-1:11",
		"{":                              "truncated 1:2-1:2",
		"[1,":                            "truncated 1:4-1:4",
		"{\"a\"":                         "truncated 1:5-1:5",
		"{\"a\":":                        "truncated 1:6-1:6",
		"\"\\":                           "truncated 1:3-1:3",
		"[1, 2, ]":                       "trailing-comma 1:6-1:7",
		"{\"é\": 1,\n}":                  "trailing-comma 1:8-1:9",
		"[1,, 2]":                        "unexpected 1:4-1:5",
		"{'a': 1}":                       "quotes 1:2-1:5",
		"[“a”]":                          "quotes 1:2-1:3",
		"['it\\'s']":                     "quotes 1:2-1:9",
		"[1] // fin\n":                   "comment 1:5-1:11",
		"/* deux\nlignes */ [1,]":        "comment 1:1-1:8 trailing-comma 2:13-2:14",
		"# un\r\n[1]":                    "comment 1:1-1:5",
		"/* jamais":                      "comment 1:1-1:10",
		"[NaN, True, -Infinity]":         "word 1:2-1:5 word 1:7-1:11 number 1:13-1:22",
		"[01, +1, .5, 1., 0x10, 1e]":     "number 1:2-1:4 number 1:6-1:8 number 1:10-1:12 number 1:14-1:16 number 1:18-1:22 number 1:24-1:26",
		"[1 2]":                          "unexpected 1:4-1:5",
		"[\"a\" \"b\"]":                  "comma 1:6-1:7",
		"{\"a\": 1 \"b\": 2}":            "comma 1:9-1:10",
		"{\"a\" 1}":                      "colon 1:6-1:7",
		"{a: 1}":                         "bare-key 1:2-1:3",
		"[abc]":                          "bare-text 1:2-1:5",
		"version https://example.org":    "bare-text 1:1-1:8",
		"[\"a\nb\"]":                     "line-break 1:4-1:4",
		"[\"a\tb\"]":                     "control 1:4-1:5",
		"[\"\\x41\", \"\\u12\", \"é\"]":  "escape 1:3-1:5 escape 1:11-1:13",
		"[\"\\ud800\", \"\\ude00x\"]":    "escape 1:3-1:9 escape 1:13-1:19",
		"{\"a\": 1, \"b\": 2, \"a\": 3}": "duplicate 1:18-1:21",
		deep:                             "too-deep 1:65-1:66",
		"[1]}":                           "more 1:4",
		"{}\n {}":                        "more 2:2",
		"[\u00a01]":                      "unexpected 1:2-1:3",
	} {
		root, more, found := parse("essai.json", []byte(src))
		var got []string
		for _, d := range found {
			got = append(got, fmt.Sprintf("%s %d:%d-%d:%d", d.Args["what"], d.Span.Line, d.Span.Col, d.Span.EndLine, d.Span.EndCol))
		}
		if !more.IsZero() {
			got = append(got, fmt.Sprintf("more %d:%d", more.Line, more.Col))
		}
		if strings.Join(got, " ") != want || len(found) == 0 && root == nil {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
}
