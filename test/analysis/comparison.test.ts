import { compareScenarios } from '../../src/analysis/comparison';
import { withEdits } from '../../src/terms/entry/edit';
import { REFERENCE, contractOf, placeOf, reference, transitionBlock } from './transition';

const contract = contractOf(transitionBlock);
const names = [...REFERENCE.keys()];
const places = names.map((name) => placeOf(contract.table, name));

const COLUMNS: Readonly<Record<string, string>> = {
  'total.billed': 'total_billed',
  'total.effective': 'total_effective',
  'valuation.npv billed': 'npv_billed',
  'counterfactual.cost': 'cf_cost',
  'comparison.delta': 'delta',
  'valuation.npv delta': 'npv_delta',
  'comparison.behaviour': 'behaviour_effect',
  'comparison.tariff': 'tariff_effect',
  'reserved.billed': 'reserved_billed',
  'reserved.unused': 'reserved_unused',
  'reserved.overflow cost': 'overage_cost',
  'token.cost': 'token_cost',
  'commitment.true-up': 'true_up',
  'usage.tokens': 'input_tokens',
  'price.effective': 'eff_per_m',
  'capital.flow[expected]': 'capital_expected',
  'capital.flow[maximum]': 'capital_max',
};

const comparison = compareScenarios(contract, places);

test.each(comparison.figures.map((figure) => [figure.id, figure] as const))(
  '%s of every published scenario, side by side',
  (id, figure) => {
    const printed = names.map((name) => reference(name, COLUMNS[id] ?? id));
    expect(figure.values.map((value) => value.toFixed(6))).toEqual(printed);
    const [base = 0, ...others] = printed.map(Number);
    for (const [place, other] of others.entries()) {
      // Differences of printed figures, each to half a unit of the sixth decimal, in doubles.
      const tolerance = Math.max(1e-5, Math.abs(other) * 1e-15);
      expect(Math.abs((figure.absolute[place + 1]?.toNumber() ?? NaN) - (other - base))).toBeLessThan(
        tolerance,
      );
      const relative = figure.relative[place + 1]?.toNumber() ?? NaN;
      if (base === 0) expect(relative).toBeNaN();
      else expect(relative).toBeCloseTo((other - base) / Math.abs(base), 6);
    }
  },
);

test('every figure states its unit and stands once', () => {
  expect(new Set(comparison.figures.map(({ id }) => id)).size).toBe(comparison.figures.length);
  expect(comparison.figures.find(({ id }) => id === 'total.billed')?.unit).toBe('USD');
  expect(comparison.figures.find(({ id }) => id === 'price.effective')?.unit).toBe('USD per million tokens');
});

test('another scenario than the first can be the one held against', () => {
  const turned = compareScenarios(contract, [0, places[1] ?? 0], 1);
  const [billed] = turned.figures;
  expect(billed?.absolute[1]?.toString()).toBe('0');
  expect(billed?.absolute[0]?.toFixed(6)).toBe('100674525.999927');
});

test('an expected value is that of the outcomes, and needs weights that add up to 1', () => {
  expect(comparison.figures[0]?.expected).toBeUndefined();
  const weigh = (denied: number) =>
    contractOf(
      withEdits(transitionBlock, [
        { section: 'Scenario', item: '', term: 'Weight', column: 'Base', value: 0.25 },
        { section: 'Scenario', item: '', term: 'Weight', column: 'Denied', value: denied },
      ]),
    );
  const expected = compareScenarios(weigh(0.75), [0]).figures[0]?.expected;
  const byHand =
    0.25 * Number(reference('Base', 'total_billed')) + 0.75 * Number(reference('Denied', 'total_billed'));
  expect(expected?.toNumber()).toBeCloseTo(byHand, 4);
  expect(compareScenarios(weigh(0.5), [0]).figures[0]?.expected).toBeUndefined();
});
