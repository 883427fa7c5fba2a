import { Refusal } from '../../src/base/refusal';
import { findScenario } from '../../src/terms/table/find-scenario';
import { problemText } from '../../src/terms/table/problem';
import { type ShortRow, blockOf, day, problemsOf, sentencesOf, tableOf } from './tables';

const tiers = (...bounds: (number | string)[]): ShortRow[] =>
  bounds.flatMap((bound, place): ShortRow[] => [
    ['Discount tier', place + 1, 'Up to', bound],
    ['Discount tier', place + 1, 'Multiplier', 1],
  ]);

const hold = (from: string, to: string, name = 'Hold'): ShortRow[] => [
  ['Hold', name, 'From', day(from)],
  ['Hold', name, 'To', day(to)],
];

const vendor = (name: string, share: number): ShortRow[] => [
  ['Vendor', name, 'Start', day('2027-05-01')],
  ['Vendor', name, 'Share', share],
];

/** Rows that do not fit one another: the rows added, and what the one sentence must say. */
const RULES: readonly [title: string, rows: ShortRow[], says: string[]][] = [
  [
    'an end before the start',
    [['Reserved', '', 'End', day('2026-06-01')]],
    [
      'Terms, row 10, Base (Reserved | End) is 2026-06-01, in the wrong order: ',
      'Reserved | Start is 2027-01-01 (row 9), and it must lie after that. Correct one of the two.',
    ],
  ],
  [
    'a reserved term that ended before the model starts',
    [
      ['Reserved', '', 'Start', day('2025-01-01')],
      ['Reserved', '', 'End', day('2026-01-01')],
    ],
    [
      'Terms, row 10',
      'is 2026-01-01: the reserved term has ended before the model starts; Model | Start is 2027-01-01 (row 2)',
    ],
  ],
  [
    'an early end after the end',
    [['Reserved', '', 'Early end', day('2027-11-01')]],
    ['Reserved | Early end', 'is 2027-11-01: it must lie within the term', 'Write None if'],
  ],
  [
    'a cutover before the model starts',
    [['Transition', '', 'Cutover', day('2026-12-01'), day('2027-07-01')]],
    ['Cutover) is 2026-12-01, in the wrong order: Model | Start is 2027-01-01 (row 2)', 'on or after'],
  ],
  [
    'a hold that ends before it begins',
    [...hold('2027-06-01', '2027-05-01'), ['Usage', 'Chat', 'Held share', 0.5]],
    ['(Hold | Hold | To) is 2027-05-01', 'Hold | Hold | From is 2027-06-01'],
  ],
  ['a hold that holds nothing', hold('2027-05-01', '2027-06-01'), ['no product has a Held share above 0']],
  [
    'two holds at a time',
    [
      ...hold('2027-05-01', '2027-08-01', 'A'),
      ...hold('2027-07-01', '2027-09-01', 'B'),
      ['Usage', 'Chat', 'Held share', 0.5],
    ],
    ['Hold | B | From', 'Hold | A | To is 2027-08-01', 'must not lie within another hold'],
  ],
  [
    'a vendor that is full before it starts',
    [...vendor('B', 0.2), ['Vendor', 'B', 'Full', day('2027-04-01')]],
    ['(Vendor | B | Full) is 2027-04-01', 'Vendor | B | Start is 2027-05-01'],
  ],
  ['vendor shares over 1', [...vendor('B', 0.6), ...vendor('C', 0.5)], ['1.1 (B 0.6, C 0.5)', 'from 0 to 1']],
  [
    'prices of its own for some classes only',
    [...vendor('B', 0.2), ['Vendor', 'B', 'Input price', 2]],
    ['Vendor | B | Cache read price', 'is blank', 'input tokens'],
  ],
  [
    'credits that expire before they are bought',
    [
      ['Prepaid lot', 'P1', 'Date', day('2027-03-01')],
      ['Prepaid lot', 'P1', 'Paid', 90],
      ['Prepaid lot', 'P1', 'Credits', 100],
      ['Prepaid lot', 'P1', 'Expiry', day('2027-02-01')],
    ],
    ['(Prepaid lot | P1 | Expiry) is 2027-02-01', 'Prepaid lot | P1 | Date is 2027-03-01'],
  ],
  [
    'credits that were paid for and are none',
    [
      ['Prepaid lot', 'P1', 'Date', day('2027-03-01')],
      ['Prepaid lot', 'P1', 'Paid', 90],
      ['Prepaid lot', 'P1', 'Credits', 0],
    ],
    ['(Prepaid lot | P1 | Credits) is 0', 'Prepaid lot | P1 | Paid is 90', 'Enter the credits'],
  ],
  [
    'tiers out of order',
    tiers(500, 200, ''),
    ['Discount tier | 2 | Up to', 'is 200: tiers must rise', 'Discount tier | 1 | Up to is 500'],
  ],
  [
    'a tier without its bound',
    tiers(500, '', ''),
    ['Discount tier | 2 | Up to', 'is blank: only the last tier has no upper bound'],
  ],
  [
    'a last tier with a bound',
    tiers(500, 900),
    ['Discount tier | 2 | Up to', 'is 900: the last tier must have no upper bound'],
  ],
  [
    'cache shares over 1',
    [
      ['Usage', 'Chat', 'Cache write share', 0.6],
      ['Burn-down', 'Cache write', 'Weight', 1.25],
      ['Token price', 'Cache write', 'Price', 3.75],
    ],
    [
      'Terms, row 7, Base (Usage | Chat | Cache read share)',
      'add up to 1.1',
      'Cache read share 0.5, Cache write share 0.6',
      'from 0 to 1',
    ],
  ],
  [
    'a contingent tranche without a probability',
    tranche('K1', 'Contingent'),
    ['Tranche | K1 | Probability', 'is blank: tranche K1 is Contingent', 'above 0 and at most 1'],
  ],
  [
    'a contingent tranche that cannot come',
    [...tranche('K1', 'Contingent'), ['Tranche', 'K1', 'Probability', 0]],
    ['Tranche | K1 | Probability', 'is 0', 'Choose the Kind Expired'],
  ],
  [
    'growth by a table without one',
    [['Usage', 'Chat', 'Growth', 'Table']],
    ['Usage | Chat | Growth', 'is Table: Chat needs rows of Growth index'],
  ],
  [
    'seasons of a product that does not exist',
    [['Seasonality', 'Chatt', 'May', 2]],
    ['Usage has no item "Chatt"', 'Did you mean Chat?'],
  ],
  [
    'an efficiency cut that never begins',
    [['Behaviour', '', 'Efficiency cut', 0.2]],
    ['Behaviour | Efficiency cut', 'Behaviour | Regime start is blank'],
  ],
  [
    'a price decline without its base',
    [['Token price', '', 'Price decline', 0.15]],
    ['Token price | Price decline', 'is 0.15', 'Price base is blank'],
  ],
  [
    'a commitment year left out',
    [
      ['Commitment', 1, 'Amount', 100],
      ['Commitment', 3, 'Amount', 100],
    ],
    ['Commitment | 3 | Amount', 'year 2 is missing'],
  ],
  ['commitments that begin with year 2', [['Commitment', 2, 'Amount', 100]], ['year 1 is missing']],
  [
    'a class in use without a price',
    [
      ['Usage', 'Chat', 'Output ratio', 0.1],
      ['Burn-down', 'Output', 'Weight', 5],
    ],
    ['Token price | Output | Price', 'is blank', 'Output ratio is 0.1', '0 if they cost nothing'],
  ],
  [
    'a class in use without a weight',
    [
      ['Usage', 'Chat', 'Output ratio', 0.1],
      ['Token price', 'Output', 'Price', 15],
    ],
    ['Burn-down | Output | Weight', 'is blank'],
  ],
  [
    'a tariff without units',
    [
      ['Counterfactual', '', 'Start', day('2027-01-01')],
      ['Counterfactual', '', 'Rate', 30],
      ['Counterfactual', '', 'Tokens per unit-hour', 1e6],
    ],
    ['Counterfactual has no row "Counterfactual | date | Units"'],
  ],
  [
    'seats billed by an unknown vendor',
    [...vendor('Bolt', 0.2), ...seats('Codex'), ['Seat tool', 'Codex', 'Vendor', 'Blot']],
    ['is "Blot": it must be an item of Vendor', 'Did you mean Bolt?'],
  ],
  [
    'another currency in a scenario',
    [['Model', '', 'Currency', 'USD', 'EUR']],
    ['is "EUR": a table has one currency'],
  ],
  [
    'a rate of growth without a way to grow',
    [
      ['Usage', 'Bot', 'Input tokens per month', 1],
      ['Usage', 'Bot', 'Growth rate', 0.1],
    ],
    ['Usage | Bot | Growth rate', 'has no effect'],
  ],
];

function tranche(name: string, kind: string): ShortRow[] {
  return [
    ['Tranche', name, 'Date', day('2027-12-31')],
    ['Tranche', name, 'Amount', 1e9],
    ['Tranche', name, 'Kind', kind],
  ];
}

function seats(name: string): ShortRow[] {
  return [
    ['Seat tool', name, 'Seats', 100],
    ['Seat tool', name, 'Price per seat-month', 20],
  ];
}

test.each(RULES)('%s', (_title, rows, says) => {
  const sentences = sentencesOf(...rows);
  expect(sentences).toHaveLength(1);
  for (const part of says) expect(sentences[0]).toContain(part);
});

test('a tier that has a bound and no multiplier', () => {
  expect(sentencesOf(['Discount tier', 1, 'Up to', 500], ['Discount tier', 2, 'Multiplier', 0.9])).toEqual([
    'Terms (Discount tier | 1 | Multiplier) is blank: tier 1 needs what is paid in it. Enter 1 for no discount, or None to leave the tier out.',
  ]);
});

test('a probability without its tranche', () => {
  expect(sentencesOf(['Tranche', 'K9', 'Probability', 0.5])).toEqual([
    'Terms (Tranche | K9 | Date) has no value: Tranche K9 (row 18) needs one, a date from 1990-01-01 to 9999-12-31. Enter it, or clear the other rows of the item.',
    'Terms (Tranche | K9 | Amount) has no value: Tranche K9 (row 18) needs one, 0 or more. Enter it, or clear the other rows of the item.',
  ]);
});

test('units without their tariff', () => {
  expect(sentencesOf(['Counterfactual', '2027-01-01', 'Units', 4])).toHaveLength(3);
});

describe('who bills seats', () => {
  const bolt: ShortRow[] = [...vendor('Bolt', 0.2), ...vendor('Cord', 0.1)];
  const late = (vendorCells: [unknown, unknown]): ShortRow[] => [
    ...bolt,
    ['Seat tool', 'Codex', 'Seats', '', 100],
    ['Seat tool', 'Codex', 'Price per seat-month', '', 20],
    ['Seat tool', 'Codex', 'Vendor', ...vendorCells],
  ];

  test('a tool that only a scenario has names its vendor there', () => {
    const table = tableOf(blockOf(...late(['', 'Bolt'])));
    expect(table.nameOf('Seat tool', 'Codex', 'Vendor')).toBe('Bolt');
  });

  test('a misspelt vendor is found there too', () => {
    expect(sentencesOf(...late(['', 'Blot']))).toEqual([
      expect.stringContaining('Late (Seat tool | Codex | Vendor) is "Blot": it must be an item of Vendor'),
    ]);
  });

  test('two scenarios that have the tool cannot name two vendors', () => {
    expect(sentencesOf(...bolt, ...seats('Codex'), ['Seat tool', 'Codex', 'Vendor', 'Bolt', 'Cord'])).toEqual(
      [expect.stringContaining('is "Cord" here and "Bolt" in another scenario')],
    );
    expect(sentencesOf(...bolt, ...seats('Codex'), ['Seat tool', 'Codex', 'Vendor', 'Bolt', 'bolt'])).toEqual(
      [],
    );
  });
});

describe('scenarios', () => {
  test('a problem that only a scenario has is named with it', () => {
    const sentences = sentencesOf(['Reserved', '', 'End', day('2027-10-01'), day('2026-10-01')]);
    expect(sentences[0]).toContain('Terms, row 10, Late (Reserved | End)');
    expect(sentences.every((sentence) => sentence.endsWith('(Scenario Late.)'))).toBe(true);
  });

  test('a problem of Base is not said again for every scenario', () => {
    expect(sentencesOf(['Reserved', '', 'End', day('2026-10-01')]).join(' ')).not.toContain('Late');
  });

  test('None in a required term leaves a named item out of a scenario', () => {
    const table = tableOf(
      blockOf(...vendor('B', 0.2).map(([a, b, c, d]): ShortRow => [a, b, c, d, c === 'Share' ? 'None' : ''])),
    );
    expect(table.given('Vendor', 'B', 'Share', 0)?.toString()).toBe('0.2');
    expect(table.given('Vendor', 'B', 'Share', 1)).toBeNull();
  });

  describe('decided later', () => {
    const decided = (iso: string): ShortRow => ['Scenario', '', 'Decided on', '', day(iso)];
    const tranches = (...cells: [unknown, unknown]): ShortRow[] => [
      ['Tranche', 'K1', 'Date', ...cells],
      ['Tranche', 'K1', 'Amount', 1e9],
    ];

    test('the reserved term cannot be left before the decision to leave it', () => {
      expect(
        sentencesOf(decided('2027-06-10'), ['Reserved', '', 'Early end', '', day('2027-06-20')]),
      ).toEqual([
        'Terms, row 19, Late (Reserved | Early end) is 2027-06-20, and no date in Base: Scenario | Decided on is 2027-06-10 (row 18), and what falls due before 2027-07-01 is that of Base. Enter the date of Base or, where Base has none or a later one, a date from 2027-07-01 on; or decide earlier. (Scenario Late.)',
      ]);
      for (const iso of ['2027-06-20', '2027-07-01']) {
        expect(sentencesOf(decided('2027-06-01'), ['Reserved', '', 'Early end', '', day(iso)])).toEqual([]);
      }
    });

    test('nor can what Base has paid by then be put off', () => {
      const late = day('2027-09-01');
      expect(sentencesOf(decided('2027-06-01'), ...tranches(day('2027-03-01'), late))).toEqual([
        expect.stringContaining('Late (Tranche | K1 | Date) is 2027-09-01, and 2027-03-01 in Base'),
      ]);
      expect(sentencesOf(decided('2027-06-01'), ...tranches(day('2027-08-01'), late))).toEqual([]);
      // Before the model starts nothing falls due, and a decision at its start is one from the start.
      expect(sentencesOf(decided('2027-06-01'), ...tranches(day('2024-08-01'), day('2025-08-01')))).toEqual(
        [],
      );
      expect(sentencesOf(decided('2027-01-01'), ...tranches(day('2027-01-01'), late))).toEqual([]);
    });

    test('the months that it shares with Base begin where those of Base begin', () => {
      const sentences = sentencesOf(decided('2027-06-01'), [
        'Model',
        '',
        'Start',
        day('2027-01-01'),
        day('2027-02-01'),
      ]);
      expect(sentences).toEqual([
        'Terms, row 2, Late (Model | Start) is 2027-02-01, and 2027-01-01 in Base: Scenario | Decided on is 2027-06-01 (row 18), and the months before that are those of Base. Clear the cell, or clear Decided on. (Scenario Late.)',
      ]);
    });
  });

  test('one that does not exist is answered with the nearest names', () => {
    const table = tableOf(blockOf());
    expect(findScenario(table, '')).toBe(0);
    expect(findScenario(table, '  BASE ')).toBe(0);
    expect(findScenario(table, 'late')).toBe(1);
    expect(findScenario(table, 'Lite')).toEqual(
      new Refusal(
        'The table has no scenario "Lite". Did you mean Late or Base? A scenario is a column between Base and Low.',
      ),
    );
  });
});

test('a text of many problems names the first and counts the rest', () => {
  const problems = problemsOf(
    blockOf(...Array.from({ length: 8 }, (_none, place): ShortRow => ['Nonsense', place, 'x', 1])),
  );
  const text = problemText(problems, 2);
  expect(text).toContain('row 18');
  expect(text).toContain('row 19');
  expect(text).not.toContain('row 20');
  expect(text.endsWith('And 6 more.')).toBe(true);
});
