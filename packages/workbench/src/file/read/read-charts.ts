import { relationsOf, type Package } from '../package/package-parts';
import { parsed } from './read-workbook';
import type { Xml } from '../package/xml';

/** What a file says of a chart and the grid's import leaves out. */
export interface ReadChart {
  readonly name: string;
  readonly from: Corner;
  /** Undefined for a chart that has a size of its own. */
  readonly to: Corner | undefined;
  readonly showsMarkers: boolean;
  /** By the grid's word for the axis. */
  readonly axisTitles: Readonly<Record<string, string>>;
  /** Formats of axes that do not follow their cells, as the book keeps them. */
  readonly axisFormats: Readonly<Record<string, string>>;
  /** Between bars, as a percentage of their width. */
  readonly gapWidth: number | undefined;
}

/** A column or row, and the pixels beyond its beginning. */
export interface Corner {
  readonly col: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

const AXES = ['catAx', 'dateAx', 'valAx', 'serAx'];
/** By where an axis stands. */
const AXIS_IDS: Readonly<Record<string, string>> = { b: 'x', t: 'x', l: 'y', r: 'y1' };
/** English Metric Units; the grid's export adds a pixel. */
const UNITS_OF_PIXEL = 9525;

/** Kinds that the grid's import reads. */
const IMPORTED = ['lineChart', 'barChart', 'pieChart', 'doughnutChart', 'scatterChart', 'radarChart'];

export interface ReadCharts {
  /** Those that the grid imports, in the order in which the sheet's drawing holds them. */
  readonly charts: readonly ReadChart[];
  /** The names of the others. */
  readonly undrawn: readonly string[];
}

export function readCharts(file: Package, sheetPath: string, xml: Xml): ReadCharts {
  const drawing = relationsOf(file, sheetPath).find(({ type }) => type === 'drawing')?.target;
  const text = file.parts.get(drawing ?? '');
  if (drawing === undefined || text === undefined) return { charts: [], undrawn: [] };
  const paths = new Map(relationsOf(file, drawing).map(({ id, target }) => [id, target]));
  const found = childrenOf(parsed(xml, drawing, text).documentElement).flatMap((anchor) => {
    const [reference] = inside(anchor, 'chart');
    const path = paths.get(reference?.getAttribute('r:id') ?? '') ?? '';
    const part = file.parts.get(path);
    const [from] = inside(anchor, 'from');
    if (part === undefined || from === undefined) return [];
    const [to] = inside(anchor, 'to');
    const name = inside(anchor, 'cNvPr')[0]?.getAttribute('name') ?? '';
    const chart = parsed(xml, path, part);
    const isImported = IMPORTED.some((kind) => inside(chart, kind).length > 0);
    const corners = { from: cornerOf(from), to: to === undefined ? undefined : cornerOf(to) };
    return { isImported, name, ...corners, ...ofChart(chart) };
  });
  return {
    charts: found.filter(({ isImported }) => isImported),
    undrawn: found.filter(({ isImported }) => !isImported).map(({ name }) => name),
  };
}

function cornerOf(element: Element): Corner {
  const number = (tag: string) => Number(inside(element, tag)[0]?.textContent ?? 0);
  const pixels = (tag: string) => Math.max(0, Math.round(number(tag) / UNITS_OF_PIXEL) - 1);
  return { col: number('col'), row: number('row'), x: pixels('colOff'), y: pixels('rowOff') };
}

function ofChart(
  chart: Document,
): Pick<ReadChart, 'showsMarkers' | 'axisTitles' | 'axisFormats' | 'gapWidth'> {
  const series = inside(chart, 'ser');
  const axes = AXES.flatMap((tag) => inside(chart, tag));
  const titles = axes.flatMap((axis) => {
    const id = AXIS_IDS[inside(axis, 'axPos')[0]?.getAttribute('val') ?? ''];
    const title = inside(axis, 'title').flatMap((found) => inside(found, 't'));
    const text = title.map(({ textContent }) => textContent ?? '').join('');
    return id === undefined || text === '' ? [] : [[id, text] as const];
  });
  const gap = inside(chart, 'gapWidth')[0]?.getAttribute('val');
  return {
    showsMarkers: series.some(hasMarkers),
    axisTitles: Object.fromEntries(titles),
    axisFormats: axisFormats(chart),
    gapWidth: gap === undefined || gap === null ? undefined : Number(gap),
  };
}

function axisFormats(chart: Document): Record<string, string> {
  const [values, secondary] = inside(chart, 'valAx');
  const axes = { Category: inside(chart, 'catAx')[0], Value: values, SecondaryValue: secondary };
  const formats = Object.entries(axes).flatMap(([axis, element]) => {
    const format = element && inside(element, 'numFmt')[0];
    const code = format?.getAttribute('sourceLinked') === '0' ? format.getAttribute('formatCode') : null;
    return code === null ? [] : [[`${axis}.numberFormat`, code] as const];
  });
  return Object.fromEntries(formats);
}

/** A line has its markers unless the file says none. */
const hasMarkers = (series: Element): boolean =>
  inside(series, 'marker').every((marker) => inside(marker, 'symbol')[0]?.getAttribute('val') !== 'none');

export const inside = (parent: Document | Element, tag: string): Element[] =>
  Array.from(parent.getElementsByTagNameNS('*', tag));

const childrenOf = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((child): child is Element => child.nodeType === 1);
