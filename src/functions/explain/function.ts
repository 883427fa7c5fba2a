import { isoText } from '../../base/calendar';
import { explain as stepsOf, type Step } from '../../calc/explain/explain';
import type { TermReference } from '../../calc/expression';
import { Line } from '../../calc/line';
import type { Contract } from '../../contract/contract';
import { hasValue, inForce, type TermRow } from '../../terms/table/row';
import { required } from '../framework/arguments/boundary';
import { defineFunction, type BodyValue } from '../framework/define';
import { date } from '../framework/arguments/kinds';
import { findLine, line } from '../framework/arguments/line-selection';
import { Refusal } from '../../base/refusal';
import { scenario, scenarioOf, terms } from '../framework/arguments/terms-argument';
import { figure, unitText } from '../framework/terms-figure';

export const HEADER = ['Step', 'Formula', 'Value', 'Unit', 'Source'];

export const explain = defineFunction({
  id: 'EXPLAIN',
  parameters: {
    terms,
    line,
    date: required(date, { unit: 'date' }),
    scenario,
  },
  result: { matrix: true, unit: 'as each row says', format: '#,##0.00' },
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
        { about: 'date' },
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
