import { Decimal } from '../../src/base/decimal';
import { Contract } from '../../src/contract/contract';
import { checkContract } from '../../src/contract/checks/checks';
import { illustrativeShare } from '../../src/contract/illustrative-share';
import { totalValue } from '../../src/contract/buckets';
import { HEADER, SMALL, rowOf, tableOf, type ShortRow } from '../terms/tables';

const STATUS = HEADER.indexOf('Status');

/** The small contract with the status that a rule gives each row. */
function contractWith(status: (row: ShortRow) => string, ...more: ShortRow[]): Contract {
  const block = [...SMALL, ...more].map((short) => {
    const row = rowOf(short);
    row[STATUS] = status(short);
    return row;
  });
  return Contract.of(tableOf([[...HEADER], ...block]));
}

/** The last digits of 40 depend on the order in which charges are added. */
const DIGITS = 30;
const share = (contract: Contract, scenario = 0): string => text(illustrativeShare(contract, scenario));
const text = (value: Decimal): string => value.toSignificantDigits(DIGITS).toString();

const billed = (contract: Contract, id: string, scenario = 0): Decimal => {
  const line = contract.model.line(id);
  if (!line) throw new Error(`no line ${id}`);
  return totalValue(contract.evaluation(scenario), line) ?? new Decimal(0);
};

test('all terms illustrative: all of it; none: nothing of it', () => {
  expect(share(contractWith(() => 'Illustrative'))).toBe('1');
  expect(share(contractWith(() => 'Contractual'))).toBe('0');
  expect(share(contractWith(() => ''))).toBe('0');
});

test('a term counts with the charges that it stands behind, and with no other', () => {
  const rate = contractWith(([, , term]) => (term === 'Rate' ? 'Illustrative' : 'Contractual'));
  const fees = billed(rate, 'invoice.reserved recurring');
  const all = billed(rate, 'total.billed');
  expect(fees.isPositive() && fees.lt(all)).toBe(true);
  expect(share(rate)).toBe(text(fees.div(all)));

  // The day on which the meter starts is behind the tokens and behind what still goes to reserved capacity.
  const price = contractWith(([section]) => (section === 'Token price' ? 'Illustrative' : 'Contractual'));
  const metered = all.minus(fees);
  expect(share(price)).toBe(text(metered.div(all)));
});

test('settings of the model and what drives no amount do not count', () => {
  const frame = contractWith(
    ([section]) => (section === 'Model' ? 'Illustrative' : 'Contractual'),
    ['Tranche', 'K1', 'Amount', 5e9],
    ['Tranche', 'K1', 'Date', 46_753],
  );
  expect(share(frame)).toBe('0');
  const capital = contractWith(
    ([section]) => (section === 'Tranche' ? 'Illustrative' : 'Contractual'),
    ['Tranche', 'K1', 'Amount', 5e9],
    ['Tranche', 'K1', 'Date', 46_753],
  );
  expect(share(capital)).toBe('0');
});

test('a term counts only where the scenario gives it a value', () => {
  const tools: ShortRow[] = [
    ['Seat tool', 'Codex', 'Seats', '', 10],
    ['Seat tool', 'Codex', 'Price per seat-month', '', 200],
  ];
  const contract = contractWith(
    ([section]) => (section === 'Seat tool' ? 'Illustrative' : 'Reported'),
    ...tools,
  );
  expect(share(contract, 0)).toBe('0');
  const seats = billed(contract, 'invoice.tool[Codex]', 1);
  expect(seats.toString()).toBe('24000');
  expect(share(contract, 1)).toBe(text(seats.div(billed(contract, 'total.billed', 1))));
});

test('the check shows the same figure', () => {
  const contract = contractWith(([, , term]) => (term === 'Rate' ? 'Illustrative' : 'Contractual'));
  const check = checkContract(contract).find(({ check: name }) => name.includes('Illustrative terms'));
  expect(check && text(check.value)).toBe(share(contract));
  expect(check).toMatchObject({ kind: 'Alert', pass: false, where: `1 of ${SMALL.length} terms` });
});
