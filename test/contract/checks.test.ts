import { Decimal } from '../../src/base/decimal';
import { Evaluation } from '../../src/calc/exact/exact';
import { checkContract } from '../../src/contract/checks/checks';
import { Contract } from '../../src/contract/contract';
import { parseTerms } from '../../src/terms/table/parse';
import { template } from '../../src/terms/templates/template';
import { must } from './near';

const contract = Contract.of(must(parseTerms(template('transition')).table));
const sound = contract.table.scenarios.map((_name, scenario) => contract.evaluation(scenario));

afterEach(() => jest.restoreAllMocks());

/** The contract with one figure of one scenario changed, as a fault in the model would change it. */
function withFault(id: string, period: number, by: string, scenario = 0): Contract {
  const original = must(sound[scenario]);
  const { model, timeline, terms } = original;
  const series = model.lines.map((line) =>
    line.id === id
      ? original.series(line).map((value, at) => (at === period ? value.plus(by) : value))
      : original.series(line),
  );
  const changed = new Evaluation(model, timeline, terms, series);
  jest
    .spyOn(contract, 'evaluation')
    .mockImplementation((place) => (place === scenario ? changed : must(sound[place])));
  return contract;
}

const failing = (spoilt: Contract): string[] =>
  checkContract(spoilt)
    .filter(({ kind, pass }) => kind === 'Error' && !pass)
    .map(({ check, where }) => `${check} (${where})`);

test('all errors pass on the template', () => {
  expect(failing(contract)).toEqual([]);
});

test.each([
  [
    'reserved.billed',
    3,
    '0.01',
    'Reserved capacity: billed and brought forward = effective + prepaid left (Base)',
  ],
  ['reserved.unused', 4, '0.01', 'Reserved capacity: used + unused = effective (Base, 2026-11)'],
  ['reserved.served', 4, '100000', 'Reserved demand: served + overflow = demand (Base, 2026-11)'],
  [
    'token.net[Kiro]',
    20,
    '-0.02',
    'Parts (products, vendors, steps) add up to their totals (Base, token.net, 2028-03)',
  ],
  ['invoice.true-up', 17, '1', 'Invoice lines add up to the total billed (Base, 2027-12)'],
  [
    'total.effective',
    0,
    '0.01',
    'Total effective = reserved + overflow + tokens + seat tools (Base, 2026-07)',
  ],
  ['comparison.tariff', 59, '0.01', 'Delta = behaviour + tariff (Base, 2031-06)'],
  ['vendor.share', 30, '0.001', 'Vendors’ shares add up to 1 (Base, 2029-01)'],
  ['reserved.utilisation', 2, '1', 'Shares lie between 0 and 1 (Base, reserved.utilisation, 2026-09)'],
  [
    'reserved.prepaid.opening',
    2,
    '5',
    'Balances: opening = closing of the month before (Base, reserved.prepaid.opening, 2026-09)',
  ],
  [
    'capital.flow[expected]',
    17,
    '1',
    'Capital: total = total of the month before + the month (Base, capital.expected, 2027-12)',
  ],
  [
    'capital.committed',
    40,
    '1e12',
    'Capital: funded ≤ committed ≤ expected ≤ at most (Base, capital.expected, 2029-11)',
  ],
  ['time.start', 10, '1', 'Timeline: months follow one another without a gap (Base, 2027-05)'],
  ['time.days', 10, '1', 'Timeline: days add up to the horizon (Base)'],
  [
    'commitment.true-up',
    17,
    '-1',
    'Contract year: metered + relief + true-up covers the commitment, and no more is trued up (Base, contract year 1)',
  ],
  [
    'token.net',
    50,
    '0.01',
    'Contract year: cost after tiers = the price card on its spend (Base, contract year 4)',
  ],
  ['valuation.npv billed', 0, '0.01', 'Net present value, billed = its months discounted one by one (Base)'],
  ['token.cost', 12, 'NaN', 'Flows are numbers in every month (Base, token.cost)'],
])('a fault in %s of month %i is found', (id, period, by, expected) => {
  expect(failing(withFault(id, period, by))).toContain(expected);
});

test('a fault in one scenario is found there', () => {
  expect(failing(withFault('total.effective', 9, '0.02', 2))).toContain(
    'Charged to products = total effective (Denied, 2027-04)',
  );
});

test('half a cent passes, a cent does not; the row shows the worst place', () => {
  expect(failing(withFault('comparison.tariff', 59, '0.005'))).toEqual([]);
  const result = checkContract(withFault('comparison.tariff', 59, '-0.0051')).find(({ check }) =>
    check.startsWith('Delta'),
  );
  expect(result).toMatchObject({ pass: false, where: 'Base, 2031-06' });
  expect(must(result).difference).toEqual(new Decimal('-0.0051'));
});
