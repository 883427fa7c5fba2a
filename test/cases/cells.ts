import { catalogue } from '../../src/functions/catalogue/catalogue';
import type { CellBlock } from '../../src/functions/framework/descriptor';
import { Refusal } from '../../src/base/refusal';

/** Calls a function as a cell would, with raw values, and expects an answer. */
function answerOf(id: string, args: readonly unknown[]) {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  const outcome = descriptor.call(args);
  if (outcome instanceof Refusal) throw new Error(`${id} refuses: ${outcome.sentence}`);
  return outcome;
}

function numberOf(id: string, args: readonly unknown[]): number {
  const answer = answerOf(id, args);
  if (typeof answer !== 'number') throw new Error(`${id} gives no number`);
  return answer;
}

function blockOf(id: string, args: readonly unknown[]): CellBlock {
  const answer = answerOf(id, args);
  if (!Array.isArray(answer)) throw new Error(`${id} gives no block`);
  return answer;
}

export const RESERVED_COST = (...args: unknown[]) => numberOf('RESERVED_COST', args);
export const TOKEN_COST = (...args: unknown[]) => numberOf('TOKEN_COST', args);
export const TIERED_COST = (...args: unknown[]) => numberOf('TIERED_COST', args);
export const CUTOVER_SHARE = (...args: unknown[]) => numberOf('CUTOVER_SHARE', args);
export const BREAKEVEN_TOKENS = (...args: unknown[]) => numberOf('BREAKEVEN_TOKENS', args);
export const TRANCHE_EXPOSURE = (...args: unknown[]) => numberOf('TRANCHE_EXPOSURE', args);
export const TRANCHE_SCHEDULE = (...args: unknown[]) => blockOf('TRANCHE_SCHEDULE', args);

/** Exact need and units to buy. */
export function RESERVED_UNITS(...args: unknown[]): readonly [number, number] {
  const [row] = blockOf('RESERVED_UNITS', args);
  return [Number(row?.[0]), Number(row?.[1])];
}

/** The costs of the windows, from a column or a row. */
export function COMMITTED_COST(...args: unknown[]): readonly number[] {
  return blockOf('COMMITTED_COST', args).flat().map(Number);
}

/** A block with a header, read by the names of its columns. */
export class Columns {
  private readonly header: CellBlock[number];
  private readonly rows: CellBlock;

  constructor(id: string, args: readonly unknown[]) {
    const [header = [], ...rows] = blockOf(id, args);
    this.header = header;
    this.rows = rows;
  }

  column(name: string): readonly number[] {
    const index = this.header.indexOf(name);
    if (index < 0) throw new Error(`there is no column ${name}`);
    return this.rows.map((row) => Number(row[index]));
  }
}

export const DRAWDOWN = (...args: unknown[]) => new Columns('DRAWDOWN', args);
export const TAKE_OR_PAY = (...args: unknown[]) => new Columns('TAKE_OR_PAY', args);
