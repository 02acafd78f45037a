package epub

import "github.com/lexipoche/lexipoche/internal/format"

const bibliographyRole = ` epub:type="bibliography" role="doc-bibliography"`

// bibliography lists the documents that the entries of the book, or their examples, rest on, each once.
func (p *publication) bibliography() []list {
	documents := p.Cited()
	if len(documents) == 0 {
		return nil
	}
	rows := make([]row, len(documents))
	const block = 64
	format.Each((len(documents)+block-1)/block, func(n int) {
		for i := n * block; i < min((n+1)*block, len(documents)); i++ {
			c := &documents[i]
			dst := p.printer.Source(nil, &c.Source)
			dst = append(dst, "\n<div class=\"cited\">"...)
			dst = p.printer.Say(dst, p.Words.Label("book.cited-in"))
			dst = p.colon(dst)
			dst = p.links(dst, c.Entries)
			rows[i] = row{c.Text, append(dst, "</div>"...)}
		}
	})
	return []list{{
		name: "sources", label: p.Words.Label("book.sources"), use: p.Words.Label("guide.bibliography"),
		class: "bibliography", role: bibliographyRole, groups: p.lettered(rows), guided: true,
	}}
}
