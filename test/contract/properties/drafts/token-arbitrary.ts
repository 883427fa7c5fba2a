import fc from 'fast-check';
import { TOKEN_CLASSES } from '../../../../src/terms/catalogue/definition';
import { type CellOptions, dayIn, none, numberIn } from './cell-arbitrary';
import { type Rows, optional, perhapsOnlyInScenario, section, sometimes, together } from './rows-arbitrary';

const price = section('Token price');
export const tokenPrices: Rows = together(
  ...TOKEN_CLASSES.map((tokenClass) => price(tokenClass, 'Price')),
  price('', 'Batch multiplier', optional),
  // A fall of all of the price within reach of a response to it would make the volume endless.
  price('', 'Price decline', { ...optional, values: numberIn(-0.5, 0.8, 0.05) }),
  price('', 'Price base', { values: dayIn(-400, 400) }),
  price('', 'Price step', { ...optional, values: fc.constantFrom(0, 1, 3, 6, 12) }),
  price('', 'Price floor', { ...optional, values: numberIn(0, 0.9, 0.1) }),
  price('', 'Negotiated discount', optional),
  price('', 'Regional multiplier', optional),
  price('', 'Priority multiplier', optional),
  price('', 'Long-context input multiplier', optional),
  price('', 'Long-context output multiplier', optional),
  price.rest(''),
  ...TOKEN_CLASSES.map((tokenClass) => price.rest(tokenClass)),
);

const BOUNDS = [
  [500, 20_000],
  [20_100, 100_000],
  [100_100, 1_000_000],
] as const;

/** Up to four tiers whose bounds rise whatever a scenario takes. */
export const tiers: Rows = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const own = section('Discount tier');
  const numbers = Array.from({ length: count }, (_none, place) => place);
  return together(
    own('', 'Mode', optional),
    own('', 'Basis', optional),
    own.rest(''),
    perhapsOnlyInScenario(
      together(
        ...numbers.map((place) => own(String(place + 1), 'Multiplier', { values: numberIn(0, 1.2, 0.05) })),
        ...numbers.slice(0, -1).map((place) => {
          const [least, most] = BOUNDS[place] ?? [0, 0];
          return own(String(place + 1), 'Up to', { values: numberIn(least, most, 100) });
        }),
        ...numbers.map((place) => own.rest(String(place + 1), 'Up to')),
      ),
    ),
  );
});

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_none, place) => String(place + 1));

export const commitment: Rows = fc.integer({ min: 1, max: 5 }).chain((years) => {
  const own = section('Commitment');
  return together(
    own('', 'True-up', optional),
    own('', 'Overage factor', optional),
    own('', 'Window', optional),
    own.rest(''),
    perhapsOnlyInScenario(
      together(
        ...numbered(years).map((year) => own(year, 'Amount')),
        ...numbered(years).map((year) => own.rest(year)),
      ),
    ),
  );
});

export const takeOrPay: Rows = fc.integer({ min: 1, max: 4 }).chain((years) => {
  const own = section('Take-or-pay');
  const relief = { values: numberIn(0, 1e9, 1e7), ...optional };
  const year = (item: string): Rows =>
    together(
      own(item, 'Quantity', { values: numberIn(0, 4e10, 1e8) }),
      own(item, 'Maintenance', relief),
      own(item, 'Force majeure', relief),
      own(item, 'Vendor shortfall', relief),
      own(item, 'Permitted reduction', relief),
      own.rest(item),
    );
  return together(
    own('', 'Share'),
    own('', 'Price'),
    own('', 'Make-up years', optional),
    own('', 'Make-up price', optional),
    own('', 'Carry-forward cap', optional),
    own('', 'Carry-forward years', optional),
    own.rest(''),
    perhapsOnlyInScenario(together(...numbered(years).map(year))),
  );
});

export const lots: Rows = (() => {
  const own = section('Prepaid lot');
  // Lots expire in one order in all scenarios, so their spans do not overlap; the last may never expire.
  const lot = (name: string, from: number, to: number, expiry: CellOptions): Rows =>
    perhapsOnlyInScenario(
      together(
        own(name, 'Date', { values: dayIn(from, to) }),
        own(name, 'Paid', { values: numberIn(0, 60_000, 10), instead: none }),
        own(name, 'Credits', { values: numberIn(10, 60_000, 10) }),
        own(name, 'Expiry', expiry),
        own(name, 'Rollover cap', { ...optional, values: numberIn(0, 20_000, 10) }),
        own(name, 'Rollover months', { ...optional, values: numberIn(0, 6) }),
        own.rest(name),
      ),
    );
  return together(
    lot('L1', -90, 90, { values: dayIn(93, 150) }),
    sometimes(lot('L2', 0, 180, { values: dayIn(186, 400) })),
    sometimes(lot('L3', 0, 300, { values: dayIn(403, 900), ...optional })),
  );
})();
