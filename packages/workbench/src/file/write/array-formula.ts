import { parse, type AST } from '@odoo/o-spreadsheet';

/**
 * Whether a formula may work on whole ranges where a plain formula of a file would take one cell of them: such a one
 * is stored as a dynamic array. The others stay plain, which every spreadsheet program recalculates and edits.
 * @param formula    as the grid reads it
 * @param isOneCell  whether a name stands for a single cell
 */
export function worksOnArrays(formula: string, isOneCell: (name: string) => boolean): boolean {
  try {
    return isArray(parse(formula), false, isOneCell);
  } catch {
    // What the grid cannot read is no array: Excel says what is wrong with it.
    return false;
  }
}

function isArray(node: AST, mayBeRange: boolean, isOneCell: (name: string) => boolean): boolean {
  switch (node.type) {
    case 'NUMBER':
    case 'STRING':
    case 'BOOLEAN':
    case 'EMPTY':
      return false;
    case 'REFERENCE':
      return !mayBeRange && node.value.includes(':');
    case 'SYMBOL':
      return !mayBeRange && !isOneCell(node.value);
    case 'UNARY_OPERATION':
      return isArray(node.operand, false, isOneCell);
    case 'BIN_OPERATION':
      return isArray(node.left, false, isOneCell) || isArray(node.right, false, isOneCell);
    case 'FUNCALL': {
      const takesRanges = TAKES_RANGES.has(node.value.toUpperCase());
      return (
        GIVES_ARRAYS.has(node.value.toUpperCase()) ||
        node.args.some((arg) => isArray(arg, takesRanges, isOneCell))
      );
    }
    default:
      return true;
  }
}

const GIVES_ARRAYS = new Set([
  'SEQUENCE',
  'RANDARRAY',
  'MUNIT',
  'TRANSPOSE',
  'FILTER',
  'SORT',
  'SORTBY',
  'UNIQUE',
]);

/** Functions whose arguments are ranges in a plain formula, too. */
const TAKES_RANGES = new Set(
  `SUM SUMPRODUCT SUMIF SUMIFS SUMSQ AVERAGE AVERAGEIF AVERAGEIFS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS MIN MAX MINIFS
   MAXIFS MEDIAN PRODUCT STDEV STDEV.P STDEV.S VAR VAR.P VAR.S LARGE SMALL RANK PERCENTILE PERCENTILE.INC QUARTILE INDEX
   MATCH XMATCH LOOKUP VLOOKUP HLOOKUP XLOOKUP OFFSET ROWS COLUMNS AND OR XOR NPV IRR XNPV XIRR SUBTOTAL AGGREGATE
   CONCAT TEXTJOIN ISREF SLOPE INTERCEPT CORREL FORECAST FORECAST.LINEAR`.split(/\s+/),
);
