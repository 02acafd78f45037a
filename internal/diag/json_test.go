package diag_test

import (
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/diag"
)

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := shared().WriteJSON(&b, french, inLexicon); err != nil {
		t.Fatal(err)
	}
	compare(t, b.String(), `{"code":"missing-lexicon","severity":"error","file":"lexicon/lexicon.yaml","line":1,"column":1,"endLine":1,"endColumn":1,"message":"lexicon.yaml manque, 100 %","hint":"l'ajouter {ici}"}
{"code":"unknown-key","severity":"error","file":"lexicon/terms/a.yaml","line":3,"column":3,"endLine":3,"endColumn":12,"message":"clé inconnue « defintion »","hint":"écrire definition","fix":{"edits":[{"line":3,"column":3,"endLine":3,"endColumn":12,"text":"definition"},{"line":3,"column":13,"endLine":3,"endColumn":13,"text":"<&>"}]}}
{"code":"duplicate-key","severity":"warning","file":"lexicon/terms/b.yaml","line":2,"column":1,"endLine":3,"endColumn":1,"message":"clé « term » en double","related":[{"file":"lexicon/terms/b.yaml","line":1,"column":1,"endLine":1,"endColumn":5,"message":"déjà donnée ici : {0}"},{"file":"lexicon/terms/é, :%.yaml","line":1,"column":1,"endLine":1,"endColumn":1,"message":"déjà donnée ici : 2"}],"fix":{"edits":[{"line":2,"column":1,"endLine":3,"endColumn":1,"text":""}]}}
{"code":"duplicate-key","severity":"review","file":"lexicon/terms/é, :%.yaml","line":4,"column":2,"endLine":4,"endColumn":2,"message":"clé « x » en double"}
`)
}

func TestJSONKeepsTheTextOfFixes(t *testing.T) {
	text := strings.Repeat("é", 100) + "\n\u200b"
	l := diag.List{{Code: "c", Severity: diag.Error, File: "f", Fix: &diag.Fix{Edits: []diag.Edit{{on(1, 2), text}}}}}
	var b strings.Builder
	if err := l.WriteJSON(&b, quoting, nil); err != nil {
		t.Fatal(err)
	}
	if want := `"text":"` + strings.Repeat("é", 100) + `\n` + "\u200b" + `"`; !strings.Contains(b.String(), want) {
		t.Errorf("%q is not in %q", want, b.String())
	}
}

func TestJSONOfNothing(t *testing.T) {
	var b strings.Builder
	if err := (diag.List{{Severity: diag.Off}}).WriteJSON(&b, quoting, nil); err != nil || b.Len() > 0 {
		t.Errorf("%q, %v", b.String(), err)
	}
}
