import fc from 'fast-check';
import { LAST_DAY, dayFromIso } from '../../src/base/calendar';
import { FIRST_CONTRACT_DAY } from '../../src/base/contract-day';
import { Decimal } from '../../src/base/decimal';
import { Refusal } from '../../src/base/refusal';
import { CATALOGUE, type TermDefinition } from '../../src/terms/catalogue/catalogue';
import { type Culture, INVARIANT, readEntry, writeEntry } from '../../src/terms/entry/entry';
import { identify } from '../../src/terms/table/identity';

const EN_US: Culture = { decimal: '.', group: ',', dateOrder: 'mdy', dateSeparator: '/' };
const EN_GB: Culture = { ...EN_US, dateOrder: 'dmy' };
const DE_DE: Culture = { decimal: ',', group: '.', dateOrder: 'dmy', dateSeparator: '.' };
const FR_FR: Culture = { decimal: ',', group: '\u202f', dateOrder: 'dmy', dateSeparator: '/' };
const DE_CH: Culture = { decimal: '.', group: '’', dateOrder: 'dmy', dateSeparator: '.' };
const SV_SE: Culture = { decimal: ',', group: '\u00a0', dateOrder: 'ymd', dateSeparator: '-' };
const JA_JP: Culture = { decimal: '.', group: ',', dateOrder: 'ymd', dateSeparator: '/' };
const UNGROUPED: Culture = { ...INVARIANT, group: '' };

const CULTURES = { INVARIANT, EN_US, EN_GB, DE_DE, FR_FR, DE_CH, SV_SE, JA_JP, UNGROUPED };

function term(section: string, name: string): TermDefinition {
  const found = identify(section, name);
  if (found instanceof Refusal) throw new Error(found.sentence);
  return found.definition;
}

const AMOUNT = term('Tranche', 'Amount');
const SHARE = term('Vendor', 'Share');
const CUT = term('Token price', 'Price decline');
const ELASTICITY = term('Behaviour', 'Price elasticity');
const FACTOR = term('Vendor', 'Price factor');
const MONTHS = term('Model', 'Horizon');
const CUTOVER = term('Transition', 'Cutover');
const KIND = term('Tranche', 'Kind');
const GROWTH = term('Usage', 'Growth');
const TRIGGER = term('Tranche', 'Trigger');

const read = (definition: TermDefinition, text: string, culture: Culture = INVARIANT): unknown => {
  const reading = readEntry(definition, text, culture);
  return reading instanceof Refusal ? reading.sentence : reading;
};
const day = (iso: string): number => dayFromIso(iso) ?? NaN;

describe('numbers', () => {
  test.each([
    ['1,234.5', EN_US, 1234.5],
    ['1.234,5', DE_DE, 1234.5],
    ['1 234,5', FR_FR, 1234.5],
    ['1\u202f234,5', FR_FR, 1234.5],
    ['1\u00a0234,5', SV_SE, 1234.5],
    ["1'234.5", DE_CH, 1234.5],
    ['1’234.5', DE_CH, 1234.5],
    ['1234.5', EN_US, 1234.5],
    ['9,000,000,000,000', EN_US, 9e12],
    ['9e12', EN_US, 9e12],
    ['1,5E+9', DE_DE, 1.5e9],
    ['.5', EN_US, 0.5],
    ['5.', EN_US, 5],
    ['+5', EN_US, 5],
    ['0', EN_US, 0],
    ['1.234', DE_DE, 1234],
    ['1,234', EN_US, 1234],
    ['1,234', DE_DE, 1.234],
    ['1.234', EN_US, 1.234],
    ['12 345', UNGROUPED, undefined],
  ] as const)('%s', (text, culture, expected) => {
    const value = read(AMOUNT, text, culture);
    if (expected === undefined) expect(value).toMatch(/^Amount is/);
    else expect(value).toBe(expected);
  });

  test.each([
    // The number of another culture, or a slip: either way of taking it would be a guess.
    ['1,5', EN_US, '1,234,567.5'],
    ['1.5', DE_DE, '1.234.567,5'],
    ['1,23,456', EN_US, '1,234,567.5'],
    ['12,34', EN_US, '1,234,567.5'],
    ['1,2345', EN_US, '1,234,567.5'],
    ['0.015', DE_DE, '1.234.567,5'],
    ['1.234.5', EN_US, '1,234,567.5'],
    ['1,234.5', DE_DE, '1.234.567,5'],
    ['1.234,5', EN_US, '1,234,567.5'],
    ['1 234', EN_US, '1,234,567.5'],
    ['5M', EN_US, '1,234,567.5'],
    ['$5', EN_US, '1,234,567.5'],
    ['(5)', EN_US, '1,234,567.5'],
    ['--5', EN_US, '1,234,567.5'],
    ['1e', EN_US, '1,234,567.5'],
    ['.', EN_US, '1,234,567.5'],
    ['five', FR_FR, '1\u202f234\u202f567,5'],
    ['Infinity', EN_US, '1,234,567.5'],
    ['=1+1', EN_US, '1,234,567.5'],
  ] as const)('%s is refused, with an example of the culture', (text, culture, example) => {
    expect(read(AMOUNT, text, culture)).toBe(
      `Amount is "${text}": it must be a number as this workbook writes them, such as ${example}. Point and comma are never guessed.`,
    );
  });

  test('the rule of the term is said in its own words, with the separators of the culture', () => {
    expect(read(AMOUNT, '-1')).toBe('Amount is -1: it must be 0 or more. Correct the value.');
    expect(read(SHARE, '1,5', DE_DE)).toBe(
      'Share is 1,5: it must be from 0 to 1. Write 0,015 or 1,5% for 1,5 percent.',
    );
    expect(read(SHARE, '40')).toBe('Share is 40: it must be from 0 to 1. Write 0.4 or 40% for 40 percent.');
    expect(read(MONTHS, '6.5')).toBe(
      'Horizon is 6.5: it must be a whole number, from 1 to 600. Correct the value.',
    );
    expect(read(ELASTICITY, '−0.3')).toBe(-0.3);
  });

  test('more digits than Excel keeps, and sizes that no cell holds', () => {
    expect(read(AMOUNT, '1234567890.1234567')).toBe(
      'Amount is "1234567890.1234567": it has 17 digits, and Excel keeps 15. Round it as you mean it.',
    );
    expect(read(AMOUNT, '123456789012345')).toBe(123456789012345);
    expect(read(AMOUNT, '1e400')).toBe('Amount is "1e400": it is larger than a cell can hold.');
    expect(read(AMOUNT, '1e-400')).toBe('Amount is "1e-400": it is nearer to 0 than a cell can hold.');
  });
});

describe('percent', () => {
  test.each([
    [SHARE, '40%', EN_US, 0.4],
    [SHARE, '40 %', DE_DE, 0.4],
    [SHARE, '12,5\u202f%', FR_FR, 0.125],
    [SHARE, '0.4', EN_US, 0.4],
    [SHARE, '100%', EN_US, 1],
    [SHARE, '7%', EN_US, 0.07],
    [CUT, '15%', EN_US, 0.15],
    [CUT, '-15%', EN_US, -0.15],
    [FACTOR, '90%', EN_US, 0.9],
  ] as const)('%#', (definition, text, culture, expected) => {
    expect(read(definition, text, culture)).toBe(expected);
  });

  test('is refused where the unit is no part of anything', () => {
    expect(read(MONTHS, '50%')).toBe(
      'Horizon is "50%": its unit is months, and a percentage would be of something unsaid. Leave the percent sign out.',
    );
    expect(read(AMOUNT, '50%')).toMatch(/^Amount is "50%"/);
    expect(read(SHARE, '140%')).toMatch(/^Share is 1.4: it must be from 0 to 1/);
    expect(read(SHARE, '%')).toMatch(/^Share is "%"/);
    expect(read(SHARE, '40%%')).toMatch(/^Share is "40%%"/);
  });
});

describe('dates', () => {
  const JULY = day('2027-07-01');

  test.each([
    ['2027-07-01', EN_US],
    ['2027-7-1', DE_DE],
    ['2027/07/01', EN_GB],
    ['7/1/2027', EN_US],
    ['01.07.2027', DE_DE],
    ['1. 7. 2027', DE_DE],
    ['1.7.2027.', DE_DE],
    ['1/7/2027', EN_GB],
    ['01/07/2027', FR_FR],
    ['2027/7/1', JA_JP],
    ['1 Jul 2027', DE_DE],
    ['July 1, 2027', EN_GB],
    ['1-jul-2027', EN_US],
    ['July 1st, 2027', EN_US],
  ] as const)('%s', (text, culture) => {
    expect(read(CUTOVER, text, culture)).toBe(JULY);
  });

  test.each([
    [
      '13/7/2027',
      EN_US,
      'read as month, day, year, there is no such day. Write it as 01/31/2027 or 2027-01-31.',
    ],
    [
      '7/13/2027',
      EN_GB,
      'read as day, month, year, there is no such day. Write it as 31/01/2027 or 2027-01-31.',
    ],
    [
      '31.06.2027',
      DE_DE,
      'read as day, month, year, there is no such day. Write it as 31.01.2027 or 2027-01-31.',
    ],
    ['2027-02-29', SV_SE, 'read as year, month, day, there is no such day. Write it as 2027-01-31.'],
    [
      '1/7/27',
      EN_US,
      'the year must have four digits, so that the order is plain: read as month, day, year, its year is 27. Write it as 01/31/2027 or 2027-01-31.',
    ],
    [
      '27-07-01',
      SV_SE,
      'the year must have four digits, so that the order is plain: read as year, month, day, its year is 27. Write it as 2027-01-31.',
    ],
    ['31 Feb 2027', EN_US, 'there is no such day. Write it as 01/31/2027 or 2027-01-31.'],
    ['46569', EN_US, 'it must be a date, such as 01/31/2027 or 2027-01-31.'],
    ['2027', EN_US, 'it must be a date, such as 01/31/2027 or 2027-01-31.'],
    ['July 2027', EN_US, 'it must be a date, such as 01/31/2027 or 2027-01-31.'],
    ['soon', DE_DE, 'it must be a date, such as 31.01.2027 or 2027-01-31.'],
    ['1 Juli 2027', EN_US, 'it must be a date, such as 01/31/2027 or 2027-01-31.'],
    ['=DATE(2027,7,1)', EN_US, 'it must be a date, such as 01/31/2027 or 2027-01-31.'],
  ] as const)('%s', (text, culture, reason) => {
    expect(read(CUTOVER, text, culture)).toBe(`Cutover is "${text}": ${reason}`);
  });

  test('before the first day that Excel counts right', () => {
    expect(read(CUTOVER, '1899-12-31')).toMatch(
      /^Cutover is 1: it must be a date from 1990-01-01 to 9999-12-31/,
    );
  });
});

describe('words', () => {
  test('a choice in any case, or the ones to choose from', () => {
    expect(read(KIND, 'contingent')).toBe('Contingent');
    expect(read(KIND, 'maybe')).toBe('Kind is "maybe": it must be Funded, Firm, Contingent or Expired.');
  });

  test('nothing, no value, and the choice that is called None', () => {
    expect(read(CUTOVER, '  ')).toBeNull();
    expect(read(CUTOVER, 'none')).toBe('None');
    expect(read(KIND, 'None')).toBe('None');
    expect(read(GROWTH, 'none')).toBe('None');
    expect(writeEntry(CUTOVER, null, INVARIANT)).toBe('None');
  });

  test('a text stays as it is', () => {
    expect(read(TRIGGER, ' =1+1, or 50% ')).toBe('=1+1, or 50%');
  });
});

describe('what is written', () => {
  test.each([
    [AMOUNT, '9000000000000', EN_US, '9,000,000,000,000'],
    [AMOUNT, '1234.5', EN_US, '1234.5'],
    [AMOUNT, '12345.678', DE_DE, '12.345,678'],
    [AMOUNT, '12345.678', FR_FR, '12\u202f345,678'],
    [AMOUNT, '12345.678', UNGROUPED, '12345.678'],
    [SHARE, '0.125', DE_DE, '12,5%'],
    [CUT, '-0.05', EN_US, '-5%'],
    [FACTOR, '1.25', EN_US, '1.25'],
    [ELASTICITY, '-0.3', FR_FR, '-0,3'],
  ] as const)('%#', (definition, value, culture, expected) => {
    expect(writeEntry(definition, new Decimal(value), culture)).toBe(expected);
  });
});

/** A value that the rule of a term allows, with no more digits than a cell keeps. */
function valueOf({ rule }: TermDefinition): fc.Arbitrary<Decimal | string> {
  switch (rule.type) {
    case 'date':
      return fc.integer({ min: FIRST_CONTRACT_DAY, max: LAST_DAY }).map((serial) => new Decimal(serial));
    case 'choice':
      return fc.constantFrom(...rule.choices);
    case 'text':
      return fc
        .string({ minLength: 1 })
        .map((text) => text.trim())
        .filter((text) => text !== '' && !/^none$/i.test(text));
    case 'number':
    case 'share': {
      const { min, max, above, whole } = rule;
      const lowest = min ?? above ?? -1e12;
      const highest = max ?? 1e15;
      if (whole) return fc.integer({ min: lowest, max: highest }).map((value) => new Decimal(value));
      return fc
        .double({ min: lowest, max: highest, noNaN: true })
        .map((value) => new Decimal(value).toSignificantDigits(15))
        .filter(
          (value) => (above === undefined || value.gt(above)) && value.gte(lowest) && value.lte(highest),
        );
    }
  }
}

describe.each(Object.entries(CULTURES))('in the culture %s', (_name, culture) => {
  test('what is written for any value of any term is read back as that value', () => {
    const cases = fc
      .constantFrom(...CATALOGUE)
      .chain((definition) => valueOf(definition).map((value) => ({ definition, value })));
    fc.assert(
      fc.property(cases, ({ definition, value }) => {
        const text = writeEntry(definition, value, culture);
        const reading = readEntry(definition, text, culture);
        expect(reading).toBe(typeof value === 'string' ? value : value.toNumber());
      }),
      { numRuns: 400 },
    );
  });

  test('anything at all is read or refused in a sentence that names the term', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CATALOGUE), fc.string(), (definition, text) => {
        const reading = readEntry(definition, text, culture);
        if (reading instanceof Refusal)
          expect(reading.sentence.startsWith(`${definition.term} is `)).toBe(true);
        else expect(['number', 'string', 'object']).toContain(typeof reading);
      }),
      { numRuns: 300 },
    );
  });

  test('a number is read one way or not at all, in whichever culture it was written', () => {
    fc.assert(
      fc.property(
        fc
          .double({ min: 0, max: 1e12, noNaN: true })
          .map((value) => new Decimal(value).toSignificantDigits(12)),
        fc.constantFrom(...Object.values(CULTURES)),
        (value, other) => {
          const text = writeEntry(AMOUNT, value, other);
          const reading = readEntry(AMOUNT, text, culture);
          // A point before three digits is a thousand in one culture and a decimal in another: each reads its own.
          const isShared = !/\D\d{3}(?!\d)/.test(text);
          if (!(reading instanceof Refusal) && isShared && reading !== null) {
            expect(reading).toBe(value.toNumber());
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
