import { expectNear } from '../near';
import settlements from '../reference-settlements.json';
import vectors from '../reference-vectors.json';
import { type ScenarioReading, sumOf } from '../properties/contract-case';
import { METERED, type ShortRow, baseOf } from './contract-of';

/** Months with so many dollars of tokens at list: one dollar per token. */
function spending(perMonth: readonly string[], ...more: ShortRow[]): ScenarioReading {
  return baseOf(
    ...METERED,
    ['Model', '', 'Horizon', perMonth.length],
    ['Token price', 'Input', 'Price', 1_000_000],
    ['Usage', 'Chat', 'Input tokens per month', 1],
    ['Usage', 'Chat', 'Growth', 'Table'],
    ...perMonth.map((amount, month): ShortRow => ['Growth index', 'Chat', `Month ${month}`, Number(amount)]),
    ...more,
  );
}

describe('discount tiers: 0.10 up to 1,000, 0.05 up to 10,000, 0.01 above', () => {
  const bounds = vectors.tiers.tiers as [string | null, string][];
  const tiers = bounds.flatMap(([upTo, multiplier], place): ShortRow[] => [
    ...(upTo === null ? [] : [['Discount tier', `${place + 1}`, 'Up to', Number(upTo)] as const]),
    ['Discount tier', `${place + 1}`, 'Multiplier', Number(multiplier)],
  ]);

  test.each(vectors.tiers.rows as [string, string, string][])('%s', (spend, graduated, volume) => {
    const net = (mode: string) =>
      spending([spend], ...tiers, ['Discount tier', '', 'Mode', mode]).scalar('token.net');
    expectNear(net('Graduated'), graduated);
    expectNear(net('Volume'), volume);
  });
});

test.each(settlements.true_up as [string[], string, string[]][])(
  'true-up of %j against a commitment of %s',
  (perMonth, amount, expected) => {
    const reading = spending(
      perMonth,
      ['Commitment', '', 'True-up', 'Yes'],
      ['Commitment', '1', 'Amount', Number(amount)],
    );
    reading.series('commitment.true-up').forEach((trueUp, month) => {
      expectNear(trueUp, expected[month] ?? '');
    });
  },
);

describe('prepaid credits: 100 for 90, three months; 50 more for 50', () => {
  const { usage, topups, expiry_months: months, rows } = settlements.prepaid;
  const firstOf = (month: number) => `2027-0${month + 1}-01`;
  const lots = Object.entries(topups).flatMap(([bought, [paid, credits]]): ShortRow[] => [
    ['Prepaid lot', `Of ${bought}`, 'Date', firstOf(Number(bought))],
    ['Prepaid lot', `Of ${bought}`, 'Paid', Number(paid)],
    ['Prepaid lot', `Of ${bought}`, 'Credits', Number(credits)],
    ['Prepaid lot', `Of ${bought}`, 'Expiry', firstOf(Number(bought) + months)],
  ]);
  const reading = spending(usage, ...lots);

  const allLots = (id: string, month: number) =>
    sumOf(reading.items(id).map((lot) => reading.at(lot, month)));

  test.each(rows)('month $t', (row) => {
    expectNear(allLots('prepaid.drawn', row.t), row.drawn);
    expectNear(allLots('prepaid.expired', row.t), row.expired);
    expectNear(allLots('prepaid.closing', row.t), row.close);
    expectNear(reading.at('total.billed', row.t).minus(allLots('prepaid.paid', row.t)), row.on_demand);
    expectNear(reading.at('total.billed', row.t), row.billed);
    expectNear(reading.at('total.effective', row.t), row.effective);
  });
});
