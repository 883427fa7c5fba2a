import fc from 'fast-check';
import './property-seed';
import { movedFormula } from '../src/book/formulas/moved-formula';
import { storedFormula } from '../src/file/package/stored-formula';
import { storedThisRow } from '../src/file/package/table-parts';
import { customNames, typedFormula } from '../src/file/package/typed-formula';

const FUNCTIONS = ['CONTOSO.UNIT_COST', 'CONTOSO.SCHEDULE', 'CONTOSO.VERSION'];
const NAMES = customNames(FUNCTIONS);
const TABLE = 'Costs';

const store = (typed: string): string =>
  storedFormula(
    storedThisRow(typed, () => TABLE),
    (name) => FUNCTIONS.includes(name),
  );
const type = (stored: string): string => typedFormula(stored, NAMES, TABLE);

/** As Excel stores it, by what a person types. */
const STORED: readonly (readonly [typed: string, stored: string])[] = [
  ['=CONTOSO.UNIT_COST(A1,$B$1)', '_xldudf_CONTOSO_UNIT_COST(A1,$B$1)'],
  ['=SUM(CONTOSO.SCHEDULE(Terms)*2)', 'SUM(_xldudf_CONTOSO_SCHEDULE(Terms)*2)'],
  ['=XLOOKUP(1,A:A,B:B)', '_xlfn.XLOOKUP(1,A:A,B:B)'],
  ['=SORT(FILTER(A1:A3,B1:B3))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,B1:B3))'],
  ["=SUM('My sheet'!A1#)+B2#", "SUM(_xlfn.ANCHORARRAY('My sheet'!A1))+_xlfn.ANCHORARRAY(B2)"],
  ['=LEN("CONTOSO.VERSION(")&"XLOOKUP("', 'LEN("CONTOSO.VERSION(")&"XLOOKUP("'],
  ['=[@Rate]*[@[Unit price]]', 'Costs[[#This Row],[Rate]]*Costs[[#This Row],[Unit price]]'],
  ['=SUM(Costs[@[Low]:[High]])', 'SUM(Costs[[#This Row],[Low]:[High]])'],
  ['=COLUMNS(Other[@])', 'COLUMNS(Other[#This Row])'],
  ["=Other[@[It's '[odd']]]", "Other[[#This Row],[It's '[odd']]]"],
  ['=COUNTA(Costs[[#Headers],[Rate]])', 'COUNTA(Costs[[#Headers],[Rate]])'],
  ['=_xlfn.LET(_xlpm.x,1,_xlpm.x)', '_xlfn.LET(_xlpm.x,1,_xlpm.x)'],
  ['=_xlfn.SINGLE(A1:A3)', '_xlfn.SINGLE(A1:A3)'],
];

test.each(STORED)('%s is stored as %s, and comes back', (typed, stored) => {
  expect([store(typed), type(stored)]).toEqual([stored, typed]);
});

test('what other programs write otherwise is typed as Excel shows it', () => {
  expect(type('_xldudf_contoso_unit_cost(A1,TRUE(),"FALSE()")')).toBe(
    '=CONTOSO.UNIT_COST(A1,TRUE,"FALSE()")',
  );
  expect(type('INDEX(Costs[#headers],1)')).toBe('=INDEX(Costs[#Headers],1)');
});

const piece = fc.constantFrom(
  ...[
    'A1',
    '$B7',
    'C$12',
    '$D$4',
    'AA10:AB20',
    '$A:$C',
    'B:B',
    '3:3',
    '$4:9',
    'SUM(E5)',
    'LOG10(10)',
    '"A1"',
  ],
  ...[
    "'A1 b'!F6",
    'Plan!G7',
    'Costs[A1]',
    'Costs[[#This Row],[B2]]',
    'TAX',
    'x_1',
    'CONTOSO.A1(H8)',
    '1.5',
    '2E3',
  ],
);
const formula = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('+'));
const step = fc.integer({ min: 0, max: 500 });

test('a shared formula that is moved there and back is itself', () => {
  fc.assert(
    fc.property(formula, step, step, (text, rows, columns) => {
      expect(movedFormula(movedFormula(text, rows, columns), -rows, -columns)).toBe(text);
    }),
  );
});

test('a moved formula moves what a fill would move', () => {
  expect(
    movedFormula('A1+$B7+C$12+$D$4+B:B+$A:$C+3:3+SUM(E5)+LOG10(10)+"A1"+\'A1 b\'!F6+Costs[A1]+2E3', 2, 1),
  ).toBe('B3+$B9+D$12+$D$4+C:C+$A:$C+5:5+SUM(F7)+LOG10(10)+"A1"+\'A1 b\'!G8+Costs[A1]+2E3');
});
