import { quotedLength, type Token, type TokenKind, tokensOf } from './formula-tokens';

/**
 * Reads the function calls of an en-US formula, as `range.formulas` gives it: which function, and what each argument is.
 * It does not calculate. What is neither a literal, a reference, a name nor one call is kept as an expression in its own
 * words, because only Excel knows its value.
 */

export type Literal = number | string | boolean;

/** An error written in a formula or held by a cell, such as #N/A. */
export interface ErrorLiteral {
  readonly error: string;
}

export type Argument = { readonly text: string } & (
  | { readonly kind: 'omitted' }
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'array'; readonly rows: readonly (readonly (Literal | ErrorLiteral)[])[] }
  | {
      readonly kind: 'reference';
      /** Without quotes; absent when the reference is to the formula's own sheet. */
      readonly sheet?: string;
      /** Without dollar signs and without the #. */
      readonly address: string;
      /** A1#: the block that spills from the cell. */
      readonly spill: boolean;
    }
  | { readonly kind: 'name'; readonly sheet?: string; readonly name: string }
  | { readonly kind: 'structured' }
  | { readonly kind: 'call'; readonly call: FunctionCall }
  | { readonly kind: 'expression' }
);

export interface FunctionCall {
  /** As written, namespace included. */
  readonly name: string;
  readonly text: string;
  readonly arguments: readonly Argument[];
}

const OPENING = new Set<TokenKind>(['(', '{']);
const CLOSING = new Set<TokenKind>([')', '}']);

/** The index of the bracket that closes the one at `open`, or the end where a formula is cut short. */
function closingIndex(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const kind = tokens[at]?.kind ?? 'space';
    if (OPENING.has(kind)) depth += 1;
    if (CLOSING.has(kind) && --depth === 0) return at;
  }
  return tokens.length;
}

function splitAt(tokens: readonly Token[], separator: TokenKind): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (OPENING.has(token.kind)) depth += 1;
    if (CLOSING.has(token.kind)) depth -= 1;
    if (token.kind === separator && depth === 0) parts.push([]);
    else parts[parts.length - 1]?.push(token);
  }
  return parts;
}

const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join('');

function trimmed(tokens: readonly Token[]): Token[] {
  const kept = [...tokens];
  while (kept[0]?.kind === 'space') kept.shift();
  while (kept[kept.length - 1]?.kind === 'space') kept.pop();
  return kept;
}

const unquoted = (text: string, quote: string): string =>
  text.slice(1, text.endsWith(quote) && text.length > 1 ? -1 : undefined).replaceAll(quote + quote, quote);

/** Moves the decimal point in the text, so that 7% is 0.07 and not 0.07 plus binary noise. */
function numberOf(text: string, percents: number): number {
  if (percents === 0) return Number(text);
  return /e/i.test(text) ? Number(text) / 100 ** percents : Number(`${text}e-${2 * percents}`);
}

/** A number with its signs and per cent marks, such as -5% or +1.5E3; undefined for anything else. */
function signedNumber(tokens: readonly Token[]): number | undefined {
  const marks = textOf(tokens.filter((token) => token.kind !== 'space'));
  const [, signs = '', digits, percents = ''] =
    /^([+-]*)((?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)(%*)$/i.exec(marks) ?? [];
  if (digits === undefined || !tokens.some((token) => token.kind === 'number')) return undefined;
  const negative = signs.replaceAll('+', '').length % 2 === 1;
  const size = numberOf(digits, percents.length);
  return negative && size !== 0 ? -size : size;
}

/** A literal as one token group holds it: a number, a text in quotes, TRUE or FALSE. */
function literalOf(tokens: readonly Token[]): Literal | undefined {
  const [first] = tokens;
  if (tokens.length === 1 && first?.kind === 'string') return unquoted(first.text, '"');
  if (tokens.length === 1 && first?.kind === 'word' && /^(TRUE|FALSE)$/i.test(first.text)) {
    return first.text.toUpperCase() === 'TRUE';
  }
  return signedNumber(tokens);
}

function arrayRows(inside: readonly Token[]): (Literal | ErrorLiteral)[][] | undefined {
  const rows = splitAt(inside, ';').map((row) =>
    splitAt(row, ',').map((cell) => {
      const tokens = trimmed(cell);
      const [only] = tokens;
      if (tokens.length === 1 && only?.kind === 'error') return { error: only.text.toUpperCase() };
      return literalOf(tokens);
    }),
  );
  return rows.every((row) => row.every((cell) => cell !== undefined))
    ? (rows as (Literal | ErrorLiteral)[][])
    : undefined;
}

const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const ADDRESS = new RegExp(
  String.raw`^(?:${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})$`,
  'i',
);
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.?\\]*$/u;

/** The sheet before the !, and what follows it. A sheet in quotes may hold any character, also a ! */
function splitSheet(word: string): { sheet?: string; rest: string } {
  if (word.startsWith("'")) {
    const length = quotedLength(word, "'");
    return word[length] === '!'
      ? { sheet: unquoted(word.slice(0, length), "'"), rest: word.slice(length + 1) }
      : { rest: word };
  }
  const mark = word.indexOf('!');
  return mark < 0 || word.includes('[')
    ? { rest: word }
    : { sheet: word.slice(0, mark), rest: word.slice(mark + 1) };
}

/** What a word of a formula stands for: cells, a name, a table, or something that only Excel knows. */
export function wordArgument(text: string): Argument {
  const { sheet, rest } = splitSheet(text);
  // Another workbook ([Book]Sheet!A1) and a stack of sheets (Jan:Mar!A1) are beyond a reader of one sheet.
  if (sheet !== undefined && /[[\]:]/.test(sheet)) return { text, kind: 'expression' };
  const place = sheet === undefined ? {} : { sheet };
  const spill = rest.endsWith('#');
  const address = (spill ? rest.slice(0, -1) : rest).replaceAll('$', '').toUpperCase();
  if (ADDRESS.test(address)) return { text, kind: 'reference', ...place, address, spill };
  if (NAME.test(rest)) return { text, kind: 'name', ...place, name: rest };
  if (/^[\p{L}_\\][\p{L}\p{N}_.]*\[/u.test(rest) || /^\[/.test(rest)) {
    return rest.includes('!') ? { text, kind: 'expression' } : { text, kind: 'structured' };
  }
  return { text, kind: 'expression' };
}

function groupArgument(tokens: readonly Token[], text: string): Argument | undefined {
  const open = tokens[0]?.kind === 'function' ? 1 : 0;
  if (closingIndex(tokens, open) !== tokens.length - 1) return undefined;
  const inside = tokens.slice(open + 1, -1);
  if (open === 1) return { text, kind: 'call', call: callOf(tokens) };
  if (tokens[0]?.kind === '(') {
    // (A1:A2,C1:C2) is a union of areas, which no custom function can take.
    return splitAt(inside, ',').length > 1 ? { text, kind: 'expression' } : { ...argumentOf(inside), text };
  }
  const rows = tokens[0]?.kind === '{' ? arrayRows(inside) : undefined;
  return rows && { text, kind: 'array', rows };
}

function argumentOf(all: readonly Token[]): Argument {
  const tokens = trimmed(all);
  const text = textOf(tokens);
  const [first] = tokens;
  if (!first) return { text, kind: 'omitted' };
  const value = literalOf(tokens);
  if (value !== undefined) return { text, kind: 'literal', value };
  if (tokens.length === 1 && first.kind === 'error') {
    return { text, kind: 'error', error: first.text.toUpperCase() };
  }
  if (tokens.length === 1 && first.kind === 'word') return wordArgument(first.text);
  return groupArgument(tokens, text) ?? { text, kind: 'expression' };
}

/** @param tokens a function name, its brackets and what is between them */
function callOf(tokens: readonly Token[]): FunctionCall {
  const inside = trimmed(tokens.slice(2, -1));
  return {
    name: tokens[0]?.text ?? '',
    text: textOf(tokens),
    arguments: inside.length === 0 ? [] : splitAt(inside, ',').map(argumentOf),
  };
}

/** Every call of a formula, outer before inner, left before right. A cell without a formula has none. */
export function readCalls(formula: string): FunctionCall[] {
  if (!formula.startsWith('=')) return [];
  const tokens = tokensOf(formula);
  return tokens.flatMap((token, at) =>
    token.kind === 'function' ? [callOf(closed(tokens.slice(at, closingIndex(tokens, at + 1) + 1)))] : [],
  );
}

/** What a formula refers to, each once: cells, names and tables, in the order in which they stand. */
export function readReferences(formula: string): Reference[] {
  if (!formula.startsWith('=')) return [];
  const found = new Map<string, Reference>();
  for (const { kind, text } of tokensOf(formula)) {
    if (kind !== 'word' || found.has(text.toUpperCase()) || /^(TRUE|FALSE)$/i.test(text)) continue;
    const argument = wordArgument(text);
    if (isReference(argument)) found.set(text.toUpperCase(), argument);
  }
  return [...found.values()];
}

/** What stands for cells: only Excel knows what is in them. */
export type Reference = Extract<Argument, { kind: 'reference' | 'name' | 'structured' }>;

export const isReference = (argument: Argument): argument is Reference =>
  argument.kind === 'reference' || argument.kind === 'name' || argument.kind === 'structured';

/** A formula that is cut short (Excel never gives one) reads as if its last bracket stood there. */
const closed = (tokens: Token[]): Token[] =>
  tokens.length > 1 && tokens[tokens.length - 1]?.kind === ')'
    ? tokens
    : [...tokens, { kind: ')', text: '' }];

/** Whether the formula is this one call and nothing else, so that the cell's value is the call's. */
export const isWholeFormula = (formula: string, call: FunctionCall): boolean =>
  formula.slice(1).trim() === call.text;
