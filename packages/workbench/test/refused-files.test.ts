import { zipSync, strToU8 } from 'fflate';
import { NO_ADDIN } from '../src/addin';
import { readFile } from '../src/workbench';
import { nodeXml } from '../src/headless/node-xml';
import { MOST_UNPACKED_BYTES } from '../src/file/package/zip-entries';
import { processorTime } from './eventually';
import { changed, SHEET, smallParts, withRows, WORKBOOK, zipped } from './small-workbook';

const OPTIONS = { addin: NO_ADDIN };

beforeAll(() => Reflect.set(console, 'debug', () => undefined));

function problemOf(bytes: Uint8Array): string | undefined {
  const read = readFile(bytes, OPTIONS, nodeXml);
  return 'problem' in read ? read.problem : undefined;
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);

const good = () => zipped(smallParts());

/** The entry as if it were packed with a password. */
function encryptedZip(): Uint8Array {
  const bytes = good();
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const isCentral =
      bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2;
    if (isCentral) bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
  }
  return bytes;
}

let packed: Uint8Array | undefined;
const bomb = (): Uint8Array => (packed ??= packBomb());

/** Blanks pack to a thousandth. */
function packBomb(): Uint8Array {
  const { [SHEET]: sheet = '', ...parts } = smallParts();
  const blanks = new Uint8Array(MOST_UNPACKED_BYTES + 1).fill(32);
  return zipSync({
    ...Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
    [SHEET]: strToU8(sheet),
    'xl/more.xml': [blanks, { level: 9 }],
  });
}

/** The directory says that it is small. */
function lyingBomb(): Uint8Array {
  const bytes = bomb().slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
  }
  return bytes;
}

const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';

const REFUSED: readonly (readonly [what: string, bytes: () => Uint8Array, problem: RegExp])[] = [
  ['nothing', () => new Uint8Array(), /^is empty\.$/],
  [
    'a text',
    () => strToU8('Item;Price\nKiro;3\n'),
    /^is a text file such as a \.csv, and no Excel workbook \(\.xlsx\)\. Open it in Excel/,
  ],
  ['a PDF', () => strToU8('%PDF-1.7\n'), /^is a PDF\./],
  [
    'a file of Excel 97',
    () => Uint8Array.from([...COMPOUND, ...utf16('Workbook')]),
    /^is a file of Excel 97-2003 \(\.xls\)/,
  ],
  [
    'a workbook with a password',
    () => Uint8Array.from([...COMPOUND, ...utf16('EncryptedPackage')]),
    /^is encrypted with a password\. Remove the password in Excel/,
  ],
  ['an archive with a password', encryptedZip, /^is an archive with a password\./],
  ['an archive of pictures', () => zipped({ 'a.png': 'x' }), /^is an archive, and no Excel workbook/],
  [
    'a binary workbook',
    () => zipped({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }),
    /^is an Excel binary workbook \(\.xlsb\)/,
  ],
  [
    'a Word document',
    () => zipped({ '[Content_Types].xml': '', 'word/document.xml': '' }),
    /^is a Word document/,
  ],
  ['an OpenDocument file', () => zipped({ mimetype: '', 'content.xml': '' }), /^is an OpenDocument file/],
  [
    'half of a file',
    () => good().subarray(0, 600),
    /^cannot be read: its directory is missing\. Get the file once more/,
  ],
  [
    'a file with a damaged part',
    () => {
      const bytes = good();
      bytes.fill(0xff, 60, 90);
      return bytes;
    },
    /^cannot be read: .*damaged\. Get the file once more/,
  ],
  ['a zip bomb', bomb, /^cannot be read: it holds more than 200 MB once it is unpacked\./],
  [
    'a zip bomb that states a small size',
    lyingBomb,
    /^cannot be read: it holds more than 200 MB once it is unpacked\./,
  ],
  [
    'an archive of too many parts',
    () => zipped(Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`p${at}`, '']))),
    /^cannot be read: it has 5001 parts, and 5000 are allowed\./,
  ],
  [
    'entities in a sheet',
    () => zipped(changed(smallParts(), SHEET, (text) => text.replace('<worksheet', `${ENTITIES}<worksheet`))),
    /^has definitions of its own in xl\/worksheets\/sheet1\.xml, which no workbook of Excel has\./,
  ],
  [
    'no list of sheets',
    () => zipped(Object.fromEntries(Object.entries(smallParts()).filter(([path]) => path !== WORKBOOK))),
    /^is no Excel workbook: the part that lists its sheets is missing\.$/,
  ],
  [
    'a list of sheets that is no XML',
    () => zipped(changed(smallParts(), WORKBOOK, (text) => text.replace('</sheets>', ''))),
    /^is damaged: its part xl\/workbook\.xml cannot be read\.$/,
  ],
  [
    'no sheet',
    () => zipped(changed(smallParts(), WORKBOOK, (text) => text.replace(/<sheet .*?\/>/, ''))),
    /^has no sheet with cells\.$/,
  ],
  [
    'dates from 1904',
    () =>
      zipped(
        changed(smallParts(), WORKBOOK, (text) =>
          text.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
        ),
      ),
    /^counts its dates from 1904\. Turn off "Use 1904 date system"/,
  ],
  [
    'a cell at the end of the world',
    () => zipped(withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    /^is too large: something stands in XFD1048576 of its sheet "Data", and sheets are opened up to ALL20000\.$/,
  ],
  [
    'too many cells',
    () =>
      zipped(
        withRows(
          Array.from(
            { length: 1001 },
            (_row, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(500)}</row>`,
          ).join(''),
        ),
      ),
    /^is too large: it holds 500,500 cells, and files are opened up to 500,000\.$/,
  ],
];

test.each(REFUSED)('%s is refused with a sentence', (_what, bytes, problem) => {
  expect(problemOf(bytes())).toMatch(problem);
});

test('what these are made from opens', () => {
  expect(problemOf(good())).toBeUndefined();
});

test('an array that claims the whole sheet, and looks of a million rows, take no time', async () => {
  const rows =
    '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1+1</f><v>2</v></c><c r="B1"><v>7</v></c></row>' +
    '<row r="1048576" s="1" customFormat="1"><c r="A1048576" s="1"/></row>';
  const spent = await processorTime(() => expect(problemOf(zipped(withRows(rows)))).toBeUndefined());
  expect(spent).toBeLessThan(10_000);
});

test('cells and comments without their ends take no time', async () => {
  const endless = ['<c r="A1"><v>1</v>'.repeat(200_000), '<!-- '.repeat(400_000)];
  const files = endless.map((row) => zipped(withRows(`<row r="1">${row}</row>`)));
  const spent = await processorTime(() => expect(files.map(problemOf)).toEqual([undefined, undefined]));
  expect(spent).toBeLessThan(20_000);
});
