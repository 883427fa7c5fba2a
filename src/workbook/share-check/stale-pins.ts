import { termsHash } from '../../terms/exchange/terms-hash';
import type { Finding } from './finding';
import type { WorkbookSurvey } from './workbook-survey';

/** Scenarios whose last pin in the log was made from other terms than those that stand there now. */
export async function stalePins({ pins, terms }: WorkbookSurvey): Promise<Finding[]> {
  if (!terms) return [];
  const last = new Map(pins.map((pin) => [pin.scenario.toLowerCase(), pin] as const));
  const findings = await Promise.all(
    [...last.values()].map(async ({ scenario, hash, sheet, address, time }): Promise<Finding[]> => {
      const now = await termsHash(terms.values, scenario);
      if (now === hash) return [];
      const why = now === undefined ? 'the table has no such scenario any more' : 'terms have changed since';
      return [
        {
          fault: 'stale pin',
          sheet,
          address,
          count: 1,
          sentence: `The figures of ${scenario} were pinned at ${time}, and ${why}.`,
          remedy: 'Pin the scenario again, so that the log ends with what the workbook says.',
        },
      ];
    }),
  );
  return findings.flat();
}
