import { NAMESPACE } from './function-names';

/** The formula of a call, in en-US. Arguments left out at the end are not written. */
export function composeFormula(id: string, written: readonly string[]): string {
  const last = written.findLastIndex((argument) => argument !== '');
  return `=${NAMESPACE}.${id}(${written.slice(0, last + 1).join(',')})`;
}

/**
 * A formula as an Excel of another language separates its arguments: those who write 1,5 separate by semicolons. Names of
 * Excel's own functions stay English; the cell shows the person's own words once the formula is in it.
 */
export function withSeparatorsOf(formula: string, decimal: string): string {
  if (decimal !== ',') return formula;
  // Texts in quotes stay; a comma between arguments and the point of a number change.
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/,/g, ';').replace(/(\d)\.(?=\d)/g, '$1,')))
    .join('');
}
