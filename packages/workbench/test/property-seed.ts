import fc from 'fast-check';

/** Any number would do. */
const EVERY_RUN = 19_000_301;

/**
 * One seed for all property tests. It stands still, so that nobody's change is blamed for a case that it did not make;
 * PROPERTY_SEED=random tries new cases, and PROPERTY_SEED=number repeats them.
 */
const wanted = process.env['PROPERTY_SEED'];
const seed = wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted ?? NaN) || EVERY_RUN;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
