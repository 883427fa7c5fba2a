import { TIERED_COST } from './cells';
import { each, type Expressed } from './figures';
import { Inputs } from './published';

const tiersOf = (name: string, mode?: string) => (given: Inputs) => ({
  amount: TIERED_COST(given.number('units'), given.rows(name), mode),
});
const graduated = tiersOf('tiers');
const volume = tiersOf('tiers', 'Volume');

export const tierCases: Expressed = {
  'autumn-graduated': graduated,
  'chargebee-tiered-10': graduated,
  'lago-graduated-1': graduated,
  'lago-graduated-10': graduated,
  'lago-graduated-11': graduated,
  'openmeter-grad-22': graduated,
  'openmeter-grad2-0': graduated,
  'openmeter-grad2-22': graduated,
  'zuplo-graduated': graduated,
  'lago-docs-volume': volume,
  'lago-volume-0': volume,
  'lago-volume-100': volume,
  'lago-volume-200': volume,
  'lago-volume-300': volume,
  'openmeter-volume-0': volume,
  'openmeter-volume-14': volume,
  'openmeter-volume-15': volume,
  'openmeter-grad-split': (given) => {
    const before = given.number('previous');
    const cost = (units: number) => TIERED_COST(units, given.rows('tiers'));
    return { amount: cost(before + given.number('line')) - cost(before) };
  },
  'openmeter-volume-max': (given) => {
    // The card of OpenMeter's volume test; the maximum is a second card: 1 up to it, nothing above.
    const card = new Inputs('openmeter-volume-14').rows('tiers');
    const price = TIERED_COST(given.number('units'), card, 'Volume');
    const [below, above] = [0, 1];
    return {
      amount: TIERED_COST(price, [
        [given.number('max'), above],
        [null, below],
      ]),
      discount: TIERED_COST(price, [
        [given.number('max'), below],
        [null, above],
      ]),
    };
  },
  'meteroid-flat-and-cap': (given) => {
    const [units, rate] = [given.number('units'), given.number('rate')];
    return {
      with_fee: TIERED_COST(units, [[null, rate, given.number('flat_fee')]]),
      // A cap on the amount is a bound on the quantity, with nothing to pay above.
      with_cap: TIERED_COST(units, [
        [given.number('cap') / rate, rate],
        [null, 0],
      ]),
    };
  },
  'meteroid-volume': (given) => ({
    amount: TIERED_COST(given.number('units'), [[null, given.number('rate')]], 'Volume'),
  }),
  'killbill-top-tier': (given) => ({
    amount: TIERED_COST(given.number('units'), [[null, given.number('rate')]], 'Volume'),
  }),
  'oracle-slabs': (given) => {
    const count = given.number('count');
    // The page's slabs: to 250, to 500, above; flat 10, 20, 30 or a price of 1, 2, 3 a unit.
    const flat = [
      [250, 0, 10],
      [500, 0, 20],
      [null, 0, 30],
    ];
    const unit = [
      [250, 1],
      [500, 2],
      [null, 3],
    ];
    return {
      slab_flat: TIERED_COST(count, flat),
      slab_unit: TIERED_COST(count, unit),
      variable_flat: TIERED_COST(count, flat, 'Volume'),
      variable_unit: TIERED_COST(count, unit, 'Volume'),
    };
  },
  'lago-docs-percentage': (given) => ({
    fee: TIERED_COST(given.number('amount'), [[null, given.number('rate'), given.number('fixed')]]),
  }),
  'meteroid-package': (given) => ({
    amount: TIERED_COST(given.number('units'), [[given.number('size'), given.number('price')]], 'Package'),
  }),
  'openmeter-package': (given) => ({
    amounts: given
      .numbers('units')
      .map((units) => TIERED_COST(units, [[given.number('size'), given.number('price')]], 'Package')),
  }),
  'killbill-block': (given) => {
    // Blocks of the first size fill up first; the rest goes into blocks of the second.
    const [first = [], second = []] = given.rows('blocks');
    const inFirst = Math.min(given.number('units'), Number(first[0]) * Number(first[1]));
    return {
      lines: [
        TIERED_COST(inFirst, [[first[0], first[2]]], 'Package'),
        TIERED_COST(given.number('units') - inFirst, [[second[0], second[2]]], 'Package'),
      ],
    };
  },
  'killbill-top-blocks': (given) => ({
    amounts: given.numbers('quantities').map((quantity) => {
      // The tier reached, by its blocks, prices the whole quantity in its own blocks.
      let bound = 0;
      const reached = given.rows('tiers').find(([size, blocks]) => {
        bound += blocks === null ? Infinity : Number(size) * Number(blocks);
        return quantity <= bound;
      });
      return TIERED_COST(quantity, [[reached?.[0], reached?.[2]]], 'Package');
    }),
  }),
  'focus-saas-simple': (given) => ({
    seats: each(given.number('seats'), given.number('seat_price')),
    extra: each(given.number('extra_seats'), given.number('seat_price')),
    usage: given.numbers('usage_units').map((units) => each(units, given.number('usage_price'))),
  }),
};
