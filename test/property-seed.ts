import fc from 'fast-check';

/** Cutover day of the shipped case; any number would do. */
const EVERY_RUN = 20_270_101;

/**
 * One seed for all property tests. It stands still, so that nobody's change is blamed for a case that it did not make;
 * METERBOOK_SEED=random tries new cases, and METERBOOK_SEED=number repeats them.
 */
const wanted = process.env.METERBOOK_SEED;
export const seed =
  wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted ?? NaN) || EVERY_RUN;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
