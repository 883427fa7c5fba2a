import { bind } from '../../src/functions/framework/arguments/boundary';
import { Refusal } from '../../src/base/refusal';
import { parameters, plain, sorts, type Sort } from './parameter-sorts';

/** Every shape in which Excel, a version of it or a spreadsheet in its place delivers an argument. */
const shapes = {
  'left out': null,
  undefined,
  'empty text': '',
  spaces: '  ',
  'blank cell as a range': [[null]],
  zero: 0,
  half: 0.5,
  'whole number': 7,
  'noise in the 17th digit': 0.1 + 0.2,
  negative: -1,
  'above 1': 5.5,
  date: 46388,
  'date with a time': 46388.75,
  'after the last date': 2958466,
  'ISO date': '2027-01-01',
  'ISO date that does not exist': '2027-02-30',
  'date in words': '1 Jan 2027',
  'date with slashes': '01/02/2027',
  'number as text': '33',
  'amount as text': '1 234,5',
  word: 'volume',
  'None as a word': ' none ',
  true: true,
  'not a number': NaN,
  infinite: Infinity,
  'error as text': '#DIV/0!',
  'error object': { code: '#N/A', message: 'gone' },
  'error data type': { type: 'Error', basicType: 'Error', basicValue: '#REF!' },
  'formatted number': { type: 'FormattedNumber', basicValue: 0.5, numberFormat: '0%' },
  'linked record': { type: 'LinkedEntity', properties: {} },
  'invocation object': { functionName: 'F', address: 'Sheet1!A1', setResult: () => undefined },
  'one cell as a range': [[7]],
  'two cells': [[46388, 7]],
  ragged: [[46388, 7], [46389]],
  'error within a range': [
    [46388, 7],
    [46419, '#NUM!'],
  ],
  'rows and blank rows': [
    [46388, 7],
    [null, ''],
    [0, 0],
    [46419, 8],
  ],
} satisfies Record<string, unknown>;
type Shape = keyof typeof shapes;

const NEEDS = 'F needs x (things), which is blank or left out. Enter a value; where 0 is meant, enter 0.';
const EMPTY = 'x is empty: enter rows of date, units, note, or correct the range.';
const NO_DATE = 'Enter a date, DATE(2027,1,31), or the text 2027-01-31.';
const DATES = 'a date from 1990-01-01 to 9999-12-31';

/**
 * What each sort makes of a shape: a value in { }, or its sentence. A sort that is not named follows `else`, which
 * must fit all of them.
 */
type Answers = Partial<Record<Sort, { is: unknown } | string>> & {
  else?: { is: unknown } | string | 'blank';
};

const narrow = (columns: number, wanted: string) =>
  `x has ${columns} ${columns === 1 ? 'column' : 'columns'}: it takes ${wanted}.`;
const ONE_COLUMN: Answers = { range: narrow(1, '2 to 3'), options: narrow(1, '2') };
const DEFAULTS: Answers = {
  whole: { is: 7 },
  share: { is: 'default' },
  'date or None': { is: 'default' },
  choice: { is: 'default' },
  options: { is: { Discount: 'none', 'Rate basis': 'Hour' } },
};
const BLANK: Answers = { ...DEFAULTS, else: NEEDS };
const number7 = { is: '7' };
const rowsOf = (...rows: [number, number][]) => ({
  is: rows.map(([day, units]) => ({ date: day, units: String(units), note: 'none' })),
});

const notNumeric = (what: string, remedy = ''): Answers => ({
  ...ONE_COLUMN,
  number: `x is ${what}: it must be a number, 0 or more.${remedy}`,
  whole: `x is ${what}: it must be a whole number, from 0 to 90.${remedy}`,
  share: `x is ${what}: it must be a number, from 0 to 1.${remedy}`,
  'one or range': `x is ${what}: it must be a number, 0 or more.${remedy}`,
});
const text = (value: string, remedy = ''): Answers => ({
  ...notNumeric(`the text "${value}"`, remedy),
  date: `x is the text "${value}", which is no date. ${NO_DATE}`,
  'date or None': `x is the text "${value}", which is no date. ${NO_DATE}`,
  choice: `x is "${value}": it must be Volume or Package.`,
});
const strange = (shown: string): Answers => ({
  ...notNumeric(shown),
  date: `x is ${shown}: a date is needed. ${NO_DATE}`,
  'date or None': `x is ${shown}: a date is needed. ${NO_DATE}`,
  choice: `x is ${shown}: it must be Volume or Package.`,
});
const badDate = (shown: string): Answers => ({
  date: `x is ${shown}: it must be ${DATES}. ${NO_DATE}`,
  'date or None': `x is ${shown}: it must be ${DATES}. ${NO_DATE}`,
  choice: `x is ${shown}: it must be Volume or Package.`,
});
const block = (rows: number, columns: number): Answers => ({
  else: `x is a range of ${rows} × ${columns} cells: it takes one cell. Give a single cell or value.`,
});
const error = (code: string): Answers => ({
  else: `x holds the error ${code}. Correct that cell first.`,
  range: `x, row 1, column 1 holds the error ${code}. Correct that cell first.`,
  options: `x, row 1, column 1 holds the error ${code}. Correct that cell first.`,
});
/** @param part the hundredth, where it is a share: no remedy is named that would be refused in turn */
const above = (max: number, value: string, part?: string): Answers => ({
  share: `x is ${value}: it must be from 0 to 1.${part ? ` Write ${part} or ${value}% for ${value} percent.` : ''}`,
  whole: `x is ${value}: it must be a whole number, from 0 to ${max}.`,
});

const answers: Record<Shape, Answers> = {
  'left out': BLANK,
  undefined: BLANK,
  'empty text': BLANK,
  spaces: BLANK,
  'invocation object': BLANK,
  'blank cell as a range': {
    ...DEFAULTS,
    number: 'x is blank: it must be 0 or more.',
    date: `x is blank: it must be ${DATES}.`,
    'one or range': 'x is blank: it must be 0 or more.',
    range: EMPTY,
  },
  zero: {
    number: { is: '0' },
    whole: { is: '0' },
    share: { is: '0' },
    // A 0 is how some versions deliver a blank cell; as a date or a word it can mean nothing else.
    date: `x is blank: it must be ${DATES}.`,
    'date or None': { is: 'default' },
    choice: { is: 'default' },
    'one or range': { is: '0' },
    range: EMPTY,
    options: { is: { Discount: 'none', 'Rate basis': 'Hour' } },
  },
  half: {
    ...ONE_COLUMN,
    ...badDate('0.5'),
    number: { is: '0.5' },
    whole: 'x is 0.5: it must be a whole number, from 0 to 90.',
    share: { is: '0.5' },
    'one or range': { is: '0.5' },
  },
  'whole number': {
    ...ONE_COLUMN,
    ...badDate('7'),
    ...above(90, '7', '0.07'),
    number: number7,
    whole: number7,
    'one or range': number7,
  },
  'one cell as a range': {
    ...ONE_COLUMN,
    ...badDate('7'),
    ...above(90, '7', '0.07'),
    number: number7,
    whole: number7,
    'one or range': number7,
  },
  'noise in the 17th digit': {
    ...ONE_COLUMN,
    ...badDate('0.3'),
    choice: 'x is 0.3: it must be Volume or Package.',
    number: { is: '0.3' },
    whole: 'x is 0.3: it must be a whole number, from 0 to 90.',
    share: { is: '0.3' },
    'one or range': { is: '0.3' },
  },
  negative: {
    ...ONE_COLUMN,
    ...badDate('-1'),
    number: 'x is -1: it must be 0 or more.',
    whole: 'x is -1: it must be a whole number, from 0 to 90.',
    share: 'x is -1: it must be from 0 to 1.',
    'one or range': 'x is -1: it must be 0 or more.',
  },
  'above 1': {
    ...ONE_COLUMN,
    ...badDate('5.5'),
    ...above(90, '5.5', '0.055'),
    number: { is: '5.5' },
    'one or range': { is: '5.5' },
  },
  date: {
    ...ONE_COLUMN,
    ...above(90, '46388'),
    number: { is: '46388' },
    date: { is: 46388 },
    'date or None': { is: 46388 },
    choice: 'x is 46388: it must be Volume or Package.',
    'one or range': { is: '46388' },
  },
  'date with a time': {
    ...ONE_COLUMN,
    ...above(90, '46388.75'),
    number: { is: '46388.75' },
    date: { is: 46388 },
    'date or None': { is: 46388 },
    choice: 'x is 46388.75: it must be Volume or Package.',
    'one or range': { is: '46388.75' },
  },
  'after the last date': {
    ...ONE_COLUMN,
    ...badDate('2958466'),
    ...above(90, '2958466'),
    number: { is: '2958466' },
    'one or range': { is: '2958466' },
  },
  'ISO date': { ...text('2027-01-01'), date: { is: 46388 }, 'date or None': { is: 46388 } },
  'ISO date that does not exist': text('2027-02-30'),
  'date in words': text('1 Jan 2027'),
  'date with slashes': text('01/02/2027'),
  'number as text': text('33', ' Retype it as a number, or wrap it in VALUE().'),
  'amount as text': text('1 234,5', ' Retype it as a number; comma or point is never guessed.'),
  word: { ...text('volume'), choice: { is: 'Volume' } },
  'None as a word': { ...text('none'), 'date or None': { is: null } },
  true: strange('TRUE'),
  'not a number': strange('NaN'),
  infinite: strange('Infinity'),
  'linked record': strange('a data type'),
  'error as text': error('#DIV/0!'),
  'error object': error('#N/A'),
  'error data type': error('#REF!'),
  'formatted number': {
    ...ONE_COLUMN,
    ...badDate('0.5'),
    number: { is: '0.5' },
    whole: 'x is 0.5: it must be a whole number, from 0 to 90.',
    share: { is: '0.5' },
    'one or range': { is: '0.5' },
  },
  'two cells': {
    ...block(1, 2),
    'one or range': rowsOf([46388, 7]),
    range: rowsOf([46388, 7]),
    options: 'x, row 1: the name of the option is 46388. The options are Discount, Rate basis.',
  },
  ragged: {
    ...block(2, 2),
    'one or range': 'x, row 2 has 1 cells and row 1 has 2: give a rectangular range.',
    range: 'x, row 2 has 1 cells and row 1 has 2: give a rectangular range.',
    options: 'x, row 2 has 1 cells and row 1 has 2: give a rectangular range.',
  },
  'error within a range': {
    ...block(2, 2),
    'one or range': 'x, row 2, column 2 holds the error #NUM!. Correct that cell first.',
    range: 'x, row 2, column 2 holds the error #NUM!. Correct that cell first.',
    options: 'x, row 2, column 2 holds the error #NUM!. Correct that cell first.',
  },
  'rows and blank rows': {
    ...block(4, 2),
    'one or range': rowsOf([46388, 7], [46419, 8]),
    range: rowsOf([46388, 7], [46419, 8]),
    options: 'x, row 1: the name of the option is 46388. The options are Discount, Rate basis.',
  },
};

const everyPair = (Object.keys(shapes) as Shape[]).flatMap((shape) =>
  sorts.map((sort) => [shape, sort] as const),
);

describe('each shape of an argument × each sort of parameter', () => {
  test.each(everyPair)('%s × %s', (shape, sort) => {
    const expected = answers[shape][sort] ?? answers[shape].else;
    if (expected === undefined) throw new Error(`the table says nothing of ${shape} × ${sort}`);
    const bound = bind('F', { x: parameters[sort] }, [shapes[shape]]);
    if (typeof expected === 'string') {
      expect(bound).toBeInstanceOf(Refusal);
      expect((bound as Refusal).sentence).toBe(expected);
    } else {
      expect(bound instanceof Refusal ? bound.sentence : plain(bound.x)).toEqual(expected.is);
    }
  });
});

describe('a call', () => {
  const two = { a: parameters.number, b: parameters.date, c: parameters.share };

  test('names every missing argument', () => {
    expect(bind('F', two, [])).toMatchObject({
      sentence:
        'F needs a (things) and b (things), which are blank or left out. Enter a value; where 0 is meant, enter 0.',
    });
  });

  test('drops surplus arguments: Excel puts its invocation object after the last', () => {
    const bound = bind('F', two, [1, 46388, null, shapes['invocation object'], 'more']);
    expect(bound).toMatchObject({ b: 46388, c: 'default' });
  });
});
