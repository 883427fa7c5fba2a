import fc from 'fast-check';
import { Decimal } from '../../src/base/decimal';
import {
  allowed,
  isWithin,
  percentRemedy,
  type NumberRange,
  type NumberRule,
  type Rule,
} from '../../src/base/rule';

describe('what is allowed, in words', () => {
  test.each<[Rule, string]>([
    [{ type: 'number' }, 'any number'],
    [{ type: 'number', min: 0 }, '0 or more'],
    [{ type: 'number', max: 5 }, 'at most 5'],
    [{ type: 'number', above: 0 }, 'above 0'],
    [{ type: 'share', above: -1, max: 1 }, 'above -1 and at most 1'],
    [{ type: 'number', min: 1, max: 600, whole: true }, 'a whole number, from 1 to 600'],
    [{ type: 'date' }, 'a date from 1990-01-01 to 9999-12-31'],
    [{ type: 'choice', choices: ['Monthly'] }, 'Monthly'],
    [{ type: 'choice', choices: ['Month', 'Quarter', 'Year'] }, 'Month, Quarter or Year'],
    [{ type: 'label' }, 'text or a number'],
    [{ type: 'text' }, 'text'],
  ])('%j', (rule, words) => {
    expect(allowed(rule)).toBe(words);
  });
});

const bound = fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined });
const ranges: fc.Arbitrary<NumberRange> = fc
  .record({ min: bound, max: bound, above: bound, whole: fc.boolean() })
  .map(({ min, max, above, whole }) => ({
    whole,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(above === undefined ? {} : { above }),
  }));
const quarters = fc.integer({ min: -16, max: 16 }).map((quarter) => quarter / 4);

test('a number is within a range exactly if it breaks none of its bounds', () => {
  fc.assert(
    fc.property(ranges, quarters, (range, value) => {
      const { min = -Infinity, max = Infinity, above = -Infinity, whole } = range;
      const isInside = value >= min && value <= max && value > above && (!whole || Number.isInteger(value));
      expect(isWithin(range, new Decimal(value))).toBe(isInside);
    }),
  );
});

describe('a share in percent', () => {
  const share: NumberRule = { type: 'share', min: 0, max: 1 };

  test.each<[NumberRule, number, string | undefined]>([
    [share, 5, 'Write 0.05 or 5% for 5 percent.'],
    [share, 100, 'Write 1 or 100% for 100 percent.'],
    [share, 101, undefined],
    [share, -5, undefined],
    [{ type: 'share', above: -1, max: 1 }, -5, undefined],
    [{ type: 'number', min: 0, max: 1 }, 5, undefined],
  ])('%j, %d', (rule, value, remedy) => {
    expect(percentRemedy(rule, new Decimal(value))).toBe(remedy);
  });

  test('is never told to become what would be refused in turn', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: -400, max: 400 }), (range, value) => {
        const remedy = percentRemedy({ type: 'share', ...range }, new Decimal(value));
        const part = /^Write (\S+) or/.exec(remedy ?? '')?.[1];
        if (part !== undefined) expect(isWithin(range, new Decimal(part))).toBe(true);
      }),
    );
  });
});
