import fc from 'fast-check';
import { seed } from '../property-seed';

const LEAST_RUNS = 200;

/** METERBOOK_RUNS raises the number of runs, METERBOOK_SEED chooses the cases. */
export const runs = Math.max(LEAST_RUNS, Number(process.env.METERBOOK_RUNS ?? 0) || 0);
export { seed };

process.stdout.write(`Properties: ${runs} runs each, METERBOOK_SEED=${seed}\n`);

/** Tries a property on many generated values; a failure names the seed and the smallest case found. */
export function always<T>(values: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(
    fc.property(values, (value) => {
      holds(value);
    }),
    { numRuns: runs, seed },
  );
}
