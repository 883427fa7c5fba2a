import { ONE, ZERO } from '../../../src/base/decimal';
import { bases, ofSection, startOf, withTerms } from './drafts/base-drafts';
import { expectAtMost, expectSame, expectThat } from './contract-case';
import { type ContractPool, caseOf, forEvery } from './contract-pool';
import { baseOf, beside, changed, withValue, without } from './drafts/draft-changes';
import type { Cell } from './drafts/draft';

test('P22: who never leaves, and changes nothing, pays the counterfactual, month by month', () => {
  forEvery(bases, (full) => {
    const extras = [
      'Seat tool',
      'Prepaid lot',
      'Take-or-pay',
      'Commitment',
      'Behaviour',
      'Counterfactual',
      'Hold',
    ];
    const draft = without(full, (row) => extras.includes(row.section) || row.term === 'Invoice rounding');
    const stays = without(
      withValue(draft, 'Transition', '', 'Cutover', 'None'),
      ({ section, term }) =>
        section === 'Reserved' && ['End', 'Early end', 'Upfront share', 'Upfront discount'].includes(term),
    );
    const tariff = stays.rows
      .filter((row) => row.section === 'Reserved' && row.term !== 'Termination fee share')
      .map((row) => ({ ...row, section: 'Counterfactual' }));
    const reading = baseOf({ ...stays, rows: [...stays.rows, ...tariff] });
    for (const id of ['total.billed', 'total.effective']) {
      reading.series(id).forEach((value, period) => {
        expectSame(value, reading.at('counterfactual.cost', period), `${id}, month ${period}`);
      });
    }
    reading
      .series('comparison.delta')
      .forEach((delta) => expectSame(delta, 0, 'delta', reading.sum('total.billed')));
  });
});

test('P24: prices, volume and shares that stand still cost the same every month', () => {
  forEvery(bases, (full) => {
    const start = startOf(full);
    const moving = [
      'Behaviour',
      'Discount tier',
      'Seasonality',
      'Growth index',
      'Hold',
      'Commitment',
      'Take-or-pay',
      'Prepaid lot',
      'Vendor',
      'Seat tool',
    ];
    const draft = without(
      full,
      (row) => moving.includes(row.section) || row.term.startsWith('Price decline'),
    );
    const flat = changed(
      draft,
      () => false,
      (value) => value,
    );
    const still = {
      ...flat,
      rows: flat.rows.map((row) => (row.term === 'Growth' ? { ...row, cells: ['None'] } : row)),
    };
    const reading = baseOf(
      withTerms(still, [
        ['Transition', '', 'Cutover', start],
        ['Transition', '', 'Phase-in', 0],
      ]),
    );
    const costs = reading.series('token.cost');
    costs.forEach((cost) => expectSame(cost, costs[0] ?? ZERO, 'token cost', reading.sum('token.cost')));
  });
});

describe('P30', () => {
  const growing = (choice: string, more: readonly (readonly [string, Cell])[]): ContractPool =>
    bases.map((draft) =>
      withTerms(
        without(draft, (row) => !ofSection('Model', 'Usage', 'Growth index')(row)),
        [
          ['Model', '', 'Horizon', 13],
          ['Usage', 'Kiro', 'Growth', choice],
          ...more.map(([term, value]): [string, string, string, Cell] => ['Usage', 'Kiro', term, value]),
        ],
      ),
    );

  test('every growth begins at 1; a yearly rate is exact after twelve months', () => {
    forEvery(growing('CAGR', []), (draft) => {
      const reading = baseOf(draft);
      const rate = reading.number('Usage', 'Kiro', 'Growth rate') ?? ZERO;
      expectThat(reading.at('usage.growth[Kiro]', 0).eq(1), 'begins at 1');
      expectThat(reading.at('usage.growth[Kiro]', 12).eq(rate.plus(1)), 'exact after a year');
    });
  });

  test('a monthly rate compounds month by month', () => {
    forEvery(growing('Monthly', []), (draft) => {
      const reading = baseOf(draft);
      const rate = reading.number('Usage', 'Kiro', 'Growth rate') ?? ZERO;
      reading.series('usage.growth[Kiro]').forEach((index, period) => {
        expectSame(index, rate.plus(1).pow(period), `month ${period}`);
      });
    });
  });

  test('a logistic curve begins at 1 and tends to its saturation; without steepness it stays at 1', () => {
    forEvery(growing('Logistic', []), (draft) => {
      const reading = baseOf(draft);
      const saturation = reading.number('Usage', 'Kiro', 'Saturation multiple') ?? ONE;
      const index = reading.series('usage.growth[Kiro]');
      expectSame(index[0] ?? ZERO, 1, 'begins at 1');
      index.forEach((value, period) => {
        expectAtMost(
          value.minus(saturation).abs(),
          (index[period - 1] ?? ONE).minus(saturation).abs(),
          'nearer to saturation',
        );
      });
      const rates = [0, 30].map((rate) => withValue(draft, 'Usage', 'Kiro', 'Logistic rate', rate));
      const { readings } = caseOf(beside(draft, rates));
      readings[1]?.series('usage.growth[Kiro]').forEach((value) => expectSame(value, 1, 'flat'));
      const far = readings[2] ?? reading;
      expectSame(far.last('usage.growth[Kiro]'), saturation, 'saturated');
    });
  });
});
