import { readBatch, runBatch } from '../excel-batch';
import type { ModelOptions, ModelOutcome } from './outcome';
import { type SheetForm, formOf } from './sheet-form';
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
  runBatch((context) => writeModel(context, undefined, { ...options, form }));

/** The form in which the sheets stand; undefined where the workbook has none. */
export const currentForm = (): Promise<SheetForm | undefined> =>
  readBatch(async (context) => {
    const survey = await surveySheets(context);
    return survey.found.size === 0 ? undefined : formOf(survey);
  });
