import about from '../../../package.json';
import { readBatch } from '../excel/excel-batch';
import { hasModel, readModelForm, turnWithin } from '../model-sheets/write/change-form';
import { runInTurn } from '../terms/in-turn';
import { findDependents } from './dependents';
import { addMark, rectangles, removeMarks } from './record/mark';
import { type NativeReader, valuesOnly } from './native-reading';
import { NewRecords } from './record/new-records';
import {
  besideModel,
  type HandOffPlan,
  type LeftAlone,
  type PlannedCell,
  planHandOff,
} from './hand-off-plan';
import type { Provenance } from './record/record';
import { type RecordSheet, findRecordSheet } from './record/record-sheet';
import { blocksOf } from './replacement-blocks';
import { readSheets } from './sheet-survey';
import { Cancelled, type StepOptions, goOn, portion } from './step';
import { removeTraces } from './record/traces';
import { CellWriter } from './write-cells';
import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import { stopped, type Stopped } from '../step-outcome';

const { version: VERSION } = about;

export interface HandOffOptions extends StepOptions {
  /** Who hands off, as the person typed it. */
  readonly by?: string;
  /** Reads a formula as one of plain Excel; without it every cell becomes its value. */
  readonly native?: NativeReader;
  /** The sheets of the model are written in formulas of Excel, which compute every scenario, and not as values. */
  readonly turnModel?: boolean;
  /** Meterbook's settings and start-up behaviour go as well. */
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
  | Refusal
  /** Nothing of this step is left. */
  | Stopped;

function provenanceOf({ by = '', now = new Date() }: HandOffOptions): Provenance {
  return { by: by.trim(), time: now.toISOString().slice(0, 16).replace('T', ' '), version: VERSION };
}

/** What handing off would do. Reads only. */
export function previewHandOff(
  native: NativeReader = valuesOnly,
  options: StepOptions = {},
): Promise<HandOffPlan> {
  return readBatch(async (context) => {
    const plan = await readPlan(context, native, options);
    const model = await readModelForm(context);
    if (model?.form !== 'live') return plan;
    const whole = { ...plan, model };
    return besideModel(whole).cells.length < plan.cells.length ? whole : plan;
  });
}

/** @param idle sheets on which no formula asks Meterbook for anything */
async function readPlan(
  context: Excel.RequestContext,
  native: NativeReader,
  options: StepOptions,
  idle: ReadonlySet<string> = new Set(),
): Promise<HandOffPlan> {
  const sheets = await readSheets(context, options, idle);
  const found = await findDependents(context, sheets, options);
  // A formula that is to be read natively may read cells of those sheets, and others may read its block.
  if (idle.size > 0 && found.cells.length > 0) return readPlan(context, native, options);
  return planHandOff(found, native({ sheets, named: found.named }));
}

/**
 * Makes a workbook that does not depend on Meterbook: each formula that needs it becomes a native formula or its value,
 * and is recorded on the sheet Handoff. One step of undo.
 */
export function handOff(options: HandOffOptions = {}): Promise<HandOffOutcome> {
  return runInTurn(async (context) => {
    const found = await findRecordSheet(context);
    if (found?.isProtected) {
      return new Refusal(
        `The sheet ${found.name} is protected, and nothing was handed off. Choose Review > Unprotect Sheet, then try again.`,
      );
    }
    const job: Job = { context, options, found, record: new NewRecords(context, found) };
    try {
      return await (options.turnModel && (await hasModel(context)) ? withModel(job) : replaceCells(job));
    } catch (fault) {
      if (fault instanceof Cancelled) return stopped('Stopped. Nothing was changed.');
      throw fault;
    }
  });
}

/** A hand-off that is under way. */
interface Job {
  readonly context: Excel.RequestContext;
  readonly options: HandOffOptions;
  /** The sheet Handoff of an earlier one. */
  readonly found: RecordSheet | undefined;
  readonly record: NewRecords;
}

/** The sheets of the model first: what is left of the workbook then reads formulas of Excel. */
async function withModel({ context, options, ...rest }: Job): Promise<HandOffOutcome> {
  const job = { ...rest, context, options: { ...options, ...portion(options, SHARE_OF_MODEL, 1) } };
  const { record } = job;
  await record.open();
  const model = await turnWithin(context, 'native', portion(options, 0, SHARE_OF_MODEL));
  if (model.kind !== 'done') {
    await record.takeBack();
    return model;
  }
  const turned = model.formBefore === 'live' ? model.computed : [];
  let outcome: HandOffOutcome | undefined;
  try {
    const idle = turned.filter((name) => !model.asking.includes(name));
    outcome = await replaceCells(job, turned, new Set(idle));
    return outcome;
  } finally {
    if (outcome?.kind !== 'done') {
      await record.takeBack();
      if (turned.length > 0) await turnWithin(context, 'live');
    }
  }
}

/** Of the time that a hand-off takes. */
const SHARE_OF_MODEL = 0.7;

/** @param turned sheets that stand in formulas of Excel since this hand-off */
async function replaceCells(
  job: Job,
  turned: readonly string[] = [],
  idle?: ReadonlySet<string>,
): Promise<HandOffOutcome> {
  const { context, options, found, record } = job;
  const plan = await readPlan(context, options.native ?? valuesOnly, options, idle);
  const isRecorded = plan.cells.length + turned.length > 0;
  if (!isRecorded && !options.withTraces) return new Refusal(nothingToDo(plan.left));
  const provenance = provenanceOf(options);
  const writer = new CellWriter(context);
  try {
    if (isRecorded) await record.write(plan.cells, turned, provenance, options);
    const overtaken = await writer.write(blocksOf(plan.cells), options);
    if (overtaken !== undefined) {
      await writer.takeBack();
      await record.takeBack();
      return new Refusal(`Somebody changed ${overtaken} in the meantime. Nothing was handed off: try again.`);
    }
    await markCells(context, plan.cells, options);
    record.sign(provenance, plan.left.length);
    await context.sync();
  } catch (fault) {
    await removeMarks(
      context,
      plan.cells.map(({ area }) => area),
      found?.records.flatMap(stillAway) ?? [],
    );
    await writer.takeBack();
    await record.takeBack();
    throw fault;
  }
  const traces = options.withTraces ? await removeTraces(context) : [];
  options.onProgress?.({ text: 'Done', done: 1 });
  const sheet = record.name;
  return { kind: 'done', sheet, sentence: doneSentence(plan, turned, sheet), left: plan.left, traces };
}

const stillAway = ({ isAway, now }: RecordSheet['records'][number]) =>
  isAway ? now.filter((area) => area !== undefined) : [];

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

function doneSentence({ cells, left }: HandOffPlan, turned: readonly string[], sheet: string): string {
  if (cells.length + turned.length === 0) return 'No cell of this workbook needs Meterbook.';
  const native = cells.filter(({ replacement }) => replacement.kind === 'native').length;
  const values = cells.length - native;
  const became = [
    ...(turned.length > 0 ? [`${turned.join(', ')} now stand in formulas of Excel`] : []),
    ...(native > 0 ? [`${counted(native, 'formula')} became native`] : []),
    ...(values > 0 ? [`${counted(values, 'formula')} became ${values === 1 ? 'a value' : 'values'}`] : []),
  ].join(', ');
  const more =
    left.length === 0 ? '' : ` ${counted(left.length, 'place still needs', 'places still need')} Meterbook.`;
  return `${became}; the sheet ${sheet} lists each of them.${more}`;
}
