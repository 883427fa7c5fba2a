import fc from 'fast-check';
import { isWholeFormula, readCalls, type Argument } from '../../src/workbook/formulas/formula';

/** The first call's arguments without their texts, which most cases do not look at. */
function argumentsOf(formula: string): unknown[] {
  const [call] = readCalls(formula);
  return (call?.arguments ?? []).map((argument) =>
    Object.fromEntries(Object.entries(argument).filter(([key]) => key !== 'text')),
  );
}

const literal = (value: unknown) => ({ kind: 'literal', value });
const reference = (address: string, more: object = {}) => ({
  kind: 'reference',
  address,
  spill: false,
  ...more,
});

describe('one argument of each kind', () => {
  test.each<[string, unknown]>([
    ['12', literal(12)],
    ['-0.5', literal(-0.5)],
    ['--2', literal(2)],
    ['.5', literal(0.5)],
    ['1.5E+3', literal(1500)],
    ['1e-7', literal(1e-7)],
    ['7%', literal(0.07)],
    ['-2.5%', literal(-0.025)],
    ['5%%', literal(0.0005)],
    ['1E2%', literal(1)],
    ['"Month"', literal('Month')],
    ['"say ""so"", twice"', literal('say "so", twice')],
    ['""', literal('')],
    ['"a,b(c)"', literal('a,b(c)')],
    ['TRUE', literal(true)],
    ['false', literal(false)],
    ['#N/A', { kind: 'error', error: '#N/A' }],
    ['#DIV/0!', { kind: 'error', error: '#DIV/0!' }],
    ['A1', reference('A1')],
    ['$b$12', reference('B12')],
    ['A1:C9', reference('A1:C9')],
    ['$A:$C', reference('A:C')],
    ['3:5', reference('3:5')],
    ['Sheet2!A1', reference('A1', { sheet: 'Sheet2' })],
    ["'It''s 50% (new)!'!B2:C3", reference('B2:C3', { sheet: "It's 50% (new)!" })],
    ['D4#', reference('D4', { spill: true })],
    ["'My sheet'!$D$4#", reference('D4', { sheet: 'My sheet', spill: true })],
    ['Terms', { kind: 'name', name: 'Terms' }],
    ['Price.list_2', { kind: 'name', name: 'Price.list_2' }],
    ['Sheet2!Terms', { kind: 'name', sheet: 'Sheet2', name: 'Terms' }],
    ['Größe', { kind: 'name', name: 'Größe' }],
    ['ABCD12', { kind: 'name', name: 'ABCD12' }],
    ['Usage[Tokens]', { kind: 'structured' }],
    ["Usage[[#All],[Tokens, ']in'[ M]]", { kind: 'structured' }],
    ['[@Tokens]', { kind: 'structured' }],
    ['A1*2', { kind: 'expression' }],
    ['A1%', { kind: 'expression' }],
    ['A1:A9 B2:B2', { kind: 'expression' }],
    ['(A1:A2,C1:C2)', { kind: 'expression' }],
    ['@A1:A9', { kind: 'expression' }],
    ['[Book1.xlsx]Sheet1!A1', { kind: 'expression' }],
    ["'[Book 1.xlsx]Sheet1'!A1", { kind: 'expression' }],
    ['Jan:Mar!A1', { kind: 'expression' }],
    ['Sheet1!#REF!', { kind: 'expression' }],
    ['1/3', { kind: 'expression' }],
    ['(A1)', reference('A1')],
    ['(-3)', literal(-3)],
    ['SUM(A1:A3)+1', { kind: 'expression' }],
    [
      '{1,2;3,4}',
      {
        kind: 'array',
        rows: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      '{"Batch share",10%;"it, ""x"";{",-2;TRUE,#N/A}',
      {
        kind: 'array',
        rows: [
          ['Batch share', 0.1],
          ['it, "x";{', -2],
          [true, { error: '#N/A' }],
        ],
      },
    ],
  ])('%s', (text, expected) => {
    expect(argumentsOf(`=METER.F(${text})`)).toEqual([expected]);
    // Among neighbours and spaces it reads the same.
    expect(argumentsOf(`=METER.F(1, ${text} ,2)`)).toEqual([literal(1), expected, literal(2)]);
    expect(readCalls(`=METER.F(${text})`)[0]?.arguments[0]?.text).toBe(text);
  });
});

describe('calls', () => {
  test('no arguments, an omitted one in the middle, an omitted last one', () => {
    expect(argumentsOf('=METER.F()')).toEqual([]);
    expect(argumentsOf('=METER.F( )')).toEqual([]);
    expect(argumentsOf('=METER.F(1,,3)')).toEqual([literal(1), { kind: 'omitted' }, literal(3)]);
    expect(argumentsOf('=METER.F(1,)')).toEqual([literal(1), { kind: 'omitted' }]);
  });

  test('outer before inner, left before right, each with its own text', () => {
    const formula = '=ROUND(METER.A(1,METER.B(X, {1,2})),2)&"METER.C(1)"&METER.D(Y)';
    expect(readCalls(formula).map((call) => [call.name, call.text])).toEqual([
      ['ROUND', 'ROUND(METER.A(1,METER.B(X, {1,2})),2)'],
      ['METER.A', 'METER.A(1,METER.B(X, {1,2}))'],
      ['METER.B', 'METER.B(X, {1,2})'],
      ['METER.D', 'METER.D(Y)'],
    ]);
  });

  test('a nested call is an argument with its own arguments', () => {
    const [call] = readCalls('=METER.A(METER.B(X,5%))');
    const [inner] = call?.arguments ?? [];
    expect(inner?.kind).toBe('call');
    expect(inner?.kind === 'call' && inner.call.arguments.map((each: Argument) => each.kind)).toEqual([
      'name',
      'literal',
    ]);
  });

  test('a constant, a text that looks like a call and a blank cell have no calls', () => {
    for (const content of ['', 'METER.A(1)', '12', '="METER.A(1)"', "='METER.A(1)'!A1"]) {
      expect(readCalls(content)).toEqual([]);
    }
  });

  test('a cut formula is read as far as it goes', () => {
    expect(argumentsOf('=METER.F(1,{2')).toHaveLength(2);
    expect(argumentsOf('=METER.F(')).toEqual([]);
    expect(readCalls('=METER.F("open')[0]?.name).toBe('METER.F');
  });

  test('knows whether the call is the whole formula', () => {
    const whole = (formula: string) => {
      const [call] = readCalls(formula);
      return call !== undefined && isWholeFormula(formula, call);
    };
    expect(whole('= METER.F(1, 2) ')).toBe(true);
    expect(whole('=METER.F(1)+1')).toBe(false);
    expect(whole('=-METER.F(1)')).toBe(false);
  });
});

test('any text, number and sheet name survives being written into a formula', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 0, maxLength: 40 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc
        .stringMatching(/^[^[\]:*?/\\]{1,31}$/)
        .filter((name) => !name.startsWith("'") && !name.endsWith("'")),
      (text, number, sheet) => {
        const formula =
          `=METER.F("${text.replaceAll('"', '""')}",${String(number)},` +
          `'${sheet.replaceAll("'", "''")}'!$A$1:B2)`;
        expect(argumentsOf(formula)).toEqual([
          literal(text),
          // Excel has no negative zero.
          literal(number === 0 ? 0 : number),
          reference('A1:B2', { sheet }),
        ]);
      },
    ),
  );
});
