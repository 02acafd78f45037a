package diag_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/diag"
)

func writeSARIF(t *testing.T, l diag.List, path func(string) string) string {
	t.Helper()
	var b strings.Builder
	tool := diag.SARIFTool{Name: "lexipoche", Version: "1.2.3", URI: "https://example.org/", Language: "fr"}
	if err := l.WriteSARIF(&b, french, path, tool); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSARIF(t *testing.T) {
	compare(t, writeSARIF(t, shared()[1:4], inLexicon), `{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "lexipoche",
          "version": "1.2.3",
          "informationUri": "https://example.org/",
          "rules": [
            {
              "id": "duplicate-key",
              "shortDescription": {
                "text": "duplicate-key"
              },
              "fullDescription": {
                "text": "duplicate-key"
              },
              "help": {
                "text": "duplicate-key"
              }
            },
            {
              "id": "unknown-key",
              "shortDescription": {
                "text": "À propos de unknown-key."
              },
              "fullDescription": {
                "text": "À propos de unknown-key.\n\nAvec {un: exemple}."
              },
              "help": {
                "text": "À propos de unknown-key.\n\nAvec {un: exemple}."
              }
            }
          ]
        }
      },
      "language": "fr",
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "unknown-key",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "clé inconnue « defintion »\nécrire definition"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "lexicon/terms/a.yaml"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 3,
                  "endLine": 3,
                  "endColumn": 12
                }
              }
            }
          ],
          "fixes": [
            {
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "lexicon/terms/a.yaml"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 3,
                        "startColumn": 3,
                        "endLine": 3,
                        "endColumn": 12
                      },
                      "insertedContent": {
                        "text": "definition"
                      }
                    },
                    {
                      "deletedRegion": {
                        "startLine": 3,
                        "startColumn": 13,
                        "endLine": 3,
                        "endColumn": 13
                      },
                      "insertedContent": {
                        "text": "<&>"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        },
        {
          "ruleId": "duplicate-key",
          "ruleIndex": 0,
          "level": "warning",
          "message": {
            "text": "clé « term » en double"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "lexicon/terms/b.yaml"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 1,
                  "endLine": 3,
                  "endColumn": 1
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "id": 1,
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "lexicon/terms/b.yaml"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 5
                }
              },
              "message": {
                "text": "déjà donnée ici : {{0}}"
              }
            },
            {
              "id": 2,
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "lexicon/terms/%C3%A9,%20:%25.yaml"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 1
                }
              },
              "message": {
                "text": "déjà donnée ici : 2"
              }
            }
          ],
          "fixes": [
            {
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "lexicon/terms/b.yaml"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 2,
                        "startColumn": 1,
                        "endLine": 3,
                        "endColumn": 1
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
      ]
    }
  ]
}
`)
}

type sarif struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []struct{ ID string } }
		}
		Results []struct {
			RuleID    string
			RuleIndex int
			Level     string
			Message   struct{ Text string }
			Locations []struct {
				PhysicalLocation struct {
					ArtifactLocation struct{ URI string }
				}
			}
		}
	}
}

func readSARIF(t *testing.T, text string) (s sarif) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Runs) != 1 {
		t.Fatalf("%d runs in %s", len(s.Runs), text)
	}
	return s
}

func TestSARIFRulesAreSortedAndIndexed(t *testing.T) {
	text := writeSARIF(t, shared(), nil)
	if n := strings.Count(text, `"fixes"`); n != 2 {
		t.Errorf("%d findings with fixes in %s", n, text)
	}
	run := readSARIF(t, text).Runs[0]
	var ids, levels []string
	for _, rule := range run.Tool.Driver.Rules {
		ids = append(ids, rule.ID)
	}
	if want := []string{"duplicate-key", "missing-lexicon", "unknown-key"}; !slices.Equal(ids, want) {
		t.Errorf("rules %q", ids)
	}
	for _, r := range run.Results {
		if ids[r.RuleIndex] != r.RuleID {
			t.Errorf("%s has the index of %s", r.RuleID, ids[r.RuleIndex])
		}
		levels = append(levels, r.Level)
	}
	if want := []string{"error", "error", "warning", "note"}; !slices.Equal(levels, want) {
		t.Errorf("levels %q", levels)
	}
	if got := run.Results[0].Message.Text; got != "lexicon.yaml manque, 100 %\nl'ajouter {{ici}}" {
		t.Errorf("message %q", got)
	}
}

func TestSARIFAddresses(t *testing.T) {
	for path, want := range map[string]string{
		"terms/a.yaml": "terms/a.yaml",
		"../l/a.yaml":  "../l/a.yaml",
		"a b#?%é.yaml": "a%20b%23%3F%25%C3%A9.yaml",
		"c:d.yaml":     "./c:d.yaml",
		"/tmp/é.yaml":  "file:///tmp/%C3%A9.yaml",
	} {
		l := diag.List{{Code: "c", Severity: diag.Error, File: path}}
		got := readSARIF(t, writeSARIF(t, l, nil)).Runs[0].Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI
		if got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestSARIFWithoutFile(t *testing.T) {
	l := diag.List{{Code: "c", Severity: diag.Error, Fix: &diag.Fix{Edits: []diag.Edit{{on(1, 1), "x"}}}}}
	text := writeSARIF(t, l, nil)
	if n := len(readSARIF(t, text).Runs[0].Results); n != 1 || strings.Contains(text, "ocation") {
		t.Errorf("%d results in %s", n, text)
	}
}

func TestSARIFOfNothing(t *testing.T) {
	for _, l := range []diag.List{nil, {{Code: "c", Severity: diag.Off}}} {
		text := writeSARIF(t, l, nil)
		readSARIF(t, text)
		for _, want := range []string{`"results": []`, `"rules": []`} {
			if !strings.Contains(text, want) {
				t.Errorf("no %s in %s", want, text)
			}
		}
	}
}
