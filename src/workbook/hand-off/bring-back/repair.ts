import { runInTurn } from '../../terms/in-turn';
import { callsOfOthers, hasStoredCall, ownCalls, withTypedNames } from '../own-calls';
import { type SheetCells, eachFormula, readSheets } from '../sheet-survey';
import { Cancelled, type StepOptions } from '../step';
import { CellWriter, type CellBlock } from '../write-cells';
import { firstCell } from '../zone';
import { Refusal } from '../../../base/refusal';
import { counted } from '../../../base/words';
import { stopped, type Stopped } from '../../step-outcome';

export type RepairOutcome =
  | {
      readonly kind: 'done';
      readonly sentence: string;
      readonly repaired: number;
      /** What could not be repaired, each in a sentence. */
      readonly left: readonly Unrepaired[];
    }
  | Refusal
  | Stopped;

export interface Unrepaired {
  readonly sheet: string;
  readonly address: string;
  readonly sentence: string;
}

const LOST = '#NAME?';

/**
 * Enters Meterbook's formulas again that are stuck on #NAME?, or that still carry the name that Excel writes while the add-in
 * is away. Names are mapped back by the list of functions. One step of undo.
 */
export function repair(options: StepOptions = {}): Promise<RepairOutcome> {
  return runInTurn(async (context) => {
    const writer = new CellWriter(context);
    try {
      const sheets = await readSheets(context, options);
      const left = sheets.flatMap(beyondRepair);
      const blocks = sheets.filter(({ isProtected }) => !isProtected).flatMap(stuckCells);
      if (blocks.length === 0) return { kind: 'done', repaired: 0, left, sentence: nothing(left) };
      const overtaken = await writer.write(blocks, options);
      if (overtaken !== undefined) {
        await writer.takeBack();
        return new Refusal(`Somebody changed ${overtaken} in the meantime. Nothing was repaired: try again.`);
      }
      const still = await stillLost(context, blocks);
      const repaired = blocks.length - still.length;
      options.onProgress?.({ text: 'Done', done: 1 });
      return {
        kind: 'done',
        repaired,
        left: [...left, ...still],
        sentence: done(repaired, left.length + still.length),
      };
    } catch (fault) {
      await writer.takeBack();
      if (fault instanceof Cancelled) return stopped('Stopped. Nothing was changed.');
      throw fault;
    }
  });
}

/** Calls back for each cell that waits for a Meterbook function. */
function eachStuck(sheet: SheetCells, visit: (formula: string, row: number, column: number) => void): void {
  eachFormula(sheet, (formula, row, column) => {
    const value = sheet.values[row - sheet.top]?.[column - sheet.left];
    if (hasStoredCall(formula) || (value === LOST && ownCalls(formula).length > 0))
      visit(formula, row, column);
  });
}

function stuckCells(sheet: SheetCells): CellBlock[] {
  const found: CellBlock[] = [];
  eachStuck(sheet, (formula, row, column) => {
    found.push({
      sheet: sheet.name,
      row,
      column,
      rows: 1,
      columns: 1,
      before: [[formula]],
      contents: [[withTypedNames(formula)]],
    });
  });
  return found;
}

function beyondRepair(sheet: SheetCells): Unrepaired[] {
  const found: Unrepaired[] = [];
  let locked = 0;
  if (sheet.isProtected) eachStuck(sheet, () => (locked += 1));
  if (locked > 0) {
    found.push({
      sheet: sheet.name,
      address: '',
      sentence: `The sheet ${sheet.name} is protected, and ${counted(locked, 'formula')} on it could not be entered again: choose Review > Unprotect Sheet, then repair again.`,
    });
  }
  eachFormula(sheet, (formula, row, column) => {
    const [other] = callsOfOthers(formula);
    if (other === undefined || sheet.values[row - sheet.top]?.[column - sheet.left] !== LOST) return;
    const address = firstCell({ row, column, rows: 1, columns: 1 });
    found.push({
      sheet: sheet.name,
      address,
      sentence: `${sheet.name}!${address} calls ${other}, which is not a name of this Meterbook: open the Meterbook that wrote it, or enter the formula anew.`,
    });
  });
  return found;
}

/** Cells that show #NAME? even so. A cell that Excel still computes shows something else. */
async function stillLost(context: Excel.RequestContext, blocks: readonly CellBlock[]): Promise<Unrepaired[]> {
  const ranges = blocks.map(({ sheet, row, column }) =>
    context.workbook.worksheets.getItem(sheet).getCell(row, column).load('values'),
  );
  await context.sync();
  return blocks.flatMap((block, at) => {
    if (ranges[at]?.values[0]?.[0] !== LOST) return [];
    const address = firstCell(block);
    return [
      {
        sheet: block.sheet,
        address,
        sentence: `${block.sheet}!${address} still shows ${LOST}: a name in the formula is unknown to Excel.`,
      },
    ];
  });
}

const nothing = (left: readonly Unrepaired[]): string =>
  left.length === 0
    ? 'No formula of Meterbook is stuck in this workbook.'
    : `Nothing was entered again. ${counted(left.length, 'place', 'places')} could not be repaired.`;

const done = (repaired: number, left: number): string =>
  `${counted(repaired, 'formula was', 'formulas were')} entered again.${left === 0 ? '' : ` ${counted(left, 'place', 'places')} could not be repaired.`}`;
