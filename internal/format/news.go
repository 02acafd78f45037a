package format

import "github.com/lexipoche/lexipoche/internal/glossary"

// News are the entries of a book that changed since the lexicon was last published, in collation order.
type News struct {
	New       []*glossary.Entry
	Revised   []*glossary.Entry // not those that are new
	Withdrawn []*glossary.Entry // [glossary.Entry.ReplacedBy] tells what to read instead
}

// IsZero reports whether nothing changed.
func (n *News) IsZero() bool { return len(n.New)+len(n.Revised)+len(n.Withdrawn) == 0 }

// News compares the dates of the entries with that of the version before; without one, nothing is news. An entry that
// bears no date is left out: nobody knows when it changed. So is one that came and went between two versions.
func (b *Book) News() News {
	var news News
	if b.Lexicon.Previous == nil {
		return news
	}
	since := b.Lexicon.Previous.Date.Value // days compare as their letters do
	for _, e := range b.Entries {
		isNew, changed, retired := e.Created.Value > since, e.Modified.Value > since, e.State() == glossary.Retired
		switch {
		case isNew && !retired:
			news.New = append(news.New, e)
		case isNew || !changed:
		case retired:
			news.Withdrawn = append(news.Withdrawn, e)
		default:
			news.Revised = append(news.Revised, e)
		}
	}
	return news
}
