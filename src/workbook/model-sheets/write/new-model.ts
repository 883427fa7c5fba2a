import { type TemplateName, template } from '../../../terms/templates/template';
import { withStyles } from '../../cell-styles/with-styles';
import { runBatch } from '../../excel/excel-batch';
import type { ModelOptions, ModelOutcome } from '../plan/outcome';
import { STYLES_OF_MODEL } from '../plan/styles';
import { writeModel } from './write-model';

/**
 * Puts a model into the workbook: the table Terms from a template, and the sheets that compute and show it. One step of
 * undo. A workbook that holds a table of terms already keeps it, and its sheets are refreshed.
 */
export const newModel = (name: TemplateName, options: ModelOptions = {}): Promise<ModelOutcome> =>
  withStyles(
    STYLES_OF_MODEL,
    () => runBatch((context) => writeModel(context, template(name), options)),
    ({ kind }) => kind === 'done',
  );
