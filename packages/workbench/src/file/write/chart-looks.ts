import type { Chart } from '../../host/charts/charts';
import { addCache } from './chart-cache';
import type { FileSource } from './sheet-cells';

/** Of the parts of a chart. */
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

const POINTS_TO_EMU = 12_700;
const QUIET = 'D9D9D9';

type ChartAxis = Chart['Axes']['CategoryAxis'];

/** Gives a chart what the grid's export leaves out, as Excel's object model knows it. */
export function completeChart(part: Document, chart: Chart, source: FileSource): void {
  writeAxis(all(part, 'catAx')[0], chart.Axes.CategoryAxis);
  const [values, secondary] = all(part, 'valAx');
  writeAxis(values, chart.Axes.ValueAxis);
  writeAxis(secondary, chart.Axes.GetItem('Value', 'Secondary'));
  writeTitle(part, chart);
  for (const series of all(part, 'ser')) {
    writeSeries(series, chart);
    for (const tag of ['cat', 'val']) for (const data of all(series, tag)) addCache(data, source);
  }
  writeGap(part, chart);
  for (const line of all(part, 'majorGridlines')) recolor(line, QUIET);
  // The border of the whole, which Excel draws in a quiet grey.
  for (const look of children(part.documentElement, 'spPr'))
    for (const border of all(look, 'ln')) recolor(border, QUIET);
}

function writeAxis(axis: Element | undefined, looks: ChartAxis): void {
  if (!axis) return;
  // An empty title takes room.
  if (!looks.Title.Visible) for (const title of children(axis, 'title')) axis.removeChild(title);
  if (!looks.MajorGridlines.Visible)
    for (const lines of children(axis, 'majorGridlines')) axis.removeChild(lines);
  if (looks.NumberFormat !== 'General') {
    const [format] = children(axis, 'numFmt');
    format?.setAttribute('formatCode', looks.NumberFormat);
    format?.setAttribute('sourceLinked', '0');
  }
  if (!looks.Visible) children(axis, 'delete')[0]?.setAttribute('val', '1');
  const position = POSITIONS[looks.TickLabelPosition];
  if (position !== undefined) children(axis, 'tickLblPos')[0]?.setAttribute('val', position);
  if (axis.localName === 'catAx') addValue(axis, 'tickLblSkip', looks.TickLabelSpacing);
  else {
    addValue(axis, 'majorUnit', looks.MajorUnit);
    if (looks.DisplayUnit !== 'None') addDisplayUnit(axis, looks.DisplayUnit);
  }
}

const POSITIONS: Readonly<Record<string, string>> = {
  NextToAxis: 'nextTo',
  High: 'high',
  Low: 'low',
  None: 'none',
};

function addValue(parent: Element, tag: string, value: unknown): void {
  if (value !== '' && value !== null && value !== undefined)
    addTo(parent, tag).setAttribute('val', String(value));
}

/** @param unit as the object model says it: Millions */
function addDisplayUnit(axis: Element, unit: string): void {
  const units = addTo(axis, 'dispUnits');
  addTo(units, 'builtInUnit').setAttribute('val', unit.charAt(0).toLowerCase() + unit.slice(1));
  addTo(units, 'dispUnitsLbl');
}

function writeTitle(part: Document, { Title: { Format } }: Chart): void {
  const [chart] = all(part, 'chart');
  const [title] = chart ? children(chart, 'title') : [];
  if (!title) return;
  const { Size, Color } = Format.Font;
  for (const tag of ['defRPr', 'rPr'])
    for (const look of all(title, tag)) look.setAttribute('sz', String(Math.round(Size * 100)));
  recolor(title, Color.replace('#', ''));
}

/** A line has marks at its points only where its type or the series says so. */
function writeSeries(series: Element, chart: Chart): void {
  if (series.parentElement?.localName !== 'lineChart') return;
  const looks = chart.Series.GetItemAt(Number(children(series, 'order')[0]?.getAttribute('val') ?? 0));
  const isMarked = looks.ChartType.includes('Markers') || !/^(Automatic|None)$/.test(looks.MarkerStyle);
  const [marker] = children(series, 'marker');
  if (marker && !isMarked) {
    for (const child of Array.from(marker.childNodes)) marker.removeChild(child);
    addTo(marker, 'symbol').setAttribute('val', 'none');
  }
  for (const look of children(series, 'spPr'))
    for (const line of children(look, 'ln'))
      line.setAttribute('w', String(Math.round(looks.Format.Line.Weight * POINTS_TO_EMU)));
}

function writeGap(part: Document, chart: Chart): void {
  const [first] = chart.Series.$items();
  if (!first) return;
  for (const bars of all(part, 'barChart'))
    children(bars, 'gapWidth')[0]?.setAttribute('val', String(first.GapWidth));
}

function recolor(parent: Element, color: string): void {
  for (const each of all(parent, 'srgbClr')) each.setAttribute('val', color.toUpperCase());
}

const all = (parent: Document | Element, tag: string): Element[] =>
  Array.from(parent.getElementsByTagNameNS('*', tag));

const children = (parent: Element, tag: string): Element[] =>
  Array.from(parent.childNodes).filter(
    (child): child is Element => child.nodeType === 1 && (child as Element).localName === tag,
  );

/** Appends; the children are put in order at the end. */
const addTo = (parent: Element, tag: string): Element =>
  parent.appendChild(parent.ownerDocument.createElementNS(CHART, `c:${tag}`));
