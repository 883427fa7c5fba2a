import { tokenize } from '@borgar/fx/xlsx';

/*
 * A formula as a tree. The parts know where they stand in the text, so that what need not be written anew stays as it is.
 */

interface Span {
  /** Where it begins in the text. */
  readonly start: number;
  readonly end: number;
}

export type FormulaNode = Leaf | Call | Binary | Prefix | Postfix | Group | ArrayOfValues;

/** A part without parts; `missing` is an argument that was left out. */
export interface Leaf extends Span {
  readonly kind: 'number' | 'text' | 'boolean' | 'error' | 'cells' | 'name' | 'table' | 'missing';
  readonly text: string;
}

export interface Call extends Span {
  readonly kind: 'call';
  /** As written; '' where the result of another call is called. */
  readonly name: string;
  readonly args: readonly FormulaNode[];
}

/** An operator between two operands; of references, too: `:`, a blank for what they share, and `,` for both. */
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: FormulaNode;
  readonly right: FormulaNode;
}

export interface Prefix extends Span {
  readonly kind: 'prefix';
  readonly operator: string;
  readonly operand: FormulaNode;
}

export interface Postfix extends Span {
  readonly kind: 'postfix';
  readonly operator: string;
  readonly operand: FormulaNode;
}

/** In parentheses. */
export interface Group extends Span {
  readonly kind: 'group';
  readonly inner: FormulaNode;
}

export interface ArrayOfValues extends Span {
  readonly kind: 'array';
  readonly values: readonly FormulaNode[];
}

/** @returns undefined for a text that is no formula of Excel */
export function formulaTree(formula: string): FormulaNode | undefined {
  try {
    return new Parser(tokensOf(formula)).whole();
  } catch (failure) {
    if (failure instanceof NoFormula) return undefined;
    throw failure;
  }
}

export function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'call':
      return node.args;
    case 'binary':
      return [node.left, node.right];
    case 'prefix':
    case 'postfix':
      return [node.operand];
    case 'group':
      return [node.inner];
    case 'array':
      return node.values;
    default:
      return [];
  }
}

/** Writes one part of a formula otherwise; undefined for as it is, with its own parts rewritten. */
export type Rewrite = (node: FormulaNode, print: (node: FormulaNode) => string) => string | undefined;

/** The formula with parts of it written otherwise. */
export function rewritten(formula: string, tree: FormulaNode, rewrite: Rewrite): string {
  const print = (node: FormulaNode): string => {
    const own = rewrite(node, print);
    if (own !== undefined) return own;
    let text = '';
    let at = node.start;
    for (const child of childrenOf(node)) {
      text += formula.slice(at, child.start) + print(child);
      at = child.end;
    }
    return text + formula.slice(at, node.end);
  };
  return formula.slice(0, tree.start) + print(tree) + formula.slice(tree.end);
}

class NoFormula extends Error {}

interface Token extends Span {
  readonly type: string;
  readonly value: string;
}

const KINDS: Readonly<Record<string, Leaf['kind']>> = {
  number: 'number',
  string: 'text',
  bool: 'boolean',
  error: 'error',
  range: 'cells',
  range_beam: 'cells',
  range_ternary: 'cells',
  range_named: 'name',
  structured: 'table',
};

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const { type, value } of tokenize(formula, { mergeRefs: true, negativeNumbers: false })) {
    const token = { type, value, start, end: start + value.length };
    start = token.end;
    if (type === 'fx_prefix' || type === 'newline') continue;
    const joined = withLostReference(tokens, token);
    if (joined === undefined) tokens.push(token);
    else tokens.splice(joined.from, tokens.length - joined.from, joined.token);
  }
  return tokens;
}

/** `Data!#REF!` and `#REF!A1` are what is left of a reference to cells or a sheet that are gone. */
function withLostReference(
  tokens: readonly Token[],
  token: Token,
): { readonly from: number; readonly token: Token } | undefined {
  const last = tokens.length - 1;
  const before = tokens[last];
  if (before === undefined || before.end !== token.start) return undefined;
  const join = (from: number): { from: number; token: Token } => {
    const first = tokens[from] ?? token;
    return {
      from,
      token: { type: 'error', value: '#REF!', start: first.start, end: token.end },
    };
  };
  if (before.type === 'error' && before.value === '#REF!' && KINDS[token.type] === 'cells') return join(last);
  const context = tokens[last - 1];
  const isInSheet = before.value === '!' && context !== undefined && context.type.startsWith('context');
  return token.type === 'error' && isInSheet ? join(last - 1) : undefined;
}

const COMPARISON = 1;
const TEXT = 2;
const SUM = 3;
const PRODUCT = 4;
const POWER = 5;
/** Excel's signs bind more strongly than its powers: -2^2 is 4. */
const SIGN = 6;
const UNION = 7;
const SHARED = 8;
const RANGE = 9;

const PRIORITY: Readonly<Record<string, number>> = {
  '=': COMPARISON,
  '<': COMPARISON,
  '>': COMPARISON,
  '<=': COMPARISON,
  '>=': COMPARISON,
  '<>': COMPARISON,
  '&': TEXT,
  '+': SUM,
  '-': SUM,
  '*': PRODUCT,
  '/': PRODUCT,
  '^': POWER,
  ',': UNION,
  ' ': SHARED,
  ':': RANGE,
};

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): FormulaNode {
    const node = this.expression(0, true);
    this.skipBlanks();
    if (this.at < this.tokens.length) throw new NoFormula();
    return node;
  }

  /** @param mayJoin  whether a comma joins references rather than separating arguments */
  private expression(least: number, mayJoin: boolean): FormulaNode {
    let left = this.operand();
    for (;;) {
      const operator = this.operatorAfter(mayJoin);
      const priority = operator === undefined ? undefined : PRIORITY[operator];
      if (operator === undefined || priority === undefined || priority <= least) return left;
      this.skipBlanks();
      if (operator !== ' ') this.at += 1;
      const right = this.expression(priority, mayJoin);
      left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
    }
  }

  /** The next operator between two operands; a blank is one only between references. */
  private operatorAfter(mayJoin: boolean): string | undefined {
    const hasBlank = this.tokens[this.at]?.type === 'whitespace';
    const next = this.tokens.slice(this.at).find(({ type }) => type !== 'whitespace');
    if (next === undefined) return undefined;
    if (next.type === 'operator' && next.value in PRIORITY)
      return next.value === ',' && !mayJoin ? undefined : next.value;
    const beginsReference = ['cells', 'name', 'table'].includes(KINDS[next.type] ?? '');
    return hasBlank && (beginsReference || next.type === 'func' || next.value === '(') ? ' ' : undefined;
  }

  private operand(): FormulaNode {
    this.skipBlanks();
    const token = this.take();
    if (token.type === 'operator' && ['+', '-', '@'].includes(token.value)) {
      const operand = this.expression(token.value === '@' ? SHARED : SIGN, false);
      return { kind: 'prefix', operator: token.value, operand, start: token.start, end: operand.end };
    }
    return this.withPostfixes(this.primary(token));
  }

  private withPostfixes(operand: FormulaNode): FormulaNode {
    let node = operand;
    for (;;) {
      const next = this.tokens[this.at];
      if (next?.type !== 'operator') return node;
      if (next.value === '%' || next.value === '#') {
        this.at += 1;
        node = { kind: 'postfix', operator: next.value, operand: node, start: node.start, end: next.end };
      } else if (next.value === '(' && (node.kind === 'call' || node.kind === 'group')) {
        this.at += 1;
        const { args, end } = this.args();
        node = { kind: 'call', name: '', args: [node, ...args], start: node.start, end };
      } else return node;
    }
  }

  private primary(token: Token): FormulaNode {
    const kind = KINDS[token.type];
    if (kind !== undefined) return { kind, text: token.value, start: token.start, end: token.end };
    if (token.type === 'func') {
      this.expect('(');
      const { args, end } = this.args();
      return { kind: 'call', name: token.value, args, start: token.start, end };
    }
    if (token.value === '(') {
      const inner = this.expression(0, true);
      const end = this.expect(')').end;
      return { kind: 'group', inner, start: token.start, end };
    }
    if (token.value === '{') return this.array(token);
    throw new NoFormula();
  }

  /** From behind the opening parenthesis. */
  private args(): { readonly args: FormulaNode[]; readonly end: number } {
    const args: FormulaNode[] = [];
    this.skipBlanks();
    if (this.peek(')')) return { args, end: this.take().end };
    for (;;) {
      this.skipBlanks();
      const next = this.tokens[this.at];
      const isMissing = next?.type === 'operator' && (next.value === ',' || next.value === ')');
      args.push(
        isMissing
          ? { kind: 'missing', text: '', start: next.start, end: next.start }
          : this.expression(0, false),
      );
      this.skipBlanks();
      const { value, end } = this.take();
      if (value === ')') return { args, end };
      if (value !== ',') throw new NoFormula();
    }
  }

  private array({ start }: Token): FormulaNode {
    const values: FormulaNode[] = [];
    for (;;) {
      values.push(this.operand());
      this.skipBlanks();
      const { value, end } = this.take();
      if (value === '}') return { kind: 'array', values, start, end };
      if (value !== ',' && value !== ';') throw new NoFormula();
    }
  }

  private skipBlanks(): void {
    while (this.tokens[this.at]?.type === 'whitespace') this.at += 1;
  }

  private peek(value: string): boolean {
    return this.tokens[this.at]?.value === value;
  }

  private take(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw new NoFormula();
    this.at += 1;
    return token;
  }

  private expect(value: string): Token {
    this.skipBlanks();
    const token = this.take();
    if (token.value !== value) throw new NoFormula();
    return token;
  }
}
