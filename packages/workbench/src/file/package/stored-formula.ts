/*
 * How Excel stores a formula in a file: custom functions and functions that came after 2007 carry a prefix, and a
 * reference to a spill is a function.
 */

/** `CONTOSO.UNIT_COST` → `_xldudf_CONTOSO_UNIT_COST`. */
export const storedFunctionName = (name: string): string => `_xldudf_${name.replaceAll('.', '_')}`;

/** A text, a quoted sheet, a reference to a spill, or a name before a parenthesis. */
const PARTS =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'!|[A-Za-z_][\w.]*!)?\$?[A-Za-z]{1,3}\$?\d+)#|'(?:[^']|'')*'|([A-Za-z_][\w.]*)(?=\()/g;

/** @param isCustom whether a name, in capitals, is one of the add-in's functions */
export function storedFormula(formula: string, isCustom: (name: string) => boolean): string {
  return formula.replace(/^=/, '').replace(PARTS, (all, anchor?: string, called?: string) => {
    if (anchor !== undefined) return `_xlfn.ANCHORARRAY(${anchor})`;
    // A function that the grid does not know came out of a file with its prefix: it goes back as it came.
    if (called === undefined || called.startsWith('_xl')) return all;
    const name = called.toUpperCase();
    return isCustom(name) ? storedFunctionName(name) : `${prefixOf(name)}${name}`;
  });
}

export function prefixOf(name: string): string {
  if (SINCE_2020_OF_WORKSHEET.has(name)) return '_xlfn._xlws.';
  return SINCE_2010.has(name) ? '_xlfn.' : '';
}

const SINCE_2020_OF_WORKSHEET = new Set(['FILTER', 'SORT']);

const SINCE_2010 = new Set(
  `ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR
   BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST
   CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS
   DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH
   FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS
   ISFORMULA ISOMITTED ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT
   NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC
   PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ
   REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV
   T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK
   WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
