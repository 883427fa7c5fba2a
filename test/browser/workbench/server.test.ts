import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request, ROOT, runToEnd, startServer, type RunningServer } from '../command-line';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** One sentence that ends a command: it fails, and says so in a single line. */
const sentenceOf = async (args: readonly string[], environment?: NodeJS.ProcessEnv) => {
  const { code, errors, output } = await runToEnd(args, environment);
  expect(code).not.toBe(0);
  expect(code).not.toBeNull();
  expect(output).toBe('');
  const lines = errors.trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
};

describe('the server of npm start', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(async () => {
    expect(await server.close()).toBe(0);
  });

  test('prints the address, with the command that writes the sample, and says what the browser will ask', () => {
    expect(server.output()).toContain(`${server.workbenchOrigin}/?command=insertSample`);
    expect(server.output()).toMatch(/certificate|already trusted/);
  });

  test("answers the page's one foreign address from the npm package and changes nothing else", async () => {
    const built = readFileSync(path.join(ROOT, 'dist/addin/taskpane.html'), 'utf8');
    expect(built).toContain(CDN);
    const served = await request(`${server.addinOrigin}/taskpane.html`);
    expect(served.body).toBe(built.replaceAll(CDN, '/lib/1/hosted/office.js'));
    const officeJs = await request(`${server.addinOrigin}/lib/1/hosted/office.js`);
    expect(officeJs.body).toBe(
      readFileSync(path.join(ROOT, 'node_modules/@microsoft/office-js/dist/office.js'), 'utf8'),
    );
  });

  test.each([
    ['grid/o-spreadsheet/o_spreadsheet.min.iife.js', '@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js'],
    ['grid/o-spreadsheet/o_spreadsheet.xml', '@odoo/o-spreadsheet/dist/o_spreadsheet.xml'],
    ['grid/owl/owl.iife.min.js', '@odoo/owl/dist/owl.iife.min.js'],
  ])('serves %s as its package ships it', async (address, file) => {
    const answer = await request(`${server.workbenchOrigin}/${address}`);
    expect(answer.body).toBe(readFileSync(path.join(ROOT, 'node_modules', file), 'utf8'));
  });

  test.each([
    ['addin', 'taskpane.html', 'text/html'],
    ['addin', 'functions.js', 'text/javascript'],
    ['addin', 'functions.json', 'application/json'],
    ['addin', 'assets/icon-32.png', 'image/png'],
    ['workbench', '', 'text/html'],
    ['workbench', '?command=insertSample', 'text/html'],
    ['workbench', 'workbench.css', 'text/css'],
    ['workbench', 'pane.css', 'text/css'],
    ['workbench', 'addin/manifest.xml', 'application/xml'],
    ['workbench', 'grid/font-awesome/fonts/fontawesome-webfont.woff2?v=4.7.0', 'font/woff2'],
  ])('%s origin: /%s is %s, never cached', async (which, address, type) => {
    const origin = which === 'addin' ? server.addinOrigin : server.workbenchOrigin;
    const { status, headers } = await request(`${origin}/${address}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(new RegExp(`^${type}`));
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test("the add-in's policy allows its own scripts only, and lets a host frame it", async () => {
    const { headers } = await request(`${server.addinOrigin}/taskpane.html`);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy.join(' ')).not.toMatch(/unsafe-eval|frame-ancestors/);
  });

  describe.each(['addin', 'workbench'] as const)('%s origin', (which) => {
    const originOf = () => (which === 'addin' ? server.addinOrigin : server.workbenchOrigin);

    test.each([
      '/../package.json',
      '/../../package.json',
      '/assets/../../../package.json',
      '/%2e%2e/package.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/..\\..\\package.json',
      '//etc/passwd',
      '/%2fetc/passwd',
      '/grid/owl/../../../../package.json',
      '/grid/owl/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/lib/1/hosted/../../../../package.json',
      '/.certificates/localhost.key',
      '/%2ecertificates/localhost.key',
      '/.git/config',
      '/package.json',
      '/node_modules/jest/package.json',
      '/taskpane.html%00.png',
      '/%',
      '/%ff%fe',
      '/assets',
      '/assets/',
      '/grid/owl',
      '/grid/owl/',
      'package.json',
    ])('has nothing at %s', async (attack) => {
      const { status, body } = await request(`${originOf()}${attack.startsWith('/') ? '' : '/../'}${attack}`);
      expect(status).toBe(404);
      expect(body).not.toMatch(/"name"|root:|PRIVATE KEY|\[core\]/);
    });

    test('refuses what is not a reading request', async () => {
      const { status, headers } = await request(`${originOf()}/`, { method: 'POST' });
      expect(status).toBe(405);
      expect(headers['allow']).toBe('GET, HEAD');
    });

    test('refuses a request that takes it for another host', async () => {
      const { status } = await request(`${originOf()}/`, { headers: { host: 'attacker.example' } });
      expect(status).toBe(421);
    });
  });
});

describe('npm start says in one sentence why it cannot', () => {
  let occupant: Server;
  let taken: number;
  let home: string;

  beforeAll(async () => {
    occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const address = occupant.address();
    taken = typeof address === 'object' && address ? address.port : 0;
    home = mkdtempSync(path.join(tmpdir(), 'meterbook-home-'));
  });

  afterAll(() => {
    occupant.close();
    rmSync(home, { recursive: true });
  });

  const start = (...more: string[]) => ['scripts/start.mjs', '--no-open', ...more];

  test('the port of the workbench is in use', async () => {
    const sentence = await sentenceOf(start('--addin-port', '0', '--port', String(taken)));
    expect(sentence).toContain(`Port ${taken}`);
    expect(sentence).toMatch(/in use .*--port/);
  });

  test("the port of the add-in's files is in use", async () => {
    const sentence = await sentenceOf(start('--port', '0', '--addin-port', String(taken)));
    expect(sentence).toContain(`Port ${taken}`);
    expect(sentence).toMatch(/in use .*--addin-port/);
  });

  test.each(['x', '70000', '-1', '80.5'])('the port is "%s"', async (port) => {
    const sentence = await sentenceOf(start(`--port=${port}`));
    expect(sentence).toContain(`"${port}"`);
    expect(sentence).toContain('65535');
  });

  test.each([
    ['is not one', { 'ca.crt': 'x', 'localhost.crt': 'x', 'localhost.key': 'x' }, /cannot be used/],
    ['has lost its key', { 'ca.crt': 'x', 'localhost.crt': 'x' }, /localhost\.key is missing/],
  ])('the trusted certificate %s', async (_what, files, reason) => {
    const folder = path.join(home, '.office-addin-dev-certs');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const sentence = await sentenceOf(start('--port', '0', '--addin-port', '0'), {
      HOME: home,
      USERPROFILE: home,
    });
    expect(sentence).toMatch(reason);
    expect(sentence).toContain('npx office-addin-dev-certs install');
  });

  test('Node is too old', async () => {
    const check = `import('./scripts/ensure.mjs').then(({ checkNode }) => checkNode('18.20.4'))`;
    const sentence = await sentenceOf(['--eval', check]);
    expect(sentence).toContain('18.20.4');
    expect(sentence).toMatch(/Node 20/);
  });

  test('an option is unknown', async () => {
    const { code, errors } = await runToEnd(start('--prot', '1'));
    expect(code).toBe(2);
    expect(errors).toContain('--prot');
    expect(errors).toContain('Usage: npm start');
  });

  test('BROWSER_PATH names no program', async () => {
    const find = `import('./scripts/browser.mjs').then(({ findBrowser }) => findBrowser()).catch(({ message }) => { console.error(message); process.exit(1); })`;
    const sentence = await sentenceOf(['--eval', find], { BROWSER_PATH: '/nowhere/chromium' });
    expect(sentence).toContain('/nowhere/chromium');
    expect(sentence).toMatch(/install Chromium/);
  });
});

const withoutExcel = process.platform === 'linux' ? test : test.skip;

withoutExcel('npm run start:excel says that Excel is not here, and what to use instead', async () => {
  const sentence = await sentenceOf(['scripts/start-excel.mjs']);
  expect(sentence).toContain('Excel is not available');
  expect(sentence).toContain('npm start');
});
