import { addMonths } from '../../base/calendar';
import { Decimal, ONE, ZERO } from '../../base/decimal';
import { graduatedCost, volumeCost, type Tier } from '../rules/tiers';
import type { Comparison, ScenarioCheck } from './check';
import { type ScenarioReader, sum } from './scenario-reader';

const MONTHS_IN_YEAR = 12;

/** What is computed here a second time, by another way than the model's. */
export const SETTLEMENTS: readonly ScenarioCheck[] = [
  {
    name: 'Contract year: metered + relief + true-up covers the commitment, and no more is trued up',
    kind: 'Error',
    *compare(reader) {
      if ((reader.choice('Commitment', 'True-up') ?? 'Yes') === 'No') return;
      if (reader.choice('Commitment', 'Window') === 'Month') return;
      for (const [year, months] of reader.groups('transition.contract year')) {
        if (year !== '0') yield yearSettled(reader, Number(year), months);
      }
    },
  },
  {
    name: 'Contract year: cost after tiers = the price card on its spend',
    kind: 'Error',
    *compare(reader) {
      const tiers = tiersOf(reader);
      if (tiers.length === 0 || reader.choice('Discount tier', 'Basis') === 'Tokens') return;
      const isVolume = reader.choice('Discount tier', 'Mode') === 'Volume';
      for (const [year, months] of reader.groups('transition.contract year')) {
        const spent = sumOver(reader, 'token.contracted', months);
        yield {
          value: sumOver(reader, 'token.net', months),
          expected: isVolume ? volumeCost(tiers, spent) : graduatedCost(tiers, spent),
          isMoney: true,
          where: yearText(year),
        };
      }
    },
  },
  {
    name: 'Prepaid credits: paid = used, expired and left, at cost',
    kind: 'Error',
    *compare(reader) {
      for (const lot of reader.contract.table.items('Prepaid lot')) {
        const bought = reader.sum(`prepaid.credits[${lot}]`);
        const paid = reader.sum(`prepaid.paid[${lot}]`);
        if (bought.isZero()) continue;
        const left = reader.last(`prepaid.closing[${lot}]`).times(paid).div(bought);
        yield {
          value: reader.sum(`prepaid.effective[${lot}]`).plus(left),
          expected: paid,
          isMoney: true,
          where: `Prepaid lot ${lot}`,
        };
      }
    },
  },
  presentValue('billed', 'total.billed', 'valuation.npv billed'),
  presentValue('staying reserved', 'counterfactual.cost', 'valuation.npv reserved path'),
];

const yearText = (year: string): string => (year === '0' ? 'before the cutover' : `contract year ${year}`);

const sumOver = (reader: ScenarioReader, id: string, months: readonly number[]): Decimal =>
  sum(months.map((month) => reader.at(id, month)));

/** The commitment from the table, by days where the horizon cuts the year; spend up to it is trued up. */
function yearSettled(reader: ScenarioReader, year: number, months: readonly number[]): Comparison {
  const metered = sumOver(reader, 'token.net', months);
  const relief = sumOver(reader, 'hold.relief', months);
  const owed = owedIn(reader, year);
  return {
    value: metered.plus(relief).plus(sumOver(reader, 'commitment.true-up', months)),
    expected: Decimal.max(metered.plus(relief), owed),
    isMoney: true,
    where: yearText(String(year)),
  };
}

function owedIn(reader: ScenarioReader, year: number): Decimal {
  const cutover = reader.term('Transition', 'Cutover')?.toNumber();
  if (cutover === undefined) return ZERO;
  const listed = reader.contract.table
    .items('Commitment')
    .flatMap((item) => {
      const amount = reader.term('Commitment', item, 'Amount');
      return item !== '' && amount && Number(item) <= year ? [{ from: Number(item), amount }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const amount = listed.at(-1)?.amount ?? ZERO;
  const start = addMonths(cutover, (year - 1) * MONTHS_IN_YEAR);
  const end = addMonths(cutover, year * MONTHS_IN_YEAR);
  const { timeline } = reader.evaluation;
  const within = Math.min(end, timeline.end(reader.periods - 1)) - start;
  return amount.times(within).div(end - start);
}

function tiersOf(reader: ScenarioReader): Tier[] {
  const tiers: Tier[] = [];
  for (const item of reader.contract.table.items('Discount tier')) {
    const unitPrice = item === '' ? undefined : reader.term('Discount tier', item, 'Multiplier');
    if (unitPrice === undefined) continue;
    tiers.push({ upTo: reader.term('Discount tier', item, 'Up to') ?? null, unitPrice, flatFee: ZERO });
  }
  // A card that ends leaves what lies beyond it at the list price.
  if (tiers.length > 0 && tiers.at(-1)?.upTo !== null)
    tiers.push({ upTo: null, unitPrice: ONE, flatFee: ZERO });
  return tiers;
}

/** Discounted month by month from the first, where the model multiplies whole years and months. */
function presentValue(what: string, amounts: string, npv: string): ScenarioCheck {
  return {
    name: `Net present value, ${what} = its months discounted one by one`,
    kind: 'Error',
    *compare(reader) {
      const yearly = (reader.term('Model', 'Discount rate') ?? ZERO).plus(1);
      const monthly = yearly.pow(ONE.div(MONTHS_IN_YEAR));
      const timing = reader.choice('Model', 'Discount timing') ?? 'Mid';
      let factor = timing === 'Begin' ? ONE : timing === 'End' ? monthly : monthly.sqrt();
      const values = reader.series(amounts).map((amount) => {
        const value = amount.div(factor);
        factor = factor.times(monthly);
        return value;
      });
      yield { value: sum(values), expected: reader.scalar(npv), isMoney: true, where: '' };
    },
  };
}
