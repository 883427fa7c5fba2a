import type { NumberFormats } from './cells/number-format';
import type { Iteration } from './evaluation/iteration';

/** What a book is made from that was a file. */
export interface BookContent {
  /** In the grid's own form. */
  readonly data: object;
  /** Which of the grid's number formats in it stand for which of Excel's. */
  readonly formats: NumberFormats;
  /** How circles are computed; undefined where they are errors. */
  readonly iteration?: Iteration | undefined;
}
