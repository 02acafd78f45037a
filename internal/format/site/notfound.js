// This page stands at an address that nobody knows: the site's root is found from what the site has at its root. The words
// of the address are those to look for.

const SECTIONS = /\/(?:terms|letters|domains|levels|index|map|sources|news|about|download)(?:\/|$)/g;

// roots gives where the root may be, the likeliest first: before what looks like an address of the site, then from the
// folder of the address upwards.
function roots(path) {
  const list = [...path.matchAll(SECTIONS)].map((match) => path.slice(0, match.index + 1)).reverse();
  for (let end = path.lastIndexOf("/"); end >= 0; end = path.lastIndexOf("/", end - 1)) {
    list.push(path.slice(0, end + 1));
    if (end === 0) break;
  }
  return [...new Set(list)];
}

async function rootOf(path) {
  for (const root of roots(path)) {
    const answer = await fetch(`${root}search.json`, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) return root;
  }
  return null;
}

const wordsOf = (path) => {
  const last = path.split("/").filter(Boolean).pop() ?? "";
  try {
    return decodeURIComponent(last).replace(/\.html?$/, "").replace(/[-_+]+/g, " ");
  } catch {
    return "";
  }
};

const root = await rootOf(location.pathname);
if (root !== null) {
  document.getElementById("_search").dataset.root = root;
  const home = document.getElementById("_home");
  home.href = root;
  home.hidden = false;
  document.getElementById("_q").value = wordsOf(location.pathname);
}
