// Two https origins on this machine: an add-in's, as a web server would ship it, and the workbench's.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';

export const ADDIN_PORT = 3000;
export const WORKBENCH_PORT = 3443;

/** Microsoft's addresses of office.js: one for each track, minified or not. */
const CDN_OFFICE_JS = /https:\/\/appsforoffice\.microsoft\.com\/lib\/[\w.]+\/hosted\/office(?:\.debug)?\.js/g;
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

/** The grid compiles its templates and every formula with new Function. */
const workbenchPolicy = (addinOrigin) =>
  Object.entries({
    'default-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'self'",
    'script-src': "'self' 'unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: blob: ${addinOrigin}`,
    'font-src': "'self' data:",
    'connect-src': `'self' ${addinOrigin}`,
    'frame-src': addinOrigin,
  })
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

const require = createRequire(import.meta.url);
const folderOf = (file) => `${path.dirname(require.resolve(file))}/`;
const PAGE = fileURLToPath(new URL('../dist/page/', import.meta.url));

/*
 * What stands below an address: the longest prefix that fits wins. Values ending in "/" are folders.
 */
const addinFiles = ({ folder }) => ({ '/': `${path.resolve(folder)}/` });
const localOfficeJs = () => ({ '/lib/1/hosted/': `${folderOf('@microsoft/office-js/package.json')}dist/` });
const workbenchFiles = ({ manifest, folder }) => ({
  '/': PAGE,
  '/addin/manifest.xml': path.resolve(manifest),
  '/addin/files/': `${path.resolve(folder)}/`,
  '/grid/owl/': folderOf('@odoo/owl'),
  '/grid/o-spreadsheet/': folderOf('@odoo/o-spreadsheet'),
  '/grid/chart/': folderOf('chart.js'),
  '/grid/bootstrap/': folderOf('bootstrap/dist/css/bootstrap.min.css'),
  '/grid/font-awesome/css/': folderOf('font-awesome/css/font-awesome.min.css'),
  '/grid/font-awesome/fonts/': `${folderOf('font-awesome/package.json')}fonts/`,
});

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
 * @param files  address prefix → file or folder
 * @param url    the request's path with its query, as the browser sent it
 */
export function fileFor(files, url) {
  const segments = segmentsOf(url);
  if (!segments) return null;
  const address = `/${segments.join('/')}`;
  const prefix = Object.keys(files)
    .filter((start) => (files[start].endsWith('/') ? address.startsWith(start) : address === start))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  const target = path.resolve(files[prefix]);
  const rest = address.slice(prefix.length);
  const file = files[prefix].endsWith('/') ? path.join(target, rest || 'index.html') : target;
  if (file !== target && !file.startsWith(target + path.sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** An add-in's pages name Microsoft's address for office.js; here that one address becomes a path on their own origin. */
export const withLocalOfficeJs = (html) => html.replaceAll(CDN_OFFICE_JS, OFFICE_JS);

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
        `The certificate for https://localhost cannot be used (${problem.message}): delete the folder ${certificate.folder} and run the command again.`,
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

/** What a person can do when a port is taken. `command` is how the person calls the program, options to follow. */
const anotherPort = (command, option) =>
  `stop that program (another "${command.replace(/ --$/, '')}", perhaps), or choose another port with "${command} ${option}"`;

/**
 * Serves an add-in as it was built.
 * @param options.addin     `{ folder, policy }`: what its own server would ship, and with which Content-Security-Policy
 * @param options.officeJs  'local': the pages' CDN address is answered from the npm package; 'cdn': the pages stay as they are
 * @param options.remedy    what to do when the port is taken
 * @throws Error with one sentence when the port or the certificate cannot be used
 */
export const serveAddin = ({ addin, certificate, port = ADDIN_PORT, officeJs = 'local', remedy }) =>
  listen(
    handler({
      files: officeJs === 'local' ? { ...addinFiles(addin), ...localOfficeJs() } : addinFiles(addin),
      headers: () => ({
        ...(addin.policy && { 'Content-Security-Policy': addin.policy }),
        // Excel on the web reads functions.json across origins, and the workbench asks whether this origin answers.
        'Access-Control-Allow-Origin': '*',
      }),
      rewriteHtml: officeJs === 'local' ? withLocalOfficeJs : undefined,
    }),
    certificate,
    port,
    { purpose: "which serves the add-in's own files", remedy },
  );

/** Serves the workbench's page, the grid's files as their packages ship them, and what describes the add-in. */
export const serveWorkbench = ({ addin, certificate, port = WORKBENCH_PORT, addinOrigin, remedy }) =>
  listen(
    handler({
      files: workbenchFiles(addin),
      headers: () => ({ 'Content-Security-Policy': workbenchPolicy(addinOrigin) }),
      extra: { '/addin/origin.json': () => ({ origin: addinOrigin }) },
    }),
    certificate,
    port,
    { purpose: 'which serves the workbench', remedy },
  );

/**
 * Both origins together; port 0 takes a free one.
 * @param options.addin    `{ manifest, folder, policy }`
 * @param options.command  how the person calls the program, options to follow
 * @returns `{ addinOrigin, workbenchOrigin, close }`
 */
export async function serve({ addin, certificate, addinPort, workbenchPort, command }) {
  const served = await serveAddin({
    addin,
    certificate,
    port: addinPort,
    remedy: anotherPort(command, '--addin-port 3001'),
  });
  try {
    const workbench = await serveWorkbench({
      addin,
      certificate,
      port: workbenchPort,
      addinOrigin: served.origin,
      remedy: anotherPort(command, '--port 3444'),
    });
    return {
      addinOrigin: served.origin,
      workbenchOrigin: workbench.origin,
      close: () => Promise.all([served.close(), workbench.close()]),
    };
  } catch (problem) {
    await served.close();
    throw problem;
  }
}
