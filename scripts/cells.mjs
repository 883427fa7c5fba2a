// npm run --silent cells -- FILE.json: evaluates the formulas of a file with the built add-in (see README.md).
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensure, ROOT } from './ensure.mjs';

await ensure({ quiet: true });
const { main } = createRequire(import.meta.url)(path.join(ROOT, 'dist/headless/headless.js'));
process.exitCode = await main(process.argv.slice(2));
