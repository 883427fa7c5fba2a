import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Document, Element } from '@xmldom/xmldom';
import { DOMParser } from '@xmldom/xmldom';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/xml');
const manifest = parse(read('manifest.xml'));

const children = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
const all = (document: Document, name: string): Element[] => Array.from(document.getElementsByTagName(name));
const first = (document: Document, name: string): Element => {
  const [element] = all(document, name);
  if (!element) throw new Error(`The manifest has no ${name}.`);
  return element;
};
const everyElement = (document: Document): Element[] => all(document, '*');
const childNames = (element: Element): string[] => children(element).map((child) => child.nodeName);
const resources = (document: Document): Map<string, { kind: string; value: string }> =>
  new Map(
    children(first(document, 'Resources'))
      .flatMap(children)
      .map((entry) => [
        entry.getAttribute('id') ?? '',
        { kind: entry.nodeName, value: entry.getAttribute('DefaultValue') ?? '' },
      ]),
  );
const resids = (document: Document): { element: string; resid: string }[] =>
  everyElement(document)
    .filter((element) => element.hasAttribute('resid'))
    .map((element) => ({ element: element.nodeName, resid: element.getAttribute('resid') ?? '' }));
const urls = (document: Document): string[] =>
  everyElement(document)
    .flatMap((element) => Array.from(element.attributes).map((attribute) => attribute.value))
    .filter(
      (value) =>
        /^[a-z]+:\/\//i.test(value) &&
        !value.startsWith('http://schemas.microsoft.com/') &&
        !value.startsWith('http://www.w3.org/'),
    );

/** Width and height from a PNG's header (IHDR). */
function pngSize(file: string): { width: number; height: number } {
  const bytes = readFileSync(path.join(ROOT, file));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Subsequence: the elements that are there stand in the order that the schema prescribes. */
function expectOrder(element: Element, order: readonly string[]): void {
  const places = childNames(element).map((name) => order.indexOf(name));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

describe('manifest.xml', () => {
  test('every resid resolves and has at most 32 characters', () => {
    const known = resources(manifest);
    for (const { element, resid } of resids(manifest)) {
      expect({ element, resid, known: known.has(resid) }).toEqual({ element, resid, known: true });
      expect(resid.length).toBeLessThanOrEqual(32);
    }
    for (const id of known.keys()) expect(id.length).toBeLessThanOrEqual(32);
  });

  test('every resource is used', () => {
    const used = new Set(resids(manifest).map(({ resid }) => resid));
    expect([...resources(manifest).keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  test('a resid names a resource of the right kind', () => {
    const kinds: Record<string, string> = {
      'bt:Image': 'bt:Image',
      SourceLocation: 'bt:Url',
      Runtime: 'bt:Url',
      FunctionFile: 'bt:Url',
      LearnMoreUrl: 'bt:Url',
      Namespace: 'bt:String',
      Label: 'bt:String',
      Title: 'bt:String',
      Description: 'bt:String',
    };
    const known = resources(manifest);
    for (const { element, resid } of resids(manifest)) expect(known.get(resid)?.kind).toBe(kinds[element]);
  });

  test('runtime, functions page, command file and pane are one resid, or Excel starts two runtimes', () => {
    const shared = [
      first(manifest, 'Runtime'),
      ...children(first(manifest, 'Page')),
      first(manifest, 'FunctionFile'),
      ...all(manifest, 'Action')
        .flatMap(children)
        .filter((child) => child.nodeName === 'SourceLocation'),
    ].map((element) => element.getAttribute('resid'));
    expect(shared).toHaveLength(4);
    expect(new Set(shared).size).toBe(1);
    expect(first(manifest, 'Runtime').getAttribute('lifetime')).toBe('long');
    expect(all(manifest, 'Runtime')).toHaveLength(1);
  });

  test('every address is https and on the one origin of the add-in', () => {
    expect(urls(manifest).length).toBeGreaterThan(20);
    expect(new Set(urls(manifest).map((url) => new URL(url).origin))).toEqual(
      new Set(['https://localhost:3000']),
    );
  });

  test('every icon exists with the pixel size that its name says, in every size', () => {
    const icons = all(manifest, 'bt:Image').filter((image) => image.hasAttribute('resid'));
    const known = resources(manifest);
    for (const icon of icons) {
      const file = new URL(known.get(icon.getAttribute('resid') ?? '')?.value ?? '').pathname.slice(1);
      const size = Number(icon.getAttribute('size'));
      expect(file).toMatch(new RegExp(`-${size}\\.png$`));
      expect({ file, ...pngSize(file) }).toEqual({ file, width: size, height: size });
    }
    for (const group of all(manifest, 'Icon')) {
      expect(children(group).map((image) => Number(image.getAttribute('size')))).toEqual([
        16, 20, 24, 32, 40, 48, 64, 80, 96,
      ]);
    }
    expect(pngSize('assets/icon-32.png')).toEqual({ width: 32, height: 32 });
    expect(first(manifest, 'IconUrl').getAttribute('DefaultValue')).toMatch(/icon-32\.png$/);
    expect(first(manifest, 'HighResolutionIconUrl').getAttribute('DefaultValue')).toMatch(/icon-64\.png$/);
  });

  test('the elements stand in the order that the schema prescribes', () => {
    expectOrder(first(manifest, 'OfficeApp'), [
      'Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl',
      'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions',
      'VersionOverrides', 'ExtendedOverrides',
    ]); // prettier-ignore
    expectOrder(first(manifest, 'VersionOverrides'), ['Description', 'Requirements', 'Hosts', 'Resources']);
    const workbook = all(manifest, 'Host').find((host) => host.hasAttribute('xsi:type'));
    if (!workbook) throw new Error('VersionOverrides names no host.');
    expect(childNames(workbook)).toEqual(['Runtimes', 'AllFormFactors', 'DesktopFormFactor']);
    expectOrder(first(manifest, 'DesktopFormFactor'), ['GetStarted', 'FunctionFile', 'ExtensionPoint']);
    const functions = all(manifest, 'ExtensionPoint').find(
      (point) => point.getAttribute('xsi:type') === 'CustomFunctions',
    );
    expect(functions && childNames(functions)).toEqual(['Script', 'Page', 'Metadata', 'Namespace']);
    expect(childNames(first(manifest, 'Group')).slice(0, 2)).toEqual(['Label', 'Icon']);
    for (const control of all(manifest, 'Control'))
      expect(childNames(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    expect(childNames(first(manifest, 'GetStarted'))).toEqual(['Title', 'Description', 'LearnMoreUrl']);
    expect(childNames(first(manifest, 'Resources'))).toEqual([
      'bt:Images',
      'bt:Urls',
      'bt:ShortStrings',
      'bt:LongStrings',
    ]);
  });

  test('strings keep to the lengths that Office shows', () => {
    for (const entry of children(first(manifest, 'bt:ShortStrings')))
      expect((entry.getAttribute('DefaultValue') ?? '').length).toBeLessThanOrEqual(125);
    for (const entry of children(first(manifest, 'bt:LongStrings')))
      expect((entry.getAttribute('DefaultValue') ?? '').length).toBeLessThanOrEqual(250);
  });

  test("the version is package.json's with a fourth part", () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(first(manifest, 'Version').textContent).toBe(`${version}.0`);
  });

  test('it asks for the shared runtime and for nothing newer', () => {
    expect(
      all(manifest, 'Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')]),
    ).toEqual([['SharedRuntime', '1.1']]);
    expect(first(manifest, 'Permissions').textContent).toBe('ReadWriteDocument');
  });

  test('identity, namespace and commands are what released workbooks and habits rely on', () => {
    expect(first(manifest, 'Id').textContent).toBe('a29770af-f422-4978-a260-5359b90638a1');
    expect(resources(manifest).get('Meterbook.Namespace')?.value).toBe('METER');
    expect(first(manifest, 'OfficeTab').getAttribute('id')).toBe('TabHome');
    expect(all(manifest, 'Action').map((action) => action.getAttribute('xsi:type'))).toEqual([
      'ShowTaskpane',
      ...Array<string>(5).fill('ExecuteFunction'),
    ]);
    const labels = all(manifest, 'Control').map((control) => {
      const [label] = children(control);
      return resources(manifest).get(label?.getAttribute('resid') ?? '')?.value;
    });
    expect(labels).toEqual(['Meterbook', 'New model', 'Refresh', 'Why?', 'Share', 'Insert sample']);
  });

  test('every command and every shortcut is one that the add-in answers to', () => {
    const answered = [...read('src/commands/commands.ts').matchAll(/associate\(\s*'(\w+)'/g)].map(
      ([, id]) => id,
    );
    for (const command of all(manifest, 'FunctionName')) expect(answered).toContain(command.textContent);
    const { actions, shortcuts } = JSON.parse(read('src/commands/shortcuts.json')) as {
      actions: { id: string; type: string; name: string }[];
      shortcuts: { action: string; key: { default: string } }[];
    };
    expect(shortcuts).toHaveLength(3);
    for (const { id, type, name } of actions) {
      expect([answered.includes(id), type, name.length > 0]).toEqual([true, 'ExecuteFunction', true]);
    }
    expect(shortcuts.map(({ action }) => action)).toEqual(actions.map(({ id }) => id));
    // Excel and the browsers keep plain Ctrl and Alt for themselves.
    for (const { key } of shortcuts) expect(key.default).toMatch(/^Ctrl\+Alt\+Shift\+[A-Z]$/);
    expect(new Set(shortcuts.map(({ key }) => key.default)).size).toBe(3);
    const url = first(manifest, 'ExtendedOverrides').getAttribute('Url') ?? '';
    expect(new URL(url).pathname).toBe('/shortcuts.json');
  });
});

describe('npm run manifest', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'meterbook-manifest-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(ROOT, 'scripts/manifest.mjs'), ...args], { encoding: 'utf8' });
  const produce = (origin: string, ...more: string[]): Document => {
    const out = path.join(folder, 'manifest.xml');
    const result = command('--origin', origin, '--out', out, ...more);
    expect(result.stderr).toBe('');
    return parse(readFileSync(out, 'utf8'));
  };
  const identity = (document: Document) => ({
    id: first(document, 'Id').textContent,
    name: first(document, 'DisplayName').getAttribute('DefaultValue'),
    namespace: resources(document).get('Meterbook.Namespace')?.value,
  });

  test('gives an origin its own Id, name and namespace, and moves every address there', () => {
    const produced = produce('https://addin.example.com');
    const ours = identity(manifest);
    const theirs = identity(produced);
    expect(theirs.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([theirs.id === ours.id, theirs.name === ours.name, theirs.namespace === ours.namespace]).toEqual([
      false,
      false,
      false,
    ]);
    expect(new Set(urls(produced).map((url) => new URL(url).origin))).toEqual(
      new Set(['https://addin.example.com']),
    );
    expect(urls(produced)).toHaveLength(urls(manifest).length);
    expect(everyElement(produced).map((element) => element.nodeName)).toEqual(
      everyElement(manifest).map((element) => element.nodeName),
    );
  });

  test('the Id belongs to the origin: the same again, another elsewhere', () => {
    const id = (origin: string) => identity(produce(origin)).id;
    expect(id('https://a.example.com')).toBe(id('https://a.example.com'));
    expect(id('https://a.example.com')).not.toBe(id('https://b.example.com'));
  });

  test('a name with XML in it stays a name', () => {
    expect(identity(produce('https://a.example.com', '--name', 'R&D "test" $1 <x>')).name).toBe(
      'R&D "test" $1 <x>',
    );
  });

  test.each([
    [[], /An origin is missing/],
    [['--origin', 'addin'], /"addin" is not a web address/],
    [['--origin', 'http://addin.example.com'], /is not https/],
    [
      ['--origin', 'https://addin.example.com/meter/'],
      /has a path; give the origin alone, such as https:\/\/addin\.example\.com/,
    ],
    [['--origin', 'https://localhost:3000'], /is the development origin/],
    [['--origin', 'https://a.example.com', '--namespace', 'M'], /namespace "M" is not allowed/],
    [['--origin', 'https://a.example.com', '--id', '7'], /Id "7" is not a UUID/],
    [['--orgin', 'https://a.example.com'], /Usage: npm run manifest/],
  ])('%j is refused with a sentence', (args, sentence) => {
    const result = command(...args);
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(sentence);
    expect(result.stdout).toBe('');
  });
});
