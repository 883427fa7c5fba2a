import { COMMITTED_COST, RESERVED_COST } from './cells';
import { day, each, sum, type Expressed } from './figures';
import type { Inputs } from './published';

const column = (values: readonly number[]) => values.map((value) => [value]);

const one = (...args: unknown[]) => COMMITTED_COST(...args)[0] ?? NaN;

/** What brings a bill up to a minimum. */
const topUp = (used: number, minimum: number) => one(used, minimum) - used;

const flexpriceUsage = (given: Inputs) =>
  given.numbers('usage').map((units) => each(units, given.number('unit')));

export const commitmentCases: Expressed = {
  'aws-sp-scenario1': (given) => {
    // Usage draws on the plan at its plan rates; with nothing left over, nothing is paid on demand.
    const usage = given
      .numbers('plan_rates')
      .map((rate, index) => each(given.numbers('quantities')[index] ?? NaN, rate));
    return { hour_cost: one(sum(usage), given.number('commit_per_hour')) };
  },
  'focus-flex-0pct': (given) => {
    const unused = one(0, given.number('committed_rate'));
    const standard = each(1, given.number('on_demand_medium'));
    return { unused_EffectiveCost: unused, standard_EffectiveCost: standard, total: unused + standard };
  },
  'focus-flex-2res': (given) => {
    const used = each(given.number('resources'), given.number('effective_each'));
    // The commitment is of the size that both resources use up.
    return { total_EffectiveCost: one(used, 2) };
  },
  'redress-edp-ramp': (given) => {
    // Nothing used: what is billed is what is committed.
    const total = (name: string) => {
      const commitments = given.numbers(name);
      return sum(COMMITTED_COST(column(commitments.map(() => 0)), column(commitments)));
    };
    return { total_ramp: total('ramp'), total_flat: total('flat') };
  },
  'openai-reserved-minute': (given) => {
    const [reserve, usage] = [given.number('reserved_per_minute'), given.number('usage_value')];
    const total = one(usage, reserve);
    // Without overage only what the reserve covers is left; the reserve itself is due in any case.
    const covered = one(usage, reserve, 0);
    return { covered, paygo: total - covered, total };
  },

  'broadcom-underage': (given) => {
    const [minimum, reported] = [given.number('minimumCommit'), given.number('reported')];
    return { underage: topUp(reported, minimum), total: one(reported, minimum) };
  },
  'flexprice-buckets': (given) => {
    const windows = given.rows('windows').map((row) => row.map(Number));
    const usage = windows.map(([calls = NaN, price = NaN]) => each(calls, price));
    const commitment = (index: number) => windows[index]?.[2] ?? NaN;
    return {
      charges: windows.map(([, , committed, factor], index) => one(usage[index], committed, factor)),
      shortfall_last: topUp(usage.at(-1) ?? NaN, commitment(windows.length - 1)),
    };
  },
  'flexprice-commit-300-notu': (given) => {
    const unit = given.number('unit');
    return {
      invoice: one(
        each(given.number('usage'), unit),
        each(given.number('commit_units'), unit),
        given.number('factor'),
        given.flag('true_up'),
      ),
    };
  },
  'flexprice-test-31': (given) => {
    const unit = given.number('unit');
    const committed = each(given.number('commit_qty'), unit);
    const settled = one(each(given.number('usage'), unit), committed, given.number('factor'));
    const [units = NaN, price = NaN] = given.numbers('outside');
    return { total: settled + each(units, price), overage: settled - committed };
  },
  'flexprice-test-32': (given) => ({
    total: sum(COMMITTED_COST(column(flexpriceUsage(given)), given.number('commit'), given.number('factor'))),
  }),
  'flexprice-windowed': (given) => {
    const commitment = each(given.number('commit_units'), given.number('unit'));
    const hours = COMMITTED_COST(column(flexpriceUsage(given)), commitment, given.number('factor'));
    return { hours, total: sum(hours) };
  },
  'focus-saas-spend-A2': (given) => {
    const discount = given.number('discount');
    const used = given.numbers('list_usage').map((list) => each(list, 1 - discount));
    const later = Array<number>(given.number('months_billed') - used.length).fill(0);
    const months = [...used, ...later];
    const billed = COMMITTED_COST(column(months), given.number('monthly_minimum'));
    const unusedFees = billed.map((fee, month) => fee - (months[month] ?? NaN));
    return {
      month1_unused_fee: unusedFees[0] ?? NaN,
      unused_fee_months_4_to_11_total: sum(unusedFees.slice(3)),
      end_of_contract_unused_fee: topUp(sum(billed), given.number('commit')),
      total_billed: one(sum(billed), given.number('commit')),
    };
  },
  'lago-docs-minimum': (given) => ({ true_up: topUp(given.number('usage'), given.number('min')) }),
  'lago-trueup': (given) => ({
    true_up_cents: topUp(given.number('used_cents'), given.number('min_cents')),
  }),
  'lago-trueup-prorated': (given) => {
    const start = day('2027-01-17');
    const minimum = RESERVED_COST(1, given.number('min_cents'), start, start + given.number('days'), [
      ['Rate basis', 'Month'],
    ]);
    const exact = topUp(given.number('used_cents'), minimum);
    return { true_up_exact: exact, true_up_cents: Math.round(exact) };
  },
  'openmeter-grad-min': (given) => ({
    min_charge: topUp(given.number('previous'), given.number('min')),
  }),
};
