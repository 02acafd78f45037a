package diag

import (
	"encoding/json"
	"io"
)

// The structs below are what `lint --format json` promises: the order of fields is that of the keys.

type jsonFinding struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	jsonPlace
	Message string     `json:"message"`
	Hint    string     `json:"hint,omitempty"`
	Related []jsonNote `json:"related,omitempty"`
	Fix     *jsonFix   `json:"fix,omitempty"`
}

type jsonPlace struct {
	Line    int32 `json:"line"`
	Col     int32 `json:"column"`
	EndLine int32 `json:"endLine"`
	EndCol  int32 `json:"endColumn"`
}

type jsonNote struct {
	File string `json:"file"`
	jsonPlace
	Message string `json:"message"`
}

type jsonFix struct {
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonPlace
	Text string `json:"text"`
}

// WriteJSON prints findings for programs, one object a line. A nil path names files as they are.
func (l List) WriteJSON(w io.Writer, voice Voice, path func(file string) string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for f := range l.worded(voice, path) {
		object := jsonFinding{
			Code: f.Code, Severity: f.Severity.String(), File: f.path, jsonPlace: jsonPlace(f.place),
			Message: f.message, Hint: f.hint,
		}
		for _, r := range f.related {
			object.Related = append(object.Related, jsonNote{r.path, jsonPlace(r.place), r.message})
		}
		if edits := f.edits(); len(edits) > 0 {
			object.Fix = &jsonFix{}
			for _, e := range edits {
				object.Fix.Edits = append(object.Fix.Edits, jsonEdit{jsonPlace(e.Span.place()), e.Text})
			}
		}
		if err := enc.Encode(object); err != nil {
			return err
		}
	}
	return nil
}
