import { isoText, type Day } from '../calc/calendar';
import type { Decimal } from '../calc/decimal';
import type { Evaluation } from '../calc/exact';
import type { Line } from '../calc/line';
import type { Timeline } from '../calc/timeline';
import { bucketValue, totalValue } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { optional } from './boundary';
import { defineFunction } from './define';
import { arrayConstant, EXAMPLE_TERMS } from './example-terms';
import { date } from './kinds';
import { findLine, line } from './line-selection';
import { Refusal } from './refusal';
import { scenario, scenarioOf, terms } from './terms-argument';

export const total = defineFunction({
  id: 'TOTAL',
  summary:
    'One figure of the contract: what a line comes to over the whole horizon, or over the months that start between two dates.',
  question: 'What does this line come to, in all or between two dates?',
  parameters: {
    terms,
    line,
    scenario,
    from: optional(date, null, {
      text: 'First day of the span; months count that start on or after it. If omitted, the start of the model.',
      unit: 'date',
      defaultText: 'the start of the model',
    }),
    to: optional(date, null, {
      text: 'First day after the span; months count that start before it. If omitted, the end of the horizon.',
      unit: 'date',
      defaultText: 'the end of the horizon',
    }),
  },
  result: {
    matrix: false,
    unit: 'that of the line',
    format: '#,##0.00',
    text: 'The line over the span: sum of a flow, closing value of a balance, ratio of sums for a ratio, mean by days for a share of time.',
  },
  equation: [
    'Flows: Σ over months with from ≤ start < to',
    'Balances: the value of the last such month',
    'Ratios: Σ dividend ÷ Σ divisor',
    'Shares of time: Σ share × days ÷ Σ days',
  ],
  edges: [
    'A month belongs to the span if it starts in it; it is never cut.',
    'A line with one value for the whole contract is that value; it takes no dates.',
    'A price or a factor has a value for a month, not for more: over one month TOTAL gives it, over several #N/A.',
    'A ratio without a divisor is #N/A.',
    'For many figures use one SCHEDULE and INDEX: Excel hands the whole table over with each call.',
  ],
  examples: [
    {
      title: 'What does the reserved capacity cost in all?',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee")`,
      args: [EXAMPLE_TERMS, 'reserved.fee'],
      result: 432000,
      reading: '100 units × 2 × 24 hours × 90 days = 432,000.',
    },
    {
      title: 'And from February on, at the lower rate?',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee","Lower rate",DATE(2027,2,1))`,
      args: [EXAMPLE_TERMS, 'reserved.fee', 'Lower rate', 46419],
      result: 212400,
      reading: '100 × 1.5 × 24 × (28 + 31) days = 212,400.',
    },
  ],
  refusals: [
    {
      title: 'A span outside the horizon.',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee",,DATE(2028,1,1))`,
      args: [EXAMPLE_TERMS, 'reserved.fee', null, 46753],
      code: '#VALUE!',
      sentence:
        'from is 2028-01-01: no month of the model starts on or after it. The model has 3 months, from 2027-01-01 to 2027-03-31.',
    },
    {
      title: 'A figure that does not exist.',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"price.effective")`,
      args: [EXAMPLE_TERMS, 'price.effective'],
      code: '#N/A',
      sentence:
        'line: price.effective has no value over this span, since its divisor is 0 there. Choose another span, or show a blank with IFNA.',
    },
    {
      title: 'A line that does not exist.',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"total billed")`,
      args: [EXAMPLE_TERMS, 'total billed'],
      code: '#VALUE!',
      sentence:
        'line: there is no line "total billed". Did you mean total.billed, time.index or reserved.billed?',
    },
  ],
  source: 'The contract model of Meterbook; the rule of each line is shown by EXPLAIN.',
  since: '0.1.0',
  body({ terms: contract, line: id, scenario: given, from, to }) {
    const place = scenarioOf(contract, given);
    if (place instanceof Refusal) return place;
    return keptTotal(contract, `${place}|${from ?? ''}|${to ?? ''}|${String(id)}`, () => {
      const found = findLine(contract.model, String(id));
      if (found instanceof Refusal) return found;
      return totalOf(contract.evaluation(place), found, { from, to });
    });
  },
});

/** Totals kept for one contract: enough for every cell of a large workbook, small beside the model itself. */
const KEPT = 20_000;
const totals = new WeakMap<Contract, Map<string, Decimal | Refusal>>();

function keptTotal(contract: Contract, key: string, make: () => Decimal | Refusal): Decimal | Refusal {
  let kept = totals.get(contract);
  if (kept === undefined || kept.size >= KEPT) {
    kept = new Map();
    totals.set(contract, kept);
  }
  let value = kept.get(key);
  if (value === undefined) {
    value = make();
    kept.set(key, value);
  }
  return value;
}

interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

function totalOf(evaluation: Evaluation, line: Line, span: Span): Decimal | Refusal {
  if (line.scalar) {
    const given = span.from !== null ? 'from' : span.to !== null ? 'to' : undefined;
    if (given !== undefined) {
      return new Refusal(
        `${given}: ${line.id} has one value for the whole contract and takes no dates. Leave from and to blank.`,
      );
    }
    return available(line, totalValue(evaluation, line), 1);
  }
  const bucket = monthsWithin(evaluation.timeline, span);
  if (bucket instanceof Refusal) return bucket;
  return available(line, bucketValue(evaluation, line, bucket), bucket.to - bucket.from);
}

function monthsWithin(
  timeline: Timeline,
  { from, to }: Span,
): { start: Day; from: number; to: number } | Refusal {
  const first = from === null ? 0 : timeline.startedBefore(from);
  const end = to === null ? timeline.periods : timeline.startedBefore(to);
  if (end > first) return { start: timeline.start(first), from: first, to: end };
  const horizon = horizonText(timeline);
  if (from !== null && to !== null) {
    return new Refusal(
      `from is ${isoText(from)} and to is ${isoText(to)}: no month of the model starts from the one up to the other. ${horizon}`,
    );
  }
  return new Refusal(
    from !== null
      ? `from is ${isoText(from)}: no month of the model starts on or after it. ${horizon}`
      : `to is ${isoText(to ?? timeline.first)}: no month of the model starts before it. ${horizon}`,
  );
}

/** "The model has 60 months, from 2026-07-01 to 2031-06-30." */
function horizonText(timeline: Timeline): string {
  const { periods } = timeline;
  const last = isoText(timeline.end(periods - 1) - 1);
  return `The model has ${periods} ${periods === 1 ? 'month' : 'months'}, from ${isoText(timeline.first)} to ${last}.`;
}

function available(line: Line, value: Decimal | undefined, months: number): Decimal | Refusal {
  if (value === undefined) {
    return new Refusal(
      `line: ${line.id} has a value for each month and none over ${months} of them. Give from and to around one month, or use SCHEDULE.`,
      '#N/A',
    );
  }
  if (!value.isNaN()) return value;
  return new Refusal(
    `line: ${line.id} has no value ${line.scalar ? 'here' : 'over this span'}, since its divisor is 0${line.scalar ? '' : ' there'}. ${line.scalar ? 'Show' : 'Choose another span, or show'} a blank with IFNA.`,
    '#N/A',
  );
}
