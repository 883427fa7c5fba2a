import {
  BREAKEVEN_TOKENS,
  CUTOVER_SHARE,
  RESERVED_COST,
  RESERVED_UNITS,
  TIERED_COST,
  TOKEN_COST,
} from './cells';
import { day, each, type Expressed } from './figures';

export const reservedCases: Expressed = {
  'ptu-breakeven-gpt5': (given) => {
    const [start, end] = [day('2027-01-01'), day('2027-02-01')];
    const tokens = given.number('input_tpm_per_ptu') * 60 * given.number('hours_per_month');
    const onDemand = TOKEN_COST(tokens, 0, given.number('input_price_per_M'), 0);
    const hourly = RESERVED_COST(1, given.number('ptu_hourly'), start, end, [
      ['Hours per month', given.number('hours_per_month')],
    ]);
    const reserved = RESERVED_COST(1, given.number('annual_reservation_per_month'), start, end, [
      ['Rate basis', 'Month'],
    ]);
    return {
      paygo_value_of_full_ptu_month: onDemand,
      reservation_discount: 1 - reserved / hourly,
      breakeven_utilisation: BREAKEVEN_TOKENS(reserved, given.number('input_price_per_M')) / tokens,
    };
  },
  'focus-aura-allupfront-overage': (given) => {
    const rate = given.number('commit_per_hour');
    const purchase = RESERVED_COST(1, rate, day('2027-01-01'), day('2028-01-01'));
    const used = RESERVED_COST(1, rate, day('2027-01-01'), day('2027-01-02'));
    const overage = each(given.number('overage_hours'), given.number('on_demand_rate'));
    return {
      purchase_BilledCost: purchase,
      used_EffectiveCost: used,
      overage_cost: overage,
      total_BilledCost: purchase + overage,
      total_EffectiveCost: used + overage,
    };
  },
  'focus-aura-partial-upfront': (given) => {
    const rate = given.number('commit_per_hour');
    const year = [day('2027-01-01'), day('2028-01-01')];
    const later = [['Discount', given.number('upfront_share')]];
    const total = RESERVED_COST(1, rate, ...year);
    const upfront = total - RESERVED_COST(1, rate, ...year, later);
    const february = RESERVED_COST(1, rate, day('2027-02-01'), day('2027-03-01'), later);
    return {
      total_commitment: total,
      upfront,
      february_recurring: february,
      one_day_EffectiveCost: RESERVED_COST(1, rate, day('2027-01-01'), day('2027-01-02')),
      february_BilledCost: upfront + february,
    };
  },
  'focus-cd-purchase-1': (given) => ({
    BilledCost: RESERVED_COST(1, given.number('hourly_commitment'), day('2027-01-01'), day('2028-01-01')),
  }),
  'azure-ptu-overage': (given) => ({
    // Units above the reserved ones, each counted once.
    hourly_ptus: TIERED_COST(given.number('deployed'), [
      [given.number('reserved'), 0],
      [null, 1],
    ]),
  }),
  'azure-ptu-sizing-nocache': (given) => {
    const [need, units] = RESERVED_UNITS(
      given.number('rpm'),
      given.number('in'),
      given.number('out'),
      given.number('input_tpm_per_ptu'),
      [
        ['Output ratio', given.number('output_ratio')],
        ['Cached share', given.number('cache')],
        ['Minimum', given.number('min')],
        ['Increment', given.number('increment')],
      ],
    );
    return { ptu_raw: need, ptu: units };
  },
  'vertex-cache-burndown': (given) => {
    const [need] = RESERVED_UNITS(1, given.number('cached'), 0, 1, [
      ['Cached share', 1],
      ['Cached ratio', given.number('rate')],
    ]);
    return { burn: need };
  },
  'xai-pt-units': (given) => {
    const [units, price] = [given.number('units_bought'), given.number('price_per_unit_day')];
    const start = day('2027-03-15');
    const perDay = [['Rate basis', 'Day']];
    return {
      input_units: RESERVED_UNITS(1, given.number('input_tpm'), 0, given.number('input_tpm_per_unit'))[1],
      output_units: RESERVED_UNITS(1, 0, given.number('output_tpm'), given.number('output_tpm_per_unit'))[1],
      day_cost: RESERVED_COST(units, price, start, start + 1, perDay),
      thirty_day_cost: RESERVED_COST(units, price, start, start + 30, perDay),
    };
  },

  'lago-volume-prorated': (given) => {
    const [full, prorated] = [given.number('full_units'), given.number('prorated_units')];
    // All units choose the tier; those not in force are taken off at the price of the tier reached.
    const open = given.rows('tiers').at(-1)?.[1];
    return {
      amount: TIERED_COST(full, given.rows('tiers'), 'Volume') - TIERED_COST(full - prorated, [[null, open]]),
    };
  },
  'meteroid-proration-half': (given) => {
    // Half of a 30-day month.
    const share = CUTOVER_SHARE('2027-04-01', '2027-05-01', '2027-04-16');
    const [credit, charge] = [-given.number('old') * share, given.number('new') * share];
    return { credit, charge, net: credit + charge };
  },
  'meteroid-proration-lastday': (given) => {
    const factor = CUTOVER_SHARE(
      given.text('period_start'),
      given.text('period_end_exclusive'),
      given.text('change'),
    );
    const [credit, charge] = [-given.number('old_cents') * factor, given.number('new_cents') * factor];
    return { factor, credit, charge, net: credit + charge };
  },
  'meteroid-proration-mixed': (given) => {
    const factor = CUTOVER_SHARE(
      given.text('period_start'),
      given.text('period_end_exclusive'),
      given.text('change'),
    );
    const change =
      given.number('new_cents') -
      given.number('old_cents') +
      given.number('added_cents') -
      given.number('removed_cents');
    return { net: change * factor };
  },
};
