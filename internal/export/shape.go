package export

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	fault "github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/schema"
)

// shapes are the parts of the export's schema that files are held to. Concepts are held to theirs one by one: their mistakes
// are then few at a time, and do not make those of others.
type shapes struct {
	whole, concept *jsonschema.Schema
	known          map[string]bool // keys of the envelope
}

var compiled = sync.OnceValue(func() shapes {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Export()))
	if err != nil {
		panic(err)
	}
	const address = "export.json"
	c := jsonschema.NewCompiler()
	if err := c.AddResource(address, doc); err != nil {
		panic(err)
	}
	s := shapes{
		whole:   c.MustCompile(address),
		concept: c.MustCompile(address + "#/$defs/concept"),
		known:   map[string]bool{},
	}
	for at := s.whole; at != nil; at = at.Ref {
		for name := range at.Properties {
			s.known[name] = true
		}
	}
	return s
})

// checkEnvelope holds what is said of the lexicon as a whole to the schema.
func checkEnvelope(file string, root *node) diag.List {
	envelope := *root
	envelope.items = slices.Clone(root.items)
	if i := root.find("entries"); i >= 0 {
		envelope.items[i].items = nil // which are held to the schema one by one
	}
	c := checker{file: file, root: &envelope, known: compiled().known}
	c.check(compiled().whole, envelope.any())
	return c.found
}

// checkConcept holds the i-th concept to the schema.
func checkConcept(file string, concept *node, i int) diag.List {
	c := checker{file: file, root: concept, entry: nameOf(concept, i)}
	c.check(compiled().concept, concept.any())
	return c.found
}

// checker turns the errors of the validator into findings: one for each thing to mend, at its place.
type checker struct {
	file  string
	root  *node
	entry string // what root is called, empty for the envelope
	known map[string]bool
	found diag.List
	names map[badName]string // the form that each should have
	index map[*node]map[string]int
}

func (c *checker) check(s *jsonschema.Schema, v any) {
	if err := s.Validate(v); err != nil {
		c.leaves(err.(*jsonschema.ValidationError))
	}
	if len(c.names) > 0 {
		c.badNames(c.root, 0, "")
	}
	c.lengths(c.root, "")
	c.found.Sort() // the validator walks maps
}

func (c *checker) report(at *node, path string, args diag.Args) {
	c.reportAt("export-shape", at.span, path, args)
}

func (c *checker) reportAt(code string, span diag.Span, path string, args diag.Args) {
	args["entry"], args["path"] = c.entry, strings.TrimPrefix(path, ".")
	c.found = append(c.found, finding(code, c.file, span, args))
}

// nameOf gives what to call the i-th concept of a file.
func nameOf(concept *node, i int) string {
	name := "entries[" + strconv.Itoa(i) + "]"
	if id := concept.value("id"); id != "" {
		name += " (" + id + ")"
	}
	return name
}

// leaves reports the errors that have no cause among the others.
func (c *checker) leaves(err *jsonschema.ValidationError) {
	if name, ok := err.ErrorKind.(*fault.PropertyNames); ok {
		if c.names == nil {
			c.names = map[badName]string{}
		}
		form := ""
		for _, cause := range err.Causes {
			if p, ok := cause.ErrorKind.(*fault.Pattern); ok {
				form = formOf(p.Want)
			}
		}
		c.names[badName{len(err.InstanceLocation), name.Property}] = form
		return
	}
	for _, cause := range err.Causes {
		c.leaves(cause)
	}
	if len(err.Causes) == 0 {
		c.leaf(err)
	}
}

func (c *checker) leaf(err *jsonschema.ValidationError) {
	parent, at, path := c.locate(err.InstanceLocation)
	switch k := err.ErrorKind.(type) {
	case *fault.Required:
		for _, key := range k.Missing {
			c.report(at, path, diag.Args{"what": "missing", "key": key})
		}
	case *fault.AdditionalProperties:
		for _, key := range k.Properties {
			c.unknown(at, path, key)
		}
	case *fault.FalseSchema: // of a key that is not evaluated: so is every key once another is wrong
		if key := err.InstanceLocation[len(err.InstanceLocation)-1]; !c.known[key] {
			c.unknown(parent, strings.TrimSuffix(path, "."+key), key)
		}
	case *fault.Type:
		c.report(at, path, wrongType(at, k.Want[0]))
	case *fault.Const:
		c.report(at, path, diag.Args{"what": "choice", "value": at.text, "known": []string{fmt.Sprint(k.Want)}})
	case *fault.Enum:
		known := make([]string, len(k.Want))
		for i, w := range k.Want {
			known[i] = fmt.Sprint(w)
		}
		c.report(at, path, diag.Args{"what": "choice", "value": at.text, "known": known})
	case *fault.Pattern:
		if at.text == "" {
			c.report(at, path, diag.Args{"what": "empty-text"})
			return
		}
		c.report(at, path, diag.Args{"what": "form", "value": at.text, "form": formOf(k.Want)})
	case *fault.MinLength:
		c.report(at, path, diag.Args{"what": "empty-text"})
	case *fault.MinItems:
		c.report(at, path, diag.Args{"what": "empty-list"})
	case *fault.MinProperties:
		c.report(at, path, diag.Args{"what": "empty-object"})
	case *fault.UniqueItems:
		item := &at.items[k.Duplicates[1]]
		c.report(item, path+"["+strconv.Itoa(k.Duplicates[1])+"]", diag.Args{"what": "repeated", "value": item.text})
	default:
		c.report(at, path, diag.Args{"what": "other", "value": at.text})
	}
}

func wrongType(n *node, want string) diag.Args {
	if n.kind == null {
		return diag.Args{"what": "null"}
	}
	return diag.Args{"what": "type", "want": want, "got": string(n.kind)}
}

// unknown reports a key that the schema does not have, at the key itself.
func (c *checker) unknown(parent *node, path, key string) {
	if i := c.find(parent, key); i >= 0 {
		c.reportAt("export-unknown-key", parent.keys[i].span, path, diag.Args{"key": key, "times": 1})
	}
}

// find gives the index of a member of an object, or -1. Only of a large object is it worth while to keep where all are.
func (c *checker) find(n *node, name string) int {
	if len(n.keys) < 64 {
		return n.find(name)
	}
	if c.index[n] == nil {
		if c.index == nil {
			c.index = map[*node]map[string]int{}
		}
		members := make(map[string]int, len(n.keys))
		for i, k := range n.keys {
			members[k.text] = i
		}
		c.index[n] = members
	}
	if i, ok := c.index[n][name]; ok {
		return i
	}
	return -1
}

// locate follows the steps of the validator from the root.
func (c *checker) locate(steps []string) (parent, at *node, path string) {
	at = c.root
	for _, step := range steps {
		parent = at
		switch i, err := strconv.Atoi(step); {
		case at.kind == object && c.find(at, step) >= 0:
			at = &at.items[c.find(at, step)]
			path += "." + step
		case at.kind == list && err == nil && i < len(at.items):
			at = &at.items[i]
			path += "[" + step + "]"
		default:
			return parent, at, path
		}
	}
	return parent, at, path
}

// badName is a free key of the wrong form, in an object so many steps deep: the validator tells no more that can be relied
// on.
type badName struct {
	depth int
	name  string
}

// badNames reports the keys of a value, depth steps from the root, that the validator refused.
func (c *checker) badNames(n *node, depth int, path string) {
	for i := range n.items {
		step := "[" + strconv.Itoa(i) + "]"
		if n.kind == object {
			name := n.keys[i].text
			step = "." + name
			if form, bad := c.names[badName{depth, name}]; bad {
				c.reportAt("export-shape", n.keys[i].span, path, diag.Args{"what": "name", "value": name, "form": form})
			}
		}
		c.badNames(&n.items[i], depth+1, path+step)
	}
}

// lengths reports the texts that are too long to be read as Markdown, which the schema does not.
func (c *checker) lengths(n *node, path string) {
	if m := n.member("markdown"); m != nil && len(m.text) > glossary.TextMax {
		c.report(m, path+".markdown", diag.Args{"what": "too-long", "limit": glossary.TextMax >> 10})
	}
	for i := range n.items {
		switch item := &n.items[i]; {
		case item.kind != object && item.kind != list:
		case n.kind == object:
			c.lengths(item, path+"."+n.keys[i].text)
		default:
			c.lengths(item, path+"["+strconv.Itoa(i)+"]")
		}
	}
}

// forms name the kinds of text that patterns ask for, and forms of the export's own by their patterns.
var (
	forms = map[glossary.Kind]string{
		glossary.EntryID: "id", glossary.Language: "language", glossary.Region: "region", glossary.Date: "date", glossary.EDTF: "edtf",
		glossary.Address: "address", glossary.Template: "template", glossary.Path: "path", glossary.License: "license", glossary.URN: "urn",
		glossary.Color: "color",
	}
	ownForms = map[string]string{"^[0-9a-f]{64}$": "hash", "^[0-9A-V]+$": "sort-key"}
)

// formOf names the form that a text should have, empty when there is no name for it.
func formOf(pattern string) string {
	if k, ok := schema.KindOf(pattern); ok {
		return forms[k]
	}
	return ownForms[pattern]
}
