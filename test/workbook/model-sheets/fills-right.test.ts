import { Contract } from '../../../src/contract/contract';
import { parseTerms } from '../../../src/terms/table/parse';
import { template } from '../../../src/terms/templates/template';
import { letterOf, placeOf } from '../../../src/workbook/model-sheets/plan/columns';
import { newLayout } from '../../../src/workbook/model-sheets/plan/layout';
import type { ModelSheetKey } from '../../../src/workbook/model-sheets/plan/outcome';
import { Places, type SheetPlace } from '../../../src/workbook/model-sheets/plan/places';
import { plansFor } from '../../../src/workbook/model-sheets/plan/plans';
import { type RenderedCell, render } from '../../../src/workbook/model-sheets/plan/render';
import { placeOfTerms } from '../../../src/workbook/model-sheets/sheets/write-terms-sheet';

/** A relative column before a row; a name, a text or an absolute column is none. */
const RELATIVE_COLUMN = /(?<![\p{L}\d$_."[])([A-Z]{1,3})(?=\$\d)/gu;

/** The formula as Excel writes it one column further right. */
const copiedRight = (formula: string): string =>
  formula.replace(RELATIVE_COLUMN, (letters) => letterOf(placeOf(letters) + 1));

function cellsOf(form: 'live' | 'native'): RenderedCell[] {
  const { table } = parseTerms(template('transition'));
  if (!table) throw new Error('The template is in order.');
  const plans = plansFor(Contract.of(table), form);
  const at = new Map<ModelSheetKey, SheetPlace>(plans.map((plan) => [plan.key, newLayout(plan).place]));
  const places = new Places(at.set('Terms', placeOfTerms('Terms')));
  return plans.flatMap((plan) => render(plan, places));
}

describe.each([
  ['live', 100],
  ['native', 15_000],
] as const)('rows of the %s form that are filled right', (form, many) => {
  test('have in every column the formula of the column before, copied right', () => {
    const cells = cellsOf(form).filter(({ fillsRight, content }) => fillsRight && content !== undefined);
    const pairs = cells.flatMap((cell, index) => {
      const before = cells[index - 1];
      return before?.id === cell.id && before.column === cell.column - 1 ? [{ before, cell }] : [];
    });
    expect(pairs.length).toBeGreaterThan(many);
    for (const { before, cell } of pairs) expect(copiedRight(String(before.content))).toBe(cell.content);
  });
});
