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
let announcement;

// show leaves the entries that the field asks for, all of them when it is empty.
function show() {
  const found = find(index, field.value);
  entries.forEach((entry, i) => { entry.hidden = found !== null && !found.has(i); });
  for (const section of sections) section.hidden = section.querySelector("article.entry:not([hidden])") === null;
  document.documentElement.classList.toggle("searching", found !== null);
  clear.hidden = field.value === "";
  if (none) none.hidden = found === null || found.size > 0;
  announce(found);
  if (found !== null) terms.scrollIntoView();
}

// announce tells the number of results once the typing pauses, so that a voice does not speak at each letter.
function announce(found) {
  clearTimeout(announcement);
  announcement = setTimeout(() => { count.textContent = found === null ? "" : result(found.size); }, 250);
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
