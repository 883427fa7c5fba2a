import { downloadXlsx } from '../../../packages/workbench/src/headless/download-xlsx';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { insertSample } from '../../../src/workbook/sample/insert-sample';
import { openHost } from '../../workbook/host';
import { faultsBeyondSchema, faultsOf, partsOf } from '../../../packages/workbench/test/xlsx-faults';

const partOf = (bytes: Uint8Array, name: string): string => {
  const part = partsOf(bytes)[name];
  if (part === undefined) throw new Error(`The file has no ${name}.`);
  return part;
};

async function written(fill: () => Promise<unknown>): Promise<Uint8Array> {
  const host = await openHost();
  try {
    await fill();
    return await downloadXlsx(host.workbench);
  } finally {
    host.close();
  }
}

test('the file of a model has no faults, its names, its table and functions as Excel stores them', async () => {
  const bytes = await written(() => newModel('transition'));
  expect(faultsOf(bytes)).toEqual([]);
  expect(faultsBeyondSchema(partsOf(bytes))).toEqual([]);
  const workbook = partOf(bytes, 'xl/workbook.xml');
  expect(workbook).toContain('>TermsTable[#All]</definedName>');
  expect(workbook).toContain('<calcPr calcId="191029"/>');
  expect(partOf(bytes, 'xl/tables/table1.xml')).toContain('displayName="TermsTable"');
  const schedule = partOf(bytes, 'xl/worksheets/sheet3.xml');
  expect(schedule).toMatch(/cm="1"><f t="array" ref="J12:BQ17">_xldudf_METER_SCHEDULE\(/);
  expect(schedule).not.toMatch(/METER\./);
  // Every formula has a value beside it, and so has every cell that the result spills into.
  expect(schedule).not.toMatch(/<\/f><\/c>/);
  expect(schedule).toMatch(/<c r="BQ17"[^>]*><v>/);
});

test('the file of the sample has no faults', async () => {
  const bytes = await written(() => insertSample());
  expect(faultsOf(bytes)).toEqual([]);
  expect(faultsBeyondSchema(partsOf(bytes))).toEqual([]);
});

test('a book without custom functions may be computed anew by every program', async () => {
  const bytes = await written(async () => undefined);
  expect(faultsOf(bytes)).toEqual([]);
  expect(faultsBeyondSchema(partsOf(bytes))).toEqual([]);
  expect(partOf(bytes, 'xl/workbook.xml')).toContain('<calcPr calcId="0" fullCalcOnLoad="1"/>');
});

/** One part of a good file changed, as a writer's mistake would. */
const PLANTED: readonly (readonly [string, string, (text: string) => string, RegExp])[] = [
  [
    'a name twice',
    'xl/workbook.xml',
    (text) =>
      text.replace('</definedNames>', '<definedName name="TERMS">Terms!$A$1</definedName></definedNames>'),
    /^The name book terms stands twice\.$/,
  ],
  [
    'a header that the table does not know',
    'xl/tables/table1.xml',
    (text) => text.replace(/(<tableColumn [^>]*name=")[^"]*"/, '$1Other"'),
    /shows ".*", the table says "Other"\.$/,
  ],
  [
    'a formula that is too long',
    'xl/worksheets/sheet3.xml',
    (text) => text.replace(/(<f[^>]*>)/, `$1${'1+'.repeat(5000)}`),
    /the formula has \d+ characters\.$/,
  ],
  [
    'a formula with its =',
    'xl/worksheets/sheet3.xml',
    (text) => text.replace(/(<f[^>]*>)/, '$1='),
    /the formula begins with =\.$/,
  ],
  [
    'a number that is none',
    'xl/worksheets/sheet3.xml',
    (text) => text.replace(/(<c r="\w+"(?: s="\d+")?><v>)[^<]*/, '$1NaN'),
    /"NaN" is no number\.$/,
  ],
  [
    'a formula without its value',
    'xl/worksheets/sheet3.xml',
    (text) => text.replace(/<\/f><v>[^<]*<\/v>/, '</f>'),
    /the formula has no value\.$/,
  ],
];

test('each fault that the schema allows is found where it is planted', async () => {
  const parts = partsOf(await written(() => newModel('transition')));
  for (const [what, path, plant, sentence] of PLANTED) {
    const planted = { ...parts, [path]: plant(parts[path] ?? '') };
    const found = faultsBeyondSchema(planted);
    expect([what, found]).toEqual([what, [expect.stringMatching(sentence)]]);
  }
});

test('writing a file leaves the globals of the process as they were', async () => {
  const globals = () => [Reflect.get(globalThis, 'DOMParser'), Reflect.has(globalThis, 'XMLSerializer')];
  const host = await openHost();
  try {
    const before = globals();
    await downloadXlsx(host.workbench);
    expect(globals()).toEqual(before);
  } finally {
    host.close();
  }
});
