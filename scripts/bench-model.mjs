/**
 * npm run bench:model [-- RUNS]: how long a person waits for a model, on the workbench's host in Node with the add-in as built.
 * Medians over repeated runs in one process, each against its limit; as a table, and as JSON in dist/bench-model.json.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildMeasured, measure, runsAsked } from './bench-table.mjs';
import { ROOT, ensure } from './ensure.mjs';

const runs = runsAsked(5);
// The functions that the sheets call are those of the built add-in.
await ensure({ quiet: true });
buildMeasured();
const { timeModel } = createRequire(import.meta.url)(path.join(ROOT, 'dist/bench/model.js'));

await measure({
  file: 'bench-model.json',
  runs,
  once: timeModel,
  steps: [
    { key: 'written', name: 'New model, Transition: click to all sheets written' },
    { key: 'computed', name: 'New model, Transition: click to all sheets computed', limit: 5000 },
    { key: 'lever', name: 'A lever: term written to refreshed headline', limit: 1000 },
    { key: 'settled', name: 'The same, to all sheets computed' },
    { key: 'refreshed', name: 'Refresh of a model that is up to date' },
  ],
});
