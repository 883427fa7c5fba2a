import { readBatch } from '../../excel/excel-batch';
import { turnWithin } from '../../model-sheets/write/change-form';
import { runInTurn } from '../../terms/in-turn';
import { CurrentCells } from './current-cells';
import { removeMarks } from '../record/mark';
import { STATES, type TurnedSheet } from '../record/record';
import { RECORD_NAME } from '../record/record-columns';
import { type RecordSheet, findRecordSheet, writeStates } from '../record/record-sheet';
import { type Reconciliation, reconcile } from './reconcile';
import { readSheets } from '../sheet-survey';
import { Cancelled, type StepOptions, portion } from '../step';
import type { Conflict, Restoration } from './fate';
import { type CellBlock, CellWriter } from '../write-cells';
import type { Area } from '../zone';
import { Refusal } from '../../../base/refusal';
import { counted } from '../../../base/words';
import { done, type Outcome, stopped, type Stopped } from '../../step-outcome';

export interface BringBackOptions extends StepOptions {
  /** Numbers of conflicts whose formulas come back over what is there, after the person has said so. */
  readonly restore?: readonly number[];
  /** Numbers of conflicts whose cells stay as they are for good. */
  readonly keep?: readonly number[];
  /** The time that the record names. */
  readonly now?: Date;
}

export type BringBackOutcome =
  | {
      readonly kind: 'done';
      readonly sheet: string;
      readonly sentence: string;
      /** Cells that were left alone: ask, then run again with the person's choices. */
      readonly conflicts: readonly Conflict[];
      /** Nothing is away any more; the sheet Handoff is only history. */
      readonly isComplete: boolean;
    }
  | Refusal
  | Stopped;

const NO_RECORD = 'This workbook has no record of a hand-off, so there is nothing to bring back.';

/** How many formulas are away, as the sheet Handoff says; undefined where the workbook has no such sheet. */
export function countAway(): Promise<{ readonly sheet: string; readonly away: number } | undefined> {
  return readBatch(async (context) => {
    const record = await findRecordSheet(context);
    return record && { sheet: record.name, away: record.records.filter(({ isAway }) => isAway).length };
  });
}

/**
 * Puts the formulas of a hand-off back where their cells are now. A cell that is not what the hand-off left is listed with both
 * values and stays as it is until the person decides. One step of undo.
 */
export function bringBack(options: BringBackOptions = {}): Promise<BringBackOutcome> {
  return runInTurn(async (context) => {
    try {
      const record = await findRecordSheet(context);
      if (!record) return new Refusal(NO_RECORD);
      if (record.isProtected) return new Refusal(lockedSentence(record.name));
      const away = record.records.filter(({ isAway }) => isAway);
      if (away.length === 0 && !record.turned.some(({ isAway }) => isAway)) {
        return new Refusal(`Everything on the sheet ${record.name} is back already.`);
      }
      const cells = new CurrentCells(await readSheets(context, options));
      const plan = reconcile(away, cells, {
        restore: new Set(options.restore),
        keep: new Set(options.keep),
      });
      return await carryOut(context, record, cells, plan, options);
    } catch (fault) {
      if (fault instanceof Cancelled) return stopped('Stopped. Nothing was changed.');
      throw fault;
    }
  });
}

async function carryOut(
  context: Excel.RequestContext,
  record: RecordSheet,
  cells: CurrentCells,
  plan: Reconciliation,
  options: BringBackOptions,
): Promise<BringBackOutcome> {
  const writer = new CellWriter(context);
  const { restorations, kept, conflicts } = plan;
  try {
    const overtaken = await writer.write(
      restorations.flatMap((restoration) => blocksFor(restoration, cells)),
      options,
    );
    if (overtaken !== undefined) {
      await writer.takeBack();
      return new Refusal(
        `Somebody changed ${overtaken} in the meantime. Nothing was brought back: try again.`,
      );
    }
  } catch (fault) {
    await writer.takeBack();
    throw fault;
  }
  const settled = [...restorations.map((restoration) => restoration.record), ...kept];
  const turned = record.turned.filter(({ isAway }) => isAway);
  const model = turned.length > 0 ? await turnWithin(context, 'live', portion(options, 0.5, 1)) : undefined;
  const back = model?.kind === 'done' ? turned : [];
  if (settled.length + back.length > 0) {
    writeStates(record, statesOf(plan, back, options.now ?? new Date()));
    const numbers = new Set(settled.map(({ number }) => number));
    const staying = record.records.filter(({ isAway, number }) => isAway && !numbers.has(number));
    await removeMarks(context, settled.flatMap(placesOf), staying.flatMap(placesOf));
    await context.sync();
  }
  options.onProgress?.({ text: 'Done', done: 1 });
  return {
    kind: 'done',
    sheet: record.name,
    sentence: [...(model ? [model.sentence] : []), ...cellSentences(plan, record.name)].join(' '),
    conflicts,
    isComplete: conflicts.length === 0 && back.length === turned.length,
  };
}

const placesOf = ({ now }: Reconciliation['kept'][number]) => now.filter((area) => area !== undefined);

/** The formula comes last, with the row that it stands in: by then the cells that it fills are free. */
function blocksFor({ cell, formula, clears }: Restoration, cells: CurrentCells): CellBlock[] {
  const areas = clears.length > 0 ? [...clears].reverse() : [cell];
  return areas.map((area) => ({
    ...area,
    contents: cells
      .in(area)
      .map((line, row) => line.map((_cell, column) => (isAt(cell, area, row, column) ? formula : ''))),
    before: cells.contents(area),
  }));
}

const isAt = (cell: Area, area: Area, row: number, column: number): boolean =>
  cell.sheet === area.sheet && cell.row === area.row + row && cell.column === area.column + column;

/** What became of each record, by its row. */
function statesOf(
  { restorations, kept }: Reconciliation,
  back: readonly TurnedSheet[],
  now: Date,
): Map<number, string> {
  const time = now.toISOString().slice(0, 16).replace('T', ' ');
  return new Map([
    ...restorations.map(({ record, overwritten }): [number, string] => [
      record.row,
      `${STATES.restored} ${time} UTC${overwritten === undefined ? '' : ` over ${overwritten}`}`,
    ]),
    ...kept.map(({ row }): [number, string] => [row, `${STATES.kept} ${time} UTC`]),
    ...back.map(({ row }): [number, string] => [row, `${STATES.restored} ${time} UTC`]),
  ]);
}

/** Removes the sheet Handoff where nothing is away any more. Excel cannot undo that: ask first. */
export function removeRecord(): Promise<Outcome> {
  return runInTurn(async (context) => {
    const record = await findRecordSheet(context);
    if (!record) return new Refusal(NO_RECORD);
    const away = [...record.records, ...record.turned].filter(({ isAway }) => isAway).length;
    if (away > 0) {
      return new Refusal(
        `The sheet ${record.name} still lists ${counted(away, 'formula or sheet', 'formulas and sheets')} that ${away === 1 ? 'is' : 'are'} not back: bring ${away === 1 ? 'it' : 'them'} back first.`,
      );
    }
    context.workbook.names.getItem(RECORD_NAME).delete();
    record.sheet.delete();
    await context.sync();
    return done(`Removed the sheet ${record.name}.`);
  });
}

const lockedSentence = (sheet: string): string =>
  `The sheet ${sheet} is protected, and nothing was brought back. Choose Review > Unprotect Sheet, then try again.`;

function cellSentences({ restorations, kept, conflicts }: Reconciliation, sheet: string): string[] {
  if (restorations.length + kept.length + conflicts.length === 0) return [];
  return [
    restorations.length === 0 && conflicts.length > 0
      ? 'No formula was brought back.'
      : `${counted(restorations.length, 'formula is', 'formulas are')} back.`,
    ...(kept.length > 0
      ? [
          `${counted(kept.length, 'cell stays', 'cells stay')} as ${kept.length === 1 ? 'it is' : 'they are'}.`,
        ]
      : []),
    ...(conflicts.length > 0
      ? [
          `${counted(conflicts.length, 'formula waits', 'formulas wait')} for your decision; nothing was written there. The sheet ${sheet} keeps ${conflicts.length === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
}
