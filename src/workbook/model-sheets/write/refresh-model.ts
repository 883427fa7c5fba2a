import { runBatch } from '../../excel/excel-batch';
import type { ModelOptions, ModelOutcome } from '../plan/outcome';
import { writeModel } from './write-model';

/**
 * Brings the sheets of the model in line with its Terms: new lines and months get their place, missing sheets come back,
 * what a person changed stays. One step of undo.
 */
export const refreshModel = (options: ModelOptions = {}): Promise<ModelOutcome> =>
  runBatch((context) => writeModel(context, undefined, options));
