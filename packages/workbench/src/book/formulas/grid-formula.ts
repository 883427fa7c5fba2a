import * as o from '@odoo/o-spreadsheet';
import { quoteSheetName } from '../address';
import { OWN } from '../evaluation/own-functions';
import { argumentTargets } from '../evaluation/function-arguments';
import {
  structuredToA1,
  tableToA1,
  type FormulaCell,
  type TableDirectory,
} from '../names/structured-reference';
import { formulaTree, rewritten, type Call, type FormulaNode, type Leaf, type Rewrite } from './formula-tree';

/*
 * A formula of Excel in the words of the grid, which has no names of one sheet, no structured references, no sums over
 * sheets, no errors and no doubled quotes in a formula, and signs that bind less than powers.
 */

/** What a name stands for. */
export type NamedThing =
  /** Cells, which the grid knows by a name of its own. */
  | { readonly kind: 'cells'; readonly gridName: string }
  /** A constant or a formula, as it reads in a cell. */
  | { readonly kind: 'formula'; readonly text: string };

/** What a translation needs to know of the book. */
export interface FormulaDirectory extends TableDirectory {
  /** Names of tables, and names that the grid does not know by themselves, in lower case. */
  readonly specialWords: ReadonlySet<string>;
  /** @param sheetName  of the sheet before the name, where one is */
  named(name: string, sheetName: string | undefined, cell: FormulaCell): NamedThing | undefined;
  /** From one sheet to another; undefined where one of them is not there. */
  sheetsBetween(first: string, last: string): readonly string[] | undefined;
}

export interface GridFormula {
  readonly text: string;
  /** What the formula needs and the grid does not have. */
  readonly lacks: readonly string[];
}

/** @param formula  as a person types it, with its sign of equality */
export function gridFormula(formula: string, cell: FormulaCell, directory: FormulaDirectory): GridFormula {
  if (!mayDiffer(formula, directory.specialWords)) return { text: formula, lacks: [] };
  const tree = formulaTree(formula);
  if (tree === undefined) return { text: formula, lacks: ['a formula that cannot be read'] };
  const lacks: string[] = [];
  const text = rewritten(formula, tree, new Translation(cell, directory, lacks).rewrite);
  return { text, lacks };
}

const ERROR = /#(?:REF|N\/A|VALUE|NAME|DIV|NULL|NUM|SPILL|CALC|GETTING|FIELD|BUSY|BLOCKED|CONNECT|UNKNOWN)/i;
/** A range of sheets, or one whose ends have to be computed. */
const COMPUTED_RANGE = /:[^!:(),]*!|\)\s*:|:\s*[\p{L}_.]+\(|:\s*\(/u;
const BLANK_BETWEEN = /[\p{L}\p{N}_)'\]$]\s+[\p{L}\p{N}_('$[]/u;
const UNION = /[=(,+\-*/^&<> ]\((?=[^()]*,)/;
const SIGN_AND_POWER = /-[^,]*\^|[\^*/]\s*[-+]/;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu;

/** Whether the grid may read a formula otherwise than Excel: most formulas are the same to both. */
function mayDiffer(formula: string, specialWords: ReadonlySet<string>): boolean {
  if (/[@[\\\n]/.test(formula) || /[^=,(&<>]""|""[^,)&=<>+]/.test(formula)) return true;
  if (ERROR.test(formula) || (formula.includes(':') && COMPUTED_RANGE.test(formula))) return true;
  if (BLANK_BETWEEN.test(formula) || UNION.test(formula) || SIGN_AND_POWER.test(formula)) return true;
  for (const { 0: word, index } of formula.matchAll(WORD)) {
    const after = formula.charAt(index + word.length);
    if (after === '(' ? !isFunction(word) || /^log10$/i.test(word) : specialWords.has(word.toLowerCase()))
      return true;
    if (after === '!' && NAME_IN_SHEET.test(formula.slice(index))) return true;
  }
  return false;
}

/** `Sheet1!Rate` rather than `Sheet1!A1`. */
const NAME_IN_SHEET = /^[^!]+!(?!\$?[A-Za-z]{1,3}(?:\$?\d|:)|\$?\d+:)/;

const isFunction = (name: string): boolean => o.registries.functionRegistry.contains(name.toUpperCase());

/** A reference to another workbook, by its number or its file. */
const OTHER_BOOK = /^'?[^'!]*\[(?!0\])[^\]]+\][^!]*!/;
const SHEETS = /^(?:'((?:[^']|'')+)'|([^'!:]+:[^'!:]+))!(.+)$/;
const PLAIN_CELL = /^((?:'(?:[^']|'')+'|[^'!:]+)!)?(\$?[A-Za-z]{1,3}\$?\d+)$/;

class Translation {
  constructor(
    private readonly cell: FormulaCell,
    private readonly directory: FormulaDirectory,
    private readonly lacks: string[],
  ) {}

  readonly rewrite: Rewrite = (node, print) => {
    switch (node.kind) {
      case 'text':
        return text(node.text);
      case 'error':
        return errorText(node.text);
      case 'cells':
        return this.cells(node);
      case 'name':
        return this.name(node);
      case 'table':
        return OTHER_BOOK.test(node.text)
          ? this.otherBook(node.text)
          : structuredToA1(node.text, this.cell, this.directory);
      case 'call':
        return this.call(node, print);
      case 'prefix':
        return node.operator === '@' ? `${OWN.single}(${print(node.operand)})` : undefined;
      case 'binary':
        return this.binary(node.operator, node.left, node.right, print);
      default:
        return undefined;
    }
  };

  private cells({ text: reference }: Leaf): string | undefined {
    if (OTHER_BOOK.test(reference)) return this.otherBook(reference);
    if (reference.includes('.:') || reference.includes(':.')) return this.unknown('trimmed range', []);
    const sheets = this.overSheets(reference);
    return sheets === undefined ? undefined : this.unknown('range over sheets', sheets);
  }

  /** `Jan:Dec!B5` → the cell of each sheet; undefined for cells of one sheet. */
  private overSheets(reference: string): string[] | undefined {
    const [, quoted, plain, address = ''] = SHEETS.exec(reference) ?? [];
    const [from, to, ...more] = (quoted?.replaceAll("''", "'") ?? plain ?? '').split(':');
    if (from === undefined || to === undefined || more.length > 0) return undefined;
    const sheets = this.directory.sheetsBetween(from, to);
    return sheets?.map((sheet) => `${quoteSheetName(sheet)}!${address}`) ?? [errorText('#REF!')];
  }

  private name({ text: written }: Leaf): string | undefined {
    if (OTHER_BOOK.test(written)) return this.otherBook(written);
    const at = written.lastIndexOf('!');
    const sheet = written.slice(0, Math.max(0, at)).replace(/^'|'$/g, '').replaceAll("''", "'");
    const name = written.slice(at + 1);
    const inSheet = sheet === '' || sheet === '[0]' ? undefined : sheet;
    const found = this.directory.named(name, inSheet, this.cell);
    if (found !== undefined) return found.kind === 'cells' ? found.gridName : `(${found.text})`;
    const table = inSheet === undefined ? tableToA1(name, this.cell, this.directory) : undefined;
    if (table !== undefined) return table;
    // A name of another sheet, or what the grid could not even read as a name.
    const isElsewhere = at >= 0 || this.directory.specialWords.has(name.toLowerCase());
    return isElsewhere || /[?\\]/.test(name) ? errorText('#NAME?') : undefined;
  }

  private call(node: Call, print: (node: FormulaNode) => string): string {
    const { name } = node;
    const upper = name.toUpperCase();
    const takesMany = isFunction(name) ? repeatedRanges(upper, node.args.length) : () => false;
    const args = node.args.map((arg, at) => {
      const areas = takesMany(at) ? this.areas(arg, print) : undefined;
      return areas?.join(',') ?? print(arg);
    });
    if (upper === 'LOG10') return `LOG(${args.join(',')})`;
    return isFunction(name) ? `${name}(${args.join(',')})` : this.unknown(name || 'LAMBDA', args);
  }

  /** The areas of an argument that has several; undefined for any other. */
  private areas(node: FormulaNode, print: (node: FormulaNode) => string): string[] | undefined {
    if (node.kind === 'cells') return OTHER_BOOK.test(node.text) ? undefined : this.overSheets(node.text);
    if (node.kind === 'group') {
      const { inner } = node;
      return inner.kind === 'binary' && inner.operator === ',' ? this.areas(inner, print) : undefined;
    }
    if (node.kind !== 'binary' || node.operator !== ',') return undefined;
    return [node.left, node.right].flatMap((side) => this.areas(side, print) ?? [print(side)]);
  }

  private binary(
    operator: string,
    left: FormulaNode,
    right: FormulaNode,
    print: (node: FormulaNode) => string,
  ): string | undefined {
    switch (operator) {
      case ':':
        return cornersOf(left, right) ?? `${OWN.between}(${print(left)},${print(right)})`;
      case ' ':
        return `${OWN.shared}(${print(left)},${print(right)})`;
      case ',':
        return this.unknown('union of ranges', [print(left), print(right)]);
      case '^':
      case '*':
      case '/': {
        const isSigned = (side: FormulaNode): boolean => side.kind === 'prefix' && side.operator !== '@';
        const bracketed = (side: FormulaNode): string => (isSigned(side) ? `(${print(side)})` : print(side));
        if (!isSigned(right) && !(operator === '^' && isSigned(left))) return undefined;
        return `${operator === '^' ? bracketed(left) : print(left)}${operator}${bracketed(right)}`;
      }
      default:
        return undefined;
    }
  }

  private otherBook(reference: string): string {
    this.lacks.push('cells of other workbooks');
    return `${OWN.otherBook}(${text(`"${reference.replaceAll('"', '""')}"`) ?? `"${reference}"`})`;
  }

  private unknown(name: string, args: readonly string[]): string {
    this.lacks.push(name.replace(/^_xlfn\.(?:_xlws\.)?/i, ''));
    return `${OWN.unknown}(${[`"${name}"`, ...args].join(',')})`;
  }
}

const errorText = (code: string): string => `${OWN.error}("${code.toUpperCase()}")`;

/** `Data!A1:Data!B2` is one range. */
function cornersOf(left: FormulaNode, right: FormulaNode): string | undefined {
  if (left.kind !== 'cells' || right.kind !== 'cells') return undefined;
  const [, sheet = '', from] = PLAIN_CELL.exec(left.text) ?? [];
  const [, otherSheet = '', to] = PLAIN_CELL.exec(right.text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return otherSheet === '' || otherSheet === sheet ? `${sheet}${from}:${to}` : undefined;
}

/** The grid ends a text at the first quote, unless a backslash stands before it; undefined for a text that it reads. */
function text(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1);
  if (!/""|\\$/.test(inner)) return undefined;
  const parts = inner.split(/(""|\\)/).filter((part) => part !== '');
  return `(${parts.map((part) => (part === '""' ? 'CHAR(34)' : part === '\\' ? 'CHAR(92)' : `"${part}"`)).join('&')})`;
}

/** Which arguments of a function may be followed by more of their kind. */
function repeatedRanges(name: string, count: number): (at: number) => boolean {
  const { args } = o.registries.functionRegistry.get(name);
  const targets = argumentTargets(args, count);
  const repeated = args.filter(({ repeating }) => repeating === true);
  return (at) => repeated.length === 1 && args[targets[at] ?? -1]?.repeating === true;
}
