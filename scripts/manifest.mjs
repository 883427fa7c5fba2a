// npm run manifest -- --origin https://addin.example.com [--out FILE] [--id UUID]
// Writes the manifest for a given origin. Each origin is an add-in of its own to Excel: own Id, own name and, unless
// it is the released one, an own namespace, so that two installed side by side never answer for each other.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, fail, ROOT } from './ensure.mjs';

/** What a released add-in is called in formulas, unless its owner says otherwise. */
export const PRODUCTION_NAMESPACE = 'METERBOOK';

const DEVELOPMENT = { origin: 'https://localhost:3000', name: 'Meterbook (development)', namespace: 'METER' };
const USAGE =
  'Usage: npm run manifest -- --origin https://addin.example.com [--out FILE] [--name NAME] [--namespace NAME] [--id UUID]';

/** A stable Id for an origin (a name-based UUID), so that the same deployment keeps its Id from build to build. */
export function idFor(origin) {
  const bytes = createHash('sha1').update(`meterbook:${origin}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The origin as a manifest needs it, or the sentence that says what is wrong with it. */
export function readOrigin(text) {
  if (!text) return { problem: `An origin is missing. ${USAGE}` };
  let url;
  try {
    url = new URL(text);
  } catch {
    return { problem: `"${text}" is not a web address; give an origin such as https://addin.example.com.` };
  }
  if (url.protocol !== 'https:')
    return { problem: `"${text}" is not https; Office loads add-ins over https only.` };
  if ((url.pathname !== '/' && url.pathname !== '') || url.search || url.hash) {
    return { problem: `"${text}" has a path; give the origin alone, such as ${url.origin}.` };
  }
  if (url.origin === DEVELOPMENT.origin)
    return { problem: `${url.origin} is the development origin; its manifest is manifest.xml itself.` };
  return { origin: url.origin };
}

/** The namespace, or the end of the command with a sentence. */
export function readNamespace(name) {
  if (/^[A-Za-z][A-Za-z0-9._]{2,31}$/.test(name)) return name;
  return fail(
    `The namespace "${name}" is not allowed: 3 to 32 letters, digits, points or underscores, a letter first.`,
    2,
  );
}

const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** @param source the text of manifest.xml */
export function productionManifest(
  source,
  { origin, id = idFor(origin), name = 'Meterbook', namespace = PRODUCTION_NAMESPACE },
) {
  return source
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${id}</Id>`)
    .replace(/(<DisplayName DefaultValue=)"[^"]*"/, (_all, start) => `${start}"${escapeXml(name)}"`)
    .replace(/(<bt:String id="Meterbook\.Namespace" DefaultValue=)"[^"]*"/, `$1"${namespace}"`)
    .replaceAll(DEVELOPMENT.origin, origin);
}

function main() {
  checkNode();
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        origin: { type: 'string' },
        out: { type: 'string' },
        id: { type: 'string' },
        name: { type: 'string' },
        namespace: { type: 'string' },
      },
    }));
  } catch (problem) {
    fail(`${problem.message}. ${USAGE}`, 2);
  }
  const { origin, problem } = readOrigin(values.origin);
  if (problem) fail(problem, 2);
  if (values.namespace) readNamespace(values.namespace);
  if (values.id && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(values.id))
    fail(`The Id "${values.id}" is not a UUID.`, 2);
  const out = path.resolve(
    values.out ??
      path.join(ROOT, 'dist', `manifest.${new URL(origin).host.replace(/[^a-z0-9.-]/gi, '-')}.xml`),
  );
  mkdirSync(path.dirname(out), { recursive: true });
  const chosen = Object.fromEntries(
    Object.entries({ id: values.id, name: values.name, namespace: values.namespace }).filter(([, v]) => v),
  );
  writeFileSync(
    out,
    productionManifest(readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8'), { origin, ...chosen }),
  );
  const { namespace = PRODUCTION_NAMESPACE } = chosen;
  process.stdout.write(
    `Wrote ${path.relative(process.cwd(), out) || out}\nBuild for it with: npm run build -- --origin ${origin} --namespace ${namespace}\nthen serve the files of dist/addin at that origin.\n`,
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(ROOT, 'scripts', 'manifest.mjs')) main();
