import type { GridData, GridStyle } from './grid-import';
import type { ReadStyle } from '../read/read-styles';

/** The size of letters where nothing is said, as the grid draws them. */
const STANDARD_SIZE = 10;

/**
 * The grid's import writes out what every cell looks like anyway, and knows nothing of the marks of a look.
 * @param styles  by the number that cells give for their look
 */
export function finishLooks(data: GridData, styles: readonly ReadStyle[]): void {
  for (const style of Object.values(data.styles)) dropStandard(style);
  styles.forEach(({ marks }, at) => Object.assign(data.styles[at + 1] ?? {}, marks));
  for (const { rule } of data.sheets.flatMap((sheet) => sheet.conditionalFormats ?? [])) {
    // Excel's conditional formats change neither.
    Object.assign(rule.style ?? {}, { fontSize: undefined, wrapping: undefined });
  }
}

function dropStandard(style: GridStyle): void {
  if (style.wrapping === 'overflow') delete style.wrapping;
  if (style.fontSize === STANDARD_SIZE) delete style.fontSize;
  if (style.verticalAlign === 'bottom') delete style.verticalAlign;
}
