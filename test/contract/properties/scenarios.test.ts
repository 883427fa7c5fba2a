import { decidedDrafts, shortDrafts } from './drafts/contract-arbitrary';
import type { Draft } from './drafts/draft';
import { ContractPool, caseOf, forEvery } from './contract-pool';
import { ContractCase, type ScenarioReading, expectAtMost, expectSame, sumOf } from './contract-case';
import { type Decimal, ZERO } from '../../../src/base/decimal';

function expectIdentical(one: ScenarioReading, other: ScenarioReading, periods = one.periods): void {
  for (const line of one.lines) {
    const until = line.scalar ? 1 : periods;
    for (let period = 0; period < until; period += 1) {
      const [a, b] = [one.at(line.id, period), other.at(line.id, period)];
      if (!a.eq(b) && !(a.isNaN() && b.isNaN())) {
        throw new Error(`${line.id}, period ${period}: ${a.toString()} and ${b.toString()}`);
      }
    }
  }
}

const withScenarios = new ContractPool(shortDrafts.filter(({ scenarios }) => scenarios.length > 0));
const decided = new ContractPool(decidedDrafts);

test('P31: scenarios in another order have the same figures', () => {
  forEvery(withScenarios, (draft) => {
    const turned: Draft = {
      scenarios: [...draft.scenarios].reverse(),
      rows: draft.rows.map((row) => ({
        ...row,
        cells: [row.cells[0] ?? '', ...row.cells.slice(1).reverse()],
      })),
    };
    const [one, other] = [caseOf(draft), new ContractCase(turned)];
    const last = draft.scenarios.length;
    expectIdentical(one.base, other.base);
    for (let place = 1; place <= last; place += 1) {
      expectIdentical(one.reading(place), other.reading(last + 1 - place));
    }
  });
});

test('P31: a scenario that says nothing, or says what Base says, is Base', () => {
  forEvery(withScenarios, (draft) => {
    const rows = draft.rows
      .map((row, place) => {
        const base = row.cells[0] ?? '';
        const repeat = place % (draft.by?.months ?? 1) === 0;
        return { ...row, cells: [base, repeat ? base : '', repeat && base !== '' ? 'Base' : ''] };
      })
      .filter(({ cells: [base] }) => base !== '');
    const contract = new ContractCase({ scenarios: ['Same', 'As Base'], rows });
    expectIdentical(contract.base, contract.reading(1));
    expectIdentical(contract.base, contract.reading(2));
  });
});

test('P31: Base is the same with and without scenarios beside it', () => {
  forEvery(withScenarios, (draft) => {
    const alone = new ContractCase({
      scenarios: [],
      rows: draft.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
    }).base;
    const base = caseOf(draft).base;
    for (const id of [
      'total.billed',
      'total.effective',
      'token.net',
      'comparison.delta',
      'capital.expected',
    ]) {
      alone.series(id).forEach((value, period) => {
        expectSame(base.at(id, period), value, `${id}, month ${period}`);
      });
    }
  });
});

describe('scenarios that are decided later', () => {
  test('until the decision every period is that of Base', () => {
    forEvery(decided, (draft) => {
      const contract = caseOf(draft);
      contract.readings.slice(1).forEach((reading) => {
        const decidedOn = reading.day('Scenario', '', 'Decided on') ?? 0;
        const { timeline } = reading.evaluation;
        const periods = Array.from(
          { length: Math.min(reading.periods, contract.base.periods) },
          (_none, t) => t,
        );
        const before = periods.filter((period) => timeline.start(period) < decidedOn).length;
        for (const line of reading.lines) {
          if (line.scalar) continue;
          for (let period = 0; period < before; period += 1) {
            const [a, b] = [reading.at(line.id, period), contract.base.at(line.id, period)];
            if (!a.eq(b) && !a.isNaN()) throw new Error(`${line.id}, period ${period}`);
          }
        }
      });
    });
  });

  test('P1: what was paid in advance before the decision is spread over what is left of the term', () => {
    forEvery(decided, (draft) => {
      for (const reading of caseOf(draft).readings) {
        const billed = reading.sum('reserved.billed');
        const cost = reading.sum('reserved.effective').plus(reading.last('reserved.prepaid.closing'));
        const before = reading.at('reserved.prepaid.opening', 0);
        expectSame(billed.plus(before), cost, 'billed and effective', billed);
        for (const value of reading.series('reserved.prepaid.closing')) expectAtMost(ZERO, value, 'prepaid');
      }
    });
  });

  test('P9: credits bought before the decision cost what was paid for them', () => {
    forEvery(decided, (draft) => {
      for (const reading of caseOf(draft).readings) {
        for (const lot of reading.table.items('Prepaid lot')) {
          const series = (part: string): readonly Decimal[] => reading.series(`prepaid.${part}[${lot}]`);
          const [values, paid, cost] = [series('value'), series('paid'), series('effective')];
          values.forEach((value, period) => {
            expectAtMost(ZERO, value, `value of ${lot}, month ${period}`);
            if (period === 0) return;
            const held = (values[period - 1] ?? ZERO).plus(paid[period] ?? ZERO);
            expectSame(value, held.minus(cost[period] ?? ZERO), `value of ${lot}, month ${period}`);
          });
          expectAtMost(
            reading.sum(`prepaid.effective[${lot}]`),
            (values[0] ?? ZERO).plus(sumOf(paid)).plus(cost[0] ?? ZERO),
            'cost',
          );
        }
      }
    });
  });
});
