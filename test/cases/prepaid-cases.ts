import { BREAKEVEN_TOKENS, DRAWDOWN } from './cells';
import { each, MILLION, sum, type Expressed } from './figures';

const column = (values: readonly number[]) => values.map((value) => [value]);

export const prepaidCases: Expressed = {
  'focus-saas-spend-B1': (given) => {
    const commit = given.number('commit');
    const used = given.numbers('list_usage').map((list) => each(list, 1 - given.number('discount')));
    // The contract ends after the months listed; what is left lapses in the period after.
    const end = used.length + 1;
    const ledger = DRAWDOWN([[1, commit, commit, end]], column([...used, 0]));
    const [billed, effective] = [ledger.column('Billed'), ledger.column('Effective')];
    return {
      purchase_BilledCost: billed[0] ?? NaN,
      shortfall_BilledCost: billed[end - 1] ?? NaN,
      shortfall_EffectiveCost: effective[end - 1] ?? NaN,
      sum_EffectiveCost: sum(effective),
    };
  },
  'zuora-token-prepay': (given) => {
    const [cash, price] = [given.number('prepaid_cash'), given.number('draw_price')];
    const tokens = BREAKEVEN_TOKENS(cash, price * MILLION);
    // Half as much again as was prepaid: the rest is overage.
    const used = given.number('prepaid_tokens') * 1.5;
    const ledger = DRAWDOWN([[1, cash, tokens, 2]], used, given.number('overage_price'));
    const [drawn = NaN] = ledger.column('Drawn');
    const [onDemand = NaN] = ledger.column('On demand');
    const [billed = NaN] = ledger.column('Billed');
    return { prepaid_tokens: drawn, overage_ratio: (billed - cash) / onDemand / (cash / drawn) };
  },
  'openmeter-rollover-cap': (given) => {
    const ledger = DRAWDOWN([[1, 0, given.number('grant')]], given.number('used'), null, [
      ['Window', 1],
      ['Min rollover', given.number('min_rollover')],
      ['Max rollover', given.number('max_rollover')],
    ]);
    return { balance_after_reset: ledger.column('Closing')[0] ?? NaN };
  },
  'openmeter-rollover-overage': (given) => ({
    // An overage that is preserved is the first usage of the next window.
    balance: DRAWDOWN([[1, 0, given.number('rolled')]], given.number('overage')).column('Closing')[0] ?? NaN,
  }),
  'focus-vc-A': (given) => {
    const [credits, price] = [given.number('credits'), given.number('price_per_credit')];
    const usage = Object.values(given.record('usage') ?? {}).map((line) => {
      const [units = NaN, creditsEach = NaN] = line as readonly number[];
      return each(units, creditsEach);
    });
    const ledger = DRAWDOWN([[1, each(credits, price), credits]], column([0, ...usage]));
    const [, q = NaN, z = NaN, w = NaN] = ledger.column('Effective');
    return { purchase: ledger.column('Billed')[0] ?? NaN, Q: q, Z: z, W: w };
  },
  'focus-vc-C-overage': (given) => {
    const [bulk, list] = [given.number('bulk_credits'), given.number('list_per_credit')];
    const ledger = DRAWDOWN(
      [[1, each(bulk, list), bulk]],
      column([bulk, given.number('overage_credits')]),
      list,
    );
    const [first = NaN, second = NaN] = ledger.column('Billed');
    return { overage: second, bulk: first };
  },
  'focus-cd-usage-100pct': (given) => {
    const hour = given.number('commitment_per_hour');
    // Bought, then used for an hour, then expired.
    const ledger = DRAWDOWN([[1, hour, hour, 3]], column([0, each(given.number('utilisation'), hour), 0]));
    const [, used = NaN, unused = NaN] = ledger.column('Effective');
    return {
      used_EffectiveCost: used,
      unused_EffectiveCost: unused,
      BilledCost_usage: ledger.column('Billed')[1] ?? NaN,
    };
  },
};
