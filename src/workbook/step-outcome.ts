import type { Refusal } from '../base/refusal';

/** A step that was done, and what was done. */
export interface Done {
  readonly kind: 'done';
  readonly sentence: string;
}

/** A step that the person stopped: nothing of it is left. */
export interface Stopped {
  readonly kind: 'cancelled';
  readonly sentence: string;
}

/** What came of a step on the workbook: it was done, or nothing was. */
export type Outcome = Done | Refusal;

export const done = (sentence: string): Done => ({ kind: 'done', sentence });
export const stopped = (sentence: string): Stopped => ({ kind: 'cancelled', sentence });
