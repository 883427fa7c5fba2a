/** Takes an en-US formula apart, as `range.formulas` gives it, into its parts. */

export type TokenKind =
  | 'string'
  | 'number'
  | 'error'
  | 'word'
  | 'function'
  | 'operator'
  | 'space'
  | '('
  | ')'
  | '{'
  | '}'
  | ','
  | ';';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const ERROR_LITERAL =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!|GETTING_DATA|CONNECT!|BLOCKED!|UNKNOWN!)/i;
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/i;
const WHOLE_ROWS = /^\$?\d+:\$?\d+/;
const WORD_PART = /^[\p{L}\p{N}_.$\\?:!]+/u;
const WORD_START = /^[\p{L}_$\\'[]/u;
const PUNCTUATION = new Set<string>(['(', ')', '{', '}', ',', ';']);

/** The end of a text in quotes; a doubled quote stands for itself. */
export function quotedLength(rest: string, quote: string): number {
  let at = 1;
  while (at < rest.length) {
    if (rest[at] !== quote) at += 1;
    else if (rest[at + 1] === quote) at += 2;
    else return at + 1;
  }
  return rest.length;
}

/** The end of a bracketed part of a structured or external reference; ' escapes the next character inside it. */
function bracketLength(rest: string): number {
  let depth = 0;
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === "'") at += 1;
    else if (rest[at] === '[') depth += 1;
    else if (rest[at] === ']' && --depth === 0) return at + 1;
  }
  return rest.length;
}

/** A reference, name or function name: quoted sheet, brackets, plain characters, in any order, with a final #. */
function wordLength(rest: string): number {
  let at = 0;
  while (at < rest.length) {
    const here = rest.slice(at);
    const plain = WORD_PART.exec(here)?.[0].length;
    if (plain) at += plain;
    else if (here[0] === "'") at += quotedLength(here, "'");
    else if (here[0] === '[') at += bracketLength(here);
    else break;
  }
  const error = rest[at - 1] === '!' ? ERROR_LITERAL.exec(rest.slice(at))?.[0].length : undefined;
  if (error) return at + error;
  return rest[at] === '#' ? at + 1 : at;
}

function nextToken(rest: string): Token {
  const take = (kind: TokenKind, length: number): Token => ({ kind, text: rest.slice(0, length) });
  const first = rest.charAt(0);
  if (first === '"') return take('string', quotedLength(rest, '"'));
  const space = /^\s+/.exec(rest)?.[0].length;
  if (space) return take('space', space);
  if (PUNCTUATION.has(first)) return take(first as TokenKind, 1);
  const error = ERROR_LITERAL.exec(rest)?.[0].length;
  if (error) return take('error', error);
  const rows = WHOLE_ROWS.exec(rest)?.[0].length;
  if (rows) return take('word', rows);
  const number = NUMBER.exec(rest)?.[0].length;
  if (number) return take('number', number);
  if (WORD_START.test(rest)) {
    const length = wordLength(rest);
    return take(rest[length] === '(' ? 'function' : 'word', length);
  }
  return take('operator', /^(?:<=|>=|<>)/.test(rest) ? 2 : 1);
}

/** The parts of a formula in their order; together they are its text without the equals sign. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = formula.startsWith('=') ? 1 : 0;
  while (at < formula.length) {
    const token = nextToken(formula.slice(at));
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}
