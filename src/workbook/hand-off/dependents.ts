import { type Reference, readReferences } from '../formulas/formula';
import { ownCalls } from './own-calls';
import { type SheetCells, eachFormula, valuesIn } from './sheet-survey';
import { type StepOptions, goOn } from './step';
import { type Area, firstCell, zoneOf } from './zone';

/** A formula that needs Meterbook, with all that it fills. */
export interface Dependent {
  /** Its cell, or the block that spills from it. */
  readonly area: Area;
  readonly formula: string;
  /** Of the whole area. */
  readonly values: readonly (readonly unknown[])[];
  /** The Meterbook functions that it calls; none in a formula that only reads the block of one: SUM(C5#). */
  readonly functions: readonly string[];
}

export interface Dependents {
  readonly cells: readonly Dependent[];
  /** Sheets that are protected, with how many such formulas they hold. */
  readonly locked: ReadonlyMap<string, number>;
  /** Names whose formulas call Meterbook. */
  readonly names: readonly string[];
  /** The cells that names stand for, by the name in lower case. */
  readonly named: ReadonlyMap<string, Area>;
}

const QUERIES_AT_ONCE = 500;

/** All cells that depend on Meterbook. Reads only. */
export async function findDependents(
  context: Excel.RequestContext,
  sheets: readonly SheetCells[],
  options: StepOptions = {},
): Promise<Dependents> {
  const names = context.workbook.names.load('items/name,items/formula');
  const locked = new Map<string, number>();
  const found: Dependent[] = [];
  for (const [at, sheet] of sheets.entries()) {
    goOn(options, `Looking through ${sheet.name}`, at / sheets.length);
    const own: FoundFormula[] = [];
    eachFormula(sheet, (formula, row, column) => {
      if (ownCalls(formula).length > 0) own.push({ formula, row, column });
    });
    if (own.length === 0) continue;
    if (sheet.isProtected) locked.set(sheet.name, own.length);
    else found.push(...(await withBlocks(context, sheet, own)));
  }
  await context.sync();
  const calling = names.items.filter(({ formula }) => ownCalls(String(formula)).length > 0);
  return {
    cells: [...found, ...blockReaders(sheets, found)],
    locked,
    names: calling.map(({ name }) => name),
    named: new Map(
      names.items.flatMap(({ name, formula }) => {
        const area = areaNamed(String(formula));
        return area ? [[name.toLowerCase(), area] as const] : [];
      }),
    ),
  };
}

/** @param formula of a name: =Costs!$B$2:$B$9 */
function areaNamed(formula: string): Area | undefined {
  const [reference, ...others] = readReferences(formula);
  if (reference?.kind !== 'reference' || reference.sheet === undefined || others.length > 0) return undefined;
  const zone = reference.text === formula.slice(1) ? zoneOf(reference.address) : undefined;
  return zone && { ...zone, sheet: reference.sheet };
}

interface FoundFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** The formulas with the blocks that spill from them. */
async function withBlocks(
  context: Excel.RequestContext,
  sheet: SheetCells,
  cells: readonly FoundFormula[],
): Promise<Dependent[]> {
  const found: Dependent[] = [];
  for (let from = 0; from < cells.length; from += QUERIES_AT_ONCE) {
    const asked = cells.slice(from, from + QUERIES_AT_ONCE);
    const sizes = sheet.hasSpill ? await blockSizes(context, sheet.name, asked) : [];
    asked.forEach(({ formula, row, column }, at) => {
      const area = { sheet: sheet.name, row, column, ...(sizes[at] ?? ONE_CELL) };
      found.push({ area, formula, values: valuesIn(sheet, area), functions: ownCalls(formula) });
    });
  }
  return found;
}

const ONE_CELL = { rows: 1, columns: 1 };

async function blockSizes(
  context: Excel.RequestContext,
  sheet: string,
  cells: readonly FoundFormula[],
): Promise<{ rows: number; columns: number }[]> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const blocks = cells.map(({ row, column }) =>
    worksheet.getCell(row, column).getSpillingToRangeOrNullObject().load('rowCount,columnCount'),
  );
  await context.sync();
  return blocks.map((block) =>
    block.isNullObject ? ONE_CELL : { rows: block.rowCount, columns: block.columnCount },
  );
}

/** Formulas that read the block of a Meterbook formula as C5#: where that block is values, there is no C5# any more. */
function blockReaders(sheets: readonly SheetCells[], own: readonly Dependent[]): Dependent[] {
  const blocks = new Set(own.map(({ area }) => placeKey(area.sheet, firstCell(area))));
  const taken = new Set(own.map(({ area }) => placeKey(area.sheet, firstCell(area))));
  return sheets.flatMap((sheet) => {
    if (sheet.isProtected) return [];
    const readers: Dependent[] = [];
    eachFormula(sheet, (formula, row, column) => {
      if (!formula.includes('#')) return;
      const area = { sheet: sheet.name, row, column, rows: 1, columns: 1 };
      const reads = readReferences(formula).some(
        (reference) =>
          isBlock(reference) && blocks.has(placeKey(reference.sheet ?? sheet.name, reference.address)),
      );
      if (!reads || taken.has(placeKey(sheet.name, firstCell(area)))) return;
      readers.push({ area, formula, values: valuesIn(sheet, area), functions: [] });
    });
    return readers;
  });
}

type BlockReference = Extract<Reference, { kind: 'reference' }>;

const isBlock = (reference: Reference): reference is BlockReference =>
  reference.kind === 'reference' && reference.spill && zoneOf(reference.address) !== undefined;

export const placeKey = (sheet: string, address: string): string => `${sheet.toLowerCase()}!${address}`;
