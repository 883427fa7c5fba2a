import fc from 'fast-check';
import { bridgeBetween } from '../../src/analysis/bridge';
import { Decimal } from '../../src/base/decimal';
import { totalValue } from '../../src/contract/buckets';
import { Contract } from '../../src/contract/contract';
import { decidedDrafts, shortDrafts } from '../contract/properties/drafts/contract-arbitrary';
import { ContractPool, caseOf, forEvery } from '../contract/properties/contract-pool';
import type { Draft } from '../contract/properties/drafts/draft';
import { seed } from '../property-seed';

/** A bridge evaluates the contract once for each step. */
const RUNS = 40;

const poolOf = (drafts: fc.Arbitrary<Draft>) =>
  new ContractPool(drafts, () => fc.sample(drafts, { numRuns: RUNS, seed }));

const pools = {
  'contracts with scenarios': poolOf(shortDrafts.filter(({ scenarios }) => scenarios.length > 0)),
  'contracts with dates of decision': poolOf(decidedDrafts),
};

/** 40 digits less those that the largest figure on the way needs before the point, and one for luck. */
const SAME = 25;

function total(contract: Contract, scenario: number): Decimal {
  const line = contract.model.line('total.billed');
  if (!line) throw new Error('no total');
  return totalValue(contract.evaluation(scenario), line) ?? new Decimal(NaN);
}

function expectBridge(contract: Contract, from: number, to: number): void {
  const { start, end, steps } = bridgeBetween(contract, from, to);
  const sum = steps.reduce((reached, { amount }) => reached.plus(amount), start);
  const names = contract.table.scenarios;
  const way = `${names[from] ?? ''} to ${names[to] ?? ''}`;
  expect([way, sum.toString()]).toEqual([way, end.toString()]);
  const figures = [start, end].map((figure) => figure.toSignificantDigits(SAME).toString());
  const own = [from, to].map((scenario) => total(contract, scenario).toSignificantDigits(SAME).toString());
  expect([way, figures]).toEqual([way, own]);
  expect(new Set(steps.map(({ section }) => section)).size).toBe(steps.length);
  for (const { terms } of steps) expect(terms.length).toBeGreaterThan(0);
}

describe.each(Object.entries(pools))('%s', (_name, pool) => {
  test('there and back, the steps add up to the difference of the scenarios', () => {
    forEvery(pool, (draft) => {
      const contract = Contract.of(caseOf(draft).table);
      const last = contract.table.scenarios.length - 1;
      expectBridge(contract, 0, last);
      expectBridge(contract, last, 0);
      if (last > 1) expectBridge(contract, 1, last);
    });
  });
});
