import type { Charts, Definition } from '../../book/charts/charts';
import { excelChartType } from '../../book/charts/chart-types';
import type { Book } from '../../book/book';
import type { Corner, ReadChart } from '../read/read-charts';

/** Gives the charts of a sheet what the grid's import left out: their names, their places, titles and formats of axes. */
export function fillCharts(
  sheetId: string,
  read: readonly ReadChart[],
  { book, charts }: { readonly book: Book; readonly charts: Charts },
): void {
  const imported = charts.inSheet(sheetId);
  // One of a kind that the grid cannot draw is not imported, and then nobody can tell which is which.
  if (imported.length !== read.length) return;
  imported.forEach((chartId, at) => {
    const chart = read[at];
    if (chart === undefined) return;
    const definition = charts.definition(chartId);
    charts.update(chartId, { ...linesOf(definition, chart), ...axesOf(definition, chart) });
    charts.note(chartId, {
      name: chart.name,
      type: excelChartType(charts.definition(chartId)),
      kept: { ...chart.axisFormats, ...gapsOf(definition, chart) },
    });
    if (chart.to !== undefined) place(sheetId, chartId, chart.from, chart.to, { book, charts });
  });
}

/** The categories of Excel's lines are texts or dates, never numbers. */
const linesOf = ({ type }: Definition, { showsMarkers }: ReadChart): Partial<Definition> =>
  type === 'line' ? { labelsAsText: true, hideDataMarkers: !showsMarkers } : {};

const gapsOf = ({ dataSource }: Definition, { gapWidth }: ReadChart): Record<string, number> =>
  gapWidth === undefined
    ? {}
    : Object.fromEntries(
        dataSource.dataSets.map(({ dataSetId }) => [`series.${dataSetId}.gapWidth`, gapWidth]),
      );

function axesOf({ axesDesign }: Definition, { axisTitles }: ReadChart): Partial<Definition> {
  const titled = Object.entries(axisTitles).map(
    ([axis, text]) => [axis, { ...axesDesign?.[axis], title: { text } }] as const,
  );
  return titled.length === 0 ? {} : { axesDesign: { ...axesDesign, ...Object.fromEntries(titled) } };
}

function place(
  sheetId: string,
  chartId: string,
  from: Corner,
  to: Corner,
  { book, charts }: { readonly book: Book; readonly charts: Charts },
): void {
  charts.move(chartId, {
    left: book.columnsWidth(sheetId, 0, from.col) + from.x,
    top: book.rowsHeight(sheetId, 0, from.row) + from.y,
    width: book.columnsWidth(sheetId, from.col, to.col) - from.x + to.x,
    height: book.rowsHeight(sheetId, from.row, to.row) - from.y + to.y,
  });
}
