import { Refusal } from '../../base/refusal';
import { isBlank } from '../../base/cell';
import { onlyCell, orDefault, single, type NativeArgument } from '../framework/native/argument';
import { blockOf, type Block } from '../framework/native/block';
import { call, constant, minus, plus, times, type Expression } from '../framework/native/expression';
import { asExpression, type NativeDeclaration } from '../framework/native/reading';

export const committedCostNative: NativeDeclaration = {
  says: 'A formula for each window: the commitment, or the usage where no true-up is agreed, and what lies beyond it times the overage factor.',
  sample: [
    { written: 'cells', text: 'B2:B4', value: [[30], [12], [20]], address: 'B2:B4' },
    { written: 'cells', text: 'D1', value: 20, address: 'D1' },
    { written: 'literal', text: '1.5', value: 1.5 },
  ],
  read(usage, commitment, overageFactor, trueUp) {
    const [used, committed] = [windowsOf(usage), windowsOf(commitment)];
    if (!used || !committed) {
      return new Refusal(
        'The usage or the commitment is computed inside the formula, so it has no cells to look into.',
      );
    }
    const factor = orDefault(overageFactor, constant(1));
    const isOwed = trueUpOf(trueUp);
    if (isOwed === undefined) {
      return new Refusal(
        'true_up stands in a cell; as TRUE or FALSE in the formula it would have a plain formula.',
      );
    }
    const costs = used.cells.map((cell, window) =>
      costOf(cell, asExpression(committed.cells[committed.cells.length === 1 ? 0 : window]), factor, isOwed),
    );
    return used.isRow ? [costs] : costs.map((cost) => [cost]);
  },
};

function costOf(usage: Expression, commitment: Expression, factor: Expression | undefined, isOwed: boolean) {
  const beyond = call('MAX', minus(usage, commitment), 0);
  const within = isOwed ? commitment : call('MIN', usage, commitment);
  return plus(within, factor ? times(factor, beyond) : beyond);
}

/** undefined where a cell decides. */
function trueUpOf({ written, value }: NativeArgument): boolean | undefined {
  const given = onlyCell(value);
  if (written === 'omitted' || (written === 'literal' && isBlank(given))) return true;
  if (written !== 'literal') return undefined;
  return given === true || /^(true|yes)$/i.test(String(given));
}

function windowsOf(argument: NativeArgument): { cells: Expression[]; isRow: boolean } | undefined {
  if (!Array.isArray(argument.value)) {
    const one = single(argument);
    return one && { cells: [one], isRow: false };
  }
  const block = blockOf(argument);
  if (block === undefined) return undefined;
  const isRow = block.rows.length === 1 && (block.rows[0]?.length ?? 0) > 1;
  const cells = isRow ? (block.rows[0] ?? []) : block.rows.map(([value]) => value);
  const end = cells.findLastIndex((value) => !isBlank(value)) + 1;
  return { cells: cells.slice(0, end).map((_, at) => cellAt(block, isRow, at)), isRow };
}

const cellAt = (block: Block, isRow: boolean, at: number): Expression =>
  isRow ? block.cell(0, at) : block.cell(at, 0);
