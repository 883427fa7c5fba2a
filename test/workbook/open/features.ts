import type { CellLook } from '../../../packages/workbench/src/book/looks/cell-look';
import type { Host } from '../host';

/** What a workbook holds beside its cells, as an add-in reads it. */
export const features = (host: Host) =>
  host.run(async (context) => {
    const { worksheets, names } = context.workbook;
    names.load('items/name,items/formula,items/comment,items/visible,items/scope');
    worksheets.load('items/name,items/visibility,items/tabColor,items/showGridlines');
    await context.sync();
    const sheets = [];
    for (const sheet of worksheets.items) sheets.push(await featuresOf(context, sheet));
    const active = worksheets.getActiveWorksheet().load('name');
    await context.sync();
    return { names: names.toJSON().items, active: active.name, sheets, looks: looksIn(host) };
  });

/** The look of every cell, with conditional formats and tables, and the widths of the columns. */
function looksIn({ workbench }: Host) {
  const { book } = workbench;
  const { getters } = book;
  return getters.getSheetIds().map((sheetId) => {
    const positions = getters.getCells(sheetId).map(({ id }) => getters.getCellPosition(id));
    const cells = positions.map((position) => [
      `${position.row},${position.col}`,
      {
        look: written(
          getters.getCellComputedStyle(position),
          getters.getEvaluatedCell(position).defaultAlign,
        ),
        border: getters.getCellBorder(position),
        format: book.formats.excelFormat(getters.getCell(position)?.format),
      },
    ]);
    const columns = Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) =>
      getters.getColSize(sheetId, col),
    );
    return { cells: Object.fromEntries(cells), columns, merges: getters.getMerges(sheetId).length };
  });
}

/** The download leaves these out. */
const UNWRITTEN = new Set(['indent', 'unlocked', 'link']);

/** A cell that stands where its content stands anyway has no alignment. */
function written(look: CellLook, standard: string) {
  const set = Object.entries(look).filter(([key, value]) => value && !UNWRITTEN.has(key));
  return Object.fromEntries(set.filter(([key, value]) => key !== 'align' || value !== standard));
}

async function featuresOf(context: Excel.RequestContext, sheet: Excel.Worksheet) {
  const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
  const tables = sheet.tables.load('items/name,items/showTotals,items/style,items/showBandedRows');
  const charts = sheet.charts.load(
    'items/name,items/chartType,items/top,items/left,items/width,items/height',
  );
  const page = sheet.pageLayout.load('orientation,zoom');
  const titleRows = sheet.pageLayout.getPrintTitleRowsOrNullObject().load('address');
  const titleColumns = sheet.pageLayout.getPrintTitleColumnsOrNullObject().load('address');
  const rules = [];
  for (let row = 1; row <= 20; row += 1) {
    rules.push(sheet.getRange(`F${row}`).dataValidation.load('type,rule,errorAlert,prompt,ignoreBlanks'));
  }
  await context.sync();
  const series = charts.items.map((chart) => chart.series.load('items/name'));
  const titles = charts.items.map((chart) => chart.title.load('text'));
  await context.sync();
  return {
    sheet: [sheet.name, sheet.visibility, sheet.tabColor, sheet.showGridlines],
    frozen: frozen.isNullObject ? undefined : frozen.address,
    tables: tables.toJSON().items,
    // Excel, too, numbers the charts of a workbook anew when it opens it.
    charts: charts.toJSON().items?.map((chart) => ({ ...chart, id: undefined })),
    series: series.map((each) => each.items.map(({ name }) => name)),
    titles: titles.map(({ text }) => text),
    page: page.toJSON(),
    titleRows: titleRows.isNullObject ? undefined : titleRows.address,
    titleColumns: titleColumns.isNullObject ? undefined : titleColumns.address,
    rules: rules.map((rule) => rule.toJSON()),
  };
}
