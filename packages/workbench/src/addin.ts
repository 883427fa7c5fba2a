import type { FunctionsMetadata } from './bridge/function-metadata';
import type { ShortcutsFile } from './shortcuts';

/** An add-in as its host knows it. */
export interface Addin {
  readonly id: string;
  readonly name: string;
  /** What stands before the dot in formulas, e.g. CONTOSO. */
  readonly namespace: string;
  /** Its functions.json. */
  readonly metadata: FunctionsMetadata;
  /** The file of keyboard shortcuts that its manifest names. */
  readonly shortcuts?: ShortcutsFile;
}

/** Excel without an add-in: office.js is there, and no custom function. */
export const NO_ADDIN: Addin = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'No add-in',
  namespace: '',
  metadata: { functions: [] },
};
