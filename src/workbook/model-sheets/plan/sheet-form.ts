/** Live sheets ask Meterbook for their figures; native ones compute them in formulas of Excel alone. */
export type SheetForm = 'live' | 'native';

/** Rows that only sheets in native form have. */
export const NATIVE_BLOCKS = { inputs: 'block.inputs', engine: 'block.engine' } as const;
