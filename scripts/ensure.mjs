// What every command needs before it can start: the right Node, the packages of the lock file, a current build.
// Nothing is imported that npm would have to install first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const MINIMUM_NODE = 20;
const INSTALL_STAMP = 'node_modules/.meterbook-lock';
const BUILD_STAMP = 'dist/.built';
const BUILT = ['dist/addin/functions.js', 'packages/workbench/dist/page/index.html'];
const BUILD_INPUTS = [
  'src',
  'packages/workbench/src',
  'packages/workbench/webpack.config.js',
  'build',
  'assets',
  'docs/functions',
  'webpack.config.js',
  'tsconfig.json',
  'package-lock.json',
];

/** Ends the command with one sentence. */
export function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

export function checkNode(version = process.versions.node) {
  const major = Number(version.split('.')[0]);
  if (major < MINIMUM_NODE) {
    fail(
      `Meterbook needs Node ${MINIMUM_NODE} or later; this is Node ${version}. Install a newer one from nodejs.org and run the command again.`,
    );
  }
}

/** Runs a program; when quiet, what it prints goes to standard error, so that standard output stays ours. */
export function run(program, args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && program === 'npm',
  });
  return result.status ?? 1;
}

/** npm as the person started it, or else the one on the path. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  return script && script.endsWith('.js')
    ? run(process.execPath, [script, ...args], options)
    : run('npm', args, options);
}

const readIfThere = (file) =>
  existsSync(path.join(ROOT, file)) ? readFileSync(path.join(ROOT, file), 'utf8') : '';

function stamp(file, text) {
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), text);
}

const digest = (text) => createHash('sha256').update(text).digest('hex');

const lockDigest = () => digest(readIfThere('package-lock.json'));
const isInstalled = () => readIfThere(INSTALL_STAMP) === lockDigest();

function install({ quiet }) {
  if (isInstalled()) return;
  process.stderr.write('Installing packages (once, about half a minute) …\n');
  if (npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet }) !== 0) {
    fail(
      'The packages could not be installed. Check the connection to the npm registry (npm ping) and run the command again.',
    );
  }
  stamp(INSTALL_STAMP, lockDigest());
}

function* filesBelow(entry) {
  if (!existsSync(entry)) return;
  const stats = statSync(entry);
  if (!stats.isDirectory()) {
    yield `${path.relative(ROOT, entry)} ${stats.size} ${stats.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(entry).sort()) yield* filesBelow(path.join(entry, name));
}

/** The files that a build reads, and the deployment that it is for. */
const buildInputs = () =>
  digest(
    [
      process.env.METERBOOK_ORIGIN,
      process.env.METERBOOK_NAMESPACE,
      ...BUILD_INPUTS.flatMap((entry) => [...filesBelow(path.join(ROOT, entry))]),
    ].join('\n'),
  );

const isBuilt = () =>
  BUILT.every((file) => existsSync(path.join(ROOT, file))) && readIfThere(BUILD_STAMP) === buildInputs();

function build({ quiet, always = false }) {
  if (!always && isBuilt()) return;
  const inputs = buildInputs();
  process.stderr.write('Building …\n');
  if (
    run(process.execPath, ['node_modules/webpack/bin/webpack.js', '--mode', 'production'], { quiet }) !== 0
  ) {
    fail('The build failed; the messages above name the file and line.');
  }
  stamp(BUILD_STAMP, inputs);
}

const LOCK = '.meterbook-lock';
const LOCK_HOLDS_MS = 10 * 60_000;

/** Waits while another command installs or builds: two at once would pull the packages from under each other. */
async function alone(work) {
  const lock = path.join(ROOT, LOCK);
  const since = Date.now();
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem;
      // Left behind by a command that was killed.
      if (isOlderThan(lock, LOCK_HOLDS_MS)) rmSync(lock, { recursive: true, force: true });
      else if (Date.now() - since > LOCK_HOLDS_MS)
        fail(
          `Another command has been building for ten minutes. If none is running, delete the folder ${LOCK}.`,
        );
      else await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  const unlock = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', unlock);
  const onSignal = () => process.exit(130);
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    work();
  } finally {
    unlock();
    process.off('exit', unlock);
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function isOlderThan(entry, age) {
  try {
    return Date.now() - statSync(entry).mtimeMs > age;
  } catch {
    return false;
  }
}

/**
 * Makes the working copy ready to run.
 * @param options.quiet  keep standard output free for the command's own result
 * @param options.build  false where only the packages are needed
 */
export async function ensure({ quiet = false, build: wantsBuild = true } = {}) {
  checkNode();
  const isCurrent = isInstalled() && (!wantsBuild || isBuilt());
  if (isCurrent) return;
  await alone(() => {
    install({ quiet });
    if (wantsBuild) build({ quiet });
  });
}

export { build };
