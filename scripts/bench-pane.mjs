/**
 * npm run bench:pane [-- RUNS]: how long a person waits at the workbench in a browser, from a click in the pane to what it
 * says. Medians over repeated runs, each in a browser of its own; as a table, and as JSON in dist/bench-pane.json.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildMeasured, measure, runsAsked } from './bench-table.mjs';
import { findBrowser } from './browser.mjs';
import { ROOT, ensure } from './ensure.mjs';

const runs = runsAsked(3);
await ensure({ quiet: true });
buildMeasured();
process.env.BROWSER_PATH = await findBrowser();
const { timePane } = createRequire(import.meta.url)(path.join(ROOT, 'dist/bench/pane.js'));

await measure({
  file: 'bench-pane.json',
  runs,
  once: timePane,
  steps: [
    { key: 'shown', name: 'New model, Transition: click to the headline', limit: 5000 },
    { key: 'lever', name: 'Scenario in force: choice to the new headline', limit: 1000 },
    { key: 'handedOff', name: 'Hand off, every sheet in formulas of Excel', limit: 5000 },
    { key: 'broughtBack', name: 'Bring back, every sheet live again' },
  ],
});
