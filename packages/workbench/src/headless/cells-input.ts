import { MAX_COLUMNS, MAX_ROWS, parseZone, splitSheetName, type Zone } from '../book/address';
import { nameProblem } from '../book/names/name-rules';
import { sheetNameProblem } from '../book/sheet-name';

/** What a person typed into the file is wrong; the message is a sentence that says what and how to mend it. */
export class BadInput extends Error {}

export interface InputCell {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean;
}

export interface InputSheet {
  readonly name: string;
  readonly cells: readonly InputCell[];
}

export interface Target {
  readonly sheetName: string;
  readonly zone: Zone;
}

export interface CellsInput {
  readonly sheets: readonly InputSheet[];
  readonly names: readonly (Target & { readonly name: string })[];
  readonly reads: readonly (Target & { readonly text: string })[];
}

const KEYS = ['sheets', 'names', 'read'];

/** @throws BadInput */
export function parseInput(text: string, source: string): CellsInput {
  const input = parseJson(text, source);
  if (!isObject(input)) throw new BadInput(`${source} must hold one JSON object with "sheets" and "read".`);
  for (const key of Object.keys(input)) {
    if (!KEYS.includes(key)) {
      throw new BadInput(`${source} holds "${key}"; only "sheets", "names" and "read" are known.`);
    }
  }
  const sheets = parseSheets(input['sheets'], source);
  const sheetNames = sheets.map((sheet) => sheet.name);
  const names = parseNames(input['names'], sheetNames);
  return { sheets, names, reads: parseReads(input['read'], sheetNames, names, source) };
}

function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (failure) {
    throw new BadInput(
      `${source} is not JSON: ${failure instanceof Error ? failure.message : 'unreadable'}.`,
    );
  }
}

function parseSheets(value: unknown, source: string): InputSheet[] {
  if (!isObject(value) || Object.keys(value).length === 0) {
    throw new BadInput(`${source} needs "sheets": an object from each sheet's name to its cells.`);
  }
  const seen = new Set<string>();
  return Object.entries(value).map(([name, cells]) => {
    const problem = sheetNameProblem(name);
    if (problem !== undefined) throw new BadInput(problem);
    if (seen.has(name.toLowerCase())) {
      throw new BadInput(`There are two sheets named "${name}"; Excel takes no account of case.`);
    }
    seen.add(name.toLowerCase());
    if (!isObject(cells)) {
      throw new BadInput(`The sheet "${name}" must be an object from cell addresses to values.`);
    }
    return { name, cells: parseCells(name, cells) };
  });
}

function parseCells(sheetName: string, cells: Record<string, unknown>): InputCell[] {
  return Object.entries(cells).flatMap(([address, value]) => {
    const zone = /^[$\w]+$/.test(address) ? parseZone(address) : undefined;
    if (zone === undefined) {
      throw new BadInput(`"${address}" in the sheet "${sheetName}" is not a cell from A1 to XFD1048576.`);
    }
    if (value === null) return [];
    if (
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value === 'string' || typeof value === 'boolean'
    ) {
      return [{ row: zone.top, column: zone.left, value: value as InputCell['value'] }];
    }
    const kind = Array.isArray(value)
      ? 'an array'
      : typeof value === 'number'
        ? 'too large a number'
        : 'an object';
    throw new BadInput(
      `${address} in the sheet "${sheetName}" holds ${kind}; a cell takes a number, a text, true, false or null.`,
    );
  });
}

function parseNames(value: unknown, sheetNames: readonly string[]): CellsInput['names'] {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) throw new BadInput('"names" must be an object from each name to its range.');
  const seen = new Set<string>();
  return Object.entries(value).map(([name, reference]) => {
    const problem = nameProblem(name);
    if (problem !== undefined) throw new BadInput(problem);
    if (seen.has(name.toLowerCase())) throw new BadInput(`The name "${name}" is given twice.`);
    seen.add(name.toLowerCase());
    if (typeof reference !== 'string') {
      throw new BadInput(`The name "${name}" must refer to a range such as "Sheet1!A1:B2".`);
    }
    const target = parseTarget(reference.replace(/^=/, ''), sheetNames, `The name "${name}" refers to`);
    return { name, ...target };
  });
}

function parseReads(
  value: unknown,
  sheetNames: readonly string[],
  names: CellsInput['names'],
  source: string,
): CellsInput['reads'] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new BadInput(`${source} needs "read": a list of addresses such as "Sheet1!A1:B2".`);
  }
  return value.map((text: unknown) => {
    if (typeof text !== 'string') {
      throw new BadInput(`"read" holds ${JSON.stringify(text)}; it takes addresses such as "Sheet1!A1:B2".`);
    }
    const named = names.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    const target = named ?? parseTarget(text, sheetNames, '"read" names');
    return { text, sheetName: target.sheetName, zone: target.zone };
  });
}

/** An address with its sheet; where there is one sheet only, its name may be left out. */
function parseTarget(text: string, sheetNames: readonly string[], lead: string): Target {
  const { sheetName: wanted, address } = splitSheetName(text);
  const [first = ''] = sheetNames;
  if (wanted === undefined && sheetNames.length > 1) {
    throw new BadInput(`${lead} "${text}" without a sheet; write for example "${first}!A1:B2".`);
  }
  const sheetName =
    wanted === undefined ? first : sheetNames.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (sheetName === undefined) {
    throw new BadInput(`${lead} "${text}", but there is no sheet "${wanted ?? ''}".`);
  }
  const zone = parseZone(address);
  if (zone === undefined) {
    throw new BadInput(
      `${lead} "${text}", which is not a range inside a sheet of ${MAX_ROWS} rows and ${MAX_COLUMNS} columns.`,
    );
  }
  return { sheetName, zone };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
