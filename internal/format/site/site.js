// The pages are whole without this script, which brings out the search. What it looks in is loaded when a reader begins.

const form = document.getElementById("_search");
const field = document.getElementById("_q");
const panel = document.getElementById("_results");
const count = document.getElementById("_count");
const list = document.getElementById("_found");
const SHOWN = 30; // more results than anybody reads
const PAUSE = 250; // milliseconds without a letter typed, before a voice tells the number of results
let loading;
let announcement;

// load gives the entries and the index of their keys.
function load() {
  loading ??= fetch(new URL("search.json", new URL(form.dataset.root, location.href))).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }).then((entries) => ({ entries, index: prepare(entries.map((entry) => entry.keys)) }));
  loading.catch(() => { loading = undefined; });
  return loading;
}

async function show() {
  let lexicon;
  try {
    lexicon = await load();
  } catch {
    panel.hidden = field.value === "";
    announce(form.dataset.failed);
    return;
  }
  const hits = find(lexicon.index, field.value);
  panel.hidden = hits === null;
  list.replaceChildren(...(hits ?? []).slice(0, SHOWN).map((hit) => result(lexicon.entries[hit.entry], hit.key.avoid)));
  if (hits !== null) announce(said(hits.length));
}

// result is a line that leads to an entry, and tells which term to avoid has led to it.
function result(entry, avoid) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(`terms/${entry.id}/`, new URL(form.dataset.root, location.href)).href;
  link.textContent = entry.term;
  if (avoid === undefined) {
    link.lang = entry.lang ?? document.documentElement.lang;
  } else {
    const values = { form: avoid, term: entry.term };
    link.textContent = form.dataset.see.replace(/\{(form|term)\}/g, (_, name) => values[name]);
    if (form.lang !== "") link.lang = form.lang; // these are words of the program
  }
  item.append(link);
  return item;
}

function said(n) {
  if (n === 0) return form.dataset.none.replace("{q}", () => field.value.trim());
  if (n === 1) return form.dataset.one;
  return form.dataset.many.replace("{n}", () => n.toLocaleString(document.documentElement.lang));
}

// announce tells the result once the typing pauses, so that a voice does not speak at each letter.
function announce(words) {
  clearTimeout(announcement);
  announcement = setTimeout(() => { count.textContent = words; }, PAUSE);
}

form.hidden = false;
field.addEventListener("focus", () => load().catch(() => {}));
field.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  field.value = "";
  show();
});
if (field.value !== "") show(); // as a browser gives a page back, or as the address says
