// Package site writes a book as a folder of pages to be published anywhere: each term has an address of its own, every link
// is relative, and nothing is asked of any other machine. The pages are whole without their script, which adds the search.
package site

import (
	_ "embed"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/web"
)

// Format writes a folder: `site`, `site/en` for a translation, `site-<edition>` for an edition.
var Format = format.Format{Name: "site", Folder: top, Offers: []string{"epub", "html", "json"}, Write: write}

// top is the folder of the site of a whole lexicon.
const top = "site"

var (
	//go:embed site.css
	css string
	//go:embed site.js
	siteScript string
	//go:embed map.js
	mapScript string
	//go:embed notfound.js
	notFoundScript string
)

// searchScript is the search, with what it needs.
var searchScript = strings.Join([]string{web.Search, web.Combobox, web.Suggest, siteScript}, "\n")

// site is a book with the lists that its pages show.
type site struct {
	*format.Book
	// base is the address at which the site is published, with its last slash; empty when nobody has said it. root is that
	// of the book's language in it.
	base, root string
	style      string
	letters    []format.Section
	domains    []domain
	levels     []level
	indexes    []format.Reverse
	documents  []format.Cited
	news       []day
	images     map[string]string // addresses from the root, by file
	place      map[*glossary.Entry]int
	// made are the files that are known before the pages, which link to them.
	made map[string]bool
}

func write(b *format.Book) ([]format.File, error) {
	s := &site{
		Book:      b,
		style:     web.Base + css + web.Colors(b.Cover().Color.Value),
		letters:   format.New(*b, b.Entries, false).Sections,
		domains:   domainsOf(b),
		levels:    levelsOf(b),
		indexes:   indexesOf(b),
		documents: b.Cited(),
		news:      newsOf(b),
		place:     make(map[*glossary.Entry]int, len(b.Entries)),
		made:      map[string]bool{},
	}
	for i, e := range b.Entries {
		s.place[e] = i
	}
	if b.Edition == nil { // which is published elsewhere
		s.base = format.Published(b.Lexicon)
	}
	if s.base != "" {
		s.root = s.base + s.folderOf(b.Language)
	}
	files, err := s.loadImages()
	if err != nil {
		return nil, err
	}
	for _, f := range b.Downloads {
		files = append(files, format.File{Name: downloads + f.Name, Data: f.Data})
	}
	search, err := s.searchData()
	if err != nil {
		return nil, err
	}
	files = append(files,
		format.File{Name: ".nojekyll"}, // GitHub Pages would have another program read the pages
		format.File{Name: "map.js", Data: []byte(mapScript)},
		format.File{Name: "search.json", Data: search},
		format.File{Name: "site.css", Data: []byte(s.style)},
		format.File{Name: "site.js", Data: []byte(searchScript + "\n" + offlineScript)},
	)
	services, err := s.services()
	if err != nil {
		return nil, err
	}
	files = append(files, services...)
	for _, f := range files {
		s.made[f.Name] = true
	}
	leaves := s.leaves()
	pages := make([]format.File, len(leaves))
	format.Each(len(leaves), func(i int) { pages[i] = s.render(&leaves[i]) })
	files = append(append(files, pages...), s.notFound())
	files = append(files, sitemap(s.root, placesOf(leaves))...)
	keeper, err := worker(files, termsFolder)
	if err != nil {
		return nil, err
	}
	files = append(files, format.File{Name: workerName, Data: keeper})
	folder := b.Folder(top)
	for i := range files {
		files[i].Name = folder + "/" + files[i].Name
	}
	return files, nil
}

// services makes what stands around the pages for other programs: feeds, catalogues, what a device asks for to keep the site.
func (s *site) services() ([]format.File, error) {
	printer := &s.newPage(&leaf{}, "").Printer // which knows no address: what it writes is read elsewhere
	files := []format.File{
		{Name: feedName, Data: feed(s.Book, printer, s.root, termAt)},
		{Name: robotsName, Data: robots(s.root)},
	}
	var books []publication
	for _, f := range s.Downloads {
		if kindOf(f.Name) == "epub" {
			books = append(books, publicationOf(s.Book, printer, f, "", ""))
		}
	}
	if len(s.Downloads) > 0 {
		files = append(files, format.File{Name: checksumsName, Data: checksums(s.Downloads)})
	}
	if len(books) > 0 {
		files = append(files, format.File{Name: catalogueName, Data: catalogue(s.Book, s.root, books)})
		more, err := opds2(s.Book, s.root, books)
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	color := web.Brand(s.Cover().Color.Value)
	manifest, err := webmanifest(s.Book, color, "#ffffff")
	if err != nil {
		return nil, err
	}
	drawn, err := icons(color)
	if err != nil {
		return nil, err
	}
	return append(append(files, format.File{Name: manifestName, Data: manifest}), drawn...), nil
}

// placesOf tells a map of the site the pages that it is to lead to, with the days on which terms changed.
func placesOf(leaves []leaf) []place {
	var list []place
	for i := range leaves {
		l := &leaves[i]
		if l.refers != "" {
			continue
		}
		p := place{href: l.at}
		if l.entry != nil {
			p.day, _ = changed(l.entry)
		}
		list = append(list, p)
	}
	return list
}

// isSegment reports whether a name may stand in an address as it is. Rules refuse the others before; this is the second
// lock.
func isSegment(name string) bool {
	last := byte('-')
	for i := range len(name) {
		c := name[i]
		if !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' && last != '-') {
			return false
		}
		last = c
	}
	return last != '-'
}
