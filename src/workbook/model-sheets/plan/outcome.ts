import type { SheetForm } from './sheet-form';
import type { Refusal } from '../../../base/refusal';
import type { Stopped } from '../../step-outcome';

/** The sheets of a model, in the order of their tabs. */
export const MODEL_SHEETS = ['Cover', 'Terms', 'Schedule', 'Summary', 'Tranches', 'Checks', 'Log'] as const;
export type ModelSheetKey = (typeof MODEL_SHEETS)[number];

/** Sheets that hold nothing but what is computed from the terms. */
export const COMPUTED_SHEETS: readonly ModelSheetKey[] = MODEL_SHEETS.filter(
  (key) => key !== 'Terms' && key !== 'Log',
);

/** A generated cell that a person changed. Formulas stand as Excel writes them in en-US; dates as serials. */
export interface ChangedCell {
  readonly sheetKey: ModelSheetKey;
  /** As its tab says. */
  readonly sheet: string;
  /** Without the sheet: E12. */
  readonly address: string;
  readonly there: string | number | boolean;
  readonly ours: string | number;
}

export interface Progress {
  /** What is being done, as a person would say it: "Writing Schedule". */
  readonly text: string;
  /** From 0 to 1. */
  readonly done: number;
}

export interface ModelOptions {
  /** How the sheets are to stand; left out, as they stand now. */
  readonly form?: SheetForm;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between sheets; once true, what this run has added is taken back. */
  readonly isCancelled?: () => boolean;
  /**
   * Cells that a person changed and that are to be written again: those of an earlier outcome's `changed`, after the person
   * has said so. Left out, all stay as they are.
   */
  readonly overwrite?: readonly Pick<ChangedCell, 'sheet' | 'address'>[];
}

export type ModelOutcome =
  | {
      readonly kind: 'done';
      /** What was done, in sentences. */
      readonly sentence: string;
      /** Names of the model's sheets, in the order of their tabs. */
      readonly sheets: readonly string[];
      /** Those of them whose formulas change with the form: all but Terms and Log. */
      readonly computed: readonly string[];
      /** Those of them on which a formula that a person wrote calls Meterbook, as far as the run has seen. */
      readonly asking: readonly string[];
      /** The form in which they stood before. */
      readonly formBefore: SheetForm;
      /** Cells that a person changed and that were left alone: ask, then run again with those to `overwrite`. */
      readonly changed: readonly ChangedCell[];
    }
  /** Nothing was written; the sentence says why and what to do. */
  | Refusal
  /** Nothing of this run is left. */
  | Stopped;
