// What was read lately, kept by this browser and no one else. A browser may refuse to keep anything: the list then lasts as
// long as the page.

const LATEST = 8; // entries remembered

// recents gives a list kept under a name in a storage: ids, the last read first. Nothing is written before something is read.
function recents(name, storage) {
  let ids = [];
  try {
    const kept = JSON.parse(storage().getItem(name));
    if (Array.isArray(kept)) ids = kept.filter((id) => typeof id === "string").slice(0, LATEST);
  } catch {}
  return {
    list: () => ids,
    add(id) {
      ids = [id, ...ids.filter((other) => other !== id)].slice(0, LATEST);
      try {
        storage().setItem(name, JSON.stringify(ids));
      } catch {}
    },
    forget() {
      ids = [];
      try {
        storage().removeItem(name);
      } catch {}
    },
  };
}
