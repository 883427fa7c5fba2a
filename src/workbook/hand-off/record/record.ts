import { asText } from '../../terms/as-text';
import type { PlannedCell } from '../hand-off-plan';
import { type RecordColumn, VALUES, columnOf } from './record-columns';
import type { CurrentPlace } from './references';
import { readTracker, trackerFormula } from './tracker';
import { type Area, addressOf, zoneOf } from '../zone';

export const STATES = {
  away: 'Handed off',
  restored: 'Restored',
  kept: 'Kept as it is',
  again: 'Handed off again',
} as const;

/** One formula that was handed off, as the sheet Handoff says it. */
export interface HandOffRecord {
  readonly number: number;
  /** Where it stood when it was handed off. */
  readonly was: Area;
  readonly formula: string;
  /** The native formula in its place; undefined where that is a value. */
  readonly native: string | undefined;
  /** Of the whole area, when it was handed off. */
  readonly values: readonly (readonly unknown[])[];
  /** Neither restored nor kept so far. */
  readonly isAway: boolean;
  /** Where each row of the area is now; undefined for one that was deleted. */
  readonly now: readonly (Area | undefined)[];
  /** Where the places are now that the formulas read. */
  readonly places: ReadonlyMap<string, CurrentPlace>;
  /** Its first row on the sheet Handoff, from the header. */
  readonly row: number;
}

/** A sheet of a model that was written in formulas of Excel as a whole. */
export interface TurnedSheet {
  readonly number: number;
  /** As its tab said. */
  readonly name: string;
  readonly isAway: boolean;
  /** Its row on the sheet Handoff, from the header. */
  readonly row: number;
}

export interface Provenance {
  readonly by: string;
  /** 2026-11-29 07:20, UTC */
  readonly time: string;
  /** Of Meterbook. */
  readonly version: string;
}

export type RecordRow = readonly (string | number | boolean)[];

const WHOLE_SHEET = 'Formulas of Excel, the whole sheet';

/** The row that records a sheet. */
export const sheetRow = (number: number, name: string, provenance: Provenance): RecordRow =>
  rowOf({
    'No.': number,
    Sheet: asText(name),
    'Replaced by': WHOLE_SHEET,
    ...said(provenance),
    State: STATES.away,
  });

export const readTurned = (values: Block): TurnedSheet[] =>
  values.flatMap((cells, row) => {
    const number = Number(cells[columnOf('No.')]);
    if (!(number > 0) || textIn(values, row, 'Replaced by') !== WHOLE_SHEET) return [];
    const isAway = textIn(values, row, 'State') === STATES.away;
    return [{ number, row, name: textIn(values, row, 'Sheet'), isAway }];
  });

type Said = Partial<Record<RecordColumn, string | number>>;

const said = ({ by, time, version }: Provenance): Said => ({
  Meterbook: asText(version),
  'Handed off (UTC)': asText(time),
  'Handed off by': asText(by),
});

function rowOf(contents: Said): (string | number)[] {
  const row = Array<string | number>(VALUES).fill('');
  for (const [header, content] of Object.entries(contents)) row[columnOf(header as RecordColumn)] = content;
  return row;
}

/** The rows that record a cell: one for each row of its block, ready to be written. */
export function recordRows(number: number, cell: PlannedCell, provenance: Provenance): RecordRow[] {
  const { area, formula, replacement, functions, values } = cell;
  const isNative = replacement.kind === 'native';
  return values.map((line, at) => {
    const own = { ...area, row: area.row + at, rows: 1 };
    const contents: Said =
      at === 0
        ? {
            Formula: asText(formula),
            'Replaced by': isNative ? 'Native formula' : 'Value',
            'Native formula': isNative ? asText(replacement.formula) : '',
            'Why a value': isNative ? '' : asText(replacement.reason),
            Function: functions.join(', '),
            ...said(provenance),
            State: STATES.away,
            'Still there': cell.tracker,
          }
        : { 'Replaced by': blockRow(at), 'Still there': trackerFormula(own, []) ?? '' };
    const place = { 'No.': number, Sheet: asText(area.sheet), Cell: addressOf(at === 0 ? area : own) };
    return [...rowOf({ ...place, ...contents }), ...line.map(recordedValue)];
  });
}

const blockRow = (at: number): string => `Value, row ${at + 1} of the block`;
const BLOCK_ROW = /^Value, row (\d+) of the block$/;

/** A value as a constant; an error as the text that it shows, so that no sum over the record fails. */
const recordedValue = (value: unknown): string | number | boolean =>
  typeof value === 'number' || typeof value === 'boolean' ? value : asText(String(value ?? ''));

/** What the sheet Handoff says, by number. @param values and formulas from the row below the header on */
export function readRecords(values: Block, formulas: Block): HandOffRecord[] {
  const firsts: { number: number; row: number }[] = [];
  const rest = new Map<string, number>();
  values.forEach((cells, row) => {
    const number = Number(cells[columnOf('No.')]);
    const kind = String(cells[columnOf('Replaced by')] ?? '');
    if (!(number > 0) || kind === '') return;
    const [, line] = BLOCK_ROW.exec(kind) ?? [];
    if (line === undefined) firsts.push({ number, row });
    else rest.set(`${number} ${line}`, row);
  });
  return firsts.flatMap(({ number, row }) => {
    const area = zoneOf(textIn(values, row, 'Cell'));
    const rows = Array.from({ length: area?.rows ?? 1 }, (_row, at) =>
      at === 0 ? row : rest.get(`${number} ${at + 1}`),
    );
    return readRecord(number, rows, values, formulas) ?? [];
  });
}

type Block = readonly (readonly unknown[])[];

const textIn = (values: Block, row: number, header: RecordColumn): string =>
  String(values[row]?.[columnOf(header)] ?? '');

/** @param rows where the record stands; undefined for one that somebody deleted from the sheet Handoff */
function readRecord(
  number: number,
  rows: readonly (number | undefined)[],
  values: Block,
  formulas: Block,
): HandOffRecord | undefined {
  const [row = 0] = rows;
  const sheet = textIn(values, row, 'Sheet');
  const area = zoneOf(textIn(values, row, 'Cell'));
  const formula = textIn(values, row, 'Formula');
  const native = textIn(values, row, 'Native formula') || undefined;
  if (!area || !formula.startsWith('=')) return undefined;
  const trackers = rows.map((at) => {
    const tracker = at === undefined ? '' : String(formulas[at]?.[columnOf('Still there')] ?? '');
    return readTracker(tracker, at === row ? formulasOf(formula, native) : [], sheet);
  });
  return {
    number,
    row,
    formula,
    native,
    was: { ...area, sheet },
    values: rows.map((at) =>
      at === undefined ? [] : (values[at] ?? []).slice(VALUES, VALUES + area.columns),
    ),
    isAway: textIn(values, row, 'State') === STATES.away,
    now: trackers.map(({ own }) => own),
    places: trackers[0]?.places ?? new Map(),
  };
}

/** In the order in which the tracker lists what they read. */
const formulasOf = (formula: string, native: string | undefined): string[] =>
  native === undefined ? [formula] : [formula, native];

/** Sheet1!C5, or Sheet1!C5:N64: where it stood. */
export const placeText = ({ was }: Pick<HandOffRecord, 'was'>): string => `${was.sheet}!${addressOf(was)}`;
