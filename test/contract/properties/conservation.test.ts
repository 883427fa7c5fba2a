import { Decimal, ONE, ZERO } from '../../../src/base/decimal';
import { round } from '../../../src/base/rounding';
import { totalDistribution } from '../../../src/contract/rules/tranche-distribution';
import { TRANCHE_KINDS, type Tranche } from '../../../src/contract/rules/tranches';
import { contractDrafts } from './drafts/contract-arbitrary';
import {
  type ContractCase,
  type ScenarioReading,
  expectAtMost,
  expectSame,
  expectThat,
  sumOf,
} from './contract-case';
import { inContractYears, netThroughTiers } from './contract-years';
import { testEveryContract } from './every-contract';

const each =
  (holds: (reading: ScenarioReading) => void) =>
  ({ readings }: ContractCase): void => {
    readings.forEach(holds);
  };

/** One line is the sum of others, period by period. */
function addsUp(reading: ScenarioReading, whole: string, parts: readonly string[]): void {
  reading.series(whole).forEach((value, period) => {
    const values = parts.map((part) => reading.at(part, period));
    expectSame(
      sumOf(values),
      value,
      `${whole}, month ${period}`,
      Decimal.max(0, ...values.map((v) => v.abs())),
    );
  });
}

testEveryContract(contractDrafts, {
  'every figure is a number, but for quotients of nothing': each((reading) => {
    const quotients = /^(price\.effective|capital\.(to spend|round trip))/;
    for (const line of reading.lines) {
      if (quotients.test(line.id)) continue;
      reading.evaluation.series(line).forEach((value, period) => {
        expectThat(value.isFinite(), `${line.id}, month ${period}: ${value.toString()}`);
      });
    }
  }),

  'P1: what a committed term costs is what it bills, and what is left of it is prepaid': each((reading) => {
    const billed = reading.sum('reserved.billed');
    const before = reading.scalar('reserved.prepaid.brought forward');
    const closing = reading.last('reserved.prepaid.closing');
    expectSame(
      billed.plus(before),
      reading.sum('reserved.effective').plus(closing),
      'billed and effective',
      billed,
    );
    const ends = reading.evaluation.timeline.end(reading.periods - 1);
    // Who leaves on the day after the horizon leaves beyond it.
    const stop = reading.scalar('reserved.stop');
    const isLeft = stop.lt(reading.scalar('reserved.end'));
    const isOver = isLeft
      ? stop.lt(ends)
      : stop.lte(ends) && (reading.day('Reserved', '', 'Start') ?? 0) < ends;
    if (isOver) expectSame(closing, 0, 'prepaid after the term', billed);
    const most = Decimal.max(reading.scalar('reserved.payment'), before);
    for (const value of reading.series('reserved.prepaid.closing')) {
      expectAtMost(ZERO, value, 'prepaid is not negative');
      expectAtMost(value, most, 'prepaid is at most what was paid');
    }
  }),

  'P2: used and unused capacity are what capacity costs': each((reading) => {
    addsUp(reading, 'reserved.effective', ['reserved.used', 'reserved.unused']);
    for (const id of ['reserved.used', 'reserved.unused']) {
      for (const value of reading.series(id)) expectAtMost(ZERO, value, id);
    }
  }),

  'P3: what is served and what overflows is the demand': each((reading) => {
    addsUp(reading, 'reserved.demand', ['reserved.served', 'reserved.overflow']);
    addsUp(reading, 'reserved.demand', reading.items('reserved.demand'));
  }),

  'P4: products, vendors and charges add up to their totals': each((reading) => {
    for (const id of ['token.list', 'token.net']) addsUp(reading, id, reading.items(id));
    const vendors = reading.table.items('Vendor');
    for (const vendor of vendors)
      addsUp(reading, `vendor.cost[${vendor}]`, reading.items(`vendor.cost[${vendor}]`));
    addsUp(
      reading,
      'vendor.cost',
      vendors.map((vendor) => `vendor.cost[${vendor}]`),
    );
    addsUp(reading, 'vendor.true-up', reading.items('vendor.true-up'));
    addsUp(reading, 'tools.cost', reading.items('tools.cost'));
    addsUp(reading, 'usage.tokens', reading.items('usage.tokens'));
    addsUp(reading, 'reserved.fee', reading.items('reserved.fee'));
    addsUp(reading, 'counterfactual.fee', reading.items('counterfactual.fee'));
  }),

  'P4: every cost by product adds up to its total': each((reading) => {
    const columns = ['reserved', 'overflow', 'token', 'vendor', 'commitment', 'other', 'total'];
    for (const column of columns)
      addsUp(reading, `chargeback.${column}`, reading.items(`chargeback.${column}`));
    addsUp(reading, 'reserved.unused', reading.items('chargeback.unused'));
    addsUp(reading, 'reserved.effective', ['chargeback.reserved']);
    addsUp(reading, 'reserved.overflow cost', ['chargeback.overflow']);
    addsUp(reading, 'token.net', ['chargeback.token']);
    addsUp(reading, 'vendor.cost', ['chargeback.vendor']);
    addsUp(reading, 'total.effective', ['chargeback.total']);
  }),

  'P5: with a true-up a contract year costs its commitment or what is metered, whichever is more': each(
    (reading) => {
      const settles = reading.choice('Commitment', '', 'True-up') !== 'No';
      if (!settles || reading.choice('Commitment', '', 'Window') === 'Month') return;
      for (const year of inContractYears(reading)) {
        const metered = year.sum('token.net');
        const owed = Decimal.max(
          0,
          year.owed(reading.at('commitment.minimum', year.first)).minus(year.sum('hold.relief')),
        );
        const spent = metered.plus(year.sum('commitment.true-up'));
        expectSame(
          spent,
          Decimal.max(owed, metered),
          `contract year ${year.number}`,
          year.sum('token.contracted'),
        );
      }
    },
  ),

  'P5: in every month with a monthly window': each((reading) => {
    const settles = reading.choice('Commitment', '', 'True-up') !== 'No';
    if (!settles || reading.choice('Commitment', '', 'Window') !== 'Month') return;
    reading.series('commitment.minimum').forEach((minimum, period) => {
      const net = reading.at('token.net', period);
      const owed = Decimal.max(0, minimum.div(12).minus(reading.at('hold.relief', period)));
      const inYear = reading.at('transition.contract year', period).gt(0);
      const spent = net.plus(reading.at('commitment.true-up', period));
      expectSame(spent, inYear ? Decimal.max(owed, net) : net, `month ${period}`, net);
    });
  }),

  'P5: without a true-up a shortfall costs nothing': each((reading) => {
    if (reading.choice('Commitment', '', 'True-up') !== 'No') return;
    expectSame(reading.sum('commitment.true-up'), 0, 'true-up');
  }),

  'P6: the months of a contract year cost what its spend costs through the tiers at once': each((reading) => {
    if (reading.choice('Discount tier', '', 'Basis') === 'Tokens') return;
    for (const year of inContractYears(reading)) {
      const spend = year.sum('token.contracted');
      expectSame(
        year.sum('token.net'),
        netThroughTiers(reading, spend),
        `contract year ${year.number}`,
        spend,
      );
    }
  }),

  'P7: behaviour and tariff bridge this path and staying reserved': each((reading) => {
    addsUp(reading, 'comparison.delta', ['comparison.behaviour', 'comparison.tariff']);
    reading.series('comparison.delta').forEach((delta, period) => {
      const billed = reading.at('total.billed', period);
      const stays = reading.at('counterfactual.cost', period);
      expectSame(delta, billed.minus(stays), `delta of month ${period}`, billed.abs().plus(stays));
    });
  }),

  'P8: the price per million tokens times the tokens is the effective cost': each((reading) => {
    reading.series('price.effective').forEach((price, period) => {
      const tokens = reading.at('usage.tokens', period);
      if (tokens.isZero()) return;
      expectSame(price.times(tokens).div(1e6), reading.at('total.effective', period), `month ${period}`);
    });
  }),

  'P9: what is paid for credits is used, expired or still there': each((reading) => {
    for (const lot of reading.table.items('Prepaid lot')) {
      const part = (name: string) => `prepaid.${name}[${lot}]`;
      // A lot bought before the model starts is there at its start.
      const before = reading.at(part('opening'), 0);
      const credits = reading.sum(part('credits')).plus(before);
      const closing = reading.last(part('closing'));
      const gone = reading.sum(part('drawn')).plus(reading.sum(part('expired')));
      expectSame(credits, gone.plus(closing), `credits of ${lot}`, credits);
      const price = reading.number('Prepaid lot', lot, 'Paid') ?? ZERO;
      const paid = before.isZero() ? reading.sum(part('paid')) : price;
      const unit = credits.isZero() ? ZERO : paid.div(credits);
      expectSame(paid, reading.sum(part('effective')).plus(closing.times(unit)), `value of ${lot}`, paid);
      expectSame(closing.times(unit), reading.last(part('value')), `closing value of ${lot}`, paid);
      for (const id of ['closing', 'drawn', 'expired']) {
        for (const value of reading.series(part(id))) expectAtMost(ZERO, value, part(id));
      }
    }
  }),

  'P9: credits never pay for more than the meter bills': each((reading) => {
    const lots = reading.table.items('Prepaid lot');
    reading.series('token.net').forEach((net, period) => {
      const drawn = sumOf(lots.map((lot) => reading.at(`prepaid.drawn[${lot}]`, period)));
      expectAtMost(drawn, Decimal.max(net, 0), `drawn in month ${period}`);
    });
  }),

  'P10: the total billed is the sum of lines, each rounded by itself': each((reading) => {
    const lines = reading.lines.map(({ id }) => id).filter((id) => id.startsWith('invoice.'));
    addsUp(reading, 'total.billed', lines);
    const policy = reading.choice('Model', '', 'Invoice rounding');
    const places = reading.number('Model', '', 'Invoice digits')?.toNumber() ?? 2;
    const mode = policy === 'Half even' ? 'Half even' : 'Half away from zero';
    const sources = [
      ['invoice.reserved recurring', 'reserved.recurring'],
      ['invoice.overflow', 'reserved.overflow cost'],
      ['invoice.true-up', 'commitment.true-up'],
      ['invoice.take-or-pay', 'take-or-pay.settlement'],
      ...reading
        .items('invoice.token')
        .map((id): [string, string] => [id, id.replace('invoice.token', 'token.net')]),
    ] as const;
    for (const [line, source] of sources) {
      reading.series(source).forEach((amount, period) => {
        const expected = policy === 'None' || policy === '' ? amount : round(amount, places, mode);
        expectSame(reading.at(line, period), expected, `${line}, month ${period}`);
      });
    }
  }),

  'P11: likelihoods of tranches are those of the exact distribution': each((reading) => {
    const isSequential = reading.choice('Tranche', '', 'Mode') === 'Sequential';
    const tranches = tranchesOf(reading);
    const distribution = totalDistribution(tranches, isSequential ? 'Sequential' : 'Unconditional');
    expectSame(sumOf(distribution.map(({ probability }) => probability)), ONE, 'probabilities');
    const mean = sumOf(distribution.map(({ total, probability }) => total.times(probability)));
    const expected = sumOf(
      tranches.map(({ name, amount }) => amount.times(reading.scalar(`capital.likelihood[${name}]`))),
    );
    expectSame(mean, expected, 'mean of the distribution');
    for (const { name, probability } of tranches) {
      const likelihood = reading.scalar(`capital.likelihood[${name}]`);
      expectAtMost(likelihood, probability, 'a chain makes nothing likelier');
    }
  }),

  'P11: committed, expected and maximum rise in this order, and never fall with time': each((reading) => {
    const measures = ['funded', 'committed', 'expected', 'maximum'];
    for (let period = 0; period < reading.periods; period += 1) {
      const values = measures.map((measure) => reading.at(`capital.${measure}`, period));
      values.slice(1).forEach((value, place) => {
        expectAtMost(values[place] ?? ZERO, value, `${measures[place + 1] ?? ''}, month ${period}`);
      });
      for (const measure of measures) {
        const flow = reading.at(`capital.flow[${measure}]`, period);
        const before = period === 0 ? undefined : reading.at(`capital.${measure}`, period - 1);
        if (before) expectSame(before.plus(flow), reading.at(`capital.${measure}`, period), measure);
      }
    }
  }),

  'cash and cost differ by what is prepaid at the start and at the end': each((reading) => {
    const policy = reading.choice('Model', '', 'Invoice rounding');
    if (policy !== 'None' && policy !== '') return;
    const lots = reading.table.items('Prepaid lot');
    const before = sumOf(
      lots
        .filter((lot) => !reading.at(`prepaid.opening[${lot}]`, 0).isZero())
        .map((lot) => reading.number('Prepaid lot', lot, 'Paid') ?? ZERO),
    );
    const value = sumOf(lots.map((lot) => reading.last(`prepaid.value[${lot}]`)));
    const opening = reading.scalar('reserved.prepaid.brought forward').plus(before);
    const billed = reading.sum('total.billed').plus(opening);
    const effective = reading
      .sum('total.effective')
      .plus(reading.last('reserved.prepaid.closing'))
      .plus(value);
    expectSame(billed, effective, 'billed and effective', billed.abs().plus(reading.sum('token.contracted')));
  }),
});

function tranchesOf(reading: ScenarioReading): (Tranche & { name: string })[] {
  const value = (name: string, term: string) => reading.number('Tranche', name, term) ?? ZERO;
  return reading.table.items('Tranche').map((name) => {
    const kind =
      TRANCHE_KINDS.find((known) => known === reading.choice('Tranche', name, 'Kind')) ?? 'Expired';
    return {
      name,
      day: value(name, 'Date').toNumber(),
      amount: value(name, 'Amount'),
      // One that the scenario leaves out cannot come.
      kind: reading.table.given('Tranche', name, 'Amount', reading.scenario) === null ? 'Expired' : kind,
      probability: kind === 'Contingent' ? value(name, 'Probability') : ONE,
    };
  });
}
