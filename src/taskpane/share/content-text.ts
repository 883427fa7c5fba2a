import { decimalFromCell } from '../../base/decimal';
import type { TermDefinition } from '../../terms/catalogue/catalogue';
import type { EditValue } from '../../terms/entry/edit';
import { type Culture, writeEntry } from '../../terms/entry/entry';
import { ruleOf } from '../../terms/exchange/cell-content';

/** What a cell of the Terms table says, as a person reads it. @param column by which the cell is read: Base, a scenario, Status … */
export function contentText(
  definition: TermDefinition,
  column: string,
  value: EditValue,
  culture: Culture,
): string {
  if (value === null) return 'blank';
  if (typeof value === 'string') return value;
  return writeEntry({ ...definition, rule: ruleOf(definition, column) }, decimalFromCell(value), culture);
}
