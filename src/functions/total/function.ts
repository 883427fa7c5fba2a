import { isoText, type Day } from '../../base/calendar';
import type { Decimal } from '../../base/decimal';
import type { Evaluation } from '../../calc/exact/exact';
import type { Line } from '../../calc/line';
import type { Timeline } from '../../calc/timeline';
import { bucketValue, totalValue } from '../../contract/buckets';
import type { Contract } from '../../contract/contract';
import { optional } from '../framework/arguments/boundary';
import { cellFor, defineFunction } from '../framework/define';
import type { CellValue } from '../framework/descriptor';
import { date } from '../framework/arguments/kinds';
import { findLine, line } from '../framework/arguments/line-selection';
import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import { scenario, scenarioOf, terms } from '../framework/arguments/terms-argument';

export const total = defineFunction({
  id: 'TOTAL',
  parameters: {
    terms,
    line,
    scenario,
    from: optional(date, null, { unit: 'date', defaultText: 'the start of the model' }),
    to: optional(date, null, { unit: 'date', defaultText: 'the end of the horizon' }),
  },
  result: { matrix: false, unit: 'that of the line', format: '#,##0.00' },
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
const totals = new WeakMap<Contract, Map<string, CellValue | Refusal>>();

function keptTotal(contract: Contract, key: string, make: () => Decimal | Refusal): CellValue | Refusal {
  let kept = totals.get(contract);
  if (kept === undefined || kept.size >= KEPT) {
    kept = new Map();
    totals.set(contract, kept);
  }
  let value = kept.get(key);
  if (value === undefined) {
    const made = make();
    value = made instanceof Refusal ? made : cellFor(made);
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
        { about: given },
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
      { about: 'from' },
    );
  }
  return new Refusal(
    from !== null
      ? `from is ${isoText(from)}: no month of the model starts on or after it. ${horizon}`
      : `to is ${isoText(to ?? timeline.first)}: no month of the model starts before it. ${horizon}`,
    { about: from !== null ? 'from' : 'to' },
  );
}

/** "The model has 60 months, from 2026-07-01 to 2031-06-30." */
function horizonText(timeline: Timeline): string {
  const { periods } = timeline;
  const last = isoText(timeline.end(periods - 1) - 1);
  return `The model has ${counted(periods, 'month')}, from ${isoText(timeline.first)} to ${last}.`;
}

function available(line: Line, value: Decimal | undefined, months: number): Decimal | Refusal {
  if (value === undefined) {
    return new Refusal(
      `line: ${line.id} has a value for each month and none over ${months} of them. Give from and to around one month, or use SCHEDULE.`,
      { kind: 'not available', about: 'line' },
    );
  }
  if (!value.isNaN()) return value;
  return new Refusal(
    `line: ${line.id} has no value ${line.scalar ? 'here' : 'over this span'}, since its divisor is 0${line.scalar ? '' : ' there'}. ${line.scalar ? 'Show' : 'Choose another span, or show'} a blank with IFNA.`,
    { kind: 'not available', about: 'line' },
  );
}
