import type { Expression } from '../../../src/calc/expression';
import type { Line } from '../../../src/calc/line';
import { ContractLine } from '../../../src/contract/lines/contract-line';

const settled = new WeakMap<Line, boolean>();

/** Whether a line settles a contract year, or holds something of one that does, in whatever period. */
export function isSettled(line: Line): boolean {
  let known = settled.get(line);
  if (known === undefined) {
    known = [...behind(line)].some((each) => each instanceof ContractLine && each.settles);
    settled.set(line, known);
  }
  return known;
}

/** The line itself, and every line that stands in its formula or in those of others that do. */
function behind(line: Line): Set<Expression> {
  const seen = new Set<Expression>();
  const open: Expression[] = [line];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...partsOf(next));
  }
  return seen;
}

function partsOf(expression: Expression): readonly Expression[] {
  const { node } = expression;
  switch (node.kind) {
    case 'line':
      return [node.line.definition];
    case 'running':
    case 'total':
      return [node.line];
    case 'previous':
      return [node.line, node.before];
    case 'grouped':
      return [node.line, node.group];
    case 'apply':
      return node.operands;
    default:
      return [];
  }
}
