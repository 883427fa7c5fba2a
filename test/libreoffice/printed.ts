import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Reads the text of a PDF's pages; part of Debian's poppler-utils. */
const READER = 'pdftotext';

const canRead = spawnSync(READER, ['-v']).error === undefined;
if (!canRead && !process.env['CI'])
  console.warn('pdftotext is missing: it is not tested what the pages look like that LibreOffice prints.');

/** Tests of printed pages, skipped where no program reads them; on a machine that checks changes they fail instead. */
export const testPrinted = canRead || process.env['CI'] ? test : test.skip;

/** The lines with any text, by page, of a workbook as LibreOffice prints it. */
export function printedPages(bytes: Uint8Array): string[][] {
  const folder = mkdtempSync(path.join(tmpdir(), 'meterbook-printed-'));
  try {
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const options = ['--headless', '--convert-to', 'pdf', '--outdir', folder, file];
    execFileSync('soffice', [profile, ...options], { stdio: 'pipe' });
    const [printed, texts] = [path.join(folder, 'book.pdf'), path.join(folder, 'book.txt')];
    execFileSync(READER, ['-layout', printed, texts]);
    // A form feed ends every page.
    return readFileSync(texts, 'utf8')
      .split('\f')
      .slice(0, -1)
      .map((page) => page.split('\n').filter((line) => line.trim() !== ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
