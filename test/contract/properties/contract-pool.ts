import fc from 'fast-check';
import { runs, seed } from '../properties';
import type { Draft } from './drafts/draft';
import { ContractCase } from './contract-case';

/** Beyond so many runs the evaluations would fill the memory, and are made anew for each property. */
const MOST_KEPT = 400;
const kept = new WeakMap<Draft, ContractCase>();

/** A draft, read. Properties that start from one table share its evaluation. */
export function caseOf(draft: Draft): ContractCase {
  let contract = kept.get(draft);
  if (!contract) {
    contract = new ContractCase(draft);
    if (runs <= MOST_KEPT) kept.set(draft, contract);
  }
  return contract;
}

/** Generated tables that many properties are put to. */
export class ContractPool {
  #samples: readonly Draft[] | undefined;

  constructor(
    readonly drafts: fc.Arbitrary<Draft>,
    private readonly source: () => readonly Draft[] = () => fc.sample(drafts, { numRuns: runs, seed }),
  ) {}

  get samples(): readonly Draft[] {
    return (this.#samples ??= this.source());
  }

  /** The same tables, each put through a change. */
  map(change: (draft: Draft) => Draft): ContractPool {
    return new ContractPool(this.drafts.map(change), () => this.samples.map(change));
  }
}

/** Tries a property on every table of a pool; one that fails is generated again and made as small as it can be. */
export function forEvery(pool: ContractPool, holds: (draft: Draft) => void): void {
  for (const draft of pool.samples) {
    try {
      holds(draft);
    } catch (error) {
      const options = { numRuns: runs, seed, interruptAfterTimeLimit: 20_000 };
      fc.assert(
        fc.property(pool.drafts, (other) => {
          holds(other);
        }),
        options,
      );
      throw error;
    }
  }
}
