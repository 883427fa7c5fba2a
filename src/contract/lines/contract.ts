import {
  type Expression,
  constant,
  monthsAfter,
  periodIndex,
  running,
  sumOf,
  when,
} from '../../calc/expression';
import type { Line } from '../../calc/line';
import { Model } from '../../calc/model';
import { commitmentLines } from './commitment';
import { type ContractTerms, LineBook } from './contract-terms';
import { meteredLines } from './metered';
import { overflow, reservedLines, tariffLines } from './reserved';
import { priceLines } from './token';
import { transitionLines } from './transition';
import { usageLines } from './usage';

const MILLION = 1_000_000;

/** The whole contract as lines, one for each product, tier, unit step and vendor that the terms name. */
export function contractModel(terms: ContractTerms): Model {
  const book = new LineBook(terms);
  const model = (name: string) => book.term('Model', '', name);
  const horizonEnd = monthsAfter(model('Start'), model('Horizon'));
  const money = 'currency';

  const transition = transitionLines(book);
  const usage = usageLines(book);
  const price = priceLines(book);
  const metered = meteredLines(book, usage, transition, price);

  // Reserved side
  const wanted = usage.products.map(({ name, demand, weight }) =>
    book.period(
      { id: `reserved.demand[${name}]`, label: `${name}: demand on reserved capacity`, unit: 'tokens' },
      demand.times(constant(1).minus(transition.share)).times(weight),
    ),
  );
  const demand = book.period(
    { id: 'reserved.demand', label: 'Demand on reserved capacity', unit: 'tokens' },
    sumOf(wanted),
  );
  const reserved = reservedLines(book, horizonEnd);
  const overage = book.period(
    { id: 'reserved.overflow', label: 'Demand beyond the capacity', unit: 'tokens' },
    overflow(book, 'Reserved', demand, reserved.tariff.capacity),
  );
  const served = book.period(
    { id: 'reserved.served', label: 'Demand served by reserved capacity', unit: 'tokens' },
    demand.minus(overage),
  );
  const utilisation = book.period(
    {
      id: 'reserved.utilisation',
      label: 'Utilisation',
      unit: 'share',
      summary: { kind: 'ratio', of: served, to: reserved.tariff.capacity },
    },
    served.over(reserved.tariff.capacity, 0),
  );
  const used = book.period(
    { id: 'reserved.used', label: 'Effective cost, used', unit: money, focus: 'EffectiveCost (Used)' },
    reserved.effective.times(utilisation),
  );
  book.period(
    { id: 'reserved.unused', label: 'Effective cost, unused', unit: money, focus: 'EffectiveCost (Unused)' },
    reserved.effective.minus(used),
  );
  const overageCost = book.period(
    { id: 'reserved.overflow cost', label: 'Overflow, on demand', unit: money, focus: 'BilledCost' },
    overage.times(price.onDemand),
  );

  // Token side
  const trueUp = commitmentLines(book, transition, metered.net, horizonEnd);
  const tokenCost = book.period(
    { id: 'token.cost', label: 'Token cost', unit: money },
    metered.net.plus(metered.secondVendors).plus(trueUp),
  );

  const billed = book.period(
    { id: 'total.billed', label: 'Total billed', unit: money, focus: 'BilledCost' },
    reserved.billed.plus(overageCost).plus(tokenCost),
  );
  const effective = book.period(
    { id: 'total.effective', label: 'Total effective', unit: money, focus: 'EffectiveCost' },
    reserved.effective.plus(overageCost).plus(tokenCost),
  );

  // Counterfactual
  const cf = tariffLines(
    book,
    { section: 'Counterfactual', id: 'counterfactual', label: 'Staying reserved' },
    undefined,
  );
  const cfDemand = book.period(
    { id: 'counterfactual.demand', label: 'Staying reserved: demand', unit: 'tokens' },
    sumOf(usage.products.map(({ base, weight }) => base.times(weight))),
  );
  const cfOver = book.period(
    { id: 'counterfactual.overflow', label: 'Staying reserved: demand beyond the capacity', unit: 'tokens' },
    overflow(book, 'Counterfactual', cfDemand, cf.capacity),
  );
  book.period(
    {
      id: 'counterfactual.utilisation',
      label: 'Staying reserved: utilisation',
      unit: 'share',
      summary: { kind: 'none' },
    },
    cfDemand.minus(cfOver).over(cf.capacity, 0),
  );
  const cfOverCost = book.period(
    { id: 'counterfactual.overflow cost', label: 'Staying reserved: overflow, on demand', unit: money },
    cfOver.times(price.onDemand),
  );
  const cfCost = book.period(
    { id: 'counterfactual.cost', label: 'Staying reserved: cost', unit: money },
    cf.fee.plus(cfOverCost),
  );

  const actual = usage.products.map(({ name, demand: d, weight }) => {
    const tokens = d.times(constant(1).minus(transition.share)).plus(metered.tokens.get(name) ?? constant(0));
    return { tokens, weight };
  });
  const volume = book.period(
    { id: 'usage.tokens', label: 'Input-side tokens', unit: 'tokens' },
    sumOf(actual.map(({ tokens }) => tokens)),
  );
  const iet = book.period(
    { id: 'usage.iet', label: 'Input-equivalent tokens', unit: 'tokens' },
    sumOf(actual.map(({ tokens, weight }) => tokens.times(weight))),
  );
  const csOver = book.period(
    { id: 'same volume.overflow', label: 'Same volumes, reserved tariff: beyond capacity', unit: 'tokens' },
    overflow(book, 'Counterfactual', iet, cf.capacity),
  );
  book.period(
    { id: 'same volume.cost', label: 'Same volumes, reserved tariff: cost', unit: money },
    cf.fee.plus(csOver.times(price.onDemand)),
  );

  const delta = book.period(
    { id: 'comparison.delta', label: 'Delta: path less staying reserved', unit: money },
    billed.minus(cfCost),
  );
  book.period(
    {
      id: 'comparison.cumulative',
      label: 'Total billed, cumulative',
      unit: money,
      summary: { kind: 'closing' },
    },
    running(billed),
  );
  book.period(
    {
      id: 'comparison.cumulative reserved',
      label: 'Staying reserved, cumulative',
      unit: money,
      summary: { kind: 'closing' },
    },
    running(cfCost),
  );
  book.period(
    {
      id: 'comparison.cumulative delta',
      label: 'Delta, cumulative',
      unit: money,
      summary: { kind: 'closing' },
    },
    running(delta),
  );
  book.period(
    {
      id: 'price.effective',
      label: 'Effective cost per million input-side tokens',
      unit: money,
      summary: { kind: 'ratio', of: effective, to: volume, times: MILLION },
    },
    effective.over(volume.over(MILLION)),
  );
  book.period(
    {
      id: 'price.effective iet',
      label: 'Effective cost per million input-equivalent tokens',
      unit: money,
      summary: { kind: 'ratio', of: effective, to: iet, times: MILLION },
    },
    effective.over(iet.over(MILLION)),
  );
  discountLines(book);
  return new Model(book.lines);
}

function discountLines(book: LineBook): Line {
  const model = (name: string) => book.term('Model', '', name);
  const timing = (choice: string) => book.chosen('Model', '', 'Discount timing', choice);
  const yearly = model('Discount rate').plus(1);
  const monthly = book.scalar(
    { id: 'valuation.monthly factor', label: 'Monthly discount factor', unit: 'factor' },
    yearly.power(constant(-1).over(12)),
  );
  const first: Expression = when(timing('Mid'), monthly.power('0.5'), when(timing('End'), monthly, 1));
  const years = periodIndex.over(12).floor();
  return book.period(
    { id: 'valuation.factor', label: 'Discount factor', unit: 'factor', summary: { kind: 'none' } },
    first
      .times(constant(1).over(yearly.power(years)))
      .times(monthly.power(periodIndex.minus(years.times(12)))),
  );
}
