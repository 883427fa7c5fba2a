// Two https origins on this machine: the add-in's, as a web server would ship it, and the workbench's.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { ROOT } from '../../../scripts/ensure.mjs';

export const ADDIN_PORT = 3000;
export const WORKBENCH_PORT = 3443;

const CDN = 'https://appsforoffice.microsoft.com';
const OFFICE_JS = '/lib/1/hosted/office.js';
const LOOPBACK = ['127.0.0.1', '::1'];

const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.eot': 'application/vnd.ms-fontobject',
  '.otf': 'font/otf',
};

const policy = (directives) =>
  Object.entries({ 'default-src': "'self'", 'object-src': "'none'", 'base-uri': "'self'", ...directives })
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** Nothing here names who may frame the pane: Excel on the web and the workbench both must. */
const addinPolicy = (officeJs) =>
  policy({
    'script-src': officeJs === 'cdn' ? `'self' ${CDN}` : "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'connect-src': officeJs === 'cdn' ? `'self' ${CDN}` : "'self'",
  });

/** The grid compiles its templates and every formula with new Function. */
const workbenchPolicy = (addinOrigin) =>
  policy({
    'script-src': "'self' 'unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: blob: ${addinOrigin}`,
    'font-src': "'self' data:",
    'connect-src': `'self' ${addinOrigin}`,
    'frame-src': addinOrigin,
  });

/** What stands below an address: the longest prefix that fits wins. Values ending in "/" are folders. */
const ADDIN_FILES = { '/': 'dist/addin/' };
const LOCAL_OFFICE_JS = { '/lib/1/hosted/': 'node_modules/@microsoft/office-js/dist/' };
const WORKBENCH_FILES = {
  '/': 'dist/workbench/',
  '/addin/manifest.xml': 'manifest.xml',
  '/addin/functions.json': 'dist/addin/functions.json',
  '/addin/shortcuts.json': 'dist/addin/shortcuts.json',
  '/addin/icon.png': 'assets/icon-32.png',
  '/grid/owl/': 'node_modules/@odoo/owl/dist/',
  '/grid/o-spreadsheet/': 'node_modules/@odoo/o-spreadsheet/dist/',
  '/grid/chart/': 'node_modules/chart.js/dist/',
  '/grid/bootstrap/': 'node_modules/bootstrap/dist/css/',
  '/grid/font-awesome/css/': 'node_modules/font-awesome/css/',
  '/grid/font-awesome/fonts/': 'node_modules/font-awesome/fonts/',
};

const isPlainSegment = (segment) => !segment.startsWith('.') && !/[\\\0:]/.test(segment);

/** The path of a request as its plain segments, or null where it tries to be anything else. */
function segmentsOf(url) {
  const raw = url.split(/[?#]/, 1)[0];
  try {
    const segments = decodeURIComponent(raw).split('/').slice(1);
    return raw.startsWith('/') && segments.every(isPlainSegment) ? segments : null;
  } catch {
    return null;
  }
}

/**
 * The file that answers an address, or null. Only what the table names is ever served.
 * @param files  address prefix → file or folder, relative to root
 * @param url    the request's path with its query, as the browser sent it
 */
export function fileFor(files, url, root = ROOT) {
  const segments = segmentsOf(url);
  if (!segments) return null;
  const address = `/${segments.join('/')}`;
  const prefix = Object.keys(files)
    .filter((start) => (files[start].endsWith('/') ? address.startsWith(start) : address === start))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  const target = path.resolve(root, files[prefix]);
  const rest = address.slice(prefix.length);
  const file = files[prefix].endsWith('/') ? path.join(target, rest || 'index.html') : target;
  if (file !== target && !file.startsWith(target + path.sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** The pane's page names Microsoft's address for office.js; here that one address becomes a path on our own origin. */
export const withLocalOfficeJs = (html) => html.replaceAll(`${CDN}${OFFICE_JS}`, OFFICE_JS);

const plain = (response, status, text, headers = {}) => {
  response.writeHead(status, { 'Content-Type': CONTENT_TYPES['.txt'], ...headers });
  response.end(`${text}\n`);
};

/** A page elsewhere that gets its own host name to resolve to this machine must not read our files. */
const namesThisMachine = (request) =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '');

function handler({ files, headers, rewriteHtml, extra = {} }) {
  return (request, response) => {
    for (const [name, value] of Object.entries({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...headers(),
    })) {
      response.setHeader(name, value);
    }
    if (!namesThisMachine(request)) return plain(response, 421, 'This server answers for localhost only.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    }
    const body = extra[request.url.split('?', 1)[0]];
    if (body) {
      response.writeHead(200, { 'Content-Type': CONTENT_TYPES['.json'] });
      return response.end(JSON.stringify(body()));
    }
    const file = fileFor(files, request.url);
    if (!file) return plain(response, 404, 'There is nothing at this address.');
    const type = path.extname(file).toLowerCase();
    response.setHeader('Content-Type', CONTENT_TYPES[type] ?? 'application/octet-stream');
    if (request.method === 'HEAD') return response.end();
    if (type === '.html' && rewriteHtml) return response.end(rewriteHtml(readFileSync(file, 'utf8')));
    return pipeline(createReadStream(file), response, () => undefined);
  };
}

const listenOn = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });

const portProblem = (problem, port, { purpose, remedy }) =>
  problem.code === 'EADDRINUSE'
    ? new Error(`Port ${port}, ${purpose}, is in use by another program: ${remedy}.`)
    : problem.code === 'EACCES'
      ? new Error(`Port ${port}, ${purpose}, may not be opened by this user: choose one above 1023.`)
      : new Error(`Port ${port}, ${purpose}, could not be opened (${problem.message}).`);

/** One origin on both loopback addresses, since a browser may take either for "localhost". */
async function listen(handle, certificate, port, words) {
  const servers = [];
  // A browser keeps connections open in advance, before they carry a request; closing waits for every one of them.
  const sockets = new Set();
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  };
  let bound = port;
  for (const host of LOOPBACK) {
    let server;
    try {
      server = createServer({ cert: certificate.cert, key: certificate.key }, handle);
    } catch (problem) {
      throw new Error(
        `The certificate for https://localhost cannot be used (${problem.message}): delete the folder .certificates and run the command again.`,
      );
    }
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    try {
      bound = await listenOn(server, bound, host);
      servers.push(server);
    } catch (problem) {
      const noSuchAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(problem.code);
      if (noSuchAddress && servers.length > 0) continue;
      await close();
      throw portProblem(problem, port, words);
    }
  }
  return { origin: `https://localhost:${bound}`, close };
}

/**
 * Serves the add-in as it was built.
 * @param options.officeJs  'local': the page's CDN address is answered from the npm package; 'cdn': the page stays as it is
 * @throws Error with one sentence when the port or the certificate cannot be used
 */
export const serveAddin = ({ certificate, port = ADDIN_PORT, officeJs = 'local' }) =>
  listen(
    handler({
      files: officeJs === 'local' ? { ...ADDIN_FILES, ...LOCAL_OFFICE_JS } : ADDIN_FILES,
      headers: () => ({
        'Content-Security-Policy': addinPolicy(officeJs),
        // Excel on the web reads functions.json across origins, and the workbench asks whether this origin answers.
        'Access-Control-Allow-Origin': '*',
      }),
      rewriteHtml: officeJs === 'local' ? withLocalOfficeJs : undefined,
    }),
    certificate,
    port,
    {
      purpose: "which serves the add-in's own files",
      remedy:
        officeJs === 'local'
          ? 'stop that program (another "npm start", perhaps), or choose another port with "npm start -- --addin-port 3001"'
          : 'stop that program ("npm start", perhaps): the manifest names this port',
    },
  );

/** Serves the workbench's page, the grid's files as their packages ship them, and the two files that describe the add-in. */
export const serveWorkbench = ({ certificate, port = WORKBENCH_PORT, addinOrigin }) =>
  listen(
    handler({
      files: WORKBENCH_FILES,
      headers: () => ({ 'Content-Security-Policy': workbenchPolicy(addinOrigin) }),
      extra: { '/addin/origin.json': () => ({ origin: addinOrigin }) },
    }),
    certificate,
    port,
    {
      purpose: 'which serves the workbench',
      remedy:
        'stop that program (another "npm start", perhaps), or choose another port with "npm start -- --port 3444"',
    },
  );

/**
 * Both origins together; port 0 takes a free one.
 * @returns `{ addinOrigin, workbenchOrigin, close }`
 */
export async function serve({ certificate, addinPort, workbenchPort }) {
  const addin = await serveAddin({ certificate, port: addinPort });
  try {
    const workbench = await serveWorkbench({ certificate, port: workbenchPort, addinOrigin: addin.origin });
    return {
      addinOrigin: addin.origin,
      workbenchOrigin: workbench.origin,
      close: () => Promise.all([addin.close(), workbench.close()]),
    };
  } catch (problem) {
    await addin.close();
    throw problem;
  }
}
