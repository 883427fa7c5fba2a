import type { Refusal, RefusalKind } from '../../base/refusal';

/** The Excel errors that Meterbook answers with. Only #VALUE! and #N/A carry their sentence into the cell. */
export type ErrorCode = '#VALUE!' | '#N/A' | '#NUM!';

const CODES: Readonly<Record<RefusalKind, ErrorCode>> = {
  refused: '#VALUE!',
  'not available': '#N/A',
  'too large': '#NUM!',
};

/** What a cell shows where its function refuses. */
export const errorCode = ({ kind }: Refusal): ErrorCode => CODES[kind];
