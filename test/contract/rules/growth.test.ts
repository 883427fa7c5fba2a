import { Decimal, ONE } from '../../../src/base/decimal';
import {
  annualGrowth,
  logisticGrowth,
  monthlyGrowth,
  tabledGrowth,
  type GrowthIndex,
} from '../../../src/contract/rules/growth';
import { expectNear } from '../near';
import reference from '../reference-vectors.json';

type Case = [string, Record<string, string>, Record<string, string>];

function indexOf(form: string, given: Record<string, string>): GrowthIndex {
  const value = (name: string) => new Decimal(given[name] ?? NaN);
  if (form === 'cagr') return annualGrowth(value('annual'));
  if (form === 'monthly') return monthlyGrowth(value('monthly'));
  return logisticGrowth(value('cap'), value('k'));
}

describe.each(reference.growth as unknown as Case[])('reference table: %s %j', (form, given, months) => {
  test.each(Object.entries(months))('month %s: %s', (month, expected) => {
    expectNear(indexOf(form, given)(Number(month)), expected);
  });
});

describe('growth', () => {
  test('whole years are exact', () => {
    const index = annualGrowth(new Decimal('0.07'));
    expect(index(12).toString()).toBe('1.07');
    expect(index(36).toString()).toBe('1.225043');
  });

  test('a month that compounds to the year equals annual growth', () => {
    const month = new Decimal('1.6').pow(ONE.dividedBy(12)).minus(1);
    for (const t of [1, 7, 30]) {
      expectNear(monthlyGrowth(month)(t), annualGrowth(new Decimal('0.6'))(t).toString());
    }
  });

  test('logistic starts at 1, stays there without speed, and tends to its saturation', () => {
    const index = logisticGrowth(new Decimal(4), new Decimal('0.09'));
    expect(index(0).toString()).toBe('1');
    expect(logisticGrowth(new Decimal(4), new Decimal(0))(50).toString()).toBe('1');
    expect(index(2000).minus(4).abs().lessThan('1e-35')).toBe(true);
  });

  test('a table carries its last value on', () => {
    const index = tabledGrowth([new Decimal(2), new Decimal(3)]);
    expect([0, 1, 2, 99].map((month) => index(month).toNumber())).toEqual([2, 3, 3, 3]);
  });
});
