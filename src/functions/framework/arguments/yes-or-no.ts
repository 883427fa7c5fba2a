import type { Argument } from './boundary';
import { cellOf, type Cell, shown } from '../../../base/cell';
import { allowed } from '../../../base/rule';
import { readCell, type ArgumentRule, type Kind } from './kinds';
import { Refusal } from '../../../base/refusal';

const rule: ArgumentRule = { type: 'choice', choices: ['TRUE', 'FALSE', 'Yes', 'No'] };

const YES = new Set(['yes', 'true']);
const NO = new Set(['no', 'false']);

/** TRUE or FALSE, or the words Yes and No. */
const yesNo: Kind<boolean> = {
  rule,
  read(cell, place) {
    if (cell.holds === 'boolean') return cell.value;
    const word = cell.holds === 'text' ? cell.value.toLowerCase() : '';
    if (YES.has(word)) return true;
    return NO.has(word) ? false : refuse(cell, place);
  },
};

/** A switch that may be left out. */
export function yesOrNo(
  byDefault: boolean,
  about: { readonly unit: string; readonly defaultText: string },
): Argument<boolean, ArgumentRule> {
  return {
    ...about,
    matrix: false,
    rule,
    byDefault,
    read(raw, name) {
      const only: unknown = Array.isArray(raw) && raw.length === 1 ? singleOf(raw[0]) : raw;
      if (Array.isArray(only)) return new Refusal(`${name} is a range: it takes one cell, ${allowed(rule)}.`);
      const cell = cellOf(only);
      // A 0 is FALSE to some and, from some versions of Excel, a blank cell: the two would mean opposite things.
      if (cell.holds === 'number') return refuse(cell, name);
      return readCell(yesNo, only, name) ?? byDefault;
    },
  };
}

function singleOf(row: unknown): unknown {
  return Array.isArray(row) && row.length === 1 ? (row as readonly unknown[])[0] : row;
}

function refuse(cell: Cell, place: string): Refusal {
  return new Refusal(`${place} is ${shown(cell)}: it must be ${allowed(rule)}.`);
}
