import { bind, range, type Argument } from '../../src/functions/framework/arguments/boundary';
import { headedTable } from '../../src/functions/framework/arguments/headed-table';
import { number } from '../../src/functions/framework/arguments/kinds';
import { Refusal } from '../../src/base/refusal';
import { series } from '../../src/functions/framework/arguments/series';
import { column, columnOr, MAX_ROWS } from '../../src/functions/framework/arguments/table';
import { yesOrNo } from '../../src/functions/framework/arguments/yes-or-no';
import { plain } from './parameter-sorts';

const about = { unit: 'things' };

function reader(argument: Argument<unknown>) {
  return (raw: unknown) => {
    const bound = bind('F', { x: argument }, [raw]);
    return bound instanceof Refusal ? bound.sentence : plain(bound.x);
  };
}

describe('a series', () => {
  const read = reader(series(number({ min: 0 }), { ...about, cell: 'cell' }));

  test('is a column, a row, or one cell', () => {
    expect(read([[1], [2], [3]])).toEqual({ values: ['1', '2', '3'], isRow: false });
    expect(read([[1, 2, 3]])).toEqual({ values: ['1', '2', '3'], isRow: true });
    expect(read([1, 2])).toEqual({ values: ['1', '2'], isRow: true });
    expect(read(7)).toEqual({ values: ['7'], isRow: false });
    expect(read([[7]])).toEqual({ values: ['7'], isRow: false });
  });

  test('keeps every place: blanks at the end are dropped, a blank in between is refused', () => {
    expect(read([[1], [0], [null], ['']])).toEqual({ values: ['1', '0'], isRow: false });
    expect(read([[1], [null], [3]])).toBe(
      'x, row 2 is blank: the cells after it are not. Enter 0 where there is nothing.',
    );
    expect(read([[1, '', 3]])).toContain('x, column 2 is blank');
    expect(read([[null], ['']])).toBe('x is blank: every cell must be 0 or more.');
    expect(read(null)).toContain('F needs x');
  });

  test('refuses headers, blocks, errors and numbers out of range, with their place', () => {
    expect(read([['Usage'], [3]])).toBe('x, row 1 is the text "Usage": it must be a number, 0 or more.');
    expect(
      read([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('x is a range of 2 × 2 cells: it takes one column or one row.');
    expect(read([[1], ['#DIV/0!']])).toBe('x, row 2 holds the error #DIV/0!. Correct that cell first.');
    expect(read([[1, -2]])).toBe('x, column 2 is -2: it must be 0 or more.');
    expect(bind('F', { x: series(number({}), { ...about, cell: 'c' }) }, [[['#N/A']]])).toMatchObject({
      kind: 'not available',
    });
  });

  test('of a whole column is its filled part; too many cells are named', () => {
    const whole: unknown[][] = Array.from({ length: 1_048_576 }, () => [null]);
    whole[0] = [5];
    expect(read(whole)).toEqual({ values: ['5'], isRow: false });
    expect(read(Array.from({ length: MAX_ROWS + 1 }, () => [1]))).toBe(
      'x has 5001 cells, more than the 5000 that one call takes. Give a shorter range.',
    );
  });
});

describe('yes or no', () => {
  const read = reader(yesOrNo(true, { ...about, defaultText: 'TRUE' }));

  test.each([
    [true, true],
    [false, false],
    ['Yes', true],
    [' no ', false],
    ['TRUE', true],
    ['false', false],
    [null, true],
    ['', true],
    [[[false]], false],
    [[[null]], true],
  ])('%j is %s', (raw, wanted) => {
    expect(read(raw)).toBe(wanted);
  });

  test.each([
    [0, 'x is 0: it must be TRUE, FALSE, Yes or No.'],
    [1, 'x is 1: it must be TRUE, FALSE, Yes or No.'],
    ['maybe', 'x is "maybe": it must be TRUE, FALSE, Yes or No.'],
    ['#REF!', 'x holds the error #REF!. Correct that cell first.'],
    [[[true, false]], 'x is a range: it takes one cell, TRUE, FALSE, Yes or No.'],
  ])('%j is refused', (raw, sentence) => {
    expect(read(raw)).toBe(sentence);
  });
});

describe('a table by headers', () => {
  const read = reader(
    range(
      headedTable({
        year: column(number({ min: 0 }), about),
        taken: column(number({ min: 0 }), about),
        'force majeure': columnOr(number({ min: 0 }), 'none', about),
      }),
      about,
    ),
  );
  const one = [{ year: '2027', taken: '5', 'force majeure': '2' }];

  test('takes columns in any order and case, and leaves optional ones out', () => {
    expect(
      read([
        ['Force  Majeure', 'TAKEN', 'Year'],
        [2, 5, 2027],
      ]),
    ).toEqual(one);
    expect(
      read([
        ['Taken', 'Year'],
        [5, 2027],
      ]),
    ).toEqual([{ ...one[0], 'force majeure': 'none' }]);
  });

  test('takes the order of the definition where there is no header', () => {
    expect(read([[2027, 5, 2]])).toEqual(one);
  });

  test('does not guess the order under headings that it does not know', () => {
    expect(
      read([
        ['Jahr', 'Menge', 'Abzug'],
        [2027, 5, 2],
      ]),
    ).toBe(
      'x, row 1: "Jahr" is no column here. Did you mean year? The columns are year, taken, force majeure.',
    );
  });

  test('rows keep their place in the range', () => {
    expect(
      read([
        [null, null],
        ['Taken', 'Year'],
        [null, null],
        [-5, 2027],
      ]),
    ).toBe('x, row 4 (taken) is -5: it must be 0 or more.');
  });

  test('a misspelt, repeated or missing column is refused', () => {
    expect(
      read([
        ['Year', 'Taken', 'Force majure'],
        [2027, 5, 2],
      ]),
    ).toBe(
      'x, row 1: "Force majure" is no column here. Did you mean force majeure? The columns are year, taken, force majeure.',
    );
    expect(
      read([
        ['Year', 'Taken', 'taken'],
        [2027, 5, 2],
      ]),
    ).toBe('x, row 1: the column taken stands twice. Keep one of them.');
    expect(
      read([
        ['Year', 'Force majeure'],
        [2027, 2],
      ]),
    ).toBe('x, row 1: the column taken is missing.');
  });

  test('values under a blank header are refused, not dropped', () => {
    expect(
      read([
        ['Year', 'Taken', ''],
        [2027, 5, 400],
      ]),
    ).toBe('x, row 2, column 3 has a value, but the column has no header. Name the column, or leave it out.');
  });
});
