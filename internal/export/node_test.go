package export

import "testing"

// The examples of RFC 8785, section 3.2, and what it says of the order of keys.
func TestCanonical(t *testing.T) {
	for src, want := range map[string]string{
		`{ "b" : [ true, false, null ], "a" : "x" }`:                                           `{"a":"x","b":[true,false,null]}`,
		`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}`:          "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
		`"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`:                                      `"€$\u000f\nA'B\"\\\\\"/"`,
		`"\b\t\f\r\u001f\u007f\u2028<&>"`:                                                      "\"\\b\\t\\f\\r\\u001f\u007f\u2028<&>\"",
		`[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0, 12, 1e999]`: `[333333333.3333333,1e+30,4.5,0.002,1e-27,0,12,0]`,
		`{"":{"b":[],"a":{}}}`:                                                                 `{"":{"a":{},"b":[]}}`,
	} {
		root, _, found := parse("essai.json", []byte(src))
		if len(found) > 0 {
			t.Errorf("%s: %v", src, found)
			continue
		}
		if got := string(root.canonical(nil, "")); got != want {
			t.Errorf("%s: got %s, want %s", src, got, want)
		}
	}
	root, _, _ := parse("essai.json", []byte(`{"hash":"x","a":{"hash":"y"}}`))
	if got := string(root.canonical(nil, "hash")); got != `{"a":{"hash":"y"}}` {
		t.Errorf("without its hash: %s", got)
	}
}
