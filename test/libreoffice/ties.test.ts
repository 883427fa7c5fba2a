import { contractOf } from '../contract/lines/contract-of';
import { blockOf } from '../contract/properties/contract-case';
import { compareLines } from './compare';
import { type StepResult, describeWithLibreOffice, recalculate } from './libre-office';
import { NativeBook, type TermsBlock } from './native-book';
import { PLANTED } from './planted';

const RELATIVE = 1e-12;
const FIRST_MONTH = 9;

describeWithLibreOffice('figures that meet exactly in decimals', () => {
  const books = PLANTED.map(
    ({ rows }) => new NativeBook(blockOf(contractOf(...rows).draft) as unknown as TermsBlock),
  );
  let results: readonly StepResult[][];
  beforeAll(() => {
    results = recalculate(
      books.map((book) => ({ parts: book.parts(), steps: [{ set: [], read: ['Schedule', 'Tranches'] }] })),
    );
  });

  test.each(PLANTED.map(({ what }, place) => [what, place] as const))('%s', (_what, place) => {
    const [book, planted, result] = [books[place], PLANTED[place], results[place]?.[0]];
    if (!book || !planted || !result) throw new Error('Every contract has its workbook and its figures.');
    for (const [id, wanted] of Object.entries(planted.lines)) {
      const row = result['Schedule']?.[book.places.row('Schedule', id) - 1] ?? [];
      const found = row.slice(FIRST_MONTH, FIRST_MONTH + wanted.length).map(Number);
      // To ten digits; what is nothing must be exactly that.
      expect({ id, values: found.map((value) => Number(value.toPrecision(10))) }).toEqual({
        id,
        values: wanted,
      });
    }
    const { model } = book.contract;
    const { differences } = compareLines(book.places, book.contract.evaluation(0), result, RELATIVE, model);
    expect(differences.slice(0, 10)).toEqual([]);
  });
});
