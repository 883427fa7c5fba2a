import type { Day } from '../../base/calendar';
import type { TermDefinition } from '../catalogue/catalogue';
import type { TermValue } from '../catalogue/rule';

/** A cell that was refused: there is a value, and nobody knows which. Checks across rows leave it alone. */
export const UNREADABLE = Symbol('unreadable');

/** What a row says in one scenario column: a value, null for the word None, undefined for nothing. */
export type TermCell = TermValue | null | undefined | typeof UNREADABLE;

export const STATUSES = [
  'Contractual',
  'Confirmed',
  'Reported',
  'Disputed',
  'Estimate',
  'Illustrative',
  'Superseded',
] as const;
export type Status = (typeof STATUSES)[number];

/** Where a value comes from, and how sure it is. */
export interface Provenance {
  readonly status: Status | undefined;
  readonly source: string;
  readonly asOf: Day | undefined;
  readonly note: string;
  /** The low and the high case of the term for sensitivity and simulation, not ordered by value. */
  readonly low: TermValue | undefined;
  readonly high: TermValue | undefined;
  readonly distribution: string;
  readonly correlation: string;
}

/** One row of the table that names a term of the catalogue. */
export interface TermRow {
  /** Row within the range, from 1. */
  readonly row: number;
  readonly definition: TermDefinition;
  readonly item: string;
  readonly term: string;
  /** Of a numbered family. */
  readonly number: number | undefined;
  /** What the row itself says, Base first, then each scenario. */
  readonly cells: readonly TermCell[];
  readonly provenance: Provenance;
}

/** Description, weight and date of a scenario are its own. */
const inherits = ({ definition }: TermRow): boolean => definition.section !== 'Scenario';

/** What holds in a scenario: its own cell, or Base where that is blank. */
export function inForce(row: TermRow, scenario: number): TermCell {
  const own = row.cells[scenario];
  return own === undefined && scenario > 0 && inherits(row) ? row.cells[0] : own;
}

export const hasValue = (cell: TermCell): boolean => cell !== undefined && cell !== null;
