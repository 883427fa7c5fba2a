import { addMonths } from '../../../src/base/calendar';
import { Decimal, ONE } from '../../../src/base/decimal';
import { bases, byOf, withTerms } from './drafts/base-drafts';
import { expectSame } from './contract-case';
import { caseOf, forEvery } from './contract-pool';
import { baseOf, beside, without } from './drafts/draft-changes';

describe('present values', () => {
  test('P28: mid-month is the end of the month half a month earlier, the beginning a whole one', () => {
    forEvery(bases, (draft) => {
      const { rate } = byOf(draft);
      const tables = ['End', 'Mid', 'Begin'].map((timing) =>
        withTerms(draft, [
          ['Model', '', 'Discount rate', rate],
          ['Model', '', 'Discount timing', timing],
        ]),
      );
      const [first = draft, ...others] = tables;
      const [end, mid, begin] = caseOf(beside(first, others)).readings.map((reading) =>
        reading.scalar('valuation.npv billed'),
      );
      if (!end || !mid || !begin) throw new Error('Three values are needed.');
      const month = new Decimal(1 + rate).toSignificantDigits(15).pow(ONE.div(24));
      const scale = Decimal.max(end.abs(), mid.abs(), begin.abs());
      expectSame(mid, end.times(month), 'mid', scale);
      expectSame(begin, mid.times(month), 'begin', scale);
    });
  });

  test('P28: the factors of n months are those of an annuity; at a rate of 0 the value is the sum', () => {
    forEvery(bases, (draft) => {
      const { rate } = byOf(draft);
      const reading = baseOf(
        withTerms(draft, [
          ['Model', '', 'Discount rate', rate],
          ['Model', '', 'Discount timing', 'End'],
        ]),
      );
      const monthly = new Decimal(1 + rate).toSignificantDigits(15).pow(ONE.div(12)).minus(1);
      const n = reading.periods;
      const annuity = rate === 0 ? new Decimal(n) : ONE.minus(monthly.plus(1).pow(-n)).div(monthly);
      expectSame(reading.sum('valuation.factor'), annuity, 'annuity', 1e6);
      if (rate === 0) {
        const billed = reading.sum('total.billed');
        expectSame(reading.scalar('valuation.npv billed'), billed, 'plain sum', billed.abs().plus(1e9));
      }
    });
  });

  test('P28: present value is linear: billed less staying reserved is the delta', () => {
    forEvery(bases, (draft) => {
      const reading = baseOf(draft);
      const [billed, stays] = [
        reading.scalar('valuation.npv billed'),
        reading.scalar('valuation.npv reserved path'),
      ];
      expectSame(
        reading.scalar('valuation.npv delta'),
        billed.minus(stays),
        'delta',
        billed.abs().plus(stays),
      );
    });
  });

  test('P29: a dated value on an anniversary without 29 February is that of so many whole years', () => {
    forEvery(bases, (draft) => {
      const { rate, months } = byOf(draft);
      const years = 1 + (months % 2);
      // 2025-03-01, and one or two years of 365 days on.
      const asOf = 45_717;
      const reading = baseOf(
        withTerms(
          without(draft, ({ section }) => section === 'Tranche'),
          [
            ['Model', '', 'As of', asOf],
            ['Model', '', 'Discount rate', rate],
            ['Tranche', 'T', 'Date', addMonths(asOf, 12 * years)],
            ['Tranche', 'T', 'Amount', 1000],
          ],
        ),
      );
      const factor = ONE.div(new Decimal(1 + rate).toSignificantDigits(15).pow(years));
      expectSame(reading.scalar('capital.present value expected'), factor.times(1000), 'present value');
    });
  });
});
