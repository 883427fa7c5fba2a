// npm start: installs what is missing, builds, serves the workbench and opens it.
import { spawn } from 'node:child_process';
import util from 'node:util';
import { checkNode, ensure, fail, ROOT } from './ensure.mjs';

const USAGE = `Usage: npm start [-- options]
  --no-open        do not open a browser
  --port N         port of the workbench (3443, or the variable PORT; 0 takes a free one)
  --addin-port N   port of the add-in's own files (3000, or the variable ADDIN_PORT)`;

/** What a visitor sees first: the sample, written by the add-in's own ribbon command. */
const FIRST_COMMAND = 'insertSample';

function readPort(text, name) {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  return fail(`${name} is "${text}", but a port is a whole number from 0 (any free one) to 65535.`, 2);
}

function readOptions() {
  let values;
  try {
    ({ values } = util.parseArgs({
      options: {
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string' },
        'addin-port': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (problem) {
    fail(`${problem.message}.\n${USAGE}`, 2);
  }
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  return {
    open: !values['no-open'],
    workbenchPort: readPort(values.port ?? process.env.PORT, values.port ? '--port' : 'PORT'),
    addinPort: readPort(
      values['addin-port'] ?? process.env.ADDIN_PORT,
      values['addin-port'] ? '--addin-port' : 'ADDIN_PORT',
    ),
  };
}

function openInBrowser(address) {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.env.CI || !hasDisplay) return;
  const [program, ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  }[process.platform] ?? ['xdg-open', address];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // A machine without a default browser is no failure: the address stands on the screen.
  child.on('error', () => undefined);
  child.unref();
}

const trustLine = (addinOrigin) =>
  `Your browser will warn that the connection is not private, because this machine does not trust the certificate made for localhost: choose Advanced, then continue (Firefox asks a second time, at ${addinOrigin}). "npx office-addin-dev-certs install" ends the question.`;

async function main() {
  checkNode();
  const options = readOptions();
  await ensure({ quiet: false });
  const { localhostCertificate } = await import('../packages/workbench/scripts/certificates.mjs');
  const { serve } = await import('../packages/workbench/scripts/serve.mjs');
  const certificate = await localhostCertificate({ root: ROOT });
  const server = await serve({ certificate, ...options });

  const stop = async () => {
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  const address = `${server.workbenchOrigin}/?command=${FIRST_COMMAND}`;
  process.stdout.write(`\nMeterbook is ready: ${address}\n`);
  if (!certificate.trusted) process.stdout.write(`${trustLine(server.addinOrigin)}\n`);
  process.stdout.write('Press Ctrl+C to stop.\n');
  if (options.open) openInBrowser(address);
}

main().catch((problem) => fail(problem.message));
