/**
 * npm run bench: how long the functions take, compiled as in the add-in. Medians over repeated runs in one process,
 * each against its limit; as a table, and as JSON in dist/bench.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { ROOT, ensure, fail, run } from './ensure.mjs';

await ensure({ quiet: true, build: false });
const built = run(
  process.execPath,
  ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--env', 'bench'],
  { quiet: true },
);
if (built !== 0) fail('The functions could not be built for measuring.', built);

const { Contract, Decimal, explain, parseTerms, schedule, template, tokenCost, total } = createRequire(
  import.meta.url,
)(path.join(ROOT, 'dist/bench/measured.js'));

const transition = template('transition');

/** Blocks that differ in one number that changes nothing of the size, so that no memo knows them. */
let variant = 0;
function unseen(block) {
  variant += 1;
  return withTerm(block, 'Model', '', 'Discount rate', 0.09 + variant * 1e-9);
}

function withTerm(block, section, item, term, value) {
  const [header] = block;
  const at = (name) => header.indexOf(name);
  return block.map((row) =>
    row[at('Section')] === section && row[at('Item')] === item && row[at('Term')] === term
      ? row.map((cell, column) => (column === at('Base') ? value : cell))
      : row,
  );
}

/** The template over so many months, with so many products and scenarios: copies of its own. */
function sized({ months, products, scenarios }) {
  const longer = withTerm(transition, 'Model', '', 'Horizon', months);
  const [header, ...rows] = longer;
  const at = (name) => header.indexOf(name);
  const kept = rows.filter(
    (row) => row[at('Section')] !== 'Growth index' && row[at('Section')] !== 'Seasonality',
  );
  const ofProducts = kept.filter((row) => row[at('Section')] === 'Usage');
  const [first] = ofProducts;
  const copied = ofProducts.filter((row) => row[at('Item')] === first[at('Item')]);
  const others = kept.filter((row) => row[at('Section')] !== 'Usage');
  const usage = Array.from({ length: products }, (_none, number) =>
    copied.map((row) => row.map((cell, column) => (column === at('Item') ? `Product ${number + 1}` : cell))),
  ).flat();
  const base = at('Base');
  const low = at('Low');
  const columns = (row, make) => [
    ...row.slice(0, base + 1),
    ...Array.from({ length: scenarios - 1 }, (_none, number) => make(number)),
    ...row.slice(low),
  ];
  return [
    columns(header, (number) => `Scenario ${number + 1}`),
    ...[...others, ...usage].map((row) =>
      columns(row, (number) =>
        row[at('Section')] === 'Token price' && row[at('Term')] === 'Price decline'
          ? 0.1 + number / 1000
          : '',
      ),
    ),
  ];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median and best of the runs, in milliseconds; `prepare` is not counted. */
async function measure({ runs, warm = 2, prepare = () => undefined, body }) {
  const times = [];
  for (let turn = -warm; turn < runs; turn += 1) {
    const given = prepare();
    const begun = performance.now();
    // Only a function that answers later is waited for.
    const later = body(given);
    if (later instanceof Promise) await later;
    if (turn >= 0) times.push(performance.now() - begun);
  }
  return { median: median(times), best: Math.min(...times), runs };
}

function evaluateAll(block) {
  const { table, problems } = parseTerms(block);
  if (!table) fail(`The table to measure has problems: ${problems[0].sentence}`);
  const contract = Contract.of(table);
  table.scenarios.forEach((_name, scenario) => contract.evaluation(scenario));
  return contract;
}

function evaluateBase(block) {
  const { table } = parseTerms(block);
  Contract.of(table).evaluation(0);
}

function mustBeFigures(outcome) {
  if (outcome?.sentence) fail(`A call that was to be measured was refused: ${outcome.sentence}`);
  return outcome;
}

const CELLS = 10_000;
const LINES = ['total.billed', 'reserved.fee', 'token.cost', 'comparison.delta', 'reserved.utilisation'];

/** Excel hands every cell a range of its own: copies of the table, in turn, none made while the clock runs. */
function totals(ranges) {
  for (let cell = 0; cell < CELLS; cell += 1) {
    const from = 46204 + 31 * (cell % 58);
    mustBeFigures(
      total.call([ranges[cell % ranges.length], LINES[cell % LINES.length], null, null, from + 31]),
    );
  }
}

const copies = (block) => Array.from({ length: 50 }, () => block.map((row) => [...row]));
const size = (months, products, scenarios) => sized({ months, products, scenarios });
async function growth(what, points) {
  const results = [];
  for (const [label, block] of points) {
    const measured = await measure({ runs: 5, warm: 1, prepare: () => unseen(block), body: evaluateAll });
    results.push({ name: `${what}: ${label}`, measured });
  }
  return results;
}

/** What one sum of decimals takes now, in nanoseconds: a busy or slow machine shows here first. */
async function decimalSum() {
  const SUMS = 20_000;
  const a = new Decimal('12345678901.2345678');
  const b = new Decimal('0.98150684931506849315');
  const { median: milliseconds } = await measure({
    runs: 11,
    body: () => {
      for (let turn = 0; turn < SUMS; turn += 1) a.plus(b);
    },
  });
  return (milliseconds / SUMS) * 1e6;
}

const before = await decimalSum();
const results = [
  {
    name: 'Base case cold: parse, build, all lines, 60 months',
    limit: 40,
    // The engine of a fresh process compiles for some dozens of runs; what counts is an Excel that has been open a while.
    measured: await measure({ runs: 61, warm: 60, prepare: () => unseen(transition), body: evaluateBase }),
  },
  {
    name: 'SCHEDULE again on the same Terms, all lines',
    limit: 0.1,
    measured: await measure({
      runs: 201,
      warm: 50,
      prepare: () => transition.map((row) => [...row]),
      body: (block) => mustBeFigures(schedule.call([block])),
    }),
  },
  {
    name: '10,000 TOTAL over one Terms range',
    limit: 250,
    measured: await measure({ runs: 7, warm: 1, prepare: () => copies(transition), body: totals }),
  },
  {
    name: '10,000 TOKEN_COST',
    limit: 150,
    measured: await measure({
      runs: 11,
      warm: 2,
      body: () => {
        for (let cell = 0; cell < CELLS; cell += 1)
          mustBeFigures(tokenCost.call([1e9 + cell, 2e8 + cell, 3, 15, null]));
      },
    }),
  },
  {
    name: 'EXPLAIN on a known table',
    limit: undefined,
    measured: await measure({
      runs: 51,
      body: () => explain.call([transition, 'reserved.fee', 46433]).then(mustBeFigures),
    }),
  },
  {
    name: '120 months × 10 products × 20 scenarios',
    limit: 4000,
    measured: await measure({
      runs: 3,
      warm: 1,
      prepare: () => unseen(size(120, 10, 20)),
      body: evaluateAll,
    }),
  },
  ...(await growth('Months, 5 products, 4 scenarios', [
    ['60', size(60, 5, 4)],
    ['120', size(120, 5, 4)],
    ['240', size(240, 5, 4)],
  ])),
  ...(await growth('Products, 60 months, 4 scenarios', [
    ['5', size(60, 5, 4)],
    ['10', size(60, 10, 4)],
    ['20', size(60, 20, 4)],
  ])),
  ...(await growth('Scenarios, 60 months, 5 products', [
    ['5', size(60, 5, 5)],
    ['10', size(60, 5, 10)],
    ['20', size(60, 5, 20)],
  ])),
];

const after = await decimalSum();

const shown = (milliseconds) =>
  milliseconds === undefined
    ? ''
    : `${milliseconds < 10 ? milliseconds.toFixed(3) : milliseconds.toFixed(1)} ms`;
const width = Math.max(...results.map(({ name }) => name.length));
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  `A sum of decimals took ${before.toFixed(0)} ns before and ${after.toFixed(0)} ns after; 250 ns on a quiet machine.\n`,
);
console.log(`${''.padEnd(width)}  ${'median'.padStart(12)}  ${'best'.padStart(12)}  ${'limit'.padStart(12)}`);
for (const { name, limit, measured } of results) {
  const verdict = limit === undefined ? '' : measured.median <= limit ? '  kept' : '  MISSED';
  console.log(
    `${name.padEnd(width)}  ${shown(measured.median).padStart(12)}  ${shown(measured.best).padStart(12)}  ${shown(limit).padStart(12)}${verdict}`,
  );
}
mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
writeFileSync(
  path.join(ROOT, 'dist', 'bench.json'),
  `${JSON.stringify(
    {
      node: process.version,
      processor: cpus()[0]?.model ?? '',
      unit: 'milliseconds',
      decimalSum: { unit: 'nanoseconds', before, after },
      results: results.map(({ name, limit, measured }) => ({ name, limit: limit ?? null, ...measured })),
    },
    null,
    2,
  )}\n`,
);
if (results.some(({ limit, measured }) => limit !== undefined && measured.median > limit))
  process.exitCode = 1;
