import { type ShortRow, type Block, HEADER, blockOf, day, problemsOf, rowOf, sentencesOf } from './tables';

test('the small contract has nothing to correct', () => {
  expect(sentencesOf()).toEqual([]);
});

/** One bad cell each: the row that is put in place, and the one sentence that must come of it. */
const CELLS: readonly [title: string, row: ShortRow, sentence: string][] = [
  [
    'a share of 50 with its remedy',
    ['Usage', 'Chat', 'Cache read share', 50],
    'Terms, row 7, Base (Usage | Chat | Cache read share) is 50: it must be from 0 to 1. Write 0.5 or 50% for 50 percent.',
  ],
  [
    'a negative share',
    ['Usage', 'Chat', 'Cache read share', -0.1],
    'Terms, row 7, Base (Usage | Chat | Cache read share) is -0.1: it must be from 0 to 1. Correct the value.',
  ],
  [
    'a number typed as text, with a comma',
    ['Reserved', '', 'Rate', '33,50'],
    'Terms, row 11, Base (Reserved | Rate) is the text "33,50": it must be a number, 0 or more. Retype it as a number; comma or point is never guessed.',
  ],
  [
    'a number typed as text, in a scenario',
    ['Reserved', '', 'Rate', 30, '31'],
    'Terms, row 11, Late (Reserved | Rate) is the text "31": it must be a number, 0 or more. Retype it as a number; comma or point is never guessed.',
  ],
  [
    'a date typed as text',
    ['Transition', '', 'Cutover', '2027-04-01'],
    'Terms, row 8, Base (Transition | Cutover) is the text "2027-04-01": it must be a date. Enter a date that Excel knows as one, or =DATE(2027,4,1).',
  ],
  [
    'a date that reads differently in two countries',
    ['Transition', '', 'Cutover', '01/02/2027'],
    'Terms, row 8, Base (Transition | Cutover) is the text "01/02/2027": it must be a date. Enter a date that Excel knows as one, or =DATE(2027,1,31).',
  ],
  [
    'a boolean',
    ['Reserved', '', 'Rate', true],
    'Terms, row 11, Base (Reserved | Rate) is TRUE: it must be a number, 0 or more.',
  ],
  [
    'an error as text',
    ['Reserved', '', 'Rate', '#DIV/0!'],
    'Terms, row 11, Base (Reserved | Rate) holds the error #DIV/0!. Correct that cell first.',
  ],
  [
    'an error as Excel’s object',
    ['Reserved', '', 'Rate', { code: '#REF!' }],
    'Terms, row 11, Base (Reserved | Rate) holds the error #REF!. Correct that cell first.',
  ],
  [
    'an unknown choice, with the list',
    ['Usage', 'Chat', 'Growth', 'Exponential'],
    'Terms, row 5, Base (Usage | Chat | Growth) is "Exponential": it must be None, CAGR, Monthly, Logistic or Table.',
  ],
  [
    'a horizon of 0',
    ['Model', '', 'Horizon', 0],
    'Terms, row 3, Base (Model | Horizon) is 0: it must be a whole number, from 1 to 600. Correct the value.',
  ],
  [
    'a horizon of 2,000 months',
    ['Model', '', 'Horizon', 2000],
    'Terms, row 3, Base (Model | Horizon) is 2000: it must be a whole number, from 1 to 600. Correct the value.',
  ],
  [
    'a horizon of half a month',
    ['Model', '', 'Horizon', 12.5],
    'Terms, row 3, Base (Model | Horizon) is 12.5: it must be a whole number, from 1 to 600. Correct the value.',
  ],
  [
    'a price of minus infinity, so to say',
    ['Reserved', '', 'Rate', -Infinity],
    'Terms, row 11, Base (Reserved | Rate) is -Infinity: it must be a number, 0 or more.',
  ],
  [
    'an unknown section, with the nearest',
    ['Resreved', '', 'Escalator', 0.04],
    'Terms, row 18: the section "Resreved" is unknown. Did you mean Reserved? The sections are Scenario, Model, Usage, Growth index, Seasonality, Behaviour, Transition, Reserved, Counterfactual, Burn-down, Token price, Discount tier, Commitment, Take-or-pay, Prepaid lot, Hold, Vendor, Seat tool, Tranche.',
  ],
  [
    'an unknown term, with the nearest',
    ['Reserved', '', 'Escalater', 0.04],
    'Terms, row 18: the section Reserved has no term "Escalater". Did you mean Escalator?',
  ],
  [
    'a term of another section',
    ['Usage', 'Chat', 'Batch multiplier', 0.5],
    'Terms, row 18: the section Usage has no term "Batch multiplier". It is a term of Token price; or did you mean Batch share?',
  ],
  [
    'an item where none belongs',
    ['Model', 'Chat', 'Discount rate', 0.09],
    'Terms, row 18 (Model | Discount rate): the item is "Chat", and this term of Model takes none. Clear the cell.',
  ],
  [
    'no item where one belongs',
    ['Usage', '', 'Batch share', 0.1],
    'Terms, row 18 (Usage | Batch share): the item is blank: a term of Usage needs a name there. Enter it, the same on every row of one usage.',
  ],
  [
    'an item that is no date',
    ['Reserved', 'June 2027', 'Units', 4],
    'Terms, row 18 (Reserved | Units): the item is "June 2027": it must be the date from which the row holds, as a date or as text such as 2027-01-31.',
  ],
  [
    'a tier that is no number',
    ['Discount tier', 'first', 'Multiplier', 1],
    'Terms, row 18 (Discount tier | Multiplier): the item is "first": it must be a whole number, from 1 to 600.',
  ],
  [
    'a token class that does not exist',
    ['Token price', 'Ouput', 'Price', 15],
    'Terms, row 18 (Token price | Price): the item is "Ouput": it must be Input, Output, Cache read, Cache write or Cache write 1h. Did you mean Output?',
  ],
  [
    'a name that lines could not be called by',
    ['Vendor', 'B[1]', 'Share', 0.2],
    'Terms, row 18 (Vendor | Share): the item is "B[1]": a name cannot hold [. Leave that sign out.',
  ],
];

test.each(CELLS)('%s', (_title, row, sentence) => {
  expect(sentencesOf(row)).toEqual([sentence]);
});

describe('where a problem is', () => {
  test('row and column count from 1 at the top left of the range, the header included', () => {
    expect(problemsOf(blockOf(['Reserved', '', 'Rate', 30, '31']))).toMatchObject([
      { row: 11, column: 6, header: 'Late' },
    ]);
  });

  test('all problems come at once, in the order of the rows', () => {
    const problems = problemsOf(
      blockOf(
        ['Model', '', 'Horizon', 0],
        ['Usage', 'Chat', 'Cache read share', 5, 7],
        ['Reserved', '', 'Rate', '33'],
        ['Nonsense', '', 'Rate', 1],
      ),
    );
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 5],
      [7, 5],
      [7, 6],
      [11, 5],
      [18, 1],
    ]);
  });

  test('a refused cell is not reported again as missing', () => {
    expect(sentencesOf(['Model', '', 'Start', '2027-01-01'])).toHaveLength(1);
    const block = blockOf();
    block[1] = rowOf(['Model', '', 'Strat', day('2027-01-01')]);
    expect(problemsOf(block).map(({ sentence }) => sentence)).toEqual([
      'Terms, row 2: the section Model has no term "Strat". Did you mean Start?',
    ]);
  });
});

test('two rows with one identity name both rows, whatever their case and blanks', () => {
  const block = blockOf();
  block.push(rowOf([' reserved ', '', 'RATE', 31]));
  expect(problemsOf(block).map(({ sentence }) => sentence)).toEqual([
    'Terms, rows 11 and 18 both hold Reserved | Rate. Keep one of them.',
  ]);
});

test('a date item is one identity as a date and as text', () => {
  expect(sentencesOf(['Reserved', day('2027-01-01'), 'Units', 3])).toEqual([
    'Terms, rows 13 and 18 both hold Reserved | 2027-01-01 | Units. Keep one of them.',
  ]);
});

test('a row without its section is not filled down from the row above', () => {
  const block = blockOf();
  block.push(rowOf(['', '', 'Escalator', 0.04]));
  expect(problemsOf(block).map(({ sentence }) => sentence)).toEqual([
    'Terms, row 18: the column Section is blank. Every row names its section: repeat it, it is not taken from the row above.',
  ]);
});

describe('the columns beside the values', () => {
  const withCell = (header: string, value: unknown, row = 10): Block => {
    const block = blockOf();
    const cells = block[row];
    if (cells) cells[HEADER.indexOf(header)] = value;
    return block;
  };
  const sentences = (block: Block) => problemsOf(block).map(({ sentence }) => sentence);

  test.each([
    'currency per unit-hour',
    'USD per unit-hour',
    'usd per unit and basis',
    ' USD per unit-month ',
  ])('the unit "%s" is one of a rate', (unit) => {
    expect(sentences(withCell('Unit', unit))).toEqual([]);
  });

  test('another unit or another currency is refused', () => {
    const expected = (unit: string) =>
      `Terms, row 11, Unit (Reserved | Rate) is "${unit}": the unit of this term is USD per unit and basis, USD per unit-hour, USD per unit-day, USD per unit-month or USD per unit-year. Convert the values and correct the unit, or clear the cell.`;
    expect(sentences(withCell('Unit', 'EUR per unit-hour'))).toEqual([expected('EUR per unit-hour')]);
    expect(sentences(withCell('Unit', 'tokens'))).toEqual([expected('tokens')]);
  });

  test('the currency of the table is the one that units name', () => {
    const block = withCell('Unit', 'EUR per unit-hour');
    block.push(rowOf(['Model', '', 'Currency', 'EUR']));
    expect(sentences(block)).toEqual([]);
  });

  test('an unknown status, a low case out of range and a text date are refused', () => {
    expect(sentences(withCell('Status', 'Rumoured'))).toEqual([
      'Terms, row 11, Status (Reserved | Rate) is "Rumoured": it must be Contractual, Confirmed, Reported, Disputed, Estimate, Illustrative or Superseded, or blank.',
    ]);
    expect(sentences(withCell('Low', -1))).toEqual([
      'Terms, row 11, Low (Reserved | Rate) is -1: it must be 0 or more. Correct the value.',
    ]);
    expect(sentences(withCell('As of', '2026'))[0]).toContain(
      'Terms, row 11, As of (Reserved | Rate) is the text "2026": it must be a date.',
    );
  });
});

describe('limits', () => {
  test('50,000 rows are refused in one sentence', () => {
    const row = rowOf(['Usage', 'Chat', 'Batch share', 0.1]);
    const block = [[...HEADER], ...Array.from({ length: 50_000 }, () => row)];
    expect(problemsOf(block).map(({ sentence }) => sentence)).toEqual([
      'Terms has 50000 rows with content: it may have at most 20000. Give the table itself, as TermsTable[#All], or split it.',
    ]);
  });

  test('a million blank rows below the table cost little and change nothing', () => {
    const blankRow = HEADER.map(() => '');
    const block = [...blockOf(), ...Array.from({ length: 200_000 }, () => blankRow)];
    expect(problemsOf(block)).toEqual([]);
  });

  test('as many products as a table may have are read', () => {
    const products = Array.from({ length: 499 }, (_none, place) => `Product ${place}`);
    const block = blockOf(
      ...products.flatMap((name): ShortRow[] => [
        ['Usage', name, 'Input tokens per month', 1e9],
        ['Usage', name, 'Growth', 'CAGR'],
        ['Usage', name, 'Growth rate', 0.1],
        ['Usage', name, 'Cache read share', 0.1],
        ['Usage', name, 'Batch share', 0.1],
      ]),
    );
    expect(problemsOf(block)).toEqual([]);
  });
});

describe('an Excel that hands blank cells over as 0', () => {
  const zeroed = (block: Block): Block =>
    block.map((row, place) => (place === 0 ? row : row.map((cell) => (cell === '' ? 0 : cell))));

  test('says so, because a blank scenario cell cannot be told from 0', () => {
    const [problem, ...others] = problemsOf(zeroed(blockOf()));
    expect(others).toEqual([]);
    expect(problem?.sentence).toMatch(/^This Excel hands blank cells over as 0, so that \d+ cells/);
    expect(problem?.sentence).toContain('Write Base in scenario cells that inherit');
  });

  test('reads a table in which Base and None are written out as the one with blanks', () => {
    const rows = blockOf().slice(1);
    const spelt = rows.map((row) => row.map((cell, column) => (column === 5 && cell === '' ? 'Base' : cell)));
    expect(problemsOf(zeroed([[...HEADER], ...spelt]))).toEqual([]);
  });
});
