package web

import (
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// Form appends the form of the search, which its script brings out (ARIA 1.2, combobox with a listbox popup), in a page of a
// language. attributes are more of the form's own; missing is what is shown where nothing is found.
func Form(dst []byte, words *i18n.Catalogue, language string, attributes string, missing []byte) []byte {
	attribute := func(name, label string) {
		dst = append(dst, " "+name+`="`...)
		dst = markup.Escape(dst, words.Label(label))
		dst = append(dst, '"')
	}
	dst = append(dst, `<form class="search" id="_search" role="search" hidden=""`...)
	if words.Language != locale.Language(language) {
		dst = append(dst, ` lang="`+words.Language+`" dir="`+locale.Direction(words.Language)+`"`...)
	}
	dst = append(dst, attributes...)
	dst = append(dst, ">\n<div>\n<label for=\"_q\">"...)
	dst = markup.Escape(dst, words.Label("search.label"))
	dst = append(dst, "</label>\n<div class=\"combobox\">\n<div class=\"field\"><input type=\"text\" id=\"_q\" role=\"combobox\""+
		" aria-expanded=\"false\" aria-controls=\"_found\" aria-autocomplete=\"list\""...)
	attribute("placeholder", "search.placeholder")
	dst = append(dst, ` autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" enterkeyhint="search">`...)
	dst = append(dst, `<button type="button" id="_clear" hidden="">`...)
	dst = markup.Escape(dst, words.Label("search.clear"))
	dst = append(dst, "</button></div>\n<div class=\"under\">\n<p id=\"_note\" hidden=\"\"></p>\n<ul id=\"_found\" role=\"listbox\""...)
	attribute("aria-label", "search.suggestions")
	dst = append(dst, " hidden=\"\"></ul>\n"...)
	if len(missing) > 0 {
		dst = append(dst, `<p id="_missing" hidden="">`...)
		dst = append(dst, missing...)
		dst = append(dst, "</p>\n"...)
	}
	return append(dst, "</div>\n</div>\n<p class=\"unseen\" id=\"_said\" role=\"status\"></p>\n</div>\n</form>\n"...)
}

// Words are what the scripts of the search say, by id; what stands in braces is a value. Numbers are written by the browser,
// in the language of the words.
func Words(words *i18n.Catalogue) map[string]string {
	said := map[string]string{"search.see": words.Label("search.see")}
	for _, id := range []string{"search.none", "search.near"} {
		said[id] = words.Text(id, map[string]any{"q": "{q}"})
	}
	for _, id := range []string{"search.count", "search.more"} {
		said[id+".one"] = words.Count(id, 1)
		said[id+".many"] = words.Text(id, map[string]any{"n": "{n}"})
	}
	for _, status := range []string{"contextual", "discouraged", "obsolete"} {
		said["status."+status] = words.Label("term-status." + status)
	}
	return said
}
