// The citation of an entry, and how it reaches the clipboard.

// cite gives the citation of an entry, whose headword and id are given, as runs of text: {text, title} where title says that it
// is set in italics.
function cite({ term, title, rest, link }, headword, id) {
  return [
    { text: term.replace("{term}", () => headword), title: false },
    { text: title, title: true },
    { text: rest + (link ? `, ${link}${id}` : ""), title: false },
  ];
}

// copy puts runs of text into the clipboard, as text and as rich text, and says whether it could. The newer way is refused
// to some pages opened from a disk; the older one needs a gesture of the reader, which there has just been.
async function copy(runs) {
  const text = runs.map((run) => run.text).join("");
  const passage = document.createElement("p");
  passage.append(...runs.map((run) => {
    if (!run.title) return run.text;
    const title = document.createElement("cite");
    title.textContent = run.text;
    return title;
  }));
  const types = { "text/plain": text, "text/html": passage.innerHTML };
  try {
    const blobs = Object.entries(types).map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    const fill = (event) => {
      event.preventDefault();
      for (const [type, content] of Object.entries(types)) event.clipboardData.setData(type, content);
    };
    document.addEventListener("copy", fill);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    } finally {
      document.removeEventListener("copy", fill);
    }
  }
}
