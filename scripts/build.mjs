// npm run build [-- --origin https://addin.example.com [--namespace NAME]]
// Builds for the workbench, or for the origin that will serve dist/addin: its help links and the formulas that the pane
// writes then name that origin and its namespace.
import { parseArgs } from 'node:util';
import { build, ensure, fail } from './ensure.mjs';
import { PRODUCTION_NAMESPACE, readNamespace, readOrigin } from './manifest.mjs';

let values;
try {
  ({ values } = parseArgs({ options: { origin: { type: 'string' }, namespace: { type: 'string' } } }));
} catch (problem) {
  fail(
    `${problem.message}. Usage: npm run build [-- --origin https://addin.example.com [--namespace NAME]]`,
    2,
  );
}
if (values.origin) {
  const { origin, problem } = readOrigin(values.origin);
  if (problem) fail(problem, 2);
  process.env.METERBOOK_ORIGIN = origin;
  process.env.METERBOOK_NAMESPACE = readNamespace(values.namespace ?? PRODUCTION_NAMESPACE);
}
await ensure({ build: false });
build({ quiet: false, always: true });
