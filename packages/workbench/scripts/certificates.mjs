// The certificate of https://localhost. Office refuses to run over plain http, so the workbench serves https as well.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where `office-addin-dev-certs install` keeps the certificates that it makes the system trust. */
export const TRUSTED_FOLDER = path.join(homedir(), '.office-addin-dev-certs');
const OWN_VALID_DAYS = 365;
const FILES = { ca: 'ca.crt', cert: 'localhost.crt', key: 'localhost.key' };

const filesIn = (folder) =>
  Object.fromEntries(Object.entries(FILES).map(([part, name]) => [part, path.join(folder, name)]));

const hasAny = (folder) => Object.values(filesIn(folder)).some((file) => existsSync(file));

/** @returns `{ cert, key, ca, state: 'good' | 'expired' }`, or `{ state: 'broken', reason }` */
function read(folder) {
  try {
    const [ca, cert, key] = Object.values(filesIn(folder)).map((file) => readFileSync(file));
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key))) {
      return { state: 'broken', reason: `${FILES.key} is not the key of ${FILES.cert}` };
    }
    const state = Date.parse(certificate.validTo) > Date.now() ? 'good' : 'expired';
    return { state, ca, cert, key, validTo: certificate.validTo };
  } catch (problem) {
    const missing = problem.code === 'ENOENT';
    return {
      state: 'broken',
      reason: missing ? `${path.basename(problem.path)} is missing` : problem.message,
    };
  }
}

/**
 * The certificates that the system trusts, as `npx office-addin-dev-certs install` makes them.
 * @returns `{ cert, key }`, or null when there are none
 * @throws Error with one sentence when they are there but cannot be used
 */
export function trustedCertificate(folder = TRUSTED_FOLDER) {
  if (!hasAny(folder)) return null;
  const found = read(folder);
  if (found.state === 'good') return found;
  const what = found.state === 'expired' ? `expired on ${found.validTo}` : `cannot be used (${found.reason})`;
  throw new Error(
    `The development certificate in ${folder} ${what}: renew it with "npx office-addin-dev-certs install", or delete that folder to go on with an untrusted one.`,
  );
}

async function generate(folder) {
  const { generateCertificates } = await import('office-addin-dev-certs/lib/generate.js');
  const { ca, cert, key } = filesIn(folder);
  await generateCertificates(ca, cert, key, OWN_VALID_DAYS);
}

async function ownCertificate(folder) {
  if (hasAny(folder) && read(folder).state === 'expired') rmSync(folder, { recursive: true });
  if (!hasAny(folder)) {
    try {
      await generate(folder);
    } catch (problem) {
      throw new Error(
        `No certificate for https://localhost could be made in ${folder} (${problem.message.replace(/\s+/g, ' ')}): make that folder writable and run the command again.`,
      );
    }
  }
  const found = read(folder);
  if (found.state === 'good') return found;
  throw new Error(
    `The certificate in ${folder} cannot be used (${found.reason ?? found.state}): delete that folder and run the command again, which makes a new one.`,
  );
}

/**
 * The certificate to serve https://localhost with: the trusted one where it is installed, else one of our own.
 * @param options.folder         where our own is kept; made there when there is none
 * @param options.trustedFolder  folder of the trusted certificates
 * @returns `{ cert, key, folder, trusted }`
 * @throws Error with one sentence that names the remedy
 */
export async function localhostCertificate({ folder, trustedFolder = TRUSTED_FOLDER }) {
  const installed = trustedCertificate(trustedFolder);
  if (installed) return { cert: installed.cert, key: installed.key, folder: trustedFolder, trusted: true };
  const { cert, key } = await ownCertificate(folder);
  return { cert, key, folder, trusted: false };
}
