package epub

import (
	"fmt"
	"io/fs"

	"github.com/lexipoche/lexipoche/internal/cover"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

const coverName = "cover.xhtml"

// loadCover reads the image that is given for the cover, or draws one.
func (p *publication) loadCover() error {
	look := p.Cover()
	if file := look.Image.Value; file != "" && p.Original() == "" { // which bears the title in the lexicon's language
		data, err := p.asset(file)
		if err != nil {
			return err
		}
		p.cover, err = p.hold(file, data)
		return err
	}
	page := cover.Page{
		Title: p.Title, Subtitle: p.Subtitle, Lines: p.madeFor(), Publisher: p.Lexicon.Publisher.Value, Color: look.Color.Value,
	}
	if file := look.Logo.Value; file != "" {
		data, err := p.asset(file)
		if err != nil {
			return err
		}
		page.Logo = data
	}
	drawn, err := cover.Draw(page)
	if err != nil {
		return fmt.Errorf("%s: %w", look.Logo.Value, err)
	}
	p.cover = "cover.png"
	p.images = append(p.images, image{p.cover, &imageKinds[0], drawn})
	return nil
}

// asset reads a file of the lexicon.
func (p *publication) asset(file string) ([]byte, error) {
	if p.Assets == nil {
		return nil, fmt.Errorf("%s: %w", file, fs.ErrNotExist)
	}
	return fs.ReadFile(p.Assets, file)
}

// madeFor lists what tells the edition from another: its event, then the version of the lexicon.
func (p *publication) madeFor() []string {
	var list []string
	add := func(line string) {
		if line != "" {
			list = append(list, line)
		}
	}
	if p.Edition != nil && p.Edition.Event != nil {
		ev := p.Edition.Event
		add(ev.Name.Value)
		if !ev.Date.IsZero() {
			add(p.printer.Date(ev.Date.Value))
		}
		add(ev.Place.Value)
	}
	if v := p.Lexicon.Version.Value; v != "" {
		add(p.Words.Text("book.version", map[string]any{"version": v}))
	}
	return list
}

// coverPage shows the cover, alone in its file. Its role is that of an image (DPUB-ARIA 1.1, doc-cover). An alternative
// text is in one language: where the program does not speak the book's, the title and the role say it all.
func (p *publication) coverPage() []byte {
	alt := p.Title
	if locale.Language(p.Language) == p.Words.Language && p.TitleLanguage == "" {
		alt = p.Words.Text("book.cover-alt", map[string]any{"title": p.Title})
	}
	dst := []byte(`<div class="cover"><img role="doc-cover" epub:type="cover" src="` + imagesHref + p.cover + `" alt="`)
	dst = markup.Escape(dst, alt)
	dst = append(dst, '"')
	dst = p.printer.Lang(dst, p.TitleLanguage)
	return append(dst, "/></div>\n"...)
}
