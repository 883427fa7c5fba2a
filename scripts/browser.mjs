// Finds a browser of the Chromium family for the tests.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './ensure.mjs';

const programFiles = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
  (name) => process.env[name] ?? '',
);
const onWindows = (...parts) =>
  programFiles.filter(Boolean).map((folder) => path.win32.join(folder, ...parts));

const INSTALLED = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    ...onWindows('Google', 'Chrome', 'Application', 'chrome.exe'),
    ...onWindows('Chromium', 'Application', 'chrome.exe'),
    ...onWindows('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ],
};

const remedy =
  'install Chromium, Chrome or Edge, or set BROWSER_PATH to the program of one that is already there';

/** The npm package unpacks into the temporary folder and reuses whatever lies there, so it gets one of its own. */
async function unpackedChromium() {
  const folder = path.join(ROOT, 'node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * The program of a browser: BROWSER_PATH, else an installed one, else (Linux x64) the one that npm brought.
 * @throws Error with one sentence that names the remedy
 */
export async function findBrowser(environment = process.env, installed = INSTALLED[process.platform] ?? []) {
  const named = environment.BROWSER_PATH;
  if (named && existsSync(named)) return named;
  if (named) throw new Error(`BROWSER_PATH names ${named}, where there is no program: ${remedy}.`);
  const found = installed.find((program) => existsSync(program));
  if (found) return found;
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await unpackedChromium();
    } catch (problem) {
      throw new Error(
        `No browser was found, and the one of the npm package does not start (${problem.message}): ${remedy}.`,
      );
    }
  }
  throw new Error(`No browser was found: ${remedy}.`);
}
