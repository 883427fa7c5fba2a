#!/usr/bin/env node
// The workbench at the command line: an add-in in a browser without Excel, or formulas without either.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { OPTIONS_USAGE, readOptions, startWorkbench } from '../scripts/start.mjs';

const USAGE = `Usage: office-js-workbench start --manifest FILE --folder FOLDER [options]
       office-js-workbench cells [--manifest FILE --folder FOLDER] FILE.json

start opens an add-in in a browser, at a spreadsheet that is not Excel.
cells evaluates the formulas of a JSON file and prints their values.

  --manifest FILE  the add-in's manifest, as Excel is given it
  --folder FOLDER  what stands at the origin that the manifest names: the add-in as built
  --command NAME   a function of a ribbon button, which runs once the page is open
${OPTIONS_USAGE}
`;

const ADDIN = { manifest: { type: 'string' }, folder: { type: 'string' } };

class BadUse extends Error {}

/** The add-in that the options name, both parts of it or none. */
function addinOf({ manifest, folder }) {
  if (manifest === undefined && folder === undefined) return undefined;
  if (manifest === undefined || folder === undefined)
    throw new BadUse('Name both --manifest and --folder: an add-in needs the two of them.');
  for (const entry of [manifest, folder]) {
    if (!existsSync(entry)) throw new BadUse(`There is nothing at ${entry}.`);
  }
  return { manifest: path.resolve(manifest), folder: path.resolve(folder) };
}

async function start(args) {
  const { values, ...options } = readOptions(args, { ...ADDIN, command: { type: 'string' } });
  const addin = addinOf(values);
  if (addin === undefined) throw new BadUse('Name the add-in: --manifest FILE --folder FOLDER.');
  await startWorkbench({
    ...options,
    addin,
    title: 'The workbench',
    command: 'office-js-workbench start',
    certificates: path.join(homedir(), '.office-js-workbench'),
    firstCommand: values.command,
  });
}

async function cells(args) {
  const { values, positionals } = parseArgs({ args, options: ADDIN, allowPositionals: true });
  const { main } = createRequire(import.meta.url)('../dist/headless/cells.js');
  const command = { addin: addinOf(values), command: 'office-js-workbench cells', cwd: process.cwd() };
  process.exitCode = await main(positionals, command);
}

const [name, ...args] = process.argv.slice(2);
const command = { start, cells }[name];
if (name === '--help' || name === '-h') {
  process.stdout.write(USAGE);
  process.exit(0);
}
try {
  if (command === undefined)
    throw new BadUse(name === undefined ? 'Name a command.' : `There is no command "${name}".`);
  await command(args);
} catch (problem) {
  const isUse = problem instanceof BadUse || problem.code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${problem.message}\n${isUse ? `${USAGE}` : ''}`);
  process.exitCode = isUse ? 2 : 1;
}
