import { isoText, type Day } from '../../base/calendar';
import { Refusal } from '../../base/refusal';
import { explain as stepsOf, type Step } from '../../calc/explain/explain';
import type { TermReference } from '../../calc/expression';
import { Line } from '../../calc/line';
import type { Contract } from '../../contract/contract';
import { hasValue, inForce, type TermRow } from '../../terms/table/row';
import type { BodyValue } from '../framework/define';
import { findLine } from '../framework/arguments/line-selection';
import { scenarioOf } from '../framework/arguments/terms-argument';
import { figure, unitText } from '../framework/terms-figure';
import { HEADER } from './header';

interface Values {
  readonly terms: Contract;
  readonly line: string | number;
  readonly date: Day;
  readonly scenario: string | number;
}

export function body({ terms, line, date, scenario }: Values): BodyValue[][] | Refusal {
  const place = scenarioOf(terms, scenario);
  if (place instanceof Refusal) return place;
  const found = findLine(terms.model, String(line));
  if (found instanceof Refusal) return found;
  const evaluation = terms.evaluation(place);
  const { timeline } = evaluation;
  const period = timeline.periodOf(date);
  if (period === undefined) {
    const last = isoText(timeline.end(timeline.periods - 1) - 1);
    return new Refusal(
      `date is ${isoText(date)}: it must lie within the horizon, from ${isoText(timeline.first)} to ${last}.`,
      { about: 'date' },
    );
  }
  return [HEADER, ...stepsOf(evaluation, found, period).map((step) => rowOf(terms, place, step))];
}

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
