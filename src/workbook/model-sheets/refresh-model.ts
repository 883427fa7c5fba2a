import type { ModelOptions, ModelOutcome } from './outcome';

/**
 * Brings the sheets of the model in line with its Terms: new lines and months get their place, missing sheets come back,
 * what a person changed stays. One step of undo.
 */
export function refreshModel(_options: ModelOptions = {}): Promise<ModelOutcome> {
  return Promise.resolve({ kind: 'refused', sentence: 'Models cannot be refreshed yet.' });
}
