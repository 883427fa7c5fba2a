import { catalogue } from '../../src/functions/catalogue/catalogue';
import { Refusal } from '../../src/base/refusal';

function call(id: string, ...args: readonly unknown[]) {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  const outcome = descriptor.call(args);
  return outcome instanceof Refusal ? outcome.sentence : outcome;
}

const CARD = [
  ['Up to', 'Unit price', 'Flat fee'],
  [10, 5, 1],
  [20, 4, 2],
  ['', 3, 0],
];
const moved = (block: readonly (readonly unknown[])[], order: readonly number[]) =>
  block.map((row) => order.map((index) => row[index]));
const ORDERS = [
  [0, 1, 2],
  [1, 0, 2],
  [2, 1, 0],
  [1, 2, 0],
  [0, 2, 1],
  [2, 0, 1],
];

describe('a price card under headings', () => {
  test.each(ORDERS)('in the order %d %d %d', (...order) => {
    // 10 × 5 + 1 and 5 × 4 + 2
    expect(call('TIERED_COST', 15, moved(CARD, order))).toBe(73);
    expect(call('TIERED_COST', 15, moved(CARD, order), 'Volume')).toBe(62);
    // 1 + 6 × 5 ÷ 10⁶
    expect(call('BREAKEVEN_TOKENS', 1.00003, moved(CARD, order))).toBe(6);
  });

  test.each([
    ['To', 'Price'],
    ['last unit', 'Rate'],
    ['MAX', 'Price per unit'],
    ['Up_to', 'Unit price (USD)'],
    ['Upper bound:', 'unit cost'],
    ['Up to, units', 'Price, USD'],
  ])('%s and %s', (bound, price) => {
    expect(
      call('TIERED_COST', 12, [
        [price, bound],
        [5, 10],
        [4, null],
      ]),
    ).toBe(58);
  });

  test('with the first and the last unit', () => {
    const card = [
      ['First unit', 'Last unit', 'Unit price'],
      [1, 10, 5],
      [11, 20, 4],
    ];
    expect(call('TIERED_COST', 8, card)).toBe(40);
    expect(
      call('TIERED_COST', 12, [
        ['From', 'To', 'Price', 'Fixed fee'],
        [0, 10, 5, 1],
        [10, '∞', 4, 1],
      ]),
    ).toBe(60);
    expect(
      call('TIERED_COST', 12, [
        ['From', 'To', 'Price'],
        [1, 10, 5],
        [15, 20, 4],
      ]),
    ).toBe(
      'tiers, row 3 (first unit) is 15: the tier before ends at 10, so it must be 10 or one more. Correct the row, or leave the column out.',
    );
    expect(
      call('TIERED_COST', 12, [
        ['From', 'Price'],
        [1, 5],
        [11, 4],
      ]),
    ).toMatch(/no column up to/);
  });

  test.each(['∞', 'inf', 'Infinity', 'no limit', 'unlimited'])('%s is no end', (word) => {
    expect(
      call('TIERED_COST', 12, [
        [10, 5],
        [word, 4],
      ]),
    ).toBe(58);
  });

  test('unknown headings are refused by name', () => {
    expect(
      call('TIERED_COST', 12, [
        ['Up to', 'Colour'],
        [10, 5],
      ]),
    ).toMatch(/"Colour" is no column here/);
    expect(
      call('TIERED_COST', 12, [
        ['Weight', 'Colour'],
        [10, 5],
      ]),
    ).toMatch(/"Weight" is no column here/);
  });
});

describe('units that step up', () => {
  test.each([
    [
      ['Units', 'Date'],
      [1000, 46204],
    ],
    [
      ['PTUs', 'Effective date'],
      [1000, 46204],
    ],
    [
      ['Date', 'Units'],
      [46204, 1000],
    ],
  ])('%j', (header, row) => {
    expect(call('RESERVED_COST', [header, row], 33, 46296, 46327)).toBe(1000 * 33 * 24 * 31);
  });
});

describe('tranches under headings', () => {
  test.each([
    [
      ['Amount', 'Kind', 'Date'],
      [5, 'Firm', 46388],
    ],
    [
      ['Type', 'Value', 'Due date', 'Name'],
      ['Firm', 5, 46388, 'A'],
    ],
  ])('%j', (header, row) => {
    expect(call('TRANCHE_EXPOSURE', [header, row], 46388)).toBe(5);
  });
});
