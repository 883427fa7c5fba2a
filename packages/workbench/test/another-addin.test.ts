import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHeadless, readAddin, type Headless } from '../src/headless/headless';
import { CONTOSO, contoso, read, write } from './excel';

/** An add-in that knows nothing of the workbench, in files of its own: manifest, functions, shortcuts and a page. */

describe('the add-in of a manifest', () => {
  test('is called as its manifest says, and its addresses move to where it is served', () => {
    const { scripts, shortcuts, metadata, ...named } = contoso();
    expect(named).toEqual({
      id: '5d0b5bb4-6f0f-4c54-9d0e-0f5c6f1c2a11',
      name: 'Contoso Prices',
      namespace: 'CONTOSO',
      pageUrl: 'https://localhost:3000/pane.html',
      folder: CONTOSO.folder,
    });
    expect(scripts).toEqual([path.join(CONTOSO.folder, 'prices.js')]);
    expect(metadata.functions.map(({ name }) => name)).toEqual(['TIERED', 'LIST']);
    expect(shortcuts?.shortcuts?.map(({ action }) => action)).toEqual(['writePrices']);
  });
});

describe('Excel with it', () => {
  let excel: Headless;
  beforeEach(async () => {
    excel = await openHeadless({ addin: contoso() });
  });
  afterEach(() => excel.close());

  test('computes its functions, with ranges, spills and errors in its words', async () => {
    await write(excel, 'A1:B1', [[12, '=CONTOSO.TIERED(A1,D1#)']]);
    await write(excel, 'D1', '=CONTOSO.LIST()');
    await write(excel, 'B2', '=CONTOSO.TIERED(-1,D1#)');
    // Ten at 2, two at 1.
    expect(await read(excel, 'B1:B2')).toEqual([[10 * 2 + 2 * 1], ['#VALUE!']]);
    expect(await read(excel, 'D1:E2')).toEqual([
      [10, 2],
      ['', 1],
    ]);
    expect(excel.workbench.cellError('Sheet1', 'B2')).toBe('quantity is -1: it must be 0 or more.');
  });

  test('runs the function of its ribbon button, and that of its shortcut', async () => {
    await excel.workbench.runCommand('writePrices', 'Prices.List');
    expect(await read(excel, 'A1:B2')).toEqual([
      [10, 2],
      ['', 1],
    ]);
    const actions = excel.Office.actions as unknown as { getShortcuts(): Promise<unknown> };
    expect(await actions.getShortcuts()).toEqual({ writePrices: 'Ctrl+Alt+P' });
  });

  test('knows no other namespace', async () => {
    await write(excel, 'A1', '=FABRIKAM.LIST()');
    expect(await read(excel, 'A1')).toEqual([['#NAME?']]);
  });
});

test('Excel without an add-in has no custom functions, and office.js all the same', async () => {
  const excel = await openHeadless();
  await write(excel, 'A1:A2', [['=CONTOSO.LIST()'], ['=SUM(1,2)']]);
  expect(await read(excel, 'A1:A2')).toEqual([['#NAME?'], [3]]);
  excel.close();
});

describe('what is wrong with an add-in is said in a sentence', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'addin-'));
    cpSync(CONTOSO.folder, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const manifestWith = (text: string): string => {
    const file = path.join(folder, 'manifest.xml');
    writeFileSync(file, text);
    return file;
  };
  const PLAIN = `<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"><Id>7</Id><DisplayName DefaultValue="Plain"/>
    <DefaultSettings><SourceLocation DefaultValue="https://plain.example/pane.html"/></DefaultSettings></OfficeApp>`;

  test('a manifest without functions and ribbon is that of a pane alone', () => {
    const addin = readAddin({ manifest: manifestWith(PLAIN), folder });
    expect(addin).toMatchObject({ id: '7', name: 'Plain', namespace: '', scripts: [] });
  });

  test.each([
    ['is not there', () => path.join(folder, 'none.xml'), /none\.xml cannot be read as a manifest/],
    ['is not XML', () => manifestWith('{"$schema":"…"}'), /cannot be read as a manifest/],
    ['is of something else', () => manifestWith('<Plan/>'), /not an <OfficeApp> document/],
    [
      'has no address',
      () => manifestWith(PLAIN.replace('https://plain.example/', '')),
      /"pane\.html", which is not a web address/,
    ],
  ])('the manifest %s', (_what, manifest, sentence) => {
    expect(() => readAddin({ manifest: manifest(), folder })).toThrow(sentence);
  });

  test('a file that the manifest names is missing, or no JSON', () => {
    rmSync(path.join(folder, 'keys.json'));
    expect(() => readAddin({ ...CONTOSO, folder })).toThrow(/keys\.json does not exist.*Build the add-in/);
    writeFileSync(path.join(folder, 'prices.json'), 'functions');
    expect(() => readAddin({ ...CONTOSO, folder })).toThrow(/prices\.json is not JSON/);
  });

  test('the file of its functions lists none', async () => {
    writeFileSync(path.join(folder, 'prices.json'), '{}');
    await expect(openHeadless({ addin: readAddin({ ...CONTOSO, folder }) })).rejects.toThrow(
      'functions.json has no list "functions".',
    );
  });
});
