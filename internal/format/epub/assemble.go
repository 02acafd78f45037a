package epub

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"runtime"
	"strings"
	"sync"

	goepub "github.com/go-shiori/go-epub"
)

// assembly is held while go-epub works: its files are in one map for the whole program, and what goes wrong with them
// is only told to the standard logger.
var assembly sync.Mutex

// assemble has go-epub put the pages, the style sheet and the images together, and gives the files of the book that it
// made. The bodies are not among them: go-epub copies a body as it is, so [finish] puts it in its place, and the whole
// text of a lexicon is not compressed, read back and compressed again.
func assemble(p *publication) (files map[string][]byte, err error) {
	assembly.Lock()
	defer assembly.Unlock()
	var logged bytes.Buffer
	usual := log.Writer()
	log.SetOutput(&logged)
	defer func() {
		log.SetOutput(usual)
		if logged.Len() > 0 && err == nil {
			err = fmt.Errorf("go-epub: %s", short(logged.String()))
		}
	}()

	storage := goepub.MemoryFS
	if runtime.GOOS == "windows" { // where its memory is searched by slashes and filled with backslashes
		storage = goepub.OsFS
	}
	if err := goepub.Use(storage); err != nil {
		return nil, err
	}
	book, err := goepub.NewEpub(p.Title)
	if err != nil {
		return nil, err
	}
	book.Client = &http.Client{Transport: noNetwork{}}
	css, err := book.AddCSS(dataURL(style), styleName)
	if err != nil {
		return nil, errors.New(short(err.Error()))
	}
	for _, i := range p.images {
		if _, err := book.AddImage(dataURL(i.data), i.name); err != nil {
			return nil, errors.New(short(err.Error()))
		}
	}
	for i := range p.pages {
		if page := &p.pages[i]; page.name != contentsName {
			if _, err := book.AddSection(bodyMark, page.title(p), page.name, css); err != nil {
				return nil, errors.New(short(err.Error()))
			}
		}
	}
	var out bytes.Buffer
	if _, err := book.WriteTo(&out); err != nil {
		return nil, errors.New(short(err.Error()))
	}
	return unpack(out.Bytes())
}

// bodyMark stands for the body of a page. No text holds it: it would be escaped.
const bodyMark = "<body-of-the-page/>"

// title gives the page's own title, which may not be empty.
func (p *page) title(b *publication) string {
	if p.label == "" {
		return b.Title
	}
	return p.label
}

// dataURL hands go-epub a file. It guesses the type by itself, and refuses some when they are named.
func dataURL(data []byte) string {
	return "data:application/octet-stream;base64," + base64.StdEncoding.EncodeToString(data)
}

// noNetwork refuses every request: go-epub fetches what it does not take for a file.
type noNetwork struct{}

func (noNetwork) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("a book is made without the network")
}

// short cuts a message: go-epub quotes whole files in its own.
func short(message string) string {
	const most = 200
	message = strings.TrimSpace(message)
	if len(message) > most {
		message = strings.ToValidUTF8(message[:most], "") + "…"
	}
	return message
}

func unpack(data []byte) (map[string][]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte, len(r.File))
	for _, f := range r.File {
		if files[f.Name] != nil {
			return nil, fmt.Errorf("go-epub: %s is there twice", f.Name)
		}
		rc, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(rc)
		if err := errors.Join(err, rc.Close()); err != nil {
			return nil, err
		}
		files[f.Name] = content
	}
	return files, nil
}
