import type { FunctionMetadata, FunctionsMetadata } from '../../src/functions/catalogue/metadata';
import { accept, lockLine, type Released } from '../../src/functions/catalogue/released';

type Parameters = FunctionMetadata['parameters'];

const parameter = (name: string, optional = false): Parameters[number] => ({
  name,
  description: `What ${name} is.`,
  type: 'any',
  ...(optional ? { optional: true as const } : {}),
});

const one = (id: string, ...parameters: Parameters): FunctionMetadata => ({
  id,
  name: id,
  description: `What ${id} answers.`,
  helpUrl: `https://localhost:3000/help/${id}.html`,
  parameters,
  result: { type: 'number' },
});

const metadata = (...functions: FunctionMetadata[]): FunctionsMetadata => ({
  allowCustomDataForDataTypeAny: true,
  allowErrorForDataTypeAny: true,
  functions,
});

const COST = one('COST', parameter('units'), parameter('rate'));
const SHARE = one('SHARE', parameter('part'));
const released: Released = {
  golden: metadata(COST, SHARE),
  lock: ['COST units, rate', 'SHARE part'],
};

describe('what is released', () => {
  test('stays as it is where nothing is new', () => {
    expect(accept(metadata(COST, SHARE), released)).toEqual({ released });
  });

  test('gets new functions at its end, with or without arguments', () => {
    const [blend, now] = [one('BLEND', parameter('a'), parameter('b', true)), one('NOW_OF')];
    expect(accept(metadata(COST, SHARE, blend, now), released)).toEqual({
      released: {
        golden: metadata(COST, SHARE, blend, now),
        lock: ['COST units, rate', 'SHARE part', 'BLEND a, b', 'NOW_OF'],
      },
    });
  });

  test('gets new optional arguments behind those of a function', () => {
    const longer = one('COST', parameter('units'), parameter('rate'), parameter('options', true));
    expect(accept(metadata(longer, SHARE), released)).toEqual({
      released: { golden: metadata(longer, SHARE), lock: ['COST units, rate, options', 'SHARE part'] },
    });
  });
});

describe('what was released does not change', () => {
  test.each<[string, FunctionsMetadata, string[]]>([
    [
      'a function goes',
      metadata(COST),
      ['SHARE was released and is gone: a workbook that calls it shows #NAME?.'],
    ],
    [
      'functions change places',
      metadata(SHARE, COST),
      ['The released functions stand in another order than COST, SHARE.'],
    ],
    [
      'a new function stands before them',
      metadata(one('BLEND'), COST, SHARE),
      ['The released functions stand in another order than COST, SHARE.'],
    ],
    [
      'an argument gets another name',
      metadata(one('COST', parameter('units'), parameter('price')), SHARE),
      [
        'COST was released with the arguments of "COST units, rate".',
        'COST: its argument rate was released otherwise.',
      ],
    ],
    [
      'arguments change places',
      metadata(one('COST', parameter('rate'), parameter('units')), SHARE),
      [
        'COST was released with the arguments of "COST units, rate".',
        'COST: its argument units was released otherwise.',
        'COST: its argument rate was released otherwise.',
      ],
    ],
    [
      'an argument goes',
      metadata(one('COST', parameter('units')), SHARE),
      [
        'COST was released with the arguments of "COST units, rate".',
        'COST: its argument rate was released otherwise.',
      ],
    ],
    [
      'an argument is added that the formulas there are lack',
      metadata(COST, one('SHARE', parameter('part'), parameter('whole'))),
      ['SHARE: its new argument whole is required, which the formulas there are lack.'],
    ],
    [
      'an optional argument becomes required',
      metadata(COST, one('SHARE', parameter('part', true))),
      ['SHARE: its argument part was released otherwise.'],
    ],
    [
      'a text or the result changes',
      metadata(COST, { ...SHARE, description: 'Better said.', result: { type: 'string' } }),
      [
        'SHARE: its description was released as "What SHARE answers.".',
        'SHARE: its result was released as {"type":"number"}.',
      ],
    ],
    [
      'a new function has a text of the scaffold',
      metadata(COST, SHARE, { ...one('BLEND'), description: 'Replace: what it answers.' }),
      ['BLEND still has a text of the scaffold ("Replace: …"): write its texts first.'],
    ],
  ])('%s', (_what, current, problems) => {
    expect(accept(current, released)).toEqual({ problems });
  });
});

test('a name that begins like another is another', () => {
  expect(lockLine(one('COST', parameter('units'), parameter('rate_of')))).toBe('COST units, rate_of');
  expect(accept(metadata(one('COST', parameter('units'), parameter('rate_of')), SHARE), released)).toEqual({
    problems: [
      'COST was released with the arguments of "COST units, rate".',
      'COST: its argument rate was released otherwise.',
    ],
  });
});
