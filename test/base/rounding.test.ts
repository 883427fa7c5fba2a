import { Decimal } from '../../src/base/decimal';
import { round } from '../../src/base/rounding';
import reference from '../contract/reference-vectors.json';

describe('rounding of invoice lines', () => {
  test.each(reference.round as [string, number, string, string][])(
    '%s to %i places is %s half away from zero, %s half even',
    (value, places, away, even) => {
      expect(round(new Decimal(value), places).toFixed(places)).toBe(away);
      expect(round(new Decimal(value), places, 'Half even').toFixed(places)).toBe(even);
    },
  );
});
