// npm run start:excel: loads the add-in into the Excel of this machine, from this working copy.
import { spawn } from 'node:child_process';
import { addin } from './addin.mjs';
import { checkNode, ensure, fail, ROOT, run } from './ensure.mjs';

const WHY_NOT_HERE =
  'Excel is not available on this system, so there is nothing to load the add-in into: use "npm start" (the workbench), or upload manifest.xml in Excel on the web (Home, Add-ins, More Settings, Upload My Add-in) while the files of dist/addin are served at https://localhost:3000.';

/** Runs one of Office's tools, shows what it prints, and returns it: these tools exit with 0 even when they fail. */
function outputOf(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    let output = '';
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', (chunk) => {
        output += chunk;
        target.write(chunk);
      });
    }
    child.on('close', () => resolve(output));
  });
}

async function installedCertificate() {
  const { trustedCertificate } = await import('../packages/workbench/scripts/certificates.mjs');
  run(process.execPath, ['node_modules/office-addin-dev-certs/cli.js', 'install']);
  const { verifyCertificates } = await import('office-addin-dev-certs');
  const certificate = verifyCertificates() ? trustedCertificate() : null;
  if (certificate) return certificate;
  throw new Error(
    'The development certificate is not installed, and Excel loads add-ins over trusted https only: run "npx office-addin-dev-certs install", accept the question of the system, and try again.',
  );
}

async function main() {
  checkNode();
  if (!['win32', 'darwin'].includes(process.platform)) fail(WHY_NOT_HERE);
  await ensure();
  const { serveAddin } = await import('../packages/workbench/scripts/serve.mjs');
  const server = await serveAddin({
    addin: addin('cdn'),
    certificate: await installedCertificate(),
    officeJs: 'cdn',
    remedy: 'stop that program ("npm start", perhaps): the manifest names this port',
  });
  const output = await outputOf('node_modules/office-addin-debugging/cli.js', [
    'start',
    'manifest.xml',
    'desktop',
  ]);
  if (/^Error:/m.test(output) || !/started\./i.test(output)) {
    await server.close();
    fail(
      'The add-in could not be loaded into Excel; the message above says why. "npm start" opens the workbench, which needs no Excel.',
    );
  }
  const stop = async () => {
    await outputOf('node_modules/office-addin-debugging/cli.js', ['stop', 'manifest.xml', 'desktop']);
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    '\nMeterbook is loaded; its button stands on the Home tab of Excel. Press Ctrl+C to stop.\n',
  );
}

main().catch((problem) => fail(problem.message));
