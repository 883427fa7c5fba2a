import fc from 'fast-check';
import { Contract } from '../../src/contract/contract';
import { parseTerms } from '../../src/terms/table/parse';
import { contractOf } from '../contract/lines/contract-of';
import { contractDrafts } from '../contract/properties/drafts/contract-arbitrary';
import { blockOf } from '../contract/properties/contract-case';
import type { Draft } from '../contract/properties/drafts/draft';
import { type Difference, compareCells } from '../libreoffice/compare';
import { PLANTED } from '../libreoffice/planted';
import { must } from '../contract/near';
import { seed } from '../property-seed';
import { NativeInDoubles } from './native-in-doubles';

const CONTRACTS = 100;
const SEEDS = [seed, seed + 1, seed + 2];
const RELATIVE = 1e-9;
/** Of what is planted the figures are short, and nothing may get lost. */
const RELATIVE_OF_PLANTED = 1e-12;

const contractIn = (draft: Draft): Contract => {
  const { table, problems } = parseTerms(blockOf(draft));
  if (!table) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
  return Contract.of(table);
};

interface Compared {
  readonly cells: number;
  readonly differences: readonly (Difference & { readonly scenario: number })[];
}

function compare(contract: Contract, relative: number): Compared {
  const { model, table } = contract;
  const native = new NativeInDoubles(model);
  const compared = table.scenarios.map((_name, scenario) => {
    const evaluation = contract.evaluation(scenario);
    const values = native.evaluate(evaluation.timeline, evaluation.terms);
    const { cells, differences } = compareCells(model, evaluation, relative, (line, period) => {
      const value = values.get(line)?.[period];
      return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)) ? value : null;
    });
    return { cells, differences: differences.map((difference) => ({ scenario, ...difference })) };
  });
  return {
    cells: compared.reduce((sum, { cells }) => sum + cells, 0),
    differences: compared.flatMap(({ differences }) => differences),
  };
}

describe('the native reading, computed in doubles that forgive nothing', () => {
  test.each(SEEDS)(`of ${CONTRACTS} generated contracts is that of the engine (seed %i)`, (from) => {
    const compared = fc
      .sample(contractDrafts, { numRuns: CONTRACTS, seed: from })
      .map((draft) => compare(contractIn(draft), RELATIVE));
    const found = compared.flatMap(({ differences }, contract) =>
      differences.map((difference) => ({ contract, ...difference })),
    );
    expect({ seed: from, differences: found.length, first: found.slice(0, 10) }).toEqual({
      seed: from,
      differences: 0,
      first: [],
    });
    expect(compared.reduce((sum, { cells }) => sum + cells, 0)).toBeGreaterThan(100_000);
  });

  test.each(PLANTED.map((planted) => [planted.what, planted] as const))('%s', (_what, { rows, lines }) => {
    const contract = contractIn(contractOf(...rows).draft);
    const { model } = contract;
    const evaluation = contract.evaluation(0);
    const values = new NativeInDoubles(model).evaluate(evaluation.timeline, evaluation.terms);
    for (const [id, wanted] of Object.entries(lines)) {
      const found = [...must(values.get(must(model.line(id))))].slice(0, wanted.length).map(Number);
      // To ten digits; what is nothing must be exactly that.
      expect({ id, values: found.map((value) => Number(value.toPrecision(10))) }).toEqual({
        id,
        values: wanted,
      });
    }
    expect(compare(contract, RELATIVE_OF_PLANTED).differences.slice(0, 10)).toEqual([]);
  });
});
