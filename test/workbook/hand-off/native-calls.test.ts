import { Refusal } from '../../../src/base/refusal';
import {
  type CallArgument,
  type CallReading,
  nativeByCalls,
} from '../../../src/workbook/hand-off/native-calls';
import type { ReadBook } from '../../../src/workbook/hand-off/native-reading';

const book: ReadBook = {
  sheets: [
    {
      name: 'Costs',
      isProtected: false,
      top: 0,
      left: 0,
      hasSpill: false,
      values: [
        [1, 2],
        ['', 'x'],
      ],
      formulas: [],
    },
  ],
  named: new Map([['rates', { sheet: 'Costs', row: 0, column: 0, rows: 2, columns: 2 }]]),
};
const place = { sheet: 'Costs', address: 'D4', rows: 1, columns: 1 };

/** A call by its arguments, as text. */
const joined: CallReading = (_id, given) => ({ formulas: [[`=${given.map(({ text }) => text).join('*')}`]] });

test.each([
  ['=METER.TOKEN_COST(A1,2)', '=A1*2'],
  ['=1+METER.TOKEN_COST(A1,2)^2', '=1+(A1*2)^2'],
  ['=METER.TOKEN_COST(METER.TOTAL(A1, 3),2)', '=(A1*3)*2'],
  [
    '=METER.TOKEN_COST(A1,2)&"METER.TOKEN_COST(A1,2)"&METER.TOKEN_COST(A1,2)',
    '=(A1*2)&"METER.TOKEN_COST(A1,2)"&(A1*2)',
  ],
  ['=SUM(METER.TOKEN_COST(A1,SUM(B1,2)),MAX(A1,2))', '=SUM((A1*SUM(B1,2)),MAX(A1,2))'],
])('%s becomes %s', (formula, native) => {
  expect(nativeByCalls(joined)(book)(formula, place)).toEqual({ formula: native });
});

test('an argument comes with what its cells hold', () => {
  const seen: (readonly CallArgument[])[] = [];
  const read: CallReading = (_id, given) => {
    seen.push(given);
    return new Refusal('Not now.');
  };
  const formula = '=METER.TOTAL($A$1,Costs!A1:B2,Rates,"t",{1,#N/A;TRUE,"u"},A1+1,)';
  expect(nativeByCalls(read)(book)(formula, place)).toEqual(new Refusal('Not now.'));
  const block = [
    [1, 2],
    [null, 'x'],
  ];
  expect(seen).toEqual([
    [
      { written: 'cells', text: '$A$1', value: 1, address: '$A$1' },
      { written: 'cells', text: 'Costs!A1:B2', value: block, address: 'Costs!A1:B2' },
      { written: 'cells', text: 'Rates', value: block, address: 'Costs!$A$1:$B$2' },
      { written: 'literal', text: '"t"', value: 't' },
      {
        written: 'array',
        text: '{1,#N/A;TRUE,"u"}',
        value: [
          [1, '#N/A'],
          [true, 'u'],
        ],
      },
      { written: 'expression', text: 'A1+1' },
      { written: 'omitted', text: '', value: null },
    ],
  ]);
});

test('a block, and a call that reads as several cells, stay values', () => {
  const several: CallReading = () => ({ formulas: [['=1', '=2']] });
  const sentence = new Refusal('Its result is a block of cells, which stays as values.');
  expect(nativeByCalls(joined)(book)('=METER.TOTAL(A1)', { ...place, rows: 2 })).toEqual(sentence);
  expect(nativeByCalls(several)(book)('=METER.TOTAL(A1)', place)).toEqual(sentence);
});

test('a block says why its function has no reading', () => {
  const none: CallReading = () => new Refusal('It computes a whole contract.');
  expect(nativeByCalls(none)(book)('=METER.SCHEDULE(A1)', { ...place, rows: 2 })).toEqual(
    new Refusal('It computes a whole contract.'),
  );
});
