import type { Expression, TermReference } from '../expression';
import type { Line } from '../line';

const found = new WeakMap<Line, ReadonlySet<TermReference>>();

/** Every term that a line rests on, by itself or through other lines, whether or not its value matters. */
export function termsBehind(line: Line): ReadonlySet<TermReference> {
  let terms = found.get(line);
  if (!terms) {
    terms = collect(line);
    found.set(line, terms);
  }
  return terms;
}

/** Lines refer to one another in circles through earlier periods, and parts of formulas are shared: each is visited once. */
function collect(line: Line): Set<TermReference> {
  const terms = new Set<TermReference>();
  const seen = new Set<Expression>();
  const open: Expression[] = [line];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { node } = next;
    switch (node.kind) {
      case 'term':
      case 'given':
        terms.add(node.term);
        break;
      case 'line':
      case 'running':
      case 'total':
        open.push(node.line.definition);
        break;
      case 'previous':
        open.push(node.line.definition, node.before);
        break;
      case 'grouped':
        open.push(node.line.definition, node.group.definition);
        break;
      case 'apply':
        open.push(...node.operands);
        break;
      case 'constant':
      case 'clock':
        break;
    }
  }
  return terms;
}
