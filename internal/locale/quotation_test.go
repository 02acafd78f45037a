package locale

import "testing"

func TestQuotations(t *testing.T) {
	const text = "a « b “c” d » e “f” g « h"
	q := QuotationsIn(text)
	within := ""
	for i, r := range text {
		if quotation, ok := q.At(i); ok {
			within += string(r)
			if i < quotation.Start || i >= quotation.End {
				t.Errorf("byte %d is not in %v", i, quotation)
			}
		}
	}
	if want := " b “c” d f h"; within != want {
		t.Errorf("quoted: %q, want %q", within, want)
	}
	for text, english := range map[string]bool{
		"the outil of the year": true, "Hello, how are you": true, "living lab": false, "l’outil of the year": false,
		"une page about it": false, "": false, "le commons": false,
	} {
		if IsEnglish(text) != english {
			t.Errorf("IsEnglish(%q) is %v", text, !english)
		}
	}
}
