package epub

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// check reads the finished book again, knowing nothing of how it was made, and refuses one in which a document is not
// well formed, a link or a fragment leads nowhere, a key of a dictionary leads to no article of that dictionary, a resource
// is missing, unlisted or elsewhere. What it finds is a fault of this program: validators come later, on somebody else's
// machine.
func check(members []member) error {
	files := make(map[string][]byte, len(members))
	for _, m := range members {
		if files[m.name] != nil {
			return fmt.Errorf("%s is there twice", m.name)
		}
		files[m.name] = m.data
	}
	var listed struct {
		Items []struct {
			ID    string `xml:"id,attr"`
			Href  string `xml:"href,attr"`
			Media string `xml:"media-type,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
		Collections []struct {
			Links []struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"collection"`
	}
	if err := xml.Unmarshal(files[root+packageName], &listed); err != nil {
		return fmt.Errorf("%s: %w", packageName, err)
	}
	media := map[string]string{root + packageName: "application/oebps-package+xml"}
	ids := map[string]bool{}
	for _, i := range listed.Items {
		name := root + i.Href
		switch {
		case files[name] == nil:
			return fmt.Errorf("%s is listed and not there", name)
		case media[name] != "" || ids[i.ID]:
			return fmt.Errorf("%s is listed twice", name)
		}
		media[name], ids[i.ID] = i.Media, true
	}
	for _, i := range listed.Spine {
		if !ids[i.ID] {
			return fmt.Errorf("%s is in the reading order and not in the list", i.ID)
		}
	}

	collected := map[string]int{} // the numbers of the collections, from 1
	for n, c := range listed.Collections {
		for _, l := range c.Links {
			name := root + l.Href
			switch {
			case media[name] == "":
				return fmt.Errorf("%s is in a collection and not in the list", name)
			case collected[name] != 0:
				return fmt.Errorf("%s is in two collections", name)
			}
			collected[name] = n + 1
		}
	}

	documents := make([]*document, len(members))
	errs := make([]error, len(members))
	format.Each(len(members), func(i int) {
		switch m := &members[i]; {
		case m.name == mimetypeName:
		case media[m.name] == "" && !strings.HasPrefix(m.name, "META-INF/"):
			errs[i] = fmt.Errorf("%s is there and not listed", m.name)
		case path.Ext(m.name) == ".xml", strings.HasSuffix(media[m.name], "+xml"):
			if documents[i], errs[i] = inspect(m.data); errs[i] != nil {
				errs[i] = fmt.Errorf("%s: %w", m.name, errs[i])
			}
		}
	})
	targets := make(map[string]*document, len(members))
	for i, m := range members {
		if errs[i] != nil {
			return errs[i]
		}
		targets[m.name] = documents[i]
	}
	for i, m := range members {
		if documents[i] == nil || m.name == root+packageName {
			continue
		}
		for _, link := range documents[i].links {
			file, fragment, hasFragment := strings.Cut(link, "#")
			name := m.name
			if file != "" {
				name = path.Join(path.Dir(name), file)
			}
			if media[name] == "" {
				return fmt.Errorf("%s: %s leads nowhere", m.name, link)
			}
			element := ""
			if targets[name] != nil {
				element = targets[name].ids[fragment]
			}
			switch {
			case hasFragment && element == "":
				return fmt.Errorf("%s: %s leads nowhere in %s", m.name, link, name)
			case media[m.name] == keyMapMedia && (element != "article" || collected[m.name] != collected[name]):
				return fmt.Errorf("%s: %s is no article of its dictionary", m.name, link)
			}
		}
	}
	return nil
}

// document is what a document says of itself and of others.
type document struct {
	ids   map[string]string // to the names of the elements that have them
	links []string          // to what the book must hold
}

// inspect reads an XML document, strictly. Raw tokens cost less than those whose names are resolved, and leave the pairing
// of tags to their reader.
func inspect(data []byte) (*document, error) {
	doc := &document{ids: map[string]string{}}
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []xml.Name
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			if len(open) > 0 {
				return nil, fmt.Errorf("<%s> is not closed", open[len(open)-1].Local)
			}
			return doc, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, t.Name)
			if err := doc.element(&t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != t.Name {
				return nil, fmt.Errorf("</%s> closes nothing", t.Name.Local)
			}
			open = open[:len(open)-1]
		}
	}
}

func (doc *document) element(start *xml.StartElement) error {
	if start.Name.Local == "script" {
		return fmt.Errorf("a script")
	}
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "id":
			if doc.ids[a.Value] != "" {
				return fmt.Errorf("the id %s is there twice", a.Value)
			}
			doc.ids[a.Value] = start.Name.Local
		case "aria-labelledby":
			doc.links = append(doc.links, "#"+a.Value)
		case "href", "src":
			if start.Name.Local == "a" && web(a.Value) {
				continue // a link that a reader chooses to follow; anything else would be fetched
			}
			doc.links = append(doc.links, a.Value)
		}
	}
	return nil
}

// web reports whether an address leads out of the book.
func web(address string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto"))
}
