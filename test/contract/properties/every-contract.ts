import fc from 'fast-check';
import { runs, seed } from '../properties';
import { ContractCase } from './contract-case';
import type { Draft } from './drafts/draft';

/**
 * A test for each property, all on the same generated tables: each table is read and evaluated once and put to every
 * property. A property that fails is run again by itself, so that fast-check finds the smallest table that breaks it.
 */
export function testEveryContract(
  drafts: fc.Arbitrary<Draft>,
  properties: Readonly<Record<string, (contract: ContractCase) => void>>,
): void {
  const failed = new Map<string, unknown>();
  beforeAll(() => {
    const options = { numRuns: runs, seed };
    fc.assert(
      fc.property(drafts, (draft) => {
        const contract = new ContractCase(draft);
        for (const [name, holds] of Object.entries(properties)) {
          try {
            holds(contract);
          } catch (error) {
            if (!failed.has(name)) failed.set(name, error);
          }
        }
      }),
      options,
    );
  }, 3_600_000);

  test.each(Object.entries(properties))('%s', (name, holds) => {
    if (!failed.has(name)) return;
    fc.assert(
      fc.property(drafts, (draft) => {
        holds(new ContractCase(draft));
      }),
      // Long enough to shrink to something that can be read.
      { numRuns: runs, seed, interruptAfterTimeLimit: 20_000 },
    );
    throw failed.get(name);
  });
}
