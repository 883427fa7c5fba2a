/**
 * npm run bench:model [-- RUNS]: how long a person waits for a model, on the workbench's host in Node with the add-in as built.
 * Medians over repeated runs in one process, each against its limit; as a table, and as JSON in dist/bench-model.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { ROOT, ensure, fail, run } from './ensure.mjs';

const RUNS = Number(process.argv[2] ?? 5);
if (!Number.isInteger(RUNS) || RUNS < 1)
  fail(`A number of runs is a whole number from 1 on, not ${process.argv[2]}.`);
const STEPS = [
  { key: 'written', name: 'New model, Transition: click to all sheets written' },
  { key: 'computed', name: 'New model, Transition: click to all sheets computed', limit: 5000 },
  { key: 'lever', name: 'A lever: term written to refreshed headline', limit: 1000 },
  { key: 'settled', name: 'The same, to all sheets computed' },
  { key: 'refreshed', name: 'Refresh of a model that is up to date' },
  { key: 'handedOff', name: 'Hand off, every sheet in formulas of Excel', limit: 5000 },
  { key: 'broughtBack', name: 'Bring back, every sheet live again' },
];

// The functions that the sheets call are those of the built add-in.
await ensure({ quiet: true });
const built = run(
  process.execPath,
  ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--env', 'bench'],
  { quiet: true },
);
if (built !== 0) fail('The model could not be built for measuring.', built);

const { timeModel } = createRequire(import.meta.url)(path.join(ROOT, 'dist/bench/model.js'));

const load = () => Number(loadavg()[0].toFixed(2));
const before = load();
const times = [];
for (let turn = 0; turn < RUNS; turn += 1) times.push(await timeModel());
const after = load();

const sorted = (key) => times.map((each) => each[key]).sort((a, b) => a - b);
const results = STEPS.map(({ key, name, limit }) => {
  const all = sorted(key);
  return {
    name,
    limit: limit ?? null,
    median: all[RUNS >> 1],
    best: all[0],
    first: times[0][key],
    runs: RUNS,
  };
});

const shown = (milliseconds) => (milliseconds === null ? '' : `${milliseconds.toFixed(0)} ms`).padStart(10);
const width = Math.max(...results.map(({ name }) => name.length));
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  `Load ${before} before and ${after} after. The first run is that of a process that has just started.\n`,
);
console.log(
  `${''.padEnd(width)}${['median', 'best', 'first', 'limit'].map((title) => `  ${title.padStart(10)}`).join('')}`,
);
for (const { name, limit, median, best, first } of results) {
  const verdict = limit === null ? '' : median <= limit ? '  kept' : '  MISSED';
  console.log(
    `${name.padEnd(width)}${[median, best, first, limit].map((each) => `  ${shown(each)}`).join('')}${verdict}`,
  );
}
mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
writeFileSync(
  path.join(ROOT, 'dist', 'bench-model.json'),
  `${JSON.stringify(
    {
      node: process.version,
      processor: cpus()[0]?.model ?? '',
      unit: 'milliseconds',
      load: { before, after },
      results,
    },
    null,
    2,
  )}\n`,
);
if (results.some(({ limit, median }) => limit !== null && median > limit)) process.exitCode = 1;
