package epub

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// The folders and files of the book. go-epub decides the names; anything else in what it gives is a failure.
const (
	root         = "EPUB/"
	packageName  = "package.opf"
	pagesFolder  = "xhtml"
	imagesFolder = "images"
	styleHref    = "css/" + styleName

	mimetypeName  = "mimetype"
	containerName = "META-INF/container.xml"
)

// assembledPackage is what is taken from go-epub's package document.
type assembledPackage struct {
	Items []struct {
		ID   string `xml:"id,attr"`
		Href string `xml:"href,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// finish makes the members of the book from the files that go-epub made. Files of another shape than expected are
// failures: nothing is mended that has not been understood.
func finish(p *publication, files map[string][]byte) ([]member, error) {
	var assembled assembledPackage
	if err := xml.Unmarshal(files[root+packageName], &assembled); err != nil {
		return nil, fmt.Errorf("go-epub: %s: %w", packageName, err)
	}
	manifest, spine, err := p.resources(&assembled)
	if err != nil {
		return nil, err
	}
	if n := len(manifest) + len(unlisted); len(files) != n {
		return nil, fmt.Errorf("go-epub: %d files, not %d", len(files), n)
	}
	if want := `full-path="` + root + packageName + `"`; bytes.Count(files[containerName], []byte(want)) != 1 {
		return nil, fmt.Errorf("go-epub: %s does not say %s once", containerName, want)
	}
	added := map[string][]byte{} // what go-epub cannot hold
	for _, d := range p.dictionaries {
		added[root+d.keyMap] = d.searchKeyMap(p)
		manifest = append(manifest, item{d.keyMap, keyMapMedia, keyMapProps})
	}
	slices.SortFunc(manifest, byHref)
	finished := map[string][]byte{
		root + contentsName: p.navigation(),
		root + ncxName:      p.ncx(),
		root + packageName:  p.packageDocument(manifest, spine),
	}
	for name, want := range map[string][]byte{
		mimetypeName:     []byte("application/epub+zip"),
		root + styleHref: style,
	} {
		if !bytes.Equal(files[name], want) {
			return nil, fmt.Errorf("go-epub: %s is not what it should be", name)
		}
	}
	for _, i := range p.images {
		if name := root + imagesFolder + "/" + i.name; !bytes.Equal(files[name], i.data) {
			return nil, fmt.Errorf("go-epub: %s is not what it should be", name)
		}
	}
	pages := make([][]byte, len(p.pages))
	errs := make([]error, len(p.pages))
	format.Each(len(p.pages), func(i int) {
		if page := &p.pages[i]; page.name != contentsName {
			pages[i], errs[i] = p.complete(files[root+page.link()], page)
			page.body = nil // a large book is not held twice
		}
	})
	for i := range p.pages {
		if errs[i] != nil {
			return nil, fmt.Errorf("go-epub: %s: %w", p.pages[i].name, errs[i])
		}
		if pages[i] != nil {
			finished[root+p.pages[i].link()] = pages[i]
		}
	}

	members := make([]member, 0, len(files)+len(added))
	for name, data := range added {
		members = append(members, member{name, data})
	}
	for name, data := range files {
		if done, ok := finished[name]; ok {
			data = done
		}
		members = append(members, member{name, data})
	}
	slices.SortFunc(members, func(a, b member) int {
		return cmp.Or(rank(a.name)-rank(b.name), strings.Compare(a.name, b.name))
	})
	return members, nil
}

// unlisted are the members that are not resources of the book. A reading system looks for them first, in this order.
var unlisted = []string{mimetypeName, containerName, root + packageName}

func rank(name string) int {
	if i := slices.Index(unlisted, name); i >= 0 {
		return i
	}
	return len(unlisted)
}

// resources gives the list of resources, by address, and the reading order. Both are go-epub's, the contents being put
// in their place among the pages.
func (p *publication) resources(assembled *assembledPackage) (manifest []item, spine []string, err error) {
	expected := map[string]item{
		contentsName: {contentsName, "application/xhtml+xml", "nav"},
		ncxName:      {ncxName, "application/x-dtbncx+xml", ""},
		styleHref:    {styleHref, "text/css", ""},
	}
	for i := range p.pages {
		if href := p.pages[i].link(); href != contentsName {
			expected[href] = item{href, "application/xhtml+xml", ""}
		}
	}
	for _, i := range p.images {
		href := path.Join(imagesFolder, i.name)
		props := ""
		if i.name == p.cover {
			props = "cover-image"
		}
		expected[href] = item{href, i.kind.media, props}
	}
	byID := make(map[string]string, len(expected))
	for _, i := range assembled.Items {
		known, ok := expected[i.Href]
		if !ok || byID[i.ID] != "" {
			return nil, nil, fmt.Errorf("go-epub: %q is listed and was not asked for", i.Href)
		}
		byID[i.ID] = i.Href
		manifest = append(manifest, known)
		delete(expected, i.Href)
	}
	if len(expected) > 0 {
		return nil, nil, fmt.Errorf("go-epub: %d files were lost", len(expected))
	}
	slices.SortFunc(manifest, byHref)

	order := assembled.Spine
	for i := range p.pages {
		href := p.pages[i].link()
		if href != contentsName {
			if len(order) == 0 || byID[order[0].ID] != href {
				return nil, nil, fmt.Errorf("go-epub: %s is not in its place", href)
			}
			order = order[1:]
		}
		spine = append(spine, href)
	}
	if len(order) > 0 {
		return nil, nil, fmt.Errorf("go-epub: %d pages too many", len(order))
	}
	return manifest, spine, nil
}

// complete gives a page of go-epub's what it lacks, its language and its body, and takes out the directions that it
// would have reading systems guess.
func (p *publication) complete(data []byte, page *page) ([]byte, error) {
	const html = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"`
	var start []byte
	start = append(start, html...)
	start = language(start, p.Language)
	if page.name == coverName {
		start = append(start, ` class="whole"`...)
	}
	start = append(start, '>')
	for _, r := range []struct {
		old string
		new []byte
	}{
		{html + ">", start},
		{`<title dir="auto">`, []byte("<title>")},
		{`<body dir="auto">` + "\n", []byte("<body>\n")},
		{`"></link>`, []byte(`"/>`)},
	} {
		if n := bytes.Count(data, []byte(r.old)); n != 1 {
			return nil, fmt.Errorf("%s is there %d times", r.old, n)
		}
		data = bytes.Replace(data, []byte(r.old), r.new, 1)
	}
	head, tail, ok := bytes.Cut(data, []byte(bodyMark+"\n"))
	if !ok || bytes.Contains(tail, []byte(bodyMark)) {
		return nil, fmt.Errorf("the body has no place")
	}
	return slices.Concat(head, page.body, tail), nil
}
