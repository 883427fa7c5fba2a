import { Decimal } from '../../src/base/decimal';
import { standardNormal, TWO_PI } from '../../src/base/normal';

test('2π is what decimal.js makes of an arc', () => {
  expect(TWO_PI.toString()).toBe(Decimal.acos(-1).times(2).toString());
});

// NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.1: the area from 0 to z, to five places.
test.each([
  ['0', '0.5'],
  ['0.5', '0.69146'],
  ['1', '0.84134'],
  ['1.96', '0.97500'],
  ['3', '0.99865'],
  ['-1', '0.15866'],
])('the standard normal distribution up to %s is %s', (x, area) => {
  expect(standardNormal(new Decimal(x)).minus(area).abs().lte('0.000005')).toBe(true);
});
