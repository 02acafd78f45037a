package diag_test

import (
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/diag"
)

func TestGitHub(t *testing.T) {
	var b strings.Builder
	if err := shared().WriteGitHub(&b, french, inLexicon); err != nil {
		t.Fatal(err)
	}
	compare(t, b.String(), `::error file=lexicon/lexicon.yaml,line=1,endLine=1,col=1,endColumn=1,title=missing-lexicon::lexicon.yaml manque, 100 %25%0Al'ajouter {ici}
::error file=lexicon/terms/a.yaml,line=3,endLine=3,col=3,endColumn=12,title=unknown-key::clé inconnue « defintion »%0Aécrire definition
::warning file=lexicon/terms/b.yaml,line=2,endLine=3,title=duplicate-key::clé « term » en double%0Alexicon/terms/b.yaml:1:1: déjà donnée ici : {0}%0Alexicon/terms/é, :%25.yaml:1:1: déjà donnée ici : 2
::notice file=lexicon/terms/é%2C %3A%25.yaml,line=4,endLine=4,col=2,endColumn=2,title=duplicate-key::clé « x » en double
`)
}

func TestGitHubWithoutFile(t *testing.T) {
	l := diag.List{{Code: "a:b", Severity: diag.Error, Args: diag.Args{"s": "m: n, o"}}}
	var b strings.Builder
	if err := l.WriteGitHub(&b, quoting, nil); err != nil {
		t.Fatal(err)
	}
	compare(t, b.String(), "::error title=a%3Ab::m: n, o\n")
}

// A file name could otherwise start another command.
func TestGitHubKeepsCommandsApart(t *testing.T) {
	l := diag.List{{Code: "c", Severity: diag.Error, File: "a\r\n::stop-commands::x", Args: diag.Args{"s": "\r::warning::y"}}}
	var b strings.Builder
	if err := l.WriteGitHub(&b, quoting, nil); err != nil {
		t.Fatal(err)
	}
	compare(t, b.String(), "::error file=a%0D%0A%3A%3Astop-commands%3A%3Ax,line=1,endLine=1,col=1,endColumn=1,title=c::<U+000D>::warning::y\n")
}
