import { documentation } from '../../src/functions/catalogue/documentation';
import type { Parameter, ParameterRule } from '../../src/functions/framework/descriptor';
import { composeCall, entriesOf } from '../../src/taskpane/insert/call-form';
import { INVARIANT, type Culture } from '../../src/terms/entry/entry';
import { optionLiteral, readArgumentEntry } from '../../src/workbook/formulas/argument-entry';
import { composeFormula, withSeparatorsOf } from '../../src/workbook/formulas/compose-formula';

const GERMAN: Culture = { decimal: ',', group: '.', dateOrder: 'dmy', dateSeparator: '.' };
const FRENCH: Culture = { decimal: ',', group: '\u202f', dateOrder: 'dmy', dateSeparator: '/' };
const AMERICAN: Culture = { decimal: '.', group: ',', dateOrder: 'mdy', dateSeparator: '/' };

const parameter = (rule: ParameterRule): Parameter => ({
  name: 'rate',
  unit: '',
  optional: false,
  matrix: false,
  rule,
  defaultText: undefined,
});

const read = (rule: ParameterRule, text: string, culture: Culture = INVARIANT) =>
  readArgumentEntry(parameter(rule), text, culture);

describe.each([
  ['ISO', INVARIANT],
  ['German', GERMAN],
  ['American', AMERICAN],
])('every example goes through the form unchanged, in the %s culture', (_name, culture) => {
  const examples = documentation.flatMap((each) =>
    each.examples.map(({ formula }) => [formula, each] as const),
  );
  test.each(examples)('%s', (formula, documented) => {
    const entries = entriesOf(documented, formula, culture);
    if (!entries) throw new Error('The formula is not one of the function.');
    expect(composeCall(documented, entries, culture)).toEqual({ formula, refusals: {}, missing: [] });
  });
});

test.each<[string, ParameterRule, string, Culture, string]>([
  ['a number', { type: 'number' }, '1,234.5', INVARIANT, '1234.5'],
  ['a German number', { type: 'number' }, '1.234,5', GERMAN, '1234.5'],
  ['a French number', { type: 'number' }, '1\u202f234,5', FRENCH, '1234.5'],
  ['per cent stays per cent', { type: 'share' }, '7,5%', GERMAN, '7.5%'],
  ['an exponent', { type: 'number' }, '2.5e6', INVARIANT, '2.5e6'],
  ['an ISO date', { type: 'date' }, '2027-01-31', GERMAN, 'DATE(2027,1,31)'],
  ['a German date', { type: 'date' }, '31.1.2027', GERMAN, 'DATE(2027,1,31)'],
  ['an American date', { type: 'date' }, '1/31/2027', AMERICAN, 'DATE(2027,1,31)'],
  ['a cell', { type: 'number' }, 'B4', INVARIANT, 'B4'],
  ['a cell where a text belongs', { type: 'label' }, "'Price list'!$B$4", INVARIANT, "'Price list'!$B$4"],
  ['a name where a number belongs', { type: 'number' }, 'Tiers', INVARIANT, 'Tiers'],
  ['a name where a text belongs', { type: 'label' }, '=Scenario', INVARIANT, 'Scenario'],
  ['a word', { type: 'label' }, 'Delay 6 months', INVARIANT, '"Delay 6 months"'],
  ['a word with quotes in it', { type: 'label' }, 'the "old" price', INVARIANT, '"the ""old"" price"'],
  ['the id of a line', { type: 'line' }, 'reserved.fee', INVARIANT, '"reserved.fee"'],
  ['a choice', { type: 'choice', choices: ['Month', 'Year'] }, 'Year', INVARIANT, '"Year"'],
  ['TRUE', { type: 'choice', choices: ['TRUE', 'FALSE', 'Yes', 'No'] }, 'false', INVARIANT, 'FALSE'],
  ['an array', { type: 'options', options: [] }, '{"Discount",0.1}', INVARIANT, '{"Discount",0.1}'],
  ['a formula', { type: 'number' }, '=MAX(A1,A2)', INVARIANT, 'MAX(A1,A2)'],
  ['nothing', { type: 'number' }, '  ', INVARIANT, ''],
])('%s', (_name, rule, text, culture, argument) => {
  expect(read(rule, text, culture)).toBe(argument);
});

test('two arguments in one field would move all that follow', () => {
  expect(read({ type: 'options', options: [] }, 'A1,B2')).toMatchObject({
    sentence: 'rate is A1,B2: it must be one argument. Give a value, a cell, a range, or one formula.',
    about: 'rate',
  });
});

test('an array constant holds neither per cent marks nor calls', () => {
  expect(optionLiteral({ type: 'share' }, '50%', INVARIANT)).toBe('0.5');
  expect(optionLiteral({ type: 'share' }, '7,5 %', GERMAN)).toBe('0.075');
  expect(optionLiteral({ type: 'date' }, '31.1.2027', GERMAN)).toBe('"2027-01-31"');
  expect(optionLiteral({ type: 'number' }, 'B4', INVARIANT)).toBeUndefined();
});

test('a 30 February is no date', () => {
  expect(read({ type: 'date' }, '30.2.2027', GERMAN)).not.toBe('DATE(2027,2,30)');
});

test('arguments left out at the end are not written, those between are', () => {
  expect(composeFormula('TOTAL', ['Terms', '"total.billed"', '', 'DATE(2027,1,1)', ''])).toBe(
    '=METER.TOTAL(Terms,"total.billed",,DATE(2027,1,1))',
  );
});

test('where the comma is for decimals, semicolons separate arguments; texts stay', () => {
  expect(withSeparatorsOf('=METER.X(1.5,"a,b 1.5",\'1.5, x\'!A1)', ',')).toBe(
    '=METER.X(1,5;"a,b 1.5";\'1.5, x\'!A1)',
  );
  expect(withSeparatorsOf('=METER.X(1.5,2)', '.')).toBe('=METER.X(1.5,2)');
});
