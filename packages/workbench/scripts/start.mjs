// Serves an add-in and the workbench, and opens the workbench in a browser.
// Nothing is imported that npm would have to install first: options are read before.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const OPTIONS = {
  'no-open': { type: 'boolean', default: false },
  port: { type: 'string' },
  'addin-port': { type: 'string' },
};

/** The lines of a usage text for the options that `readOptions` reads. */
export const OPTIONS_USAGE = `  --no-open        do not open a browser
  --port N         port of the workbench (3443, or the variable PORT; 0 takes a free one)
  --addin-port N   port of the add-in's own files (3000, or the variable ADDIN_PORT)`;

function readPort(text, name) {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`${name} is "${text}", but a port is a whole number from 0 (any free one) to 65535.`);
}

/**
 * @param more  options of the caller's own, as `parseArgs` takes them
 * @returns `{ open, workbenchPort, addinPort, values }`
 * @throws Error with a sentence; what `parseArgs` refuses has a `code`, and needs the usage text
 */
export function readOptions(args, more = {}, environment = process.env) {
  const { values } = parseArgs({ args, options: { ...OPTIONS, ...more } });
  return {
    open: !values['no-open'],
    workbenchPort: readPort(values.port ?? environment.PORT, values.port ? '--port' : 'PORT'),
    addinPort: readPort(
      values['addin-port'] ?? environment.ADDIN_PORT,
      values['addin-port'] ? '--addin-port' : 'ADDIN_PORT',
    ),
    values,
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

/**
 * Runs until Ctrl+C.
 * @param options.addin         `{ manifest, folder, policy }`
 * @param options.title         what is ready, for the line that says so
 * @param options.command       how the person calls the program, options to follow
 * @param options.certificates  folder of the certificate that is made where none is trusted
 * @param options.firstCommand  the ribbon command that runs once the page is open
 */
export async function startWorkbench(options) {
  const { addin, title, command, certificates, firstCommand, open, workbenchPort, addinPort } = options;
  const { localhostCertificate } = await import('./certificates.mjs');
  const { serve } = await import('./serve.mjs');
  const certificate = await localhostCertificate({ folder: certificates });
  const server = await serve({ addin, certificate, addinPort, workbenchPort, command });

  const stop = async () => {
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  const query = firstCommand === undefined ? '' : `?${new URLSearchParams({ command: firstCommand })}`;
  const address = `${server.workbenchOrigin}/${query}`;
  process.stdout.write(`\n${title} is ready: ${address}\n`);
  if (!certificate.trusted) process.stdout.write(`${trustLine(server.addinOrigin)}\n`);
  process.stdout.write('Press Ctrl+C to stop.\n');
  if (open) openInBrowser(address);
}
