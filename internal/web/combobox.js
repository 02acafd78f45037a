// A field that suggests: the pattern "combobox with a listbox popup" of ARIA 1.2. The focus stays in the field, which says
// which suggestion is active; nothing here knows what is suggested.

const FEW = 12; // more suggestions than a screen holds; the others come when asked for, as many again each time
const PAUSE = 600; // milliseconds without a letter typed, before a voice tells what was found

// combobox makes a field, a list (a listbox, hidden) and a status (a live region) work together.
//   find(text, limit)  what a text means: {count, hits}, no more hits than the limit; null when it means nothing
//   render(option, hit)  fills the element of a suggestion
//   more(n)  what the last suggestion says, which shows others, n of them left
//   tell(found, text)  what is said of what was found
//   show(found, text)  is told of each change, to show what else there is to see
//   go(hit)  follows a suggestion
function combobox({ input, listbox, status, find, render, more, tell, show, go }) {
  let found = null;
  let limit = FEW;
  let active = -1;
  let announcement;

  const options = () => listbox.children;

  function open() {
    if (listbox.childElementCount === 0 || !listbox.hidden) return;
    listbox.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function close() {
    activate(-1);
    if (listbox.hidden) return;
    listbox.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  function activate(i) {
    options()[active]?.setAttribute("aria-selected", "false");
    active = i;
    const option = options()[i];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function option(i) {
    const element = document.createElement("li");
    element.id = `${listbox.id}-${i}`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    return element;
  }

  // fill shows what was found, from a suggestion on: those before it are there.
  function fill(from) {
    const hits = found?.hits ?? [];
    const list = hits.slice(from).map((hit, i) => {
      const element = option(from + i);
      render(element, hit);
      return element;
    });
    if (hits.length < (found?.count ?? 0)) {
      const last = option(hits.length);
      last.className = "more";
      last.textContent = more(found.count - hits.length);
      list.push(last);
    }
    listbox.replaceChildren(...[...options()].slice(0, from), ...list);
  }

  function announce() {
    clearTimeout(announcement);
    if (status.textContent !== "") status.textContent = "";
    const text = input.value.trim();
    if (found !== null) announcement = setTimeout(() => { status.textContent = tell(found, text); }, PAUSE);
  }

  function update() {
    limit = FEW;
    found = find(input.value, limit);
    activate(-1);
    listbox.replaceChildren(); // which also brings a list that was scrolled back to its top
    fill(0);
    if (listbox.childElementCount > 0) open();
    else close();
    show(found, input.value.trim());
    announce();
  }

  // choose follows a suggestion, or shows the others.
  function choose(i) {
    const hit = found?.hits[i];
    if (hit) {
      clearTimeout(announcement);
      close();
      go(hit);
    } else if (i < found?.count) {
      limit += 8 * FEW;
      found = find(input.value, limit);
      fill(i);
      activate(i);
    }
  }

  function clear() {
    input.value = "";
    update();
  }

  // move makes the next suggestion active, or the one before; past the ends there is the field itself.
  function move(step) {
    const n = listbox.childElementCount;
    if (n === 0) return;
    const closed = listbox.hidden;
    open();
    if (closed && active === -1 && step > 0) activate(0);
    else activate((active + 1 + step + n + 1) % (n + 1) - 1);
  }

  const enter = () => choose(Math.max(active, 0)); // the best one, when none is active

  const keys = {
    ArrowDown: (event) => event.altKey ? open() : move(1),
    ArrowUp: (event) => event.altKey ? close() : move(-1),
    Enter: enter,
    Escape: () => listbox.hidden ? clear() : close(),
  };
  input.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    act(event);
  });
  input.form?.addEventListener("submit", (event) => { // some keyboards of phones tell no key
    event.preventDefault();
    enter();
  });
  input.addEventListener("input", update);
  input.addEventListener("focus", () => input.select()); // a new word takes the place of the last one
  input.addEventListener("click", open);
  input.addEventListener("blur", close);
  listbox.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
  listbox.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose([...options()].indexOf(option));
  });
  return { clear, close, update };
}
