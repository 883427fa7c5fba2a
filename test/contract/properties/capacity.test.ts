import { addMonths } from '../../../src/base/calendar';
import { Decimal, ZERO } from '../../../src/base/decimal';
import { reservedCapacity, reservedFee } from '../../../src/contract/rules/reserved';
import { bases, byOf, ofSection, startOf, withTerms } from './drafts/base-drafts';
import { expectAtMost, expectSame, expectThat, sumOf } from './contract-case';
import { caseOf, forEvery } from './contract-pool';
import { baseOf, beside, changed, isRow, without } from './drafts/draft-changes';
import type { Draft, Row } from './drafts/draft';

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
