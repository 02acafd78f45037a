package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

// supported is the version of the source format, which lexicon.yaml says under its key schema.
const supported = 1

// Entry gives the schema of the file of a concept.
func Entry() []byte {
	return fileSchema(&glossary.EntryRecord, member{"defaultSnippets", []object{{
		{"label", title("entry")},
		{"description", words("schema.entry.short")},
		{"body", starter()},
	}}})
}

// Lexicon gives the schema of lexicon.yaml.
func Lexicon() []byte { return fileSchema(&glossary.LexiconRecord) }

// Edition gives the schema of the file of an edition.
func Edition() []byte { return fileSchema(&glossary.EditionRecord) }

func fileSchema(r *glossary.Record, more ...member) []byte {
	b := &builder{mode: files, defs: map[string]object{}}
	root := append(heading(fmt.Sprintf("%s-%d", r.Name, supported), r.Name), group(b.properties(r.Fields, r.Name))...)
	root = append(root, more...)
	return encode(append(root, member{"$defs", b.definitions()}))
}

// starter is what an editor proposes in an empty file: the keys that an entry must have, and the gender, which most have.
func starter() object {
	body := object{}
	for i := range glossary.EntryRecord.Fields {
		f := &glossary.EntryRecord.Fields[i]
		if !f.Required && f.Key != "gender" {
			continue
		}
		stop := strconv.Itoa(len(body) + 1)
		var value any = "$" + stop
		if f.Kind == glossary.Choice {
			value = "${" + stop + "|" + strings.Join(optionValues(f), ",") + "|}"
		}
		if f.Texts != nil {
			value = []any{value}
		}
		body = append(body, member{f.Key, value})
	}
	return body
}

// scalar is what YAML makes of a text without quotes: « 3D » is a text for it, « 3.14 » a number, « true » neither. A lexicon
// takes them all for what is written.
var scalar = []string{"string", "number", "boolean"}

// Texts that a block of YAML holds end with line feeds, which reading takes off.
const blockEnd = `\n*$`

var (
	blank   = form{"blank", `[^\s\xA0]`}
	oneLine = form{"line", `^[^\n]*[^\s\xA0][^\n]*` + blockEnd}
)

// written gives the schema of a text as editors of YAML see it.
func written(f *glossary.Field) object {
	switch f.Kind {
	case glossary.Choice:
		options := make([]string, len(f.Choices))
		for i, o := range f.Choices {
			options[i] = words("option." + f.Key + "." + o.Value)
		}
		return object{{"type", "string"}, {"enum", optionValues(f)}, {"enumDescriptions", options}}
	case glossary.Number: // the one there is
		return object{{"type", []string{"integer", "string"}}, {"enum", []any{supported, strconv.Itoa(supported)}}}
	case glossary.Boolean:
		return object{{"type", []string{"boolean", "string"}}, {"enum", []any{true, false, "true", "false"}}}
	case glossary.EDTF: // a year alone is a number for YAML, which does not say with how many digits it was written
		return append(typed(forms[f.Kind], "string", "integer"), member{"minimum", 1000}, member{"maximum", 9999})
	case glossary.EntryID, glossary.FormerID, glossary.DomainID, glossary.NewID:
		return append(typed(forms[f.Kind], "string", "integer", "boolean"), member{"minimum", 0})
	case glossary.Inline, glossary.Blocks:
		return limited(typed(blank, scalar...), f.Max)
	}
	if form, ok := forms[f.Kind]; ok {
		return typed(form, "string")
	}
	return limited(typed(oneLine, scalar...), f.Max)
}

// limited adds the most characters that a text may have. Marks are not counted, and what a cross-reference is shown as is not
// known here: a text that has any is left to the rule too-long.
func limited(text object, most int) object {
	if most == 0 {
		return text
	}
	const marks = "*_<>&`~\\[\\]\\\\"
	length := form{"long", fmt.Sprintf(`^(?:[^%s]{0,%d}\n*|[^%s]*[%s][\s\S]*)$`, marks, most, marks, marks)}
	return append(text, member{"allOf", []object{formed(length)}})
}

// typed gives the schema of values of some types, of which texts have a form.
func typed(f form, types ...string) object {
	if bare, ok := strings.CutSuffix(f.pattern, "$"); ok {
		f.pattern = strings.TrimSuffix(bare, strings.TrimSuffix(blockEnd, "$")) + blockEnd
	}
	if len(types) == 1 {
		return append(object{{"type", types[0]}}, formed(f)...)
	}
	return append(object{{"type", types}}, formed(f)...)
}

// formed gives the schema of texts of a form. Editors say what is wrong with one in words of ours.
func formed(f form) object {
	said := make([]string, len(i18n.Languages))
	for i, lang := range i18n.Languages {
		said[i] = i18n.For(lang).Label("pattern." + f.name)
	}
	return object{{"pattern", f.pattern}, {"patternErrorMessage", strings.Join(said, " / ")}}
}

// orGroup gives the schema of a text that stands for a group, or of the group: the keywords for the ones say nothing of the
// others.
func orGroup(text object, list []property) object {
	text = slices.Clone(text)
	types, ok := text[0].value.([]string)
	if !ok {
		types = []string{text[0].value.(string)}
	}
	text[0].value = append(slices.Clone(types), "object")
	return append(text, keys(list, member{"additionalProperties", false})...)
}
