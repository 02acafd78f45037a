// The pages are whole without this script, which brings out the search. What it looks in is loaded once, when a reader
// begins.

const form = document.getElementById("_search");
const field = document.getElementById("_q");
const wipe = document.getElementById("_clear");
const note = document.getElementById("_note");
const missing = document.getElementById("_missing"); // there, when the lexicon takes contributions
const bookLanguage = document.documentElement.lang;
const address = (path) => new URL(path, new URL(form.dataset.root, location.href)).href;
let loading;
let lexicon = null;
let words;

// load gives the entries and the index of their keys.
function load() {
  loading ??= fetch(address("search.json")).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }).then((found) => {
    words = speaker(found.words, form.lang || bookLanguage);
    lexicon = found;
    lexicon.index = prepare(found.keys);
  });
  loading.catch(() => { loading = undefined; });
  return loading;
}

// look finds what a query means, once there is something to look in.
function look(query, limit) {
  if (lexicon !== null) return find(lexicon.index, query, limit);
  if (query.trim() !== "") load().then(search.update, () => showNote(form.dataset.failed));
  return null;
}

function showNote(remarked) {
  if (note.textContent !== remarked) note.textContent = remarked;
  note.hidden = remarked === "";
}

function head({ term, lang }) {
  return { text: term, lang: lang ?? bookLanguage };
}

const search = combobox({
  input: field,
  listbox: document.getElementById("_found"),
  status: document.getElementById("_said"),
  find: look,
  render: (option, hit) => suggest(option, head(lexicon.entries[hit.entry]), lexicon.forms[hit.entry], hit, words),
  more: (n) => words.number("search.more", n),
  tell: (found, q) => result(found, q, words),
  show(found, q) {
    wipe.hidden = field.value === "";
    showNote(found === null ? "" : remark(found, q, words));
    if (missing) missing.hidden = found?.count !== 0;
  },
  go: (hit) => { location.href = address(`terms/${lexicon.entries[hit.entry].id}/`); },
});
field.addEventListener("focus", () => load().catch(() => {}));
form.addEventListener("focusout", (event) => {
  if (form.contains(event.relatedTarget)) return;
  note.hidden = true;
  if (missing) missing.hidden = true;
});
note.parentElement.addEventListener("mousedown", (event) => event.preventDefault()); // which would take the focus away
wipe.addEventListener("click", () => {
  search.clear();
  field.focus();
});
form.hidden = false;
if (field.value !== "") search.update(); // as a browser gives a page back, or as the address says
