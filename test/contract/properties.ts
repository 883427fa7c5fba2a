import fc from 'fast-check';

const LEAST_RUNS = 200;

/** METERBOOK_RUNS raises the number of runs, METERBOOK_SEED repeats one of them. */
export const runs = Math.max(LEAST_RUNS, Number(process.env.METERBOOK_RUNS ?? 0) || 0);
export const seed = Number(process.env.METERBOOK_SEED ?? NaN) || Math.floor(Math.random() * 2 ** 31);

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
