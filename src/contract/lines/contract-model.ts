import { type Expression, constant, grouped, monthsAfter, sumOf, when } from '../../calc/expression';
import type { Line } from '../../calc/line';
import { Model } from '../../calc/model';
import type { ContractTerms } from '../../terms/table/contract-terms';
import { capitalLines } from './outcome/capital';
import { chargebackLines } from './outcome/chargeback';
import { ContractYear, commitmentLines } from './billing/commitment';
import { comparisonLines } from './outcome/comparison';
import { invoiceLines } from './billing/invoice';
import { LineBook } from './line-book';
import { meteredLines } from './metered/metered';
import { prepaidLines } from './billing/prepaid';
import { priceLines } from './metered/price';
import { reservedLines } from './reserved/reserved';
import { loadOn } from './reserved/reserved-tariff';
import { seatToolLines } from './billing/seat-tools';
import { takeOrPayLine } from './billing/take-or-pay';
import { timeLines } from './basis/time';
import { transitionLines } from './basis/transition';
import { usageLines } from './basis/usage';
import { valuationLines } from './outcome/valuation';
import { vendorLines } from './metered/vendors';

/** The whole contract as lines: one for each product, tier, unit step, vendor and tranche that the terms name. */
export function contractModel(terms: ContractTerms): Model {
  const book = new LineBook(terms);
  const horizonEnd = monthsAfter(book.term('Model', 'Start'), book.term('Model', 'Horizon'));
  timeLines(book);
  const transition = transitionLines(book);
  const usage = usageLines(book);
  const price = priceLines(book);

  const wanted = usage.products.map(({ name, demand, weight }) => ({
    name,
    line: book.tokens(
      `reserved.demand[${name}]`,
      `Demand on reserved capacity: ${name}`,
      demand.times(constant(1).minus(transition.share)).times(weight),
    ),
  }));
  const demand = book.tokens(
    'reserved.demand',
    'Demand on reserved capacity',
    sumOf(wanted.map(({ line }) => line)),
  );
  const reserved = reservedLines(book, horizonEnd);
  const { capacity } = reserved.tariff;
  const [overflowing, within] = loadOn(book, 'Reserved', demand, capacity);
  const beyond = book.tokens('reserved.overflow', 'Demand beyond the capacity', overflowing);
  const served = book.tokens('reserved.served', 'Demand served by reserved capacity', within);
  const utilisation = book.share('reserved.utilisation', 'Utilisation', served.over(capacity, 0), {
    summary: { kind: 'ratio', of: served, to: capacity },
  });
  const used = book.money(
    'reserved.used',
    'Effective cost, used',
    reserved.effective.minus(reserved.costOfLeaving).times(utilisation),
    {
      focus: 'EffectiveCost (Used)',
    },
  );
  const unused = book.money('reserved.unused', 'Effective cost, unused', reserved.effective.minus(used), {
    focus: 'EffectiveCost (Unused)',
  });
  const overflowCost = book.money(
    'reserved.overflow cost',
    'Overflow, on demand',
    beyond.times(price.onDemand),
    {
      focus: 'BilledCost',
    },
  );
  const breakEven = book.tokens(
    'reserved.break-even',
    'Tokens at which the meter costs what the capacity costs',
    reserved.tariff.fee.over(price.onDemand, 0),
  );
  book.share(
    'reserved.break-even utilisation',
    'Utilisation at which the meter costs what the capacity costs',
    breakEven.over(capacity, 0),
    { summary: { kind: 'ratio', of: breakEven, to: capacity } },
  );

  const vendors = vendorLines(book);
  const metered = meteredLines(book, usage, transition, price, vendors);
  const contractYear = new ContractYear(transition.year, transition.cutover, horizonEnd);
  const commitment = commitmentLines(book, transition, contractYear, metered.net, metered.relief);
  const takeOrPay = takeOrPayLine(book, transition, contractYear, metered.firstVendorTokens);
  const otherTrueUps = metered.others.map(({ name, cost }) => ({
    name,
    definition: book.isUsed('Vendor', name, 'Commitment')
      ? contractYear.trueUp(
          contractYear.owed(book.term('Vendor', name, 'Commitment')),
          inContractYear(cost, transition),
        )
      : constant(0),
  }));
  const otherTrueUp = book.moneyBy('vendor.true-up', 'True-up of the other vendors', otherTrueUps);
  const tools = seatToolLines(
    book,
    metered.others.map(({ name }) => name),
  );
  const prepaid = prepaidLines(book, metered.net);
  const tokenParts: Expression[] = [
    metered.net,
    metered.othersTotal,
    commitment.trueUp,
    commitment.premium,
    takeOrPay,
    metered.credit,
    otherTrueUp.sum,
  ];
  const tokenCost = book.money('token.cost', 'Token cost', sumOf(tokenParts));
  const tokenEffective = book.money(
    'token.effective',
    'Token cost, effective',
    tokenCost.minus(prepaid.drawn).plus(prepaid.effective),
    { focus: 'EffectiveCost' },
  );

  const invoice = invoiceLines(book, {
    reserved,
    overflowCost,
    metered,
    commitment,
    takeOrPay,
    otherTrueUp,
    tools,
    prepaid,
  });
  const billed = book.money('total.billed', 'Total billed', invoice.total, {
    focus: 'BilledCost',
  });
  const effective = book.money(
    'total.effective',
    'Total effective',
    reserved.effective.plus(overflowCost).plus(tokenEffective).plus(tools.cost),
    { focus: 'EffectiveCost' },
  );
  const paidToFirst = book.money('vendor.paid', 'Billed by the first vendor', invoice.firstVendor);

  const comparison = comparisonLines(book, { usage, transition, price, metered, billed, effective });
  chargebackLines(book, {
    wanted,
    demand,
    effective: reserved.effective,
    unused,
    overflowCost,
    metered,
    commitment,
    takeOrPay,
    transition,
    otherTrueUp: otherTrueUp.sum,
    tools: tools.cost,
    prepaid,
    volume: comparison.volumeByProduct,
    totalEffective: effective,
  });
  valuationLines(book, { billed, effective, reservedPath: comparison.reservedPath });
  capitalLines(book, paidToFirst);
  return new Model(book.lines);
}

const inContractYear = (cost: Line, transition: { year: Line }): Expression =>
  when(transition.year.isAbove(0), grouped(cost, transition.year), 0);
