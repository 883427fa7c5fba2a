import { formatAbsoluteZone, parseZone, quoteSheetName, splitSheetName } from '../../book/address';
import type { Position } from '../../book/book';
import type { FileSource } from './sheet-cells';

/** Of the parts of a chart. */
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/**
 * What the cells of a chart held when the file was written, beside the reference to them. The grid's export says of all
 * categories that they are texts and leaves the values out: months would be serial numbers.
 *
 * @param data the element of a series' categories or values
 */
export function addCache(data: Element, source: FileSource): void {
  const [formula] = Array.from(data.getElementsByTagNameNS('*', 'f'));
  const text = formula?.textContent ?? '';
  const cells = cellsOf(text, source);
  if (cells === undefined) return;
  const values = cells.positions.map((position) => source.cells.value(position));
  const filled = values.filter((value) => value !== '');
  const isNumeric = data.localName === 'val' || filled.every((value) => typeof value === 'number');
  const made = builder(data.ownerDocument);
  const points = values.flatMap((value, at) =>
    value === '' || (isNumeric && typeof value !== 'number')
      ? []
      : [made('pt', { idx: at }, made('v', {}, String(value)))],
  );
  const count = made('ptCount', { val: values.length });
  const reference = isNumeric
    ? made(
        'numRef',
        {},
        made('f', {}, cells.reference),
        made('numCache', {}, made('formatCode', {}, cells.format), count, ...points),
      )
    : made('strRef', {}, made('f', {}, cells.reference), made('strCache', {}, count, ...points));
  for (const child of Array.from(data.childNodes)) data.removeChild(child);
  data.appendChild(reference);
}

interface ChartCells {
  readonly positions: readonly Position[];
  /** How the first number is shown. */
  readonly format: string;
  /** Absolute, with the sheet. */
  readonly reference: string;
}

function cellsOf(text: string, { book }: FileSource): ChartCells | undefined {
  const { sheetName, address } = splitSheetName(text);
  const sheetId = sheetName === undefined ? undefined : book.findSheet(sheetName);
  const zone = parseZone(address);
  if (sheetId === undefined || zone === undefined) return undefined;
  const positions: Position[] = [];
  for (let row = zone.top; row <= zone.bottom; row += 1)
    for (let col = zone.left; col <= zone.right; col += 1) positions.push({ sheetId, row, col });
  const [first] = positions;
  const format = first && book.state.getCell(first)?.format;
  return {
    positions,
    format: book.formats.excelFormat(format),
    reference: `${quoteSheetName(book.sheetName(sheetId))}!${formatAbsoluteZone(zone)}`,
  };
}

type Made = (
  tag: string,
  attributes: Readonly<Record<string, number>>,
  ...children: readonly (Node | string)[]
) => Element;

const builder =
  (part: Document): Made =>
  (tag, attributes, ...children) => {
    const element = part.createElementNS(CHART, `c:${tag}`);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    for (const child of children)
      element.appendChild(typeof child === 'string' ? part.createTextNode(child) : child);
    return element;
  };
