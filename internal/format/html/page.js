// The page: it is whole without this script.

const book = JSON.parse(document.getElementById("_data").textContent);
const entries = [...document.querySelectorAll("article.entry")];
const sections = [...document.querySelectorAll(".letter")];
const form = document.getElementById("_search");
const said = document.getElementById("_said");
const bookLanguage = document.documentElement.lang;
const language = form.lang || bookLanguage; // of the words of the program, which may not be the book's

const words = speaker(book.words, language);
const { say, number } = words;

// headword gives the first term of an entry, its text and its language.
function headword(article) {
  return { text: article.querySelector("dfn").textContent, lang: article.lang || bookLanguage };
}

// tell lets a voice say what the eyes have seen.
function tell(words) {
  said.textContent = words;
}

// --- Reading an entry

// place gives the element that a fragment leads to.
function place(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // a stray percent sign
  }
}

// reveal shows what a fragment leads to, when a filter hides it.
function reveal(hash) {
  const target = place(hash);
  if (!target?.closest("[hidden]")) return null;
  lift();
  return target;
}

// read goes to an entry, as its link does, and hands the keyboard to it.
function read(article) {
  reveal(`#${article.id}`);
  location.hash = article.id;
  const heading = article.querySelector("h3");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link) reveal(link.hash);
});
addEventListener("hashchange", () => {
  reveal(location.hash)?.scrollIntoView();
  remember();
});

document.getElementById("_random").addEventListener("click", () => {
  const shown = entries.filter((entry) => !entry.hidden);
  if (shown.length > 0) read(shown[Math.floor(Math.random() * shown.length)]);
});

// --- The search

const field = document.getElementById("_q");
const wipe = document.getElementById("_clear");
const note = document.getElementById("_note");
const missing = document.getElementById("_missing"); // there, when the lexicon takes contributions
let index; // made when the browser has nothing else to do, else when it is needed
let latest = [null, ""];

const ready = () => index ??= prepare(book.keys);
const whenIdle = window.requestIdleCallback ?? setTimeout;
whenIdle(ready);

// showNotes says under the field what the suggestions do not.
function showNotes(found, q) {
  latest = [found, q];
  wipe.hidden = field.value === "";
  const none = found?.count === 0;
  const remarked = remark(found, q, words);
  if (note.textContent !== remarked) note.textContent = remarked;
  if (note.hidden !== (remarked === "")) note.hidden = remarked === "";
  if (missing && missing.hidden === none) missing.hidden = !none;
}

function hideNotes() {
  note.hidden = true;
  if (missing) missing.hidden = true;
}

const search = combobox({
  input: field,
  listbox: document.getElementById("_found"),
  status: said,
  find: (query, limit) => find(ready(), query, limit),
  render: (option, hit) => suggest(option, headword(entries[hit.entry]), book.forms[hit.entry], hit, words),
  more: (n) => number("search.more", n),
  tell: (found, q) => result(found, q, words),
  show: showNotes,
  go(hit) {
    hideNotes();
    read(entries[hit.entry]);
  },
});
field.addEventListener("focus", () => showNotes(...latest));
form.addEventListener("focusout", (event) => {
  if (!form.contains(event.relatedTarget)) hideNotes();
});
note.parentElement.addEventListener("mousedown", (event) => event.preventDefault()); // which would take the focus away
wipe.addEventListener("click", () => {
  search.clear();
  field.focus({ preventScroll: true }); // it is in sight
});

// --- The filters, which the address keeps: a page that is shown again is shown as it was

const tools = document.getElementById("_tools");
const filters = document.getElementById("_filter");
const boxes = [...filters.querySelectorAll("input")];
const filterTitle = document.getElementById("_filter-title");
const shown = document.getElementById("_shown");
const all = document.getElementById("_all");

// filter shows the entries that have one of the domains and one of the levels that are checked.
function filter() {
  const checked = boxes.filter((box) => box.checked);
  const chosen = (name) => checked.filter((box) => box.name === name).map((box) => box.value);
  const [domains, levels] = [chosen("domain"), chosen("level")];
  let n = 0;
  entries.forEach((entry, i) => {
    const fits = (domains.length === 0 || book.domains[i].split(" ").some((id) => domains.includes(id))) &&
      (levels.length === 0 || levels.includes(book.levels[i]));
    if (entry.hidden === fits) entry.hidden = !fits;
    if (fits) n++;
  });
  for (const section of sections) section.hidden = !section.querySelector("article:not([hidden])");
  const on = checked.length > 0;
  all.hidden = !on;
  shown.textContent = !on ? "" : n === 0 ? say("page.shown.none") : number("page.shown", n);
  const names = checked.map((box) => box.parentElement.textContent.trim()).join(", ");
  filterTitle.textContent = on ? say("page.filtered", { filters: names }) : say("page.filter");
  const query = new URLSearchParams(checked.map((box) => [box.name, box.value])).toString();
  try {
    if (query !== location.search.slice(1)) history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  } catch {} // a browser may not let a page opened from a disk change its address
}

function lift() {
  for (const box of boxes) box.checked = false;
  filter();
}

filters.addEventListener("change", filter);
filters.addEventListener("submit", (event) => event.preventDefault());
all.addEventListener("click", () => {
  lift();
  filterTitle.focus();
});
const asked = new URLSearchParams(location.search);
for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
filter();

// --- What was read lately

const recent = document.getElementById("_recent");
const shelf = recents(book.shelf, () => localStorage);

// remember puts the entry that the address names on top of those read lately.
function remember() {
  const article = place(location.hash)?.closest("article.entry");
  if (!article) return;
  const before = article.getBoundingClientRect().top;
  shelf.add(article.id);
  showRecent();
  scrollBy(0, article.getBoundingClientRect().top - before); // the list has grown above what is read
}

function showRecent() {
  const items = shelf.list().map((id) => document.getElementById(id)).filter((place) => place?.matches("article.entry")).map((article) => {
    const { text: term, lang } = headword(article);
    const link = text("a", term, lang === bookLanguage ? "" : lang);
    link.href = `#${article.id}`;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  recent.querySelector("ul").replaceChildren(...items);
  recent.hidden = items.length === 0;
}

document.getElementById("_forget").addEventListener("click", () => {
  shelf.forget();
  showRecent();
  tell(say("page.forgotten"));
  field.focus();
});

// --- The link and the citation of each entry

const BATCH = 200; // entries that are given theirs at once

function addTools(from = 0) {
  for (const article of entries.slice(from, from + BATCH)) {
    const { text: term } = headword(article);
    const link = text("a", say("page.link"));
    link.href = `#${article.id}`;
    link.ariaLabel = say("page.link-term", { term });
    const button = text("button", say("page.cite"));
    button.type = "button";
    button.ariaLabel = say("page.cite-term", { term });
    const line = document.createElement("p");
    line.className = "cite";
    if (form.lang) line.lang = form.lang;
    line.append(link, " ", button);
    article.append(line);
  }
  if (from + BATCH < entries.length) whenIdle(() => addTools(from + BATCH));
}

document.getElementById("_terms").addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const article = button.closest("article");
  const runs = cite(book.citation, headword(article).text, article.id);
  const copied = await copy(runs);
  for (const old of document.querySelectorAll(".cited")) old.remove();
  const answer = text("span", copied ? say("page.cited") : `${say("page.not-cited")} `);
  answer.className = "cited";
  if (!copied) answer.append(text("q", runs.map((run) => run.text).join(""), bookLanguage));
  button.after(" ", answer);
  tell(answer.textContent);
});

addTools();
form.hidden = false;
tools.hidden = false;
reveal(location.hash);
showRecent();
remember();
