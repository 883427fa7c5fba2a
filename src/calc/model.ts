import type { Expression } from './expression';
import type { Line } from './line';

/** How one line's formula uses another line. */
interface Use {
  readonly line: Line;
  /** Needs the other's value of the same period (or the value of a scalar). */
  readonly now: boolean;
  /** Needs the other in every period. */
  readonly whole: boolean;
}

/**
 * Every line that a formula uses, once. Parts of a formula are shared, so each is visited once as well: written out as
 * a tree, some formulas double with every tranche.
 */
function usesOf(definition: Expression): Use[] {
  const uses = new Map<Line, Use>();
  const visited = new Set<Expression>();
  const use = (line: Line, now: boolean, whole: boolean): void => {
    const known = uses.get(line);
    if (known && known.now >= now && known.whole >= whole) return;
    uses.set(line, { line, now: now || known?.now === true, whole: whole || known?.whole === true });
  };
  const visit = (expression: Expression): void => {
    const { node } = expression;
    switch (node.kind) {
      case 'line':
      case 'running':
        return use(node.line, true, false);
      case 'previous':
        use(node.line, false, false);
        return visit(node.before);
      case 'grouped':
        use(node.line, true, false);
        return use(node.group, true, false);
      case 'total':
        return use(node.line, true, true);
      case 'apply':
        if (expression.isShared) {
          if (visited.has(expression)) return undefined;
          visited.add(expression);
        }
        return node.operands.forEach(visit);
      default:
        return undefined;
    }
  };
  visit(definition);
  return [...uses.values()];
}

/** Lines that one pass over the periods can compute together, in an order in which each finds what it needs. */
export interface Pass {
  readonly scalars: readonly Line[];
  readonly periods: readonly Line[];
}

/** A set of lines, checked: every id once, no line needs itself. Immutable. */
export class Model<Each extends Line = Line> {
  readonly #byId: ReadonlyMap<string, Each>;
  readonly #places: ReadonlyMap<Line, number>;
  readonly passes: readonly Pass[];

  constructor(readonly lines: readonly Each[]) {
    this.#byId = new Map(lines.map((line) => [line.id, line]));
    this.#places = new Map(lines.map((line, place) => [line, place]));
    if (this.#byId.size < lines.length) {
      const twice = lines.find((line) => this.#byId.get(line.id) !== line);
      throw new Error(`Two lines have the id ${twice?.id}.`);
    }
    this.passes = arrange(lines);
  }

  line(id: string): Each | undefined {
    return this.#byId.get(id);
  }

  /** The place of a line in the list, under which the readings keep its values. */
  place(line: Line): number {
    return this.#places.get(line) ?? unknownLine(line);
  }
}

const nameCycle = (lines: readonly Line[]): string =>
  `These lines need one another in the same period: ${lines.map((line) => line.id).join(' → ')}.`;

/**
 * Puts the lines into passes. A line that needs another's total comes at least one pass later; a line that needs
 * another's value of the same period comes later in the same pass.
 */
function arrange(lines: readonly Line[]): Pass[] {
  const uses = new Map(lines.map((line) => [line, usesOf(line.definition)]));
  const usesOfLine = (line: Line): Use[] => uses.get(line) ?? unknownLine(line);
  const ordered = orderByUse(lines, usesOfLine);
  const passOf = assignPasses(ordered, usesOfLine);
  const count = Math.max(0, ...passOf.values()) + 1;
  return Array.from({ length: count }, (_none, pass) => {
    const members = ordered.filter((line) => passOf.get(line) === pass);
    return {
      scalars: members.filter((line) => line.scalar),
      periods: members.filter((line) => !line.scalar),
    };
  });
}

export function unknownLine(line: Line): never {
  throw new Error(`The line ${line.id} is not part of the model.`);
}

/** Depth first, so that a line follows all that it needs at once; a way back to an open line is a cycle. */
function orderByUse(lines: readonly Line[], usesOfLine: (line: Line) => Use[]): Line[] {
  const done = new Set<Line>();
  const open: Line[] = [];
  const ordered: Line[] = [];
  const visit = (line: Line): void => {
    if (done.has(line)) return;
    const begun = open.indexOf(line);
    if (begun >= 0) throw new Error(nameCycle([...open.slice(begun), line]));
    open.push(line);
    for (const use of usesOfLine(line)) if (use.now) visit(use.line);
    open.pop();
    done.add(line);
    ordered.push(line);
  };
  lines.forEach(visit);
  return ordered;
}

/**
 * The earliest pass for every line. A line may look at another's previous period only if both stand in the same pass
 * or the other in an earlier one, so uses of the previous period can push lines later; more rounds than lines mean
 * that they push one another for ever.
 */
function assignPasses(ordered: readonly Line[], usesOfLine: (line: Line) => Use[]): Map<Line, number> {
  const pass = new Map(ordered.map((line) => [line, 0]));
  const at = (line: Line): number => pass.get(line) ?? unknownLine(line);
  for (let round = 0; round <= ordered.length; round += 1) {
    let moved: Line | undefined;
    for (const line of ordered) {
      let needed = 0;
      for (const use of usesOfLine(line)) {
        needed = Math.max(needed, at(use.line) + (needsLaterPass(line, use) ? 1 : 0));
      }
      if (needed > at(line)) {
        pass.set(line, needed);
        moved = line;
      }
    }
    if (!moved) return pass;
    if (round === ordered.length)
      throw new Error(`The line ${moved.id} needs a total that depends on itself.`);
  }
  return pass;
}

/** A pass computes its scalars first, so a scalar can use a period line's total only in a later pass. */
const needsLaterPass = (line: Line, use: Use): boolean => use.whole || (line.scalar && !use.line.scalar);
