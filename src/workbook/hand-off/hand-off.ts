import about from '../../../package.json';
import { readBatch } from '../excel-batch';
import { runInTurn } from '../terms/in-turn';
import { counted } from '../share-check/finding';
import { findDependents } from './dependents';
import { addMark, rectangles, removeMarks } from './mark';
import { type NativeReader, valuesOnly } from './native-reading';
import { type HandOffPlan, type LeftAlone, type PlannedCell, planHandOff } from './plan';
import { type Provenance, type RecordRow, recordRows } from './record';
import { RECORD_NAME } from './record-columns';
import {
  type RecordSheet,
  addRecordSheet,
  bannerLines,
  findRecordSheet,
  writeBanner,
  writeRecordRows,
} from './record-sheet';
import { readSheets } from './sheet-survey';
import { Cancelled, type StepOptions, goOn } from './step';
import { removeTraces } from './traces';
import { type CellBlock, CellWriter, enteredValue } from './write-cells';
import { type Zone, firstCell } from './zone';

const { version: VERSION } = about;
const ROWS_AT_ONCE = 200;

export interface HandOffOptions extends StepOptions {
  /** Who hands off, as the person typed it. */
  readonly by?: string;
  /** Reads a formula as one of plain Excel; without it every cell becomes its value. */
  readonly native?: NativeReader;
  /** Settings and start-up behaviour of ours go as well. */
  readonly withTraces?: boolean;
  /** The time that the record names. */
  readonly now?: Date;
}

export type HandOffOutcome =
  | {
      readonly kind: 'done';
      /** The sheet with the record. */
      readonly sheet: string;
      readonly sentence: string;
      readonly left: readonly LeftAlone[];
      /** What was removed besides, in sentences. */
      readonly traces: readonly string[];
    }
  /** Nothing was written; the sentence says why and what to do. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Nothing of this step is left. */
  | { readonly kind: 'cancelled'; readonly sentence: string };

/** What handing off would do. Reads only. */
export function previewHandOff(
  native: NativeReader = valuesOnly,
  options: StepOptions = {},
): Promise<HandOffPlan> {
  return readBatch((context) => readPlan(context, native, options));
}

async function readPlan(
  context: Excel.RequestContext,
  native: NativeReader,
  options: StepOptions,
): Promise<HandOffPlan> {
  const sheets = await readSheets(context, options);
  const found = await findDependents(context, sheets, options);
  return planHandOff(found, native({ sheets, named: found.named }));
}

/**
 * Makes a workbook that does not depend on Meterbook: each formula that needs it becomes a native formula or its value,
 * and is recorded on the sheet Handoff. One step of undo.
 */
export function handOff(options: HandOffOptions = {}): Promise<HandOffOutcome> {
  return runInTurn(async (context) => {
    try {
      const plan = await readPlan(context, options.native ?? valuesOnly, options);
      if (plan.cells.length === 0 && !options.withTraces) {
        return { kind: 'refused', sentence: nothingToDo(plan.left) };
      }
      return await carryOut(context, plan, options);
    } catch (fault) {
      if (fault instanceof Cancelled) return { kind: 'cancelled', sentence: 'Stopped. Nothing was changed.' };
      throw fault;
    }
  });
}

async function carryOut(
  context: Excel.RequestContext,
  plan: HandOffPlan,
  options: HandOffOptions,
): Promise<HandOffOutcome> {
  const found = plan.cells.length > 0 ? await findRecordSheet(context) : undefined;
  if (found?.isProtected) {
    return {
      kind: 'refused',
      sentence: `The sheet ${found.name} is protected, and nothing was handed off. Choose Review > Unprotect Sheet, then try again.`,
    };
  }
  const writer = new CellWriter(context);
  const record = plan.cells.length > 0 ? new Record(context, found) : undefined;
  try {
    await record?.write(plan.cells, options);
    const overtaken = await writer.write(blocksOf(plan.cells), options);
    if (overtaken !== undefined) {
      await writer.takeBack();
      await record?.takeBack();
      return {
        kind: 'refused',
        sentence: `Somebody changed ${overtaken} in the meantime. Nothing was handed off: try again.`,
      };
    }
    await markCells(context, plan.cells, options);
  } catch (fault) {
    await removeMarks(
      context,
      plan.cells.map(({ area }) => area),
      found?.records.flatMap(stillAway) ?? [],
    );
    await writer.takeBack();
    await record?.takeBack();
    throw fault;
  }
  const traces = options.withTraces ? await removeTraces(context) : [];
  options.onProgress?.({ text: 'Done', done: 1 });
  const sheet = record?.name ?? '';
  return { kind: 'done', sheet, sentence: doneSentence(plan, sheet), left: plan.left, traces };
}

const stillAway = ({ isAway, now }: RecordSheet['records'][number]) =>
  isAway ? now.filter((area) => area !== undefined) : [];

/** The sheet Handoff while this step adds to it. */
class Record {
  #sheet: RecordSheet | undefined;
  #rows = 0;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly found: RecordSheet | undefined,
  ) {}

  get name(): string {
    return this.#sheet?.name ?? '';
  }

  /** The record comes before the cells are written: a formula is never only in memory. */
  async write(cells: readonly PlannedCell[], options: HandOffOptions): Promise<void> {
    const provenance = provenanceOf(options);
    const sheet = this.found ?? (await addRecordSheet(this.context));
    this.#sheet = sheet;
    const last = Math.max(0, ...sheet.records.map(({ number }) => number));
    const rows = cells.flatMap((cell, at) => recordRows(last + at + 1, cell, provenance));
    writeBanner(sheet, bannerLines(provenance, excelVersion()));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      goOn(options, `Recording on ${sheet.name}`, from / rows.length);
      this.context.application.suspendApiCalculationUntilNextSync();
      const part: RecordRow[] = rows.slice(from, from + ROWS_AT_ONCE);
      writeRecordRows(sheet, sheet.free + from, part);
      this.#rows = from + part.length;
      await this.context.sync();
    }
  }

  async takeBack(): Promise<void> {
    if (!this.#sheet) return;
    if (this.found) {
      const { head, free } = this.found;
      if (this.#rows > 0)
        head
          .getOffsetRange(free, 0)
          .getResizedRange(this.#rows - 1, 0)
          .getEntireRow()
          .clear('Contents');
    } else {
      this.context.workbook.names.getItem(RECORD_NAME).delete();
      this.#sheet.sheet.delete();
    }
    await this.context.sync();
  }
}

function provenanceOf({ by = '', now = new Date() }: HandOffOptions): Provenance {
  return { by: by.trim(), time: now.toISOString().slice(0, 16).replace('T', ' '), version: VERSION };
}

const excelVersion = (): string | undefined => Office.context.diagnostics?.version;

/** Single cells of a sheet in few blocks, and each block that spills by itself. */
function blocksOf(cells: readonly PlannedCell[]): CellBlock[] {
  const single = new Map<string, PlannedCell[]>();
  const blocks: CellBlock[] = [];
  for (const cell of cells) {
    const { area } = cell;
    const together = single.get(area.sheet) ?? [];
    single.set(area.sheet, together);
    if (area.rows * area.columns === 1) together.push(cell);
    else blocks.push(spillBlock(cell));
  }
  return [...[...single].flatMap(([sheet, all]) => singleBlocks(sheet, all)), ...blocks];
}

function singleBlocks(sheet: string, cells: readonly PlannedCell[]): CellBlock[] {
  const byPlace = new Map(cells.map((cell) => [firstCell(cell.area), cell]));
  const each = <T>(zone: Zone, of: (cell: PlannedCell) => T): T[][] =>
    Array.from({ length: zone.rows }, (_row, row) =>
      Array.from({ length: zone.columns }, (_column, column) => {
        const place = firstCell({ row: zone.row + row, column: zone.column + column, rows: 1, columns: 1 });
        const cell = byPlace.get(place);
        if (!cell) throw new Error(`${sheet}!${place} is not to be handed off.`);
        return of(cell);
      }),
    );
  return rectangles(cells.map(({ area }) => area)).map((zone) => ({
    ...zone,
    sheet,
    contents: each(zone, ({ replacement, values }) =>
      replacement.kind === 'native' ? replacement.formula : enteredValue(values[0]?.[0]),
    ),
    before: each(zone, ({ formula }) => formula),
  }));
}

function spillBlock({ area, formula, values, replacement }: PlannedCell): CellBlock {
  const isAnchor = (row: number, column: number): boolean => row === 0 && column === 0;
  const isNative = replacement.kind === 'native';
  return {
    ...area,
    contents: values.map((cells, row) =>
      cells.map((value, column) => {
        if (!isNative) return enteredValue(value);
        return isAnchor(row, column) ? replacement.formula : '';
      }),
    ),
    spilled: values,
    before: values.map((cells, row) => cells.map((_value, column) => (isAnchor(row, column) ? formula : ''))),
  };
}

async function markCells(
  context: Excel.RequestContext,
  cells: readonly PlannedCell[],
  options: StepOptions,
): Promise<void> {
  const sheets = [...new Set(cells.map(({ area }) => area.sheet))];
  for (const [at, name] of sheets.entries()) {
    goOn(options, `Marking ${name}`, at / sheets.length);
    const sheet = context.workbook.worksheets.getItem(name);
    const areas = cells.map(({ area }) => area).filter((area) => area.sheet === name);
    for (const zone of rectangles(areas)) addMark(sheet, zone);
  }
  await context.sync();
}

function nothingToDo(left: readonly LeftAlone[]): string {
  const [first] = left;
  return first === undefined
    ? 'No cell of this workbook needs Meterbook: there is nothing to hand off.'
    : `Nothing was handed off. ${first.sentence}`;
}

function doneSentence({ cells, left }: HandOffPlan, sheet: string): string {
  if (cells.length === 0) return 'No cell of this workbook needs Meterbook.';
  const native = cells.filter(({ replacement }) => replacement.kind === 'native').length;
  const values = cells.length - native;
  const became = [
    ...(native > 0 ? [`${counted(native, 'formula')} became native`] : []),
    ...(values > 0 ? [`${counted(values, 'formula')} became ${values === 1 ? 'a value' : 'values'}`] : []),
  ].join(', ');
  const more =
    left.length === 0 ? '' : ` ${counted(left.length, 'place still needs', 'places still need')} Meterbook.`;
  return `${became}; the sheet ${sheet} lists each of them.${more}`;
}
