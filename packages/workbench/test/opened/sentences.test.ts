import { strToU8 } from 'fflate';
import { NO_ADDIN } from '../../src/addin';
import { readFile } from '../../src/workbench';
import { nodeXml } from '../../src/headless/node-xml';

const OPTIONS = { addin: NO_ADDIN };

const problemOf = (bytes: Uint8Array): string => {
  const read = readFile(bytes, OPTIONS, nodeXml);
  return 'problem' in read ? read.problem : 'opens';
};

/** As Excel writes it: the length of the name, the name, blanks, and the same again in UTF-16. */
function lockOf(name: string): Uint8Array {
  const bytes = new Uint8Array(165).fill(0x20);
  bytes[0] = name.length;
  bytes.set(strToU8(name), 1);
  bytes[54] = 0x20;
  bytes[55] = name.length;
  for (let at = 56; at < bytes.length; at += 2) bytes[at] = 0;
  return bytes;
}

test.each([
  ['values apart by commas', strToU8('Month,Cost\n2027-01,12\n'), /^is a text file such as a \.csv/],
  [
    'values apart by semicolons',
    strToU8('\ufeffMonat;Kosten\r\nJan;1,5\r\n'),
    /^is a text file such as a \.csv/,
  ],
  ["Excel's lock file", lockOf('Ada Lovelace'), /^is the lock file .*Choose the file without "~\$"/],
  [
    "LibreOffice's lock file",
    strToU8(',ada,host,30.11.2026 12:00,file:///home/ada/.config/libreoffice/4;'),
    /^is the lock file /,
  ],
  [
    'a pointer of Git LFS',
    strToU8('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'),
    /^is a pointer of Git LFS.*git lfs pull/,
  ],
  ['a pointer of git-annex', strToU8('/annex/objects/SHA256E-s1--ab.xlsx\n'), /^is a pointer of git-annex/],
  ['a web page', strToU8('<html><table><tr><td>1</td></tr></table></html>'), /^is a web page/],
  ['any text', strToU8('Dear Ada'), /^is not an Excel workbook/],
])('%s is told from a workbook', (_what, bytes, sentence) => {
  expect(problemOf(bytes)).toMatch(sentence);
});
