package schema

import (
	"maps"
	"slices"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

// mode is what the tables are read for.
type mode uint8

const (
	files  mode = iota // what editors write
	export             // what programs read
)

// builder makes a schema by walking the tables.
type builder struct {
	mode
	defs map[string]object
}

// property is a key of a group, and the schema of its value.
type property struct {
	key      string
	required bool
	schema   object
}

// about says what a key is for, in all languages, in the words of the first of some groups that has any for it.
func about(key string, groups ...string) string {
	if key == "$schema" {
		key = "schema-address"
	}
	id := "key." + groups[len(groups)-1] + "." + key
	for _, group := range groups {
		if own := "key." + group + "." + key; i18n.For(i18n.Fallback).Has(own) {
			id = own
			break
		}
	}
	return words(id)
}

// words gives what a text says in each language, one after the other.
func words(id string) string {
	text := ""
	for i, lang := range i18n.Languages {
		if i > 0 {
			text += "\n\n"
		}
		text += i18n.For(lang).Label(id)
	}
	return text
}

// described puts what a key is for before the schema of its value.
func described(text string, schema object) object {
	return append(object{{"description", text}}, schema...)
}

// properties gives what the keys of a table hold. The words for them are those of the first of some groups that has any.
func (b *builder) properties(fields []glossary.Field, groups ...string) []property {
	list := make([]property, len(fields))
	for i := range fields {
		f := &fields[i]
		list[i] = property{
			key:      f.Key,
			required: f.Required || b.mode == export && f.Default != "",
			schema:   described(about(f.Key, groups...), b.field(f)),
		}
	}
	return list
}

// group gives the schema of an object that has some keys and no other; open, of one that may have others.
func group(list []property) object { return append(open(list), member{"additionalProperties", false}) }

func open(list []property) object { return append(object{{"type", "object"}}, keys(list)...) }

// keys gives the keywords that tell the keys of an object, then others.
func keys(list []property, more ...member) object {
	properties := object{}
	var required []string
	for _, p := range list {
		properties = append(properties, member{p.key, p.schema})
		if p.required {
			required = append(required, p.key)
		}
	}
	o := object{{"properties", properties}}
	if required != nil {
		o = append(o, member{"required", required})
	} else {
		o = filledGroup(o)
	}
	return append(o, more...)
}

// field gives the schema of a key's value.
func (b *builder) field(f *glossary.Field) object {
	switch {
	case f.Text != nil:
		return b.value(f)
	case f.Texts != nil:
		list := filled(listOf(b.value(f)))
		// Of other values that come twice, a rule only warns.
		if b.mode == export && (f.Kind == glossary.EntryID || f.Kind == glossary.FormerID) {
			list = unique(list)
		}
		return list
	}
	return b.parts(f.Parts)
}

// parts gives the schema of the groups under a key.
func (b *builder) parts(p *glossary.Parts) object {
	switch p.Shape {
	case glossary.Single:
		return b.part(p.Record)
	case glossary.Many:
		return filled(listOf(b.part(p.Record)))
	}
	return filledGroup(under(b.freeKey(p.KeyField), b.part(p.Record)))
}

// freeKey gives the schema of a key that is not in a table, which is a text in any case.
func (b *builder) freeKey(f *glossary.Field) object {
	if b.mode == files {
		return formed(forms[f.Kind])
	}
	return b.value(f)
}

// part gives the schema of one group, by reference when it has keys of its own.
func (b *builder) part(r *glossary.Record) object {
	switch {
	case r.OnlyShort:
		return b.value(&r.Fields[r.Lookup(r.Short)])
	case r.Rest != nil:
		return b.parts(r.Rest)
	}
	return b.define(r.Name, func() object {
		list := b.properties(r.Fields, r.Name)
		if b.mode == files && r.Short != "" {
			return orGroup(b.value(&r.Fields[r.Lookup(r.Short)]), list)
		}
		return group(list)
	})
}

// define gives a reference to a schema, which is made once.
func (b *builder) define(name string, schema func() object) object {
	if _, ok := b.defs[name]; !ok {
		b.defs[name] = nil // in case it refers to itself
		b.defs[name] = schema()
	}
	return object{{"$ref", "#/$defs/" + name}}
}

// definitions gives what was defined, by name.
func (b *builder) definitions() object {
	o := object{}
	for _, name := range slices.Sorted(maps.Keys(b.defs)) {
		o = append(o, member{name, b.defs[name]})
	}
	return o
}

// value gives the schema of one text.
func (b *builder) value(f *glossary.Field) object {
	if b.mode == files {
		return written(f)
	}
	switch f.Kind {
	case glossary.Choice:
		return object{{"type", "string"}, {"enum", optionValues(f)}}
	case glossary.Inline, glossary.Blocks:
		return b.define("text", b.text)
	case glossary.Number:
		return object{{"type", "integer"}}
	case glossary.Boolean:
		return object{{"type", "boolean"}}
	}
	if pattern, ok := promised[f.Kind]; ok {
		return matching(pattern)
	}
	if form, ok := forms[f.Kind]; ok {
		return matching(form.pattern)
	}
	return text()
}

func optionValues(f *glossary.Field) []string {
	values := make([]string, len(f.Choices))
	for i, o := range f.Choices {
		values[i] = o.Value
	}
	return values
}

func text() object { return object{{"type", "string"}, {"minLength", 1}} }

func matching(pattern string) object { return object{{"type", "string"}, {"pattern", pattern}} }

func listOf(item object) object { return object{{"type", "array"}, {"items", item}} }

func filled(list object) object { return append(list, member{"minItems", 1}) }

func unique(list object) object { return append(list, member{"uniqueItems", true}) }

// under gives the schema of values under free keys.
func under(key, value object) object {
	return object{{"type", "object"}, {"propertyNames", key}, {"additionalProperties", value}}
}

func filledGroup(o object) object { return append(o, member{"minProperties", 1}) }
