import type { Refusal } from '../../../base/refusal';
import { Contract } from '../../../contract/contract';
import { termsOf } from '../../../terms/table/memo';
import { readBatch, runBatch } from '../../excel/excel-batch';
import { locateTerms } from '../../terms/terms-sheet';
import { letterOf } from '../plan/columns';
import { COMPUTED_SHEETS, type ModelOptions, type ModelOutcome } from '../plan/outcome';
import { sheetNameOf } from '../plan/names';
import { placesThere } from './ownership';
import { plansFor } from '../plan/plans';
import { render } from '../plan/render';
import type { SheetForm } from '../plan/sheet-form';
import { formOf, turnRefusal } from './form-there';
import { surveySheets } from './survey';
import { writeModel } from './write-model';

type ChangeOptions = Omit<ModelOptions, 'form'>;

/**
 * Writes the sheets of the model in formulas of Excel alone, which compute without Meterbook. What the engine found for
 * every scenario stands beside them. One step of undo.
 */
export const turnNative = (options: ChangeOptions = {}): Promise<ModelOutcome> => turn('native', options);

/** Writes them so that they ask Meterbook for their figures again. One step of undo. */
export const turnLive = (options: ChangeOptions = {}): Promise<ModelOutcome> => turn('live', options);

const turn = (form: SheetForm, options: ChangeOptions): Promise<ModelOutcome> =>
  runBatch((context) => turnWithin(context, form, options));

/** The same as a part of a larger step. */
export async function turnWithin(
  context: Excel.RequestContext,
  form: SheetForm,
  options: ChangeOptions = {},
): Promise<ModelOutcome> {
  const outcome = await writeModel(context, undefined, { ...options, form });
  return outcome.kind === 'done' ? { ...outcome, sentence: turned(form, outcome.changed.length) } : outcome;
}

const NOW: Readonly<Record<SheetForm, string>> = {
  live: 'ask Meterbook for their figures',
  native: 'stand in formulas of Excel, which compute without Meterbook',
};

/** @param changed how many cells somebody had changed */
function turned(form: SheetForm, changed: number): string {
  const stay =
    changed === 0
      ? ''
      : ` ${changed === 1 ? 'One cell that somebody changed stays' : `${changed} cells that somebody changed stay`} as ${changed === 1 ? 'it is: Refresh lists it' : 'they are: Refresh lists them'}.`;
  return `The sheets of the model ${NOW[form]}.${stay}`;
}

/** How the sheets of a model stand. */
export interface ModelForm {
  readonly form: SheetForm;
  /** The sheets whose formulas change with the form, as their tabs say. */
  readonly sheets: readonly string[];
  /** Why they cannot change to the other form, and what to do; undefined where they can. */
  readonly refusal: Refusal | undefined;
  /** Their formulas, as Sheet!A1. */
  readonly formulas: ReadonlySet<string>;
}

/** Whether the workbook has sheets whose formulas have a form. */
export async function hasModel(context: Excel.RequestContext): Promise<boolean> {
  const { names } = context.workbook;
  const found = COMPUTED_SHEETS.map((key) => names.getItemOrNullObject(sheetNameOf(key)));
  await context.sync();
  return found.some(({ isNullObject }) => !isNullObject);
}

/** Undefined where the workbook has no model. */
export const modelForm = (): Promise<ModelForm | undefined> => readBatch(readModelForm);

export async function readModelForm(context: Excel.RequestContext): Promise<ModelForm | undefined> {
  const survey = await surveySheets(context);
  const located = await locateTerms(context);
  const found = COMPUTED_SHEETS.flatMap((key) => {
    const sheet = survey.found.get(key);
    return sheet ? [{ key, sheet }] : [];
  });
  if (!located || found.length === 0) return undefined;
  const { table } = termsOf(located.values);
  const contract = table && Contract.of(table);
  const form = formOf(survey);
  const plans = plansFor(contract, form);
  const places = placesThere(plans, survey, located.sheet.name);
  const formulas = found.flatMap(({ key, sheet }) => {
    const plan = plans.find((each) => each.key === key);
    const cells = plan ? render(plan, places) : [];
    return cells.flatMap(({ content, row, column }) =>
      typeof content === 'string' && content.startsWith('=')
        ? [`${sheet.name}!${letterOf(column)}${row}`]
        : [],
    );
  });
  return {
    form,
    sheets: found.map(({ sheet }) => sheet.name),
    refusal: turnRefusal(form === 'live' ? 'native' : 'live', contract, survey),
    formulas: new Set(formulas),
  };
}
