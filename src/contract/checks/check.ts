import type { Decimal } from '../../base/decimal';
import type { ScenarioReader } from './scenario-reader';

/** An error means that figures are wrong; an alert, that someone should look. */
export type CheckKind = 'Error' | 'Alert';

/** Two figures that must agree, or of which one bounds the other. */
export interface Comparison {
  readonly value: Decimal;
  readonly expected: Decimal;
  /** What the value must be to the expected one; equal where left out. */
  readonly relation?: 'equal' | 'at least' | 'at most';
  readonly isMoney?: boolean;
  /** The month, the contract year or the line; empty where it is about the whole scenario. */
  readonly where: string;
}

/** A check that is made in every scenario. */
export interface ScenarioCheck {
  readonly name: string;
  readonly kind: CheckKind;
  /** Nothing where the contract has no such part. */
  compare(reader: ScenarioReader): Iterable<Comparison>;
}

export interface CheckResult {
  readonly check: string;
  readonly kind: CheckKind;
  readonly value: Decimal;
  readonly expected: Decimal;
  readonly difference: Decimal;
  readonly pass: boolean;
  /** The scenario and the place in it where the check holds least. */
  readonly where: string;
}
