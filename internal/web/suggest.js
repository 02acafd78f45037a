// What a suggestion shows, and what is said of what was found: the same on a page and on a site.

// text makes an element that holds a text, in a language when it is given.
function text(name, words, lang) {
  const element = document.createElement(name);
  element.textContent = words;
  if (lang) element.lang = lang;
  return element;
}

// speaker gives the ways to use words of the program, by their ids: say puts values in their braces, number agrees them
// with a number.
function speaker(words, language) {
  const say = (id, values = {}) => words[id].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (id, n) => n === 1 ? say(`${id}.one`) : say(`${id}.many`, { n: n.toLocaleString(language) });
  return { say, number };
}

// isNear says whether what was found is not what was typed, but comes near.
const isNear = (found) => found?.hits.length > 0 && found.hits[0].how >= MISTYPED;

// suggest fills a suggestion: the headword, {text, lang}, after the form that was found when it is another one. forms are the
// lines of the entry's forms.
function suggest(option, head, forms, { key, form }, { say }) {
  if (form > 0) {
    const [shown, lang, status] = (forms.split("\n")[form] ?? "").split("\t");
    option.append(text("bdi", shown || key, lang || head.lang));
    if (status) option.append(" ", text("i", `(${say(`status.${status}`)})`));
    const arrow = text("span", " → ");
    arrow.ariaHidden = "true";
    const see = text("span", say("search.see"));
    see.className = "unseen";
    option.append(arrow, see);
  }
  const term = text("bdi", head.text, head.lang);
  term.className = "head";
  option.append(term);
}

// result tells how many terms were found, or what nothing was found for.
function result(found, q, { say, number }) {
  const n = number("search.count", found.count);
  if (found.count === 0) return say("search.none", { q });
  return isNear(found) ? `${say("search.near", { q })} ${n}` : n;
}

// remark is what stands under the field when the suggestions do not say it all.
function remark(found, q, { say }) {
  if (found?.count === 0) return say("search.none", { q });
  return isNear(found) ? say("search.near", { q }) : "";
}
