import type { TemplateName } from '../../terms/template';
import type { ModelOptions, ModelOutcome } from './outcome';

/**
 * Puts a model into the workbook: the table Terms from a template, and the sheets that compute and show it. One step of
 * undo. A workbook that holds a model already is refreshed if its table comes from the same template, else refused.
 */
export function newModel(_template: TemplateName, _options: ModelOptions = {}): Promise<ModelOutcome> {
  return Promise.resolve({ kind: 'refused', sentence: 'Models cannot be written yet.' });
}
