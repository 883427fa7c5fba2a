// npm start: installs what is missing, builds, serves the workbench with this add-in and opens it.
import path from 'node:path';
import { OPTIONS_USAGE, readOptions, startWorkbench } from '../packages/workbench/scripts/start.mjs';
import { addin } from './addin.mjs';
import { checkNode, ensure, fail, ROOT } from './ensure.mjs';

const USAGE = `Usage: npm start [-- options]\n${OPTIONS_USAGE}`;

/** What a visitor sees first: the sample, written by the add-in's own ribbon command. */
const FIRST_COMMAND = 'insertSample';

function options() {
  try {
    const { values, ...read } = readOptions(process.argv.slice(2), {
      help: { type: 'boolean', default: false },
    });
    if (!values.help) return read;
    process.stdout.write(`${USAGE}\n`);
    return process.exit(0);
  } catch (problem) {
    return fail(problem.code === undefined ? problem.message : `${problem.message}.\n${USAGE}`, 2);
  }
}

async function main() {
  checkNode();
  const read = options();
  await ensure({ quiet: false });
  await startWorkbench({
    ...read,
    addin: addin(),
    title: 'Meterbook',
    command: 'npm start --',
    certificates: path.join(ROOT, '.certificates'),
    firstCommand: FIRST_COMMAND,
  });
}

main().catch((problem) => fail(problem.message));
