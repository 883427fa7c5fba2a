import { isoText } from '../calc/calendar';
import { explain as stepsOf, type Step } from '../calc/explain';
import type { TermReference } from '../calc/expression';
import { Line } from '../calc/line';
import type { Contract } from '../contract/contract';
import { hasValue, inForce, type TermRow } from '../terms/row';
import { required } from './boundary';
import { defineFunction, type BodyValue } from './define';
import { arrayConstant, EXAMPLE_TERMS } from './example-terms';
import { date } from './kinds';
import { findLine, line } from './line-selection';
import { Refusal } from './refusal';
import { scenario, scenarioOf, terms } from './terms-argument';
import { figure, unitText } from './terms-figure';

const HEADER = ['Step', 'Formula', 'Value', 'Unit', 'Source'];

export const explain = defineFunction({
  id: 'EXPLAIN',
  summary:
    'How a figure comes about: the line with its formula in words, then everything that the formula speaks of, each with value, unit and source.',
  question: 'Where does this figure come from, step by step and term by term?',
  parameters: {
    terms,
    line,
    date: required(date, { text: 'Any day of the month to explain, within the horizon.', unit: 'date' }),
    scenario,
  },
  result: {
    matrix: true,
    unit: 'as each row says',
    format: '#,##0.00',
    text: 'A header (Step, Formula, Value, Unit, Source), the line, and a row for each of its parts.',
  },
  equation: [
    'Formula: as it holds in that month; of a choice, the branch that applies',
    'Source of a line: its id, by which it can be explained in turn',
    'Source of a term: its status, its source and its row in the table; Default where the table is silent',
  ],
  edges: [
    'Parts that count for nothing in the month (a factor of 1, a summand of 0 that is a constant) are left out of the formula.',
    'Dates are dates, choices are shown as their word, and what is not available is blank.',
  ],
  examples: [
    {
      title: 'How does the capacity of February 2027 come about?',
      formula: `=METER.EXPLAIN(${arrayConstant(EXAMPLE_TERMS)},"reserved.capacity",DATE(2027,2,14))`,
      args: [EXAMPLE_TERMS, 'reserved.capacity', 46432],
      result: [
        HEADER,
        [
          'Reserved capacity: capacity',
          'Reserved capacity: unit-hours in force × Reserved | Tokens per unit-hour × Reserved | Maximum utilisation',
          67_200_000_000,
          'tokens',
          'reserved.capacity',
        ],
        [
          'Reserved capacity: unit-hours in force',
          'Reserved capacity 2027-01-01: units × (Reserved capacity 2027-01-01: until − Reserved capacity 2027-01-01: from) × 24',
          67_200,
          'unit-hours',
          'reserved.unit-hours',
        ],
        ['Reserved | Tokens per unit-hour', '', 1_000_000, 'tokens', 'Terms row 6'],
        ['Reserved | Maximum utilisation', '', 1, 'share', 'Default'],
      ],
      reading: '100 units × 24 hours × 28 days = 67,200 unit-hours of 1,000,000 tokens each.',
    },
  ],
  refusals: [
    {
      title: 'A day outside the horizon.',
      formula: `=METER.EXPLAIN(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee",DATE(2028,1,1))`,
      args: [EXAMPLE_TERMS, 'reserved.fee', 46753],
      code: '#VALUE!',
      sentence: 'date is 2028-01-01: it must lie within the horizon, from 2027-01-01 to 2027-03-31.',
    },
  ],
  source: 'The formulas of the contract model themselves, walked for one month.',
  since: '0.1.0',
  body({ terms: contract, line: id, date: day, scenario: given }) {
    const place = scenarioOf(contract, given);
    if (place instanceof Refusal) return place;
    const found = findLine(contract.model, String(id));
    if (found instanceof Refusal) return found;
    const evaluation = contract.evaluation(place);
    const { timeline } = evaluation;
    const period = timeline.periodOf(day);
    if (period === undefined) {
      const last = isoText(timeline.end(timeline.periods - 1) - 1);
      return new Refusal(
        `date is ${isoText(day)}: it must lie within the horizon, from ${isoText(timeline.first)} to ${last}.`,
      );
    }
    return [HEADER, ...stepsOf(evaluation, found, period).map((step) => rowOf(contract, place, step))];
  },
});

function rowOf(contract: Contract, place: number, step: Step): BodyValue[] {
  return [
    step.label,
    step.formula,
    valueOf(step),
    unitText(contract, step.unit),
    sourceOf(contract, place, step),
  ];
}

function valueOf({ subject, value, unit }: Step): BodyValue {
  const choices = isTerm(subject) && unit === subject.unit ? subject.choices : undefined;
  return choices && value ? (choices[value.toNumber()] ?? '') : figure(value);
}

const isTerm = (subject: Step['subject']): subject is TermReference =>
  typeof subject === 'object' && !(subject instanceof Line);

function sourceOf({ table }: Contract, place: number, { subject, value }: Step): string {
  if (subject instanceof Line) return subject.id;
  if (!isTerm(subject)) return 'Month of the model';
  const row = table.rowOf(subject);
  if (row && hasValue(inForce(row, place))) return termSource(row);
  return value === undefined ? 'Not given' : 'Default';
}

function termSource({ provenance: { status, source }, row }: TermRow): string {
  return [status ?? '', source, `Terms row ${row}`].filter((part) => part !== '').join(' · ');
}
