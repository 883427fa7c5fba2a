import type { Line } from '../calc/line';
import { BUCKETS, bucketsOf, bucketValue, totalValue, type Bucketing } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { optional } from './boundary';
import { defineFunction, finish, type BodyValue, type FinishedBlock } from './define';
import { arrayConstant, EXAMPLE_TERMS, withCell } from './example-terms';
import { choice } from './kinds';
import { lines, selectLines } from './line-selection';
import { Refusal } from './refusal';
import { scenario, scenarioOf, terms } from './terms-argument';
import { figure, unitText } from './terms-figure';
import { yesOrNo } from './yes-or-no';

const HEADER = ['Line', 'Label', 'Unit', 'Total'];

export const schedule = defineFunction({
  id: 'SCHEDULE',
  summary:
    'The contract month by month, or by quarter, year or contract year: a row for each line and a column for each period, from the Terms table.',
  question: 'What does the contract come to in each period, line by line?',
  parameters: {
    terms,
    scenario,
    lines,
    by: optional(choice(BUCKETS), 'Month', {
      text: 'Month, Quarter, Year or Contract year (counted from the cutover). If omitted, Month.',
      unit: 'word',
      defaultText: 'Month',
    }),
    headers: yesOrNo(true, {
      text: 'FALSE for the figures of the periods alone, without header row, names, units and totals. If omitted, TRUE.',
      unit: 'TRUE or FALSE',
      defaultText: 'TRUE',
    }),
  },
  result: {
    matrix: true,
    unit: 'as each row says',
    format: '#,##0.00',
    text: 'A header (Line, Label, Unit, Total and the first day of each period) and a row for each line.',
  },
  equation: [
    'Flows (currency, tokens): a period adds its months, Total adds all of them',
    'Balances: the last month of the period',
    'Ratios (utilisation, cost per million tokens): formed anew from the sums',
    'Shares of time: each month counts by its days',
    'Prices, factors and dates: months only; blank over longer periods and as Total',
  ],
  edges: [
    'Rows stand in the order in which lines names them; the lines that one pattern fits, in the order of the model. A line stands once, however often it is named.',
    'A line with one value for the whole contract has it in Total and blanks in the periods; without headers, in the first column.',
    'A ratio without a divisor (no tokens in the month) is blank, neither 0 nor an error.',
    'A month belongs to the quarter or year in which it starts. Months before the cutover form contract year 0.',
    'A product whose name holds a comma needs no care in a range of ids; in a text with several ids the brackets keep its comma.',
    'One SCHEDULE with INDEX beside it is faster than many calls: Excel hands the whole table over with each one.',
  ],
  examples: [
    {
      title: 'What does the reserved capacity cost each month?',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},,"reserved.fee, time.days")`,
      args: [EXAMPLE_TERMS, null, 'reserved.fee, time.days'],
      result: [
        ['Line', 'Label', 'Unit', 'Total', 46388, 46419, 46447],
        ['reserved.fee', 'Reserved capacity: fee', 'USD', 432000, 148800, 134400, 148800],
        ['time.days', 'Days', 'days', 90, 31, 28, 31],
      ],
      reading:
        'January: 100 units × 2 × 24 hours × 31 days = 148,800; February has 28 days; together 90 days × 4,800 = 432,000.',
    },
    {
      title: 'And as figures alone by quarter, at the lower rate?',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},"Lower rate","reserved.fee","Quarter","No")`,
      args: [EXAMPLE_TERMS, 'Lower rate', 'reserved.fee', 'Quarter', 'No'],
      result: [[324000]],
      reading: '100 × 1.5 × 24 × 90 days = 324,000.',
    },
  ],
  refusals: [
    {
      title: 'A scenario that does not exist.',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},"Lower rates")`,
      args: [EXAMPLE_TERMS, 'Lower rates'],
      code: '#VALUE!',
      sentence:
        'scenario: the table has no scenario "Lower rates". Did you mean Lower rate or Base? A scenario is a column between Base and Low.',
    },
    {
      title: 'A line that does not exist.',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},,"reserved.fees")`,
      args: [EXAMPLE_TERMS, null, 'reserved.fees'],
      code: '#VALUE!',
      sentence:
        'lines: there is no line "reserved.fees". Did you mean reserved.fee, reserved.end or reserved.year?',
    },
    {
      title: 'A table with a mistake.',
      formula: `=METER.SCHEDULE(${arrayConstant(withCell(2, 3, 0))})`,
      args: [withCell(2, 3, 0)],
      code: '#VALUE!',
      sentence:
        'Terms, row 3, Base (Model | Horizon) is 0: it must be a whole number, from 1 to 600. Correct the value.',
    },
  ],
  source: 'The contract model of Meterbook; the rule of each line is shown by EXPLAIN.',
  since: '0.1.0',
  body({ terms: contract, scenario: given, lines: patterns, by, headers }) {
    const place = scenarioOf(contract, given);
    if (place instanceof Refusal) return place;
    return keptBlock(contract, JSON.stringify([place, patterns, by, headers]), () => {
      const selected = selectLines(contract.model, patterns);
      return selected instanceof Refusal ? selected : blockOf(contract, place, selected, by, headers);
    });
  },
});

/** Blocks kept for one contract: a workbook shows a few views of one table, over and over. */
const KEPT = 16;
const blocks = new WeakMap<Contract, Map<string, FinishedBlock>>();

function keptBlock(
  contract: Contract,
  key: string,
  make: () => FinishedBlock | Refusal,
): FinishedBlock | Refusal {
  const kept = blocks.get(contract) ?? new Map<string, FinishedBlock>();
  blocks.set(contract, kept);
  const block = kept.get(key) ?? make();
  if (block instanceof Refusal) return block;
  // The last one used goes to the end; the first is the one to drop.
  kept.delete(key);
  kept.set(key, block);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return block;
}

function blockOf(
  contract: Contract,
  place: number,
  selected: readonly Line[],
  by: Bucketing,
  headers: boolean,
): FinishedBlock | Refusal {
  const evaluation = contract.evaluation(place);
  const buckets = bucketsOf(evaluation, by);
  const rows = selected.map((line): BodyValue[] => {
    const total = figure(totalValue(evaluation, line));
    const figures = buckets.map((bucket) => figure(bucketValue(evaluation, line, bucket)));
    if (headers) return [line.id, line.label, unitText(contract, line.unit), total, ...figures];
    return line.scalar ? [total, ...figures.slice(1)] : figures;
  });
  return finish(headers ? [[...HEADER, ...buckets.map(({ start }) => start)], ...rows] : rows);
}
