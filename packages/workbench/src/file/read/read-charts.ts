import { relationsOf, type Package } from '../package/package-parts';
import { isDrawable, nameSeriesByTexts } from './drawable-chart';
import { parsed } from './read-workbook';
import { inside, type Xml } from '../package/xml';

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

export interface ReadCharts {
  /** Those that the grid imports, in the order in which the sheet's drawing holds them. */
  readonly charts: readonly ReadChart[];
  /** The names of the others. */
  readonly undrawn: readonly string[];
  /** Parts as the grid's import can read them, by path. */
  readonly parts: ReadonlyMap<string, string>;
}

const NO_CHARTS: ReadCharts = { charts: [], undrawn: [], parts: new Map() };

/** @param sheets  the names of the sheets, in lower case */
export function readCharts(
  file: Package,
  sheetPath: string,
  sheets: ReadonlySet<string>,
  xml: Xml,
): ReadCharts {
  const path = relationsOf(file, sheetPath).find(({ type }) => type === 'drawing')?.target;
  const text = file.parts.get(path ?? '');
  if (path === undefined || text === undefined) return NO_CHARTS;
  const drawing = parsed(xml, path, text);
  const paths = new Map(relationsOf(file, path).map(({ id, target }) => [id, target]));
  const parts = new Map<string, string>();
  const charts: ReadChart[] = [];
  const undrawn: string[] = [];
  for (const anchor of childrenOf(drawing.documentElement)) {
    const [reference] = inside(anchor, 'chart');
    if (reference === undefined) continue;
    const chartPath = paths.get(reference.getAttribute('r:id') ?? '') ?? '';
    const part = file.parts.get(chartPath);
    const [from] = inside(anchor, 'from');
    const name = inside(anchor, 'cNvPr')[0]?.getAttribute('name') ?? '';
    const chart = part === undefined ? undefined : parsed(xml, chartPath, part);
    if (chart === undefined || from === undefined || !isDrawable(chart, sheets)) {
      undrawn.push(name);
      anchor.parentNode?.removeChild(anchor);
      continue;
    }
    const [to] = inside(anchor, 'to');
    charts.push({
      name,
      from: cornerOf(from),
      to: to === undefined ? undefined : cornerOf(to),
      ...ofChart(chart),
    });
    if (nameSeriesByTexts(chart)) parts.set(chartPath, xml.print(chart));
  }
  if (undrawn.length > 0) parts.set(path, xml.print(drawing));
  return { charts, undrawn, parts };
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

const childrenOf = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((child): child is Element => child.nodeType === 1);
