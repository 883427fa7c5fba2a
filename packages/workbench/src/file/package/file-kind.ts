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
  return `is not an Excel workbook (.xlsx). ${REMEDY}`;
}

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
