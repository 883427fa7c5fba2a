import { Decimal } from '../../../src/base/decimal';
import { shortDrafts } from './drafts/contract-arbitrary';
import type { Draft, Row } from './drafts/draft';
import { expectSame } from './contract-case';
import { ContractPool, forEvery } from './contract-pool';
import { baseOf, changed, onlyBase, unitOf, without } from './drafts/draft-changes';

const bases = new ContractPool(shortDrafts.map(onlyBase));
/** Rounding to cents is not linear. */
const withoutRounding = (draft: Draft): Draft => without(draft, ({ term }) => term === 'Invoice rounding');

const unrounded = bases.map(withoutRounding);

const MONEY = [
  'total.billed',
  'total.effective',
  'reserved.billed',
  'token.net',
  'vendor.cost',
  'token.cost',
];
const COMPARED = [
  ...MONEY,
  'counterfactual.cost',
  'comparison.behaviour',
  'valuation.billed',
  'chargeback.total',
];

function expectScaled(draft: Draft, scaled: Draft, factor: number, ids = COMPARED): void {
  const [before, after] = [baseOf(draft), baseOf(scaled)];
  for (const id of ids) {
    const scale = Decimal.max(0, ...COMPARED.flatMap((other) => before.series(other)).map((v) => v.abs()));
    before.series(id).forEach((value, period) => {
      expectSame(after.at(id, period), value.times(factor), `${id}, month ${period}`, scale.times(factor));
    });
  }
}

const isBound = (row: Row): boolean => row.section === 'Discount tier' && row.term === 'Up to';
const isCapacity = (row: Row): boolean => row.term === 'Tokens per unit-hour';
const isAmount = (row: Row): boolean => unitOf(row) === 'currency' && row.section !== 'Tranche';
const countsTokens = (draft: Draft): boolean =>
  draft.rows.some(({ term, cells }) => term === 'Basis' && cells[0] === 'Tokens');

test('P16: twice the volumes, units, seats, bounds, commitments and credits cost twice as much', () => {
  const pick = (row: Row): boolean =>
    (unitOf(row) === 'tokens' && !isCapacity(row)) ||
    ['units', 'seats'].includes(unitOf(row)) ||
    (isAmount(row) && row.term !== 'Price per seat-month') ||
    isBound(row);
  forEvery(unrounded, (draft) => {
    expectScaled(
      draft,
      changed(draft, pick, (value) => value * 2),
      2,
    );
  });
});

test('P17: in a currency worth a fifth every price, bound and commitment is five times as high, and every cost', () => {
  forEvery(unrounded, (draft) => {
    const pick = (row: Row): boolean =>
      isAmount(row) || unitOf(row).startsWith('currency per') || (isBound(row) && !countsTokens(draft));
    expectScaled(
      draft,
      changed(draft, pick, (value) => value * 5),
      5,
    );
  });
});

test('P18: tokens counted in fours at four times the price cost the same', () => {
  forEvery(unrounded, (draft) => {
    const tokens = (row: Row): boolean => unitOf(row) === 'tokens' || (isBound(row) && countsTokens(draft));
    const prices = (row: Row): boolean => unitOf(row) === 'currency per million tokens';
    // A quarter of an even number of tokens is exact in the digits of a cell.
    const fewer = changed(draft, tokens, (value) => value / 4);
    expectScaled(
      draft,
      changed(fewer, prices, (value) => value * 4),
      1,
    );
  });
});
