import { Refusal } from '../../base/refusal';
import { day, isTextDate, onlyCell, type NativeArgument } from '../framework/native/argument';
import { blockOf, filledRows, hasColumn } from '../framework/native/block';
import { standsInOrder, TRANCHE_HEADINGS } from '../framework/arguments/header-names';
import { byWord } from '../framework/native/choice';
import { call, compare, plus, text, times, type Expression } from '../framework/native/expression';
import { otherOrder, textDate, type NativeDeclaration } from '../framework/native/reading';

const [DATE, AMOUNT, KIND, PROBABILITY] = [1, 2, 3, 4];

export const trancheExposureNative: NativeDeclaration = {
  says: 'The sum of the amounts that are due by the date and of a kind that the measure counts, contingent ones times their probability for Expected. Expected in mode Sequential becomes a value, and so do dates that are text.',
  sample: [
    {
      written: 'cells',
      text: 'A2:E4',
      value: [
        ['A', 46_388, 5, 'Firm', null],
        ['K1', 46_753, 10, 'Contingent', 0.6],
        ['K2', 47_118, 10, 'Contingent', 0.4],
      ],
      address: 'A2:E4',
    },
    { written: 'cells', text: 'G1', value: 46_800, address: 'G1' },
    { written: 'literal', text: '"Expected"', value: 'Expected' },
  ],
  read(tranches, date, measure, mode) {
    if (isTextDate(date)) return textDate('date');
    const block = blockOf(tranches);
    const by = day(date);
    if (!block || !by) {
      return new Refusal(
        'tranches is computed inside the formula, so a plain formula has no cells to look into.',
      );
    }
    if (!standsInOrder(block.rows, Object.keys(TRANCHE_HEADINGS), TRANCHE_HEADINGS))
      return otherOrder('tranches');
    const rows = filledRows(block, AMOUNT);
    const [first = 0, last = 0] = [rows[0], rows.at(-1)];
    if (rows.some((row) => typeof block.rows[row]?.[DATE] !== 'number')) return textDate('tranches');
    const column = (at: number): Expression => block.column(at, first, last);
    // A time of day does not move a tranche to the next day.
    const isDue = compare(column(DATE), '<', plus(by, 1));
    const isKind = (kind: string) => compare(column(KIND), '=', text(kind));
    // Beside a comma, cells with text count as 0.
    const total = (counts: Expression, ...more: Expression[]) =>
      call('SUMPRODUCT', times(isDue, counts), column(AMOUNT), ...more);
    const certain = plus(isKind('Funded'), isKind('Firm'));
    const expected = (): Expression | Refusal => {
      if (!isUnconditional(mode)) {
        return new Refusal(
          'Sequential probabilities multiply along the dates, which no plain formula follows.',
        );
      }
      if (!hasColumn(block, PROBABILITY)) return total(certain);
      return plus(total(certain), total(isKind('Contingent'), column(PROBABILITY)));
    };
    return byWord(measure, 'Committed', {
      Committed: () => total(certain),
      Funded: () => total(isKind('Funded')),
      Expected: expected,
      Maximum: () => total(compare(column(KIND), '<>', text('Expired'))),
    });
  },
};

function isUnconditional({ written, value }: NativeArgument): boolean {
  const word = onlyCell(value);
  if (written === 'omitted') return true;
  return written === 'literal' && typeof word === 'string' && word.toLowerCase() === 'unconditional';
}
