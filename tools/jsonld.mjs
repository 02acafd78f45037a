#!/usr/bin/env node
// jsonld.mjs FILE.json…: makes linked data of each export, with the contexts beside it, and checks the graph: what SKOS asks
// for (SKOS Reference, sections 4 to 8), what schema.org asks for, and what docs/json.md says that a consumer gets.
// Nothing is fetched.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const DCT = 'http://purl.org/dc/terms/';
const SCHEMA = 'https://schema.org/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const PLACE = 'https://example.org/lexique/'; // where the file is

// What no vocabulary has a place for, so that it stays in the JSON alone. A key that is left aside without being here is a
// mistake of the context.
const forms = ['text', 'markdown', 'html']; // of a text; text is its value
const unmapped = {
  skos: [
    ...forms, '$schema', 'schema', 'generator', 'slug', 'texts', 'previous', 'foreword', 'news', 'credits', 'contribute', 'edit', 'edition',
    'languages', 'collation', 'protected_names', 'count', 'redirects', 'fold', 'title_language', 'translations', 'language',
    'term', 'pos', 'gender', 'feminine', 'plural', 'number', 'pronunciation', 'trademark', 'synonyms', 'formerly', 'autolink', 'sort', 'reviewed',
    'illustration', 'letter', 'sort_key', 'search', 'hash', 'role', 'organization', 'type', 'accessed', 'service', 'identifiers',
  ],
};
unmapped['schema-org'] = [
  ...unmapped.skos, 'domains', 'discouraged', 'examples', 'notes', 'how_it_works', 'broader', 'narrower', 'related', 'distinguish', 'part_of',
  'parts', 'mentions', 'mentioned_by', 'replaced_by', 'replaces', 'level', 'sources', 'status', 'tags', 'contributors', 'created', 'modified',
];

// graph expands a document, and gives its statements and the keys that were left aside.
async function graph(document, options) {
  const aside = new Set();
  const quads = await jsonld.toRDF(document, {
    ...options,
    eventHandler: ({ event }) => {
      if (event.code === 'invalid property') aside.add(event.details.property);
      else if (event.code !== 'relative object reference') aside.add(event.code);
    },
  });
  return { quads, aside };
}

// Statements is what is asked of a graph.
class Statements {
  constructor(quads) {
    this.quads = quads;
    this.of = new Map(); // by subject and predicate
    for (const q of quads) {
      const key = `${q.subject.value} ${q.predicate.value}`;
      this.of.set(key, [...(this.of.get(key) ?? []), q.object]);
    }
  }

  objects(subject, predicate) {
    return this.of.get(`${subject} ${predicate}`) ?? [];
  }

  values(subject, predicate) {
    return this.objects(subject, predicate).map((o) => o.value);
  }

  are(type) {
    return this.quads.filter((q) => q.predicate.value === TYPE && q.object.value === type).map((q) => q.subject.value);
  }

  // common checks what is true of any graph of ours, whatever the vocabulary.
  common(file, concepts, schemes, expect) {
    expect(schemes.length === 1 && schemes[0] === file.id, `the lexicon is ${schemes}`);
    expect(concepts.length === file.count && file.count > 0, `${concepts.length} concepts of ${file.count}`);
    // Where the lexicon is published, or where the file is.
    const prefix = concepts[0]?.slice(0, concepts[0].lastIndexOf('/') + 1);
    expect(/^https?:.*\/terms\/$/.test(prefix), `a concept is ${concepts[0]}`);
    expect(same(concepts, file.entries.map((e) => prefix + e.id)), 'the concepts are others');
    for (const q of this.quads) {
      for (const node of [q.subject, q.predicate, q.object]) {
        if (node.termType !== 'NamedNode') continue;
        expect(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(node.value), `an IRI is ${JSON.stringify(node.value)}`);
      }
      if (q.object.termType === 'Literal') expect(q.object.value !== '', `${q.subject.value} ${q.predicate.value} is empty`);
    }
  }
}

const same = (a, b) => a.length === b.length && [...a].sort().every((v, i) => v === [...b].sort()[i]);
const tag = (language) => language.toLowerCase(); // which a processor may do

// listed gives labels as a graph holds them.
const listed = (of) => Object.entries(of ?? {}).flatMap(([language, list]) => [list].flat().map((label) => `${tag(language)} ${label}`));

const checks = {
  skos(file, quads, expect) {
    const g = new Statements(quads);
    const concepts = g.are(`${SKOS}Concept`);
    g.common(file, concepts, g.are(`${SKOS}ConceptScheme`), expect);
    const known = new Set(concepts);
    const iri = new Map(file.entries.map((e) => [e.id, concepts.find((c) => c.endsWith(`/${e.id}`))]));
    const inverse = (a, b) => {
      for (const q of quads.filter((q) => q.predicate.value === a)) {
        if (q.object.termType !== 'NamedNode' || !known.has(q.object.value)) continue;
        expect(g.values(q.object.value, b).includes(q.subject.value), `${q.subject.value} ${a} ${q.object.value}, which says nothing of it`);
      }
    };
    for (const [a, b] of [
      [`${SKOS}broader`, `${SKOS}narrower`], [`${DCT}isPartOf`, `${DCT}hasPart`], [`${DCT}references`, `${DCT}isReferencedBy`], [`${DCT}isReplacedBy`, `${DCT}replaces`],
    ]) {
      inverse(a, b);
      inverse(b, a);
    }
    inverse(`${SKOS}related`, `${SKOS}related`);

    let definitions = 0;
    for (const e of file.entries) {
      const c = iri.get(e.id);
      const say = (ok, problem) => expect(ok, `${e.id}: ${problem}`);
      say(same(g.values(c, `${SKOS}inScheme`), [file.id]), 'is not of the lexicon');

      // S13 and S14: labels.
      const labels = ['prefLabel', 'altLabel', 'hiddenLabel'].map((p) => g.objects(c, SKOS + p).map((o) => `${o.language} ${o.value}`));
      say(new Set(labels.flat()).size === labels.flat().length, 'a label is two things at once (S13)');
      const languages = labels[0].map((l) => l.split(' ')[0]);
      say(new Set(languages).size === languages.length, 'two preferred labels of a language (S14)');
      say(same(languages, Object.keys(e.labels.preferred).map(tag)), `is called in ${languages}`);
      [e.labels.preferred, e.labels.admitted, e.labels.discouraged].forEach((of, i) => say(same(labels[i], listed(of)), `is also called ${labels[i]}`));

      // S27: what is related is not above, however far.
      const above = new Set();
      const climb = (from) => {
        for (const b of g.values(from, `${SKOS}broader`)) if (!above.has(b)) climb((above.add(b), b));
      };
      climb(c);
      for (const r of g.values(c, `${SKOS}related`)) say(!above.has(r), `${r} is related and broader (S27)`);
      for (const p of ['broader', 'narrower', 'related']) {
        say(same(g.values(c, SKOS + p), (e[p] ?? []).map((id) => iri.get(id))), `${p} is ${g.values(c, SKOS + p)}`);
      }

      // Texts, each in its language.
      const others = unspoken(file) ? [] : Object.values(e.translations ?? {});
      const texts = (key) => [e, ...others].flatMap((x) => x[key] ?? []).map((t) => `${tag(t.lang)} ${t.text}`);
      const got = (p) => g.objects(c, SKOS + p).map((o) => `${o.language} ${o.value}`);
      say(same(got('definition'), [...new Set(texts('definition'))]), `is defined as ${got('definition')}`);
      say(same(got('scopeNote'), [...new Set(texts('in_brief'))]), `is in brief ${got('scopeNote')}`);
      say(same(got('note'), [...new Set([...texts('notes'), ...texts('how_it_works')])]), `has the notes ${got('note')}`);
      definitions += got('definition').length;
      const sources = [e, ...others].flatMap((x) => x.sources ?? []);
      say(sources.length === 0 || g.objects(c, `${DCT}source`).length > 0, 'has no source');
      say(g.objects(c, `${SKOS}example`).length === [e, ...others].flatMap((x) => x.examples ?? []).length, 'lacks an example');

      for (const domain of e.domains) {
        const members = quads.filter((q) => q.predicate.value === `${SKOS}member` && q.object.value === c && q.subject.value.endsWith(`/domains/${domain}`));
        say(members.length === 1, `is no member of ${domain}`);
      }
    }
    for (const [id, labels] of Object.entries(file.domains)) {
      const found = g.objects(file.id, `${DCT}subject`).filter((o) => o.value.endsWith(`/domains/${id}`));
      expect(found.length === 1, `the lexicon has no domain ${id}`);
      const got = found.flatMap((o) => g.objects(o.value, `${SKOS}prefLabel`)).map((o) => `${o.language} ${o.value}`);
      expect(same(got, Object.entries(labels).map(([l, v]) => `${tag(l)} ${v}`)), `the domain ${id} is called ${got}`);
    }
    expect(same(g.values(file.id, `${DCT}license`), [`https://spdx.org/licenses/${file.license}`]), 'the licence is another');
    expect(same(g.values(file.id, 'http://purl.org/dc/elements/1.1/language'), [file.language]), 'the language is another');
    const [title] = g.objects(file.id, `${DCT}title`);
    expect(title?.value === file.title && title.language === tag(file.title_language ?? file.language), `the title is ${JSON.stringify(title)}`);
    return `${definitions} definitions`;
  },

  'schema-org'(file, quads, expect) {
    const g = new Statements(quads);
    const concepts = g.are(`${SCHEMA}DefinedTerm`);
    g.common(file, concepts, g.are(`${SCHEMA}DefinedTermSet`), expect);
    expect(same(g.values(file.id, `${SCHEMA}hasDefinedTerm`), concepts), 'the set does not have its terms');
    expect(same(g.values(file.id, `${SCHEMA}inLanguage`), [file.language]), 'the language is another');
    const [title] = g.objects(file.id, `${SCHEMA}name`);
    expect(title?.value === file.title && title.language === tag(file.title_language ?? file.language), `the title is ${JSON.stringify(title)}`);
    let descriptions = 0;
    for (const e of file.entries) {
      const c = concepts.find((c) => c.endsWith(`/${e.id}`));
      const said = (p) => g.objects(c, SCHEMA + p).map((o) => `${o.language} ${o.value}`);
      expect(same(said('name'), Object.entries(e.labels.preferred).map(([l, v]) => `${tag(l)} ${v}`)), `${e.id}: is called ${said('name')}`);
      expect(same(said('alternateName'), listed(e.labels.admitted)), `${e.id}: is also called ${said('alternateName')}`);
      if (e.definition) expect(said('description').includes(`${tag(e.definition.lang)} ${e.definition.text}`), `${e.id}: is described as ${said('description')}`);
      descriptions += said('description').length;
    }
    return `${descriptions} descriptions`;
  },
};

// Of a lexicon with Indonesian, whose tag is "id", only the labels are told in other languages.
const unspoken = (file) => file.entries.some((e) => e.translations?.id);

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: jsonld.mjs FILE.json…');
  process.exit(2);
}
for (const name of files) {
  const file = JSON.parse(readFileSync(name, 'utf8'));
  const found = new Set();
  const seen = [];
  for (const [vocabulary, check] of Object.entries(checks)) {
    const contextName = name.replace(/json$/, `${vocabulary}.jsonld`);
    const context = JSON.parse(readFileSync(contextName, 'utf8'));
    const base = `${PLACE}x.json`;
    // The three ways to give the context: to the processor, within the file, and by an HTTP Link header (JSON-LD 1.1, section 6.1).
    const linked = (url) => {
      if (url === base) return { documentUrl: url, document: structuredClone(file), contextUrl: `${PLACE}context.jsonld` };
      if (url === `${PLACE}context.jsonld`) return { documentUrl: url, document: structuredClone(context), contextUrl: null };
      throw new Error(`${url} is fetched`);
    };
    const none = (url) => {
      throw new Error(`${url} is fetched`);
    };
    const ways = {
      'given': () => graph(file, { expandContext: context, base, documentLoader: none }),
      'within': () => graph({ ...context, ...file }, { base, documentLoader: none }),
      'linked': () => graph(base, { documentLoader: async (url) => linked(url) }),
    };
    for (const [way, make] of Object.entries(ways)) {
      const expect = (ok, problem) => ok || found.add(`${vocabulary}, ${way}: ${problem}`);
      try {
        const { quads, aside } = await make();
        for (const key of aside) {
          const scheme = file.entries.some((e) => e.identifiers?.[key]); // an authority that no vocabulary knows
          expect(unmapped[vocabulary].includes(key) || scheme, `${key} is left aside`);
        }
        const counted = check(file, quads, expect);
        if (way === 'given') seen.push(`${vocabulary}: ${quads.length} statements, ${counted}`);
      } catch (error) {
        expect(false, error.message);
      }
    }
  }
  for (const problem of [...found].slice(0, 20)) console.error(`jsonld: ${name}: ${problem}`);
  if (found.size > 0) process.exitCode = 1;
  else console.log(`jsonld: ${name}: clean, ${file.count} concepts, ${seen.join('; ')}`);
}
