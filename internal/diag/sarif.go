package diag

import (
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// SARIFTool names the program in its report. An empty field is left out.
type SARIFTool struct {
	Name, Version, URI string
	Language           string // of the voice: "fr" or "fr-CA"; readers take "en-US" when it is left out
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	Language   string        `json:"language,omitempty"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	Version        string      `json:"version,omitempty"`
	InformationURI string      `json:"informationUri,omitempty"`
	Rules          []sarifRule `json:"rules"`
}

// sarifRule says the same thing three times because GitHub's code scanning wants all three.
type sarifRule struct {
	ID    string    `json:"id"`
	Short sarifText `json:"shortDescription"`
	Full  sarifText `json:"fullDescription"`
	Help  sarifText `json:"help"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
	Related   []sarifLocation `json:"relatedLocations,omitempty"`
	Fixes     []sarifFix      `json:"fixes,omitempty"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	Line    int32 `json:"startLine"`
	Col     int32 `json:"startColumn"`
	EndLine int32 `json:"endLine"`
	EndCol  int32 `json:"endColumn"`
}

type sarifFix struct {
	Changes []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted *sarifText  `json:"insertedContent,omitempty"`
}

// sarifMessage keeps readers of the report from taking braces for places to fill.
var sarifMessage = strings.NewReplacer("{", "{{", "}", "}}")

var sarifLevels = [...]string{Review: "note", Warning: "warning", Error: "error"}

// WriteSARIF prints findings as a SARIF 2.1.0 report, for code scanning services and editors: one run, with the
// codes that the findings have as its rules.
func (l List) WriteSARIF(w io.Writer, voice Voice, path func(file string) string, tool SARIFTool) error {
	run := sarifRun{Language: tool.Language, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	rules := map[string]int{}
	for f := range l.worded(voice, path) {
		rules[f.Code] = 0 // known once sorted
		run.Results = append(run.Results, sarifResultOf(f))
	}
	run.Tool.Driver = sarifDriver{tool.Name, tool.Version, tool.URI, []sarifRule{}}
	for i, code := range slices.Sorted(maps.Keys(rules)) {
		rules[code] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(code, voice.About(code)))
	}
	for i := range run.Results {
		run.Results[i].RuleIndex = rules[run.Results[i].RuleID]
	}

	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func sarifRuleOf(code, about string) sarifRule {
	about = strings.TrimSpace(about)
	if about == "" {
		about = code
	}
	short, _, _ := strings.Cut(about, "\n")
	return sarifRule{code, sarifText{strings.TrimSpace(short)}, sarifText{about}, sarifText{about}}
}

func sarifResultOf(f finding) sarifResult {
	text := f.message
	if f.hint != "" {
		text += "\n" + f.hint
	}
	result := sarifResult{RuleID: f.Code, Level: sarifLevels[f.Severity], Message: sarifText{sarifMessage.Replace(text)}}
	if f.path == "" {
		return result
	}
	artifact := sarifArtifact{sarifURI(f.path)}
	result.Locations = []sarifLocation{{Physical: sarifPhysical{artifact, sarifRegion(f.place)}}}
	for i, r := range f.related {
		result.Related = append(result.Related, sarifLocation{
			ID:       i + 1, // locations of a result may not be alike
			Physical: sarifPhysical{sarifArtifact{sarifURI(r.path)}, sarifRegion(r.place)},
			Message:  &sarifText{sarifMessage.Replace(r.message)},
		})
	}
	if edits := f.edits(); len(edits) > 0 {
		change := sarifChange{Artifact: artifact}
		for _, e := range edits {
			replacement := sarifReplacement{Deleted: sarifRegion(e.Span.place())}
			if e.Text != "" {
				replacement.Inserted = &sarifText{e.Text}
			}
			change.Replacements = append(change.Replacements, replacement)
		}
		result.Fixes = []sarifFix{{[]sarifChange{change}}}
	}
	return result
}

// sarifURI gives the address of a file: relative, unless its path is not.
func sarifURI(path string) string {
	address := url.URL{Path: filepath.ToSlash(path)}
	if filepath.IsAbs(path) {
		address.Scheme, address.Path = "file", "/"+strings.TrimLeft(address.Path, "/")
	}
	return address.String()
}
