import { parseZone, quoteSheetName, formatAbsoluteZone } from '../../book/address';
import { pageSetupOf } from '../../book/page-setup';
import type { FileSource } from './sheet-cells';
import { storedFormula } from '../package/stored-formula';
import { elementsOf, node } from '../package/xml';

/** Defined names, the sheet that is shown, and who may recalculate. */
export function completeWorkbook(workbook: Document, source: FileSource, hasCustomFunctions: boolean): void {
  const root = workbook.documentElement;
  showActiveSheet(workbook, source);
  const names = [...namesOf(workbook, source), ...printNamesOf(workbook, source)];
  if (names.length > 0) root.appendChild(node(workbook, 'definedNames', {}, ...names));
  // Excel computes a file anew that an older engine wrote, and custom functions turn to #NAME? where the add-in is
  // missing: with them the file says that Excel's own engine has just computed it. Without, anybody may compute it.
  const calculation = hasCustomFunctions ? { calcId: 191029 } : { calcId: 0, fullCalcOnLoad: 1 };
  const { iteration } = source.book;
  const circles =
    iteration === undefined
      ? {}
      : { iterate: 1, iterateCount: iteration.count, iterateDelta: iteration.delta };
  root.appendChild(node(workbook, 'calcPr', { ...calculation, ...circles }));
}

function showActiveSheet(workbook: Document, { book }: FileSource): void {
  const activeTab = book.state.getSheetIds().indexOf(book.state.getActiveSheetId());
  const [sheets] = elementsOf(workbook, 'sheets');
  if (activeTab <= 0 || sheets === undefined) return;
  const views = node(workbook, 'bookViews', {}, node(workbook, 'workbookView', { activeTab }));
  workbook.documentElement.insertBefore(views, sheets);
}

function namesOf(workbook: Document, { book, names, isCustom }: FileSource): Element[] {
  const sheets = book.state.getSheetIds();
  return names
    .all()
    .filter(({ isOfCells, target }) => !isOfCells || target() !== undefined)
    .map(({ name, comment, visible, scope, formula }) =>
      node(
        workbook,
        'definedName',
        {
          name,
          comment: comment === '' ? undefined : comment,
          localSheetId: scope === undefined ? undefined : sheets.indexOf(scope),
          hidden: visible ? undefined : 1,
        },
        storedFormula(formula, isCustom),
      ),
    );
}

/** What is printed of a sheet, and which rows and columns on every page. */
function printNamesOf(workbook: Document, { book }: FileSource): Element[] {
  return book.state.getSheetIds().flatMap((sheetId, localSheetId) => {
    const { areas } = pageSetupOf(book, sheetId);
    const sheet = quoteSheetName(book.sheetName(sheetId));
    const absolute = (texts: readonly string[] = [], whole: object = {}) =>
      texts.flatMap((text) => {
        const zone = parseZone(text);
        return zone === undefined ? [] : [`${sheet}!${formatAbsoluteZone({ ...zone, ...whole })}`];
      });
    const titles = [
      ...absolute(areas.titleColumns, { top: 0, bottom: 1_048_575 }),
      ...absolute(areas.titleRows, { left: 0, right: 16_383 }),
    ];
    return Object.entries({ Print_Area: absolute(areas.area), Print_Titles: titles })
      .filter(([, parts]) => parts.length > 0)
      .map(([name, parts]) =>
        node(workbook, 'definedName', { name: `_xlnm.${name}`, localSheetId }, parts.join(',')),
      );
  });
}
