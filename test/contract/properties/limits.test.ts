import { addMonths } from '../../../src/calc/calendar';
import { Decimal, ONE, ZERO } from '../../../src/calc/decimal';
import { reservedCapacity, reservedFee } from '../../../src/contract/reserved';
import { type Cell, type Draft, type Row, type Variation, shortDrafts } from './contract-arbitrary';
import { expectAtMost, expectSame, expectThat, sumOf } from './contract-case';
import { ContractPool, caseOf, forEvery } from './contract-pool';
import { netThroughTiers } from './contract-years';
import { baseOf, beside, changed, isRow, onlyBase, withValue, without } from './draft-changes';

const bases = new ContractPool(shortDrafts.map(onlyBase));
const valueIn = (draft: Draft, section: string, term: string): Cell =>
  draft.rows.find((row) => row.section === section && row.item === '' && row.term === term)?.cells[0] ?? '';
const startOf = (draft: Draft): number => Number(valueIn(draft, 'Model', 'Start'));
const ofSection =
  (...names: string[]) =>
  (row: Row): boolean =>
    names.includes(row.section);
const isPrice = (row: Row): boolean => row.section === 'Token price' && row.item !== '';

function byOf({ by }: Draft): Variation {
  if (!by) throw new Error('The table has no variation.');
  return by;
}

/** A base with values of its own for some terms. */
const withTerms = (draft: Draft, terms: readonly (readonly [string, string, string, Cell])[]): Draft =>
  terms.reduce(
    (result, [section, item, term, value]) => withValue(result, section, item, term, value),
    draft,
  );

describe('shares', () => {
  test('P13: the share on the meter lies in 0 to 1, never falls, and adds up by days to that of the whole horizon', () => {
    forEvery(bases, (draft) => {
      const reading = baseOf(draft);
      const { timeline } = reading.evaluation;
      const share = reading.series('transition.share');
      share.forEach((value, period) => {
        expectThat(value.gte(0) && value.lte(1), `share ${value.toString()}`);
        if (period > 0) expectAtMost(share[period - 1] ?? ZERO, value, `share of month ${period}`);
      });
      const cutover = reading.day('Transition', '', 'Cutover');
      if (cutover === undefined) return;
      const phase = reading.number('Transition', '', 'Phase-in')?.toNumber() ?? 0;
      // Day by day: the share at the middle of a day is exact, as the ramp is straight within it.
      let byDays = ZERO;
      const end = timeline.end(reading.periods - 1);
      for (let day = timeline.start(0); day < end; day += 1) {
        const gone = day + 0.5 - cutover;
        byDays = byDays.plus(gone < 0 ? 0 : gone >= phase ? 1 : new Decimal(gone).div(phase));
      }
      const total = sumOf(share.map((value, t) => value.times(timeline.end(t) - timeline.start(t))));
      expectSame(total, byDays, 'days on the meter', 1e6);
    });
  });

  test('P13: a later cutover never raises the share', () => {
    forEvery(bases, (draft) => {
      const { days } = byOf(draft);
      const isCutover = (row: Row): boolean => isRow(row, 'Transition', '', 'Cutover');
      const [early, late] = [baseOf(draft), baseOf(changed(draft, isCutover, (day) => day + days))];
      early.series('transition.share').forEach((share, period) => {
        expectAtMost(late.at('transition.share', period), share, `month ${period}`);
      });
    });
  });

  test('P23: without a phase-in a cutover at the start of a period makes every share 0 or 1', () => {
    forEvery(bases, (draft) => {
      const months = byOf(draft).months - 1;
      const reading = baseOf(
        withTerms(draft, [
          ['Transition', '', 'Phase-in', 0],
          ['Transition', '', 'Cutover', addMonths(startOf(draft), months)],
        ]),
      );
      reading.series('transition.share').forEach((share, period) => {
        expectThat(share.eq(period < months ? 0 : 1), `month ${period}: ${share.toString()}`);
      });
    });
  });
});

describe('capacity', () => {
  test('P12: fees and capacity of the months add up to those of the whole span', () => {
    forEvery(bases, (draft) => {
      const reading = baseOf(draft);
      const termStart = reading.day('Reserved', '', 'Start');
      if (reading.number('Reserved', '', 'Rate')?.gt(0) !== true || termStart === undefined) return;
      const { timeline } = reading.evaluation;
      const steps = reading.table
        .items('Reserved')
        .map((item) => ({ item, units: reading.number('Reserved', item, 'Units') ?? ZERO }))
        .map(({ item, units }) => ({ from: Date.parse(item) / 86_400_000 + 25_569, units }));
      const [from, to] = [
        Math.max(termStart, timeline.start(0)),
        Math.min(reading.scalar('reserved.stop').toNumber(), timeline.end(reading.periods - 1)),
      ];
      const number = (term: string): Decimal => reading.number('Reserved', '', term) ?? ZERO;
      const basis = (['Hour', 'Day', 'Month', 'Year'] as const).find(
        (name) => name === reading.choice('Reserved', '', 'Rate basis'),
      );
      const tariff = {
        rate: number('Rate'),
        basis: basis ?? 'Hour',
        hoursPerMonth: reading.number('Reserved', '', 'Hours per month') ?? null,
        escalator: number('Escalator'),
        termStart,
      };
      const fee = from < to ? reservedFee(steps, tariff, from, to) : ZERO;
      expectSame(reading.sum('reserved.fee'), fee, 'fee');
      const capacity =
        from < to
          ? reservedCapacity(steps, number('Tokens per unit-hour'), number('Maximum utilisation'), from, to)
          : ZERO;
      expectSame(reading.sum('reserved.capacity'), capacity, 'capacity');
    });
  });

  test('P21: utilisation lies in 0 to 1, and more units never overflow more', () => {
    forEvery(bases, (draft) => {
      const isUnits = (row: Row): boolean => row.section === 'Reserved' && row.term === 'Units';
      const [few, many] = [baseOf(draft), baseOf(changed(draft, isUnits, (units) => units + 1))];
      few.series('reserved.utilisation').forEach((share, period) => {
        expectThat(share.gte(0) && share.lte(1), `utilisation ${share.toString()}`);
        const [less, more] = [many, few].map((reading) => reading.at('reserved.overflow', period));
        expectAtMost(less ?? ZERO, more ?? ZERO, `overflow of month ${period}`);
      });
    });
  });

  test('P21: a load that varies overflows more, the more it varies; without variation just what is beyond', () => {
    forEvery(bases, (draft) => {
      const variation = byOf(draft).days / 100;
      const onCapacity = without(
        draft,
        (row) => !ofSection('Model', 'Usage', 'Growth index', 'Burn-down')(row),
      );
      const at = (cv: number): Draft =>
        withTerms(onCapacity, [
          ['Model', '', 'Horizon', 1],
          ['Reserved', '', 'Load variation', cv],
          ['Reserved', '', 'Start', startOf(draft)],
          ['Reserved', '', 'End', startOf(draft) + 400],
          ['Reserved', '', 'Early end', 'None'],
          ['Reserved', '', 'Rate', 10],
          ['Reserved', '', 'Tokens per unit-hour', 5e5],
          ['Reserved', '2020-01-01', 'Units', 2],
        ]);
      const [plain, some, more] = caseOf(beside(at(0), [at(variation), at(variation * 2)])).readings.map(
        (reading) => ({
          overflow: reading.at('reserved.overflow', 0),
          demand: reading.at('reserved.demand', 0),
          capacity: reading.at('reserved.capacity', 0),
        }),
      );
      if (!plain || !some || !more) throw new Error('Three readings are needed.');
      expectSame(plain.overflow, Decimal.max(0, plain.demand.minus(plain.capacity)), 'without variation');
      expectAtMost(plain.overflow, some.overflow, 'some variation');
      expectAtMost(some.overflow, more.overflow, 'more variation');
      expectAtMost(more.overflow, more.demand, 'no more than all');
    });
  });

  test('P25: at the break-even the meter costs what the capacity costs', () => {
    forEvery(bases, (draft) => {
      const reading = baseOf(draft);
      reading.series('reserved.break-even').forEach((tokens, period) => {
        const price = (reading.number('Token price', 'Input', 'Price') ?? ZERO).times(
          reading.at('price.index', period),
        );
        if (price.isZero()) return;
        expectSame(tokens.times(price).div(1e6), reading.at('reserved.fee', period), `month ${period}`);
      });
    });
  });
});

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

describe('P19', () => {
  /** Nothing that binds, nothing that moves against the change: the credit for a hold rises with list prices. */
  const free = (draft: Draft): Draft =>
    without(
      draft,
      (row) =>
        ofSection('Commitment', 'Take-or-pay', 'Prepaid lot', 'Hold')(row) ||
        ['Invoice rounding', 'Mode', 'Commitment'].includes(row.term),
    );
  const calm = (draft: Draft): Draft =>
    withValue(
      free(draft),
      'Behaviour',
      '',
      'Price elasticity',
      Math.max(-1, Number(valueIn(draft, 'Behaviour', 'Price elasticity') || 0)),
    );
  type Change = readonly [pick: (row: Row) => boolean, change: (value: number) => number];
  const changes: Change[] = [];
  const calmBases = bases.map(calm);
  /** All changes of this group as scenarios of one table. */
  const besides = calmBases.map((draft) =>
    beside(
      draft,
      changes.map(([pick, change]) => changed(draft, pick, change)),
    ),
  );
  const compares = (
    name: string,
    [pick, change]: Change,
    holds: (before: Decimal, after: Decimal) => void,
    id: string,
  ): void => {
    changes.push([pick, change]);
    const scenario = changes.length;
    test(name, () => {
      forEvery(besides, (draft) => {
        holds(caseOf(draft).base.sum(id), caseOf(draft).reading(scenario).sum(id));
      });
    });
  };
  const rises = (name: string, pick: Change[0], change: Change[1], id = 'total.billed'): void => {
    compares(name, [pick, change], (before, after) => expectAtMost(before, after, id), id);
  };
  const falls = (name: string, pick: Change[0], change: Change[1], id = 'total.billed'): void => {
    compares(name, [pick, change], (before, after) => expectAtMost(after, before, id), id);
  };
  const inUsage =
    (term: string) =>
    (row: Row): boolean =>
      row.section === 'Usage' && row.term === term;
  rises('more volume costs more', inUsage('Input tokens per month'), (value) => value * 1.25);
  rises('a higher price costs more', isPrice, (value) => value + 1);
  rises(
    'a higher rate or a steeper escalator costs more',
    (row) => row.section === 'Reserved' && ['Rate', 'Escalator'].includes(row.term),
    (value) => value + 0.1,
  );
  rises(
    'more units cost more in fees',
    (row) => row.section === 'Reserved' && row.term === 'Units',
    (value) => value + 1,
    'reserved.effective',
  );
  falls(
    'a larger negotiated discount costs less',
    (row) => row.term === 'Negotiated discount',
    (value) => Number(((value + 1) / 2).toFixed(4)),
  );
  falls(
    'a stronger efficiency regime uses less',
    (row) => row.term === 'Efficiency cut',
    (value) => Number(((value + 1) / 2).toFixed(4)),
    'usage.iet',
  );

  test('a higher commitment costs more', () => {
    forEvery(bases, (draft) => {
      const pick = (row: Row): boolean => row.section === 'Commitment' && row.term === 'Amount';
      const [before, after] = [baseOf(draft), baseOf(changed(draft, pick, (value) => value * 2))];
      expectAtMost(before.sum('commitment.true-up'), after.sum('commitment.true-up'), 'true-up');
    });
  });

  test('more in batches costs less where a batch is cheaper, more reads from a cache where a read is cheaper', () => {
    const cheap = (draft: Draft): Draft =>
      withTerms(calm(draft), [
        ['Token price', '', 'Batch multiplier', 0.5],
        ['Token price', 'Input', 'Price', 3],
        ['Token price', 'Cache read', 'Price', 0.3],
        ['Burn-down', 'Input', 'Weight', 1],
        ['Burn-down', 'Cache read', 'Weight', 0.1],
      ]);
    forEvery(bases.map(cheap), (full) => {
      const draft = without(full, (row) => row.section === 'Vendor' && row.term.endsWith(' price'));
      const before = baseOf(draft).sum('total.billed');
      for (const term of ['Batch share', 'Cache read share']) {
        const after = baseOf(changed(draft, inUsage(term), (share) => Number((share / 2).toFixed(4))));
        expectAtMost(before, after.sum('total.billed'), term);
      }
    });
  });
});

describe('P26', () => {
  test('a year through tiers whose prices fall: graduated costs no less than volume, with one tier the same', () => {
    const falling = bases.map((draft) => {
      const tiersOnly = without(
        draft,
        ({ section, term }) => section === 'Discount tier' && ['Mode', 'Basis'].includes(term),
      );
      return {
        ...tiersOnly,
        rows: tiersOnly.rows.map((row) =>
          row.section === 'Discount tier' && row.term === 'Multiplier'
            ? { ...row, cells: [Number((1 - 0.2 * Number(row.item)).toFixed(2))] }
            : row,
        ),
      };
    });
    forEvery(falling, (draft) => {
      const [graduated, volume] = ['Graduated', 'Volume'].map((mode) =>
        baseOf(withValue(draft, 'Discount tier', '', 'Mode', mode)),
      );
      if (!graduated || !volume) throw new Error('Two readings are needed.');
      expectAtMost(volume.sum('token.net'), graduated.sum('token.net'), 'volume');
      if (
        draft.rows.filter(({ section, term }) => section === 'Discount tier' && term === 'Multiplier')
          .length < 2
      ) {
        expectSame(graduated.sum('token.net'), volume.sum('token.net'), 'one tier');
      }
      // Concave: half of a spend costs at least half as much.
      const spend = graduated.sum('token.contracted');
      expectAtMost(
        netThroughTiers(graduated, spend).div(2),
        netThroughTiers(graduated, spend.div(2)),
        'half',
      );
    });
  });
});

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
