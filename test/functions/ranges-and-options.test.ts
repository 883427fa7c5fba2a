import { bind } from '../../src/functions/framework/arguments/boundary';
import { Refusal } from '../../src/base/refusal';
import { MAX_ROWS } from '../../src/functions/framework/arguments/table';
import { parameters, plain, type Sort } from './parameter-sorts';

const EMPTY = 'x is empty: enter rows of date, units, note, or correct the range.';
const rowsOf = (...rows: [number, number][]) => ({
  is: rows.map(([day, units]) => ({ date: day, units: String(units), note: 'none' })),
});

const read = (sort: Sort, raw: unknown) => {
  const bound = bind('F', { x: parameters[sort] }, [raw]);
  return bound instanceof Refusal ? bound.sentence : plain(bound.x);
};

describe('ranges', () => {
  const day = (index: number): [number, number] => [46388 + index, 1];

  test('a header is skipped, a text where a value belongs is not', () => {
    expect(read('range', [['Start date', 'Units'], ...[day(0)]])).toEqual(rowsOf([46388, 1]).is);
    expect(read('range', [['2027-01-01', '33'], day(1)])).toBe(
      'x, row 1 (units) is the text "33": it must be a number, 0 or more. Retype it as a number, or wrap it in VALUE().',
    );
    expect(read('range', [day(0), ['Start date', 'Units']])).toContain(
      'x, row 2 (date) is the text "Start date"',
    );
    expect(read('range', [['Start date', 'Units']])).toBe(EMPTY);
  });

  test('rows are counted from the top of the range, blank rows and header included', () => {
    expect(
      read('range', [
        ['Date', 'Units'],
        [null, null],
        [46388, -5],
      ]),
    ).toBe('x, row 3 (units) is -5: it must be 0 or more.');
    expect(read('range', [[46388, null, 3]])).toBe('x, row 1 (units) is blank. Fill it, or remove the row.');
  });

  test('the first error by rows is reported, before anything else', () => {
    expect(
      read('range', [
        ['x', 'y'],
        ['oops', 1],
        ['#REF!', '#N/A'],
      ]),
    ).toBe('x, row 3, column 1 holds the error #REF!. Correct that cell first.');
  });

  test('#N/A stays #N/A', () => {
    const bound = bind('F', { x: parameters.range }, [[[46388, '#N/A']]]);
    expect(bound).toMatchObject({ kind: 'not available' });
  });

  test('too wide is refused', () => {
    expect(read('range', [[46388, 1, 2, 3]])).toBe('x has 4 columns: it takes 2 to 3.');
  });

  test.each([null, '', 0])('a whole column, blank as %p, is read as its filled part', (blank) => {
    const column = Array.from({ length: 1_048_576 }, () => [blank, blank]) as unknown[][];
    column[0] = day(0);
    column[1] = day(1);
    expect(read('range', column)).toHaveLength(2);
  });

  test('an empty whole column is empty', () => {
    expect(
      read(
        'range',
        Array.from({ length: 1_048_576 }, () => [null]),
      ),
    ).toBe(EMPTY);
  });

  test('the limit of rows is named, and reached only by rows with content', () => {
    const most = Array.from({ length: MAX_ROWS }, (_, index) => day(index));
    expect(read('range', most)).toHaveLength(MAX_ROWS);
    expect(read('range', [...most, [null, null], day(MAX_ROWS)])).toBe(
      'x has more than 5000 rows with content, the most that one call takes. Give a shorter range.',
    );
    const tenThousand = Array.from({ length: 10_000 }, (_, index) => day(index));
    expect(read('range', tenThousand)).toContain('more than 5000 rows');
  });
});

describe('options', () => {
  const given = (...rows: unknown[][]) => read('options', rows);

  test('names in any case and spacing, in any order; a blank value leaves the default', () => {
    expect(given(['RATE  BASIS', ' month '], [' discount ', 0.1])).toEqual({
      Discount: '0.1',
      'Rate basis': 'Month',
    });
    expect(given(['Discount', null], [null, null], ['Rate basis', ''])).toEqual({
      Discount: 'none',
      'Rate basis': 'Hour',
    });
    expect(given(['Name', 'Value'], ['Discount', 0.1])).toEqual({ Discount: '0.1', 'Rate basis': 'Hour' });
  });

  test('an unknown name is answered with the nearest one and the list', () => {
    expect(given(['Discont', 0.1])).toBe(
      'x, row 1: "Discont" is no option here. Did you mean Discount? The options are Discount, Rate basis.',
    );
  });

  test('a name given twice is refused', () => {
    expect(given(['Discount', 0.1], ['discount', 0.2])).toBe(
      'x, row 2: the option Discount is given twice. Keep one row of it.',
    );
  });

  test('a value out of range names the option', () => {
    expect(given(['Discount', 10])).toBe(
      'x, row 1 (Discount) is 10: it must be from 0 to 1. Write 0.1 or 10% for 10 percent.',
    );
    expect(given(['Rate basis', 'Week'])).toBe('x, row 1 (Rate basis) is "Week": it must be Hour or Month.');
  });
});
