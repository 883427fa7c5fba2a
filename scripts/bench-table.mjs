// What the measuring commands share: runs, medians against limits, the table, and the same as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { ROOT, fail, run } from './ensure.mjs';

/** How many runs the person asked for. */
export function runsAsked(byDefault) {
  const runs = Number(process.argv[2] ?? byDefault);
  if (!Number.isInteger(runs) || runs < 1)
    fail(`A number of runs is a whole number from 1 on, not ${process.argv[2]}.`);
  return runs;
}

export function buildMeasured() {
  const built = run(
    process.execPath,
    ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--env', 'bench'],
    { quiet: true },
  );
  if (built !== 0) fail('What is to be measured could not be built.', built);
}

const load = () => Number(loadavg()[0].toFixed(2));
const shown = (milliseconds) => (milliseconds === null ? '' : `${milliseconds.toFixed(0)} ms`).padStart(10);

/**
 * Measures the steps again and again in one process, and prints medians, each against its limit; a limit that is missed
 * ends the command with 1.
 *
 * @param steps  key, name and limit of each, in milliseconds
 * @param once   one run: the milliseconds by key
 */
export async function measure({ file, steps, runs, once }) {
  const before = load();
  const times = [];
  for (let turn = 0; turn < runs; turn += 1) times.push(await once());
  const after = load();
  const results = steps.map(({ key, name, limit }) => {
    const all = times.map((each) => each[key]).sort((a, b) => a - b);
    return { name, limit: limit ?? null, median: all[runs >> 1], best: all[0], first: times[0][key], runs };
  });
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  console.log(
    `Load ${before} before and ${after} after. The first run is that of a process that has just started.\n`,
  );
  const titles = ['median', 'best', 'first', 'limit'].map((title) => `  ${title.padStart(10)}`);
  console.log(`${''.padEnd(width)}${titles.join('')}`);
  for (const { name, limit, median, best, first } of results) {
    const verdict = limit === null ? '' : median <= limit ? '  kept' : '  MISSED';
    const cells = [median, best, first, limit].map((each) => `  ${shown(each)}`);
    console.log(`${name.padEnd(width)}${cells.join('')}${verdict}`);
  }
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  const said = {
    node: process.version,
    processor: cpus()[0]?.model ?? '',
    unit: 'milliseconds',
    load: { before, after },
    results,
  };
  writeFileSync(path.join(ROOT, 'dist', file), `${JSON.stringify(said, null, 2)}\n`);
  if (results.some(({ limit, median }) => limit !== null && median > limit)) process.exitCode = 1;
}
