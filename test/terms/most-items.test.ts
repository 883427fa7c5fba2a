import { parseTerms } from '../../src/terms/table/parse';
import { type ShortRow, blockOf } from './tables';

const usage = (count: number): ShortRow[] =>
  Array.from({ length: count }, (_none, place) => ['Usage', `P${place}`, 'Input tokens per month', 1e9]);
const tranches = (count: number): ShortRow[] =>
  Array.from({ length: count }, (_none, place): ShortRow[] => [
    ['Tranche', `T${place}`, 'Kind', 'Firm'],
    ['Tranche', `T${place}`, 'Date', 46500],
    ['Tranche', `T${place}`, 'Amount', 1],
  ]).flat();

const sentencesOf = (...rows: ShortRow[]): string[] =>
  parseTerms(blockOf(...rows)).problems.map(({ sentence }) => sentence);

test('more items than a model can have are refused by section, with the count and the limit', () => {
  expect(sentencesOf(...usage(600), ...tranches(1200))).toEqual([
    expect.stringMatching(
      /^Terms, from row \d+: the section Usage has 60\d items and may have at most 500\./,
    ),
    expect.stringMatching(
      /^Terms, from row \d+: the section Tranche has 1200 items and may have at most 200\./,
    ),
  ]);
});

test('as many as the limit are taken', () => {
  expect(sentencesOf(...tranches(200))).toEqual([]);
});
