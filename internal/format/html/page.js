// The page: it is whole without this script, which only adds the search.

const page = JSON.parse(document.getElementById("_data").textContent);
const index = prepare(page.keys);
const entries = [...document.querySelectorAll("article.entry")];
const sections = [...document.querySelectorAll(".letter")];
const terms = document.getElementById("_terms");
const form = document.getElementById("_search");
const field = document.getElementById("_q");
const clear = document.getElementById("_clear");
const count = document.getElementById("_count");
const none = document.getElementById("_none");
// While a search lasts, the entries that it finds stand here, the best first, and the sections are out of sight.
const results = document.createElement("div");
results.id = "_results";
terms.prepend(results);
const home = new Map(entries.map((entry) => [entry, entry.closest(".letter")]));
const disordered = new Set(); // the sections that have lent entries
const BATCH = 40; // more entries than a screen holds; the others follow once the typing pauses
const PAUSE = 250; // milliseconds without a letter typed
let announcement;
let pouring;

// show leaves the entries that the field asks for, all of them when it is empty.
function show() {
  const found = find(index, field.value);
  empty();
  if (found === null) tidy();
  for (const section of sections) section.hidden = found !== null;
  document.documentElement.classList.toggle("searching", found !== null);
  clear.hidden = field.value === "";
  if (none) none.hidden = found === null || found.length > 0;
  announce(found);
  if (found === null) return;
  pour(found, 0);
  terms.scrollIntoView();
}

// pour moves hits from their sections into the results: a screen of them first, so that typing never waits for the rest,
// which may be thousands.
function pour(hits, start) {
  const end = 2 * start + BATCH;
  results.append(...hits.slice(start, end).flatMap(({ entry, key }) => {
    const article = entries[entry];
    disordered.add(home.get(article));
    return key.avoid === undefined ? [article] : [see(key.avoid, article), article];
  }));
  if (end < hits.length) pouring = setTimeout(pour, start === 0 ? PAUSE : 0, hits, end);
}

// see says which term to avoid has led to an entry.
function see(avoid, article) {
  const line = document.createElement("p");
  line.className = "see";
  if (form.lang !== "") line.lang = form.lang; // these are words of the program
  const values = { form: avoid, term: article.querySelector("dfn").textContent };
  line.textContent = page.see.replace(/\{(form|term)\}/g, (_, name) => values[name]);
  return line;
}

// empty gives the sections, which are out of sight, the entries that they have lent.
function empty() {
  clearTimeout(pouring);
  for (const child of [...results.children]) home.get(child)?.append(child);
  results.replaceChildren();
}

// tidy puts the entries of the sections back in order.
function tidy() {
  for (const entry of entries) if (disordered.has(home.get(entry))) home.get(entry).append(entry);
  disordered.clear();
}

// announce tells the number of results once the typing pauses, so that a voice does not speak at each letter.
function announce(found) {
  clearTimeout(announcement);
  announcement = setTimeout(() => { count.textContent = found === null ? "" : result(found.length); }, PAUSE);
}

function result(n) {
  if (n === 0) return page.none.replace("{q}", () => field.value.trim());
  if (n === 1) return page.one;
  return page.many.replace("{n}", () => n.toLocaleString(document.documentElement.lang));
}

function wipe() {
  field.value = "";
  show();
}

// reveal puts everything back when an address leads to what the search has hidden, and gives the place it leads to.
function reveal(hash) {
  const target = document.getElementById(hash.slice(1));
  if (!target?.closest("[hidden], .searching .front")) return null;
  wipe();
  return target;
}

form.hidden = false;
field.addEventListener("input", show);
clear.addEventListener("click", () => {
  wipe();
  field.focus();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  field.blur(); // puts the keyboard of a phone away
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") wipe();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link) reveal(link.hash);
});
addEventListener("hashchange", () => reveal(location.hash)?.scrollIntoView());
