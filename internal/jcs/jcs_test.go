package jcs

import "testing"

// The example of RFC 8785, section 3.2.2, and what JSON lets stand as it is.
func TestAppendText(t *testing.T) {
	for text, want := range map[string]string{
		"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\u005c\u0022/": `"€$\u000f\nA'B\"\\\\\"/"`,
		"\b\t\f\r\x00\x1f\x7f\u2028":                           `"\b\t\f\r\u0000\u001f` + "\x7f\u2028" + `"`,
		"":                                                     `""`,
	} {
		if got := string(AppendText([]byte("= "), text)); got != "= "+want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		if got := string(AppendText(nil, []byte(text))); got != want {
			t.Errorf("%q, in bytes: %s, want %s", text, got, want)
		}
	}
}
