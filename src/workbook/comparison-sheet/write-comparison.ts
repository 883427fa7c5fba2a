import type { Bridge } from '../../analysis/bridge';
import type { ScenarioComparison } from '../../analysis/comparison';
import type { Contract } from '../../contract/contract';
import { termsHash } from '../../terms/exchange/terms-hash';
import { withStyles } from '../cell-styles/with-styles';
import { WorkbookStyles } from '../cell-styles/workbook-styles';
import { runBatch } from '../excel/excel-batch';
import { letterOf } from '../model-sheets/plan/columns';
import { STYLES_OF_MODEL } from '../model-sheets/plan/styles';
import { type SheetFrame, writeContents, writeFrame, writeLooks } from '../model-sheets/write/write-sheet';
import { addBridge, type BridgePlace } from './bridge-cells';
import { CHART_NAME, drawBridge } from './bridge-chart';
import { addComparison, addSection, AT, written } from './comparison-cells';
import {
  cellsInTheWay,
  COMPARISON_NAME,
  findOwnSheet,
  type Found,
  MARK_COLUMN,
  type OwnSheet,
  writeMark,
} from './own-sheet';
import { SheetCells, TOP_LEFT } from './sheet-cells';
import { Refusal } from '../../base/refusal';

/** What is to stand on the sheet. */
export interface ComparisonContent {
  readonly contract: Contract;
  /** The cells of the Terms table that the bridge was computed from. */
  readonly values: readonly (readonly unknown[])[];
  readonly comparison: ScenarioComparison;
  readonly bridge: Bridge;
  /** When it is written, as the sheet says it. */
  readonly now: Date;
}

export type ComparisonOutcome =
  | { readonly kind: 'done'; readonly sheet: string; readonly sentence: string }
  /** Nothing was written: the person changed the sheet. Ask, then run again with `overwrite`. */
  | { readonly kind: 'changed'; readonly sheet: string; readonly sentence: string }
  /** Nothing was written; the sentence says why and what to do. */
  | Refusal;

const SHEET = 'Comparison';
const FRAME: Omit<SheetFrame, 'series'> = {
  tabColor: '#00B050',
  widths: { A: 12, B: 12, C: 300, D: 130, E: 12, F: 140, G: 100, H: 40, I: 100 },
  seriesWidth: 110,
  frozenRows: 2,
  frozenColumns: 3,
  printTitleRows: 2,
};
const ADDRESSES_NAMED = 5;

/**
 * Writes the comparison and the bridge to a sheet of their own, or brings the one that is there up to date. One step of
 * undo. A sheet of that name that Meterbook did not write is left alone.
 *
 * @param overwrite replaces a comparison in which a person changed something
 */
export async function writeComparison(
  content: ComparisonContent,
  { overwrite = false } = {},
): Promise<ComparisonOutcome> {
  const stamp = await stampOf(content);
  const write = async (context: Excel.RequestContext): Promise<ComparisonOutcome> => {
    const styles = new WorkbookStyles(context);
    const found = await findOwnSheet(context);
    const { own } = found;
    const { cells, place } = layOut(content, found, stamp);
    const refusal = own && refusalOf(own, cells, overwrite);
    if (refusal) return refusal;

    const name = own?.name ?? freeName(found);
    const sheet = own?.sheet ?? context.workbook.worksheets.add(name);
    context.application.suspendApiCalculationUntilNextSync();
    const hasOldChart = own ? await clear(context, own) : false;
    if (!own) {
      if (found.isNameStale) context.workbook.names.getItem(COMPARISON_NAME).delete();
      context.workbook.names.add(COMPARISON_NAME, sheet.getRange('A1'));
      writeFrame(sheet, { ...FRAME, series: cells.extent.columns - MARK_COLUMN - 1 });
    }
    writeLooks(sheet, cells.cells, styles);
    writeContents(sheet, cells.cells);
    if (!own || hasOldChart) drawBridge(sheet, cells, place, content.bridge);
    await mark(context, sheet, own, cells);
    sheet.activate();
    sheet.getRange(addressOf(own, { rows: 1, columns: 1 })).select();
    await context.sync();
    return { kind: 'done', sheet: name, sentence: sentenceOf(name, own !== undefined, found) };
  };
  return withStyles(
    STYLES_OF_MODEL,
    () => runBatch(write),
    ({ kind }) => kind === 'done',
  );
}

function layOut(
  { contract, comparison, bridge }: ComparisonContent,
  { own, terms }: Found,
  stamp: string,
): { cells: SheetCells; place: BridgePlace } {
  const cells = new SheetCells(own?.corner ?? TOP_LEFT);
  const { scenarios } = comparison;
  cells.add('sheet.title', {
    [AT.section]: written('Comparison', 'title'),
    [AT.id]: written('sheet.title', 'id'),
    [MARK_COLUMN]: { style: 'id' },
    [MARK_COLUMN + 1]: written(
      'Scenarios side by side, computed from the Terms as they stand; below, the bridge between two of them.',
      'lead',
    ),
  });
  const state = cells.nextRow;
  cells.gap(2);
  addSection(cells, 'block.scenarios', 'Scenarios side by side', scenarios.length);
  addComparison(cells, contract, comparison, terms);
  cells.gap();
  const place = addBridge(cells, contract, bridge, terms, stamp);
  addState(cells, state, place.last);
  return { cells, place };
}

/** Whether every check of the sheet is 0, in the second row. */
function addState(cells: SheetCells, row: number, last: number): void {
  const checks = `$${cells.letter(AT.check)}$${row + 1}:$${cells.letter(AT.check)}$${last}`;
  const filled = Array.from({ length: MARK_COLUMN + 1 }, () => ({ style: 'state' as const }));
  cells.put('sheet.state', row, {
    ...filled,
    [AT.label]: written(`=IF(SUM(${checks})=0,"All checks are 0","A check is not 0")`, 'state'),
    [AT.constant]: written(
      `=IF(SUM(${checks})=0,"","The bridge is older than the Terms, or a figure cannot be computed")`,
      'state',
    ),
  });
}

function refusalOf(own: OwnSheet, cells: SheetCells, overwrite: boolean): ComparisonOutcome | undefined {
  if (own.isProtected) {
    return new Refusal(
      `The sheet ${own.name} is protected, and nothing was written. Choose Review > Unprotect Sheet, then try again.`,
    );
  }
  const inTheWay = cellsInTheWay(own, cells.extent);
  if (inTheWay.length > 0 && own.extent) {
    const more = inTheWay.length - ADDRESSES_NAMED;
    const named = inTheWay.slice(0, ADDRESSES_NAMED).join(', ');
    return new Refusal(
      `The sheet ${own.name} has something of yours in ${named}${more > 0 ? ` and ${more} more cells` : ''}, where the comparison needs room. Move it, then try again.`,
    );
  }
  if (own.isChanged && !overwrite) {
    return {
      kind: 'changed',
      sheet: own.name,
      sentence: `The sheet ${own.name} has been changed since it was written. Nothing was written.`,
    };
  }
  return undefined;
}

/** Takes away what was written. @returns whether its chart was still there */
async function clear(context: Excel.RequestContext, own: OwnSheet): Promise<boolean> {
  const chart = own.sheet.charts.getItemOrNullObject(CHART_NAME).load('name');
  await context.sync();
  const extent = own.extent ?? { rows: own.formulas.length, columns: own.formulas[0]?.length ?? 1 };
  own.sheet.getRange(addressOf(own, extent)).clear('All');
  if (!chart.isNullObject) chart.delete();
  return !chart.isNullObject;
}

/** Reads back what Excel made of it, so that a change by a person can be recognised later. */
async function mark(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  own: OwnSheet | undefined,
  { extent }: SheetCells,
): Promise<void> {
  const range = sheet.getRange(addressOf(own, extent)).load('formulas');
  await context.sync();
  const formulas: readonly (readonly unknown[])[] = range.formulas;
  range.getCell(0, MARK_COLUMN).values = [[writeMark(extent, formulas, own?.corner ?? TOP_LEFT)]];
}

function addressOf(
  own: Pick<OwnSheet, 'corner'> | undefined,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): string {
  const { row, column } = own?.corner ?? TOP_LEFT;
  return `${letterOf(column)}${row + 1}:${letterOf(column + columns - 1)}${row + rows}`;
}

function freeName({ taken }: Found): string {
  let name = SHEET;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${SHEET} (${count})`;
  return name;
}

function sentenceOf(name: string, isRefreshed: boolean, { own }: Found): string {
  if (isRefreshed) return `Brought the sheet ${name} up to date.`;
  const foreign =
    own === undefined && name !== SHEET
      ? ` A sheet named ${SHEET} was there already and has not been touched.`
      : '';
  return `Inserted the sheet ${name}.${foreign}`;
}

const HASH_DIGITS = 12;

/** What the bridge shows, and as of when. */
async function stampOf({ values, bridge, now }: ComparisonContent): Promise<string> {
  const hashes = await Promise.all(
    [bridge.from, bridge.to].map(async (name) => {
      const hash = await termsHash(values, name);
      return `${name} ${hash?.slice(0, HASH_DIGITS) ?? 'unknown'}`;
    }),
  );
  return `${minuteText(now)} (terms, SHA-256: ${hashes.join('; ')}). It does not follow the Terms: write it again after a change. Column H turns to 1 when its ends no longer are what the Terms say.`;
}

/** 2026-11-23 05:14, by the clock of the computer. */
function minuteText(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
