import type { ZipEntry } from './zip-entries';

/*
 * What a file is that is no workbook in the format .xlsx, known by its first bytes or by what it holds: its name may say
 * anything.
 */

const REMEDY = 'Open it in Excel or LibreOffice, save it as "Excel Workbook (*.xlsx)", and open that file.';

/** Compound files: what Office wrote before 2007, and anything of it that is encrypted. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The name of the stream that holds an encrypted workbook, in UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((sign) => [sign.charCodeAt(0), 0]);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];

/** Why bytes are not even an archive; undefined for one. */
export function problemOfBytes(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'is empty.';
  if (startsWith(bytes, ZIP)) return undefined;
  if (startsWith(bytes, COMPOUND)) {
    return holds(bytes, ENCRYPTED)
      ? 'is encrypted with a password. Remove the password in Excel (File, Info, Protect Workbook), save it, and open it again.'
      : `is a file of Excel 97-2003 (.xls), which is not read. ${REMEDY}`;
  }
  if (startsWith(bytes, PDF)) return 'is a PDF. Open the workbook that it was printed from.';
  if (isLock(bytes))
    return 'is the lock file that a program keeps beside a workbook while it is open, and not the workbook. Choose the file without "~$" or ".~lock." in front of its name.';
  return problemOfText(textOf(bytes)) ?? `is not an Excel workbook (.xlsx). ${REMEDY}`;
}

/** How much of a file tells its kind. */
const FIRST_BYTES = 4_096;

/** The beginning of a file as text; undefined for one that is none. */
function textOf(bytes: Uint8Array): string | undefined {
  const first = bytes.subarray(0, FIRST_BYTES);
  if (first.includes(0)) return undefined;
  const text = new TextDecoder('utf-8').decode(first);
  return text.replace(/^\ufeff/, '').trimStart();
}

/** By how the text begins. */
const TEXTS: readonly (readonly [begins: RegExp, what: string])[] = [
  [
    /^version https:\/\/git-lfs\.github\.com\//,
    'is a pointer of Git LFS, which stands for a file that is kept elsewhere. Get the file itself with "git lfs pull", and open it.',
  ],
  [
    /^(?:\.\.\/)*(?:\.git)?\/annex\/objects\//,
    'is a pointer of git-annex, which stands for a file that is kept elsewhere. Get the file itself with "git annex get", and open it.',
  ],
  [/^<(?:!doctype\s+html|html|table)\b/i, `is a web page. ${REMEDY}`],
  [
    /^<\?xml[^]*urn:schemas-microsoft-com:office:spreadsheet/,
    `is an XML file of Excel 2003, which is not read. ${REMEDY}`,
  ],
];

/** A line of values apart by commas, semicolons or tabs. */
const LINE_OF_VALUES = /^[^\n]*[,;\t][^\n]*(?:\r?\n|$)/;

function problemOfText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const known = TEXTS.find(([begins]) => begins.test(text));
  if (known !== undefined) return known[1];
  return LINE_OF_VALUES.test(text)
    ? `is a text file such as a .csv, and no Excel workbook (.xlsx). ${REMEDY}`
    : undefined;
}

/** Excel writes a name and its length, padded with blanks; LibreOffice a line that ends with the address of its profile. */
const LOCK_NAME_BYTES = 54;
const LONGEST_LOCK = 400;

function isLock(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_LOCK) return false;
  const [length = 0] = bytes;
  const name = bytes.subarray(1, LOCK_NAME_BYTES + 1);
  const isOfExcel =
    length > 0 &&
    length <= LOCK_NAME_BYTES &&
    bytes.length > LOCK_NAME_BYTES &&
    name.subarray(length).every((byte) => byte === BLANK || byte === 0) &&
    name.subarray(0, length).every((byte) => byte >= BLANK);
  return isOfExcel || /^,[^\n]*file:\/\/[^\n]*;\s*$/.test(textOf(bytes) ?? '');
}

const BLANK = 0x20;

/** By a part that only files of this kind hold. */
const KINDS: readonly (readonly [part: string, what: string])[] = [
  ['xl/workbook.bin', 'an Excel binary workbook (.xlsb)'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['content.xml', 'an OpenDocument file'],
];

/** Why an archive is no workbook that can be read; undefined for one. */
export function problemOfArchive(entries: readonly ZipEntry[]): string | undefined {
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    return 'is an archive with a password. Unpack it, and open the workbook in it.';
  }
  const names = new Set(entries.map(({ name }) => name));
  const known = KINDS.find(([part]) => names.has(part));
  if (known !== undefined) return `is ${known[1]}, which is not read. ${REMEDY}`;
  if (!names.has('[Content_Types].xml')) return `is an archive, and no Excel workbook (.xlsx). ${REMEDY}`;
  return undefined;
}

const startsWith = (bytes: Uint8Array, wanted: readonly number[]) =>
  wanted.every((byte, at) => bytes[at] === byte);

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes.subarray(at), wanted)) return true;
  }
  return false;
}
