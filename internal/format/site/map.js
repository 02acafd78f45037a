// The map is whole without this script: it brings out the links of the concept that is pointed at.

for (const map of document.querySelectorAll("svg.map")) {
  const bonds = [...map.querySelectorAll("[data-ends]")].map((bond) => ({ bond, ends: bond.dataset.ends.split(" ") }));
  const concepts = new Map([...map.querySelectorAll("[data-n]")].map((concept) => [concept.dataset.n, concept]));
  const mark = (concept) => {
    map.classList.toggle("marked", concept !== null);
    for (const other of concepts.values()) other.classList.toggle("near", other === concept);
    for (const { bond, ends } of bonds) {
      const near = concept !== null && ends.includes(concept.dataset.n);
      bond.classList.toggle("near", near);
      if (near) for (const end of ends) concepts.get(end).classList.add("near");
    }
  };
  const at = (event) => event.target.closest?.("[data-n]") ?? null;
  map.addEventListener("pointerover", (event) => mark(at(event)));
  map.addEventListener("pointerleave", () => mark(null));
  map.addEventListener("focusin", (event) => mark(at(event)));
  map.addEventListener("focusout", () => mark(null));
}
