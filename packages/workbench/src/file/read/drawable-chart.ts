import { parseZone, splitSheetName, type Zone } from '../../book/address';
import { inside } from '../package/xml';

/*
 * Which charts the grid can draw. Its import fails on one that it cannot, and then on the whole file.
 */

/** Kinds that the grid's import reads. */
const IMPORTED = ['lineChart', 'barChart', 'pieChart', 'doughnutChart', 'scatterChart', 'radarChart'];

/** Whether all that a chart shows lies in ranges of sheets of the workbook. @param sheets  their names, in lower case */
export function isDrawable(chart: Document, sheets: ReadonlySet<string>): boolean {
  const series = inside(chart, 'ser');
  if (series.length === 0 || !isImported(kindsOf(chart))) return false;
  const references = series.flatMap((each) =>
    ['cat', 'val', 'xVal', 'yVal'].flatMap((part) =>
      inside(each, part).flatMap((found) => inside(found, 'f').map((text) => text.textContent ?? '')),
    ),
  );
  const hasValues = series.every((each) => valuesOf(each) !== undefined);
  return hasValues && references.every((reference) => rangeOf(reference, sheets) !== undefined);
}

/** What is drawn in the one area: a kind, or several over each other. */
const kindsOf = (chart: Document): string[] => {
  const areas = inside(chart, 'plotArea').flatMap((area) => Array.from(area.childNodes));
  return [...new Set(areas.map(({ nodeName }) => nodeName.replace(/^.*:/, '')))].filter((tag) =>
    tag.endsWith('Chart'),
  );
};

const isImported = (kinds: readonly string[]): boolean =>
  kinds.length === 1
    ? kinds.every((kind) => IMPORTED.includes(kind))
    : kinds.length > 1 && kinds.every((kind) => kind === 'barChart' || kind === 'lineChart');

interface Range {
  readonly sheetName: string;
  readonly zone: Zone;
}

function rangeOf(reference: string, sheets?: ReadonlySet<string>): Range | undefined {
  const { sheetName, address } = splitSheetName(reference);
  const zone = parseZone(address);
  if (zone === undefined || sheetName === undefined) return undefined;
  if (sheets !== undefined && !sheets.has(sheetName.toLowerCase())) return undefined;
  return { sheetName, zone };
}

const referenceIn = (series: Element, part: string): string | undefined =>
  inside(series, part).flatMap((found) => inside(found, 'f'))[0]?.textContent ?? undefined;

const valuesOf = (series: Element): string | undefined =>
  referenceIn(series, 'val') ?? referenceIn(series, 'yVal');

/**
 * The grid takes the cell before the values for the name of a series, in all series or in none. Where the names stand
 * elsewhere they become texts.
 * @returns whether the chart was changed
 */
export function nameSeriesByTexts(chart: Document): boolean {
  const series = inside(chart, 'ser');
  const named = series.filter((each) => referenceIn(each, 'tx') !== undefined);
  if (named.length === 0 || series.every(isNamedByCellBefore)) return false;
  for (const each of named) {
    const [title] = inside(each, 'tx');
    const [strings] = title === undefined ? [] : inside(title, 'strRef');
    if (title === undefined || strings === undefined) continue;
    const text = inside(strings, 'v')
      .map(({ textContent }) => textContent ?? '')
      .join(' ');
    const name = chart.createElementNS(
      strings.namespaceURI,
      `${strings.prefix ? `${strings.prefix}:` : ''}v`,
    );
    name.appendChild(chart.createTextNode(text));
    title.replaceChild(name, strings);
  }
  return true;
}

function isNamedByCellBefore(series: Element): boolean {
  const name = rangeOf(referenceIn(series, 'tx') ?? '');
  const values = rangeOf(valuesOf(series) ?? '');
  if (name === undefined || values === undefined || name.sheetName !== values.sheetName) return false;
  const { left, top, bottom } = values.zone;
  const before = top === bottom ? { row: top, col: left - 1 } : { row: top - 1, col: left };
  return name.zone.top === before.row && name.zone.left === before.col;
}
