/** What a recipient of the workbook trips over. */
export const FAULTS = [
  'functions that will break',
  'error cell',
  'external link',
  'hidden sheet',
  'text number',
  'missing source',
  'illustrative share',
  'stale pin',
  'volatile function',
  'unlocked calculation',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Finding {
  readonly fault: Fault;
  readonly sheet: string;
  /** The first cell that it concerns, without the sheet; empty where that is the whole sheet or the whole workbook. */
  readonly address: string;
  /** How many cells or rows it concerns. */
  readonly count: number;
  /** What is wrong. */
  readonly sentence: string;
  /** What to do about it. */
  readonly remedy: string;
}
