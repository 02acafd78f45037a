#!/usr/bin/env node
// sarif.mjs FILE…: checks SARIF 2.1.0 files against the schema of the standard, formats (URIs, dates) included,
// and what a schema cannot say: that each result names the rule its index points to.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));
// The same text is published as draft 4 and as draft 7, under different headings; Ajv reads draft 7.
delete schema.id;
schema.$schema = 'http://json-schema.org/draft-07/schema#';

// One of its patterns has a stray bracket, which only the older rules for patterns allow.
const ajv = new Ajv({ allErrors: true, unicodeRegExp: false });
addFormats(ajv, { mode: 'full' });
const validate = ajv.compile(schema);

function problems(text) {
  let log;
  try {
    log = JSON.parse(text);
  } catch (error) {
    return [error.message];
  }
  if (!validate(log)) {
    return validate.errors.map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
  }
  return log.runs.flatMap((run, r) =>
    (run.results ?? []).flatMap((result, i) => {
      if (result.ruleIndex === undefined || result.ruleIndex === -1) return [];
      const rule = run.tool.driver.rules?.[result.ruleIndex];
      if (rule && rule.id === result.ruleId) return [];
      return [`/runs/${r}/results/${i} is of ${result.ruleId}, its index is that of ${rule?.id ?? 'no rule'}`];
    }),
  );
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: sarif.mjs FILE…');
  process.exit(2);
}
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const found = problems(text);
  for (const problem of found) console.error(`sarif: ${file}: ${problem}`);
  if (found.length > 0) {
    process.exitCode = 1;
  } else {
    const results = JSON.parse(text).runs.flatMap((run) => run.results ?? []);
    console.log(`sarif: ${file}: valid, ${results.length} results`);
  }
}
