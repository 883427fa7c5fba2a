import { catalogue } from '../../src/functions/catalogue';
import type { CellBlock } from '../../src/functions/descriptor';
import { Refusal } from '../../src/functions/refusal';

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
export const TRANCHE_SCHEDULE = (...args: unknown[]) => blockOf('TRANCHE_SCHEDULE', args);

/** Exact need and units to buy. */
export function RESERVED_UNITS(...args: unknown[]): readonly [number, number] {
  const [row] = blockOf('RESERVED_UNITS', args);
  return [Number(row?.[0]), Number(row?.[1])];
}
