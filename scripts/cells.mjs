// npm run --silent cells -- FILE.json: evaluates the formulas of a file with the built add-in (see README.md).
import { createRequire } from 'node:module';
import { addin } from './addin.mjs';
import { ensure } from './ensure.mjs';

await ensure({ quiet: true });
const { main } = createRequire(import.meta.url)('office-js-workbench/cells');
// npm runs scripts in the folder of package.json and keeps the caller's in INIT_CWD.
const isByNpm = process.env.npm_lifecycle_event === 'cells' && process.env.INIT_CWD;
process.exitCode = await main(process.argv.slice(2), {
  addin: addin(),
  command: 'npm run --silent cells --',
  cwd: isByNpm ? process.env.INIT_CWD : process.cwd(),
});
