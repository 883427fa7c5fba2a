import fc from 'fast-check';
import { blockOf } from '../contract/properties/contract-case';
import { contractDrafts } from '../contract/properties/drafts/contract-arbitrary';
import { seed } from '../property-seed';
import { compareLines } from './compare';
import { type StepResult, describeWithLibreOffice, recalculate } from './libre-office';
import { NativeBook, type TermsBlock } from './native-book';

/** How many contracts of which seed; test/calc/native.test.ts takes 100 of each, without LibreOffice. */
const SAMPLES = [
  { from: seed, contracts: 100 },
  { from: seed + 1, contracts: 20 },
  { from: seed + 2, contracts: 20 },
];
const CONTRACTS = SAMPLES.reduce((sum, { contracts }) => sum + contracts, 0);
const RELATIVE = 1e-9;
const READ = ['Schedule', 'Tranches'];

describeWithLibreOffice(
  `${CONTRACTS} generated contracts in native form (seeds ${seed} to ${seed + 2})`,
  () => {
    const books = SAMPLES.flatMap(({ from, contracts }) =>
      fc.sample(contractDrafts, { numRuns: contracts, seed: from }),
    ).map((draft) => new NativeBook(blockOf(draft) as unknown as TermsBlock));
    let results: readonly StepResult[][];

    beforeAll(() => {
      results = recalculate(
        books.map((book) => ({
          parts: book.parts(),
          steps: book.contract.table.scenarios.map((name) => ({
            set: [['Terms', NativeBook.scenario, name]],
            read: READ,
          })),
        })),
      );
    });

    test('no cell of any scenario differs from the engine', () => {
      let all = 0;
      const found = books.flatMap((book, number) =>
        book.contract.table.scenarios.flatMap((scenario, place) => {
          const evaluation = book.contract.evaluation(place);
          const { cells, differences } = compareLines(
            book.places,
            evaluation,
            results[number]?.[place] ?? {},
            RELATIVE,
            book.contract.model,
          );
          all += cells;
          return differences.map((difference) => ({ contract: number, scenario, ...difference }));
        }),
      );
      expect({ seed, differences: found.length, first: found.slice(0, 10) }).toEqual({
        seed,
        differences: 0,
        first: [],
      });
      expect(all).toBeGreaterThan(100_000);
    });
  },
);
