import type { FileSource } from './sheet-cells';
import { inside } from '../package/xml';

/** Kinds of charts that the grid writes as charts; others it writes as pictures. */
const WRITTEN = new Set(['bar', 'line', 'combo', 'pie', 'scatter', 'radar']);

/** The charts of a sheet in the order in which the grid writes them. */
export function writtenCharts(sheetId: string, { book, charts }: FileSource): string[] {
  const byFigure = new Map(
    charts.inSheet(sheetId).map((chartId) => [book.state.getFigureIdFromChartId(chartId), chartId]),
  );
  return book.state
    .getFigures(sheetId)
    .flatMap(({ id }) => byFigure.get(id) ?? [])
    .filter((chartId) => WRITTEN.has(charts.definition(chartId).type));
}

/** Gives the charts of a drawing the names that they have in the book. */
export function nameCharts(drawing: Document, chartIds: readonly string[], { charts }: FileSource): void {
  const frames = inside(drawing, 'graphicFrame');
  if (frames.length !== chartIds.length) return;
  frames.forEach((frame, at) => {
    const [properties] = inside(frame, 'cNvPr');
    properties?.setAttribute('name', charts.noteOf(chartIds[at] ?? '').name);
    properties?.removeAttribute('title');
  });
}
