import type { Position } from '../../book/book';
import type { CellLink } from '../../book/looks/cell-look';
import { linkOf, NO_LINK } from '../../book/cells/hyperlinks';
import { invalidArgument } from '../../interpreter/host-object';
import type { Range } from './range';

/** What an add-in writes and reads: `Range.hyperlink`. */
export interface RangeHyperlink extends CellLink {
  readonly textToDisplay?: string;
}

/** null where cells differ, or have no link. */
export function hyperlinkOf({
  $host,
  $sheetId: sheetId,
  $bounded: { top, left, bottom, right },
}: Range): RangeHyperlink | null {
  const first = linkOf($host.book, { sheetId, row: top, col: left });
  if (first === undefined) return null;
  for (let row = top; row <= bottom; row += 1) {
    for (let col = left; col <= right; col += 1) {
      if (JSON.stringify(linkOf($host.book, { sheetId, row, col })) !== JSON.stringify(first)) return null;
    }
  }
  return { ...first, textToDisplay: $host.cells.text({ sheetId, row: top, col: left }) };
}

export function setHyperlink(range: Range, given: unknown): void {
  const { $host, $sheetId: sheetId, $bounded: zone } = range;
  const { textToDisplay, ...link } = linkIn(given);
  $host.book.growTo(sheetId, zone);
  $host.book.setStyle(sheetId, zone, { link, textColor: '#0563C1', underline: true });
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let col = zone.left; col <= zone.right; col += 1) {
      const position = { sheetId, row, col };
      const shown = textToDisplay ?? kept(range, position, link);
      if (shown !== undefined) $host.cells.write(position, shown);
    }
  }
}

export function removeHyperlinks({ $host, $sheetId: sheetId }: Range, zone: Range['$zone']): void {
  for (const cell of $host.book.getters.getCells(sheetId)) {
    const { row, col } = $host.book.getters.getCellPosition(cell.id);
    const position = { sheetId, row, col };
    const isInside = row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right;
    if (!isInside || linkOf($host.book, position) === undefined) continue;
    const text = cell.isFormula ? undefined : $host.cells.value(position);
    const target = [{ left: col, right: col, top: row, bottom: row }];
    $host.book.dispatch('SET_FORMATTING', { sheetId, target, style: NO_LINK });
    if (typeof text === 'string') $host.cells.write(position, text);
  }
}

/** What a cell shows that gets a link without a text: its own text, or the link; a formula or a number stays as it is. */
function kept(
  { $host }: Range,
  position: Position,
  { address, documentReference }: CellLink,
): string | undefined {
  const value = $host.cells.formula(position);
  if (value === '') return address ?? documentReference;
  return typeof value === 'string' && !value.startsWith('=') ? value : undefined;
}

function linkIn(given: unknown): RangeHyperlink {
  if (typeof given !== 'object' || given === null)
    throw invalidArgument('A hyperlink has an address or a documentReference.');
  const { address, documentReference, screenTip, textToDisplay } = given as Record<string, unknown>;
  const texts = { address, documentReference, screenTip, textToDisplay };
  const link = Object.fromEntries(
    Object.entries(texts).filter(([, text]) => typeof text === 'string' && text !== ''),
  );
  if (link['address'] === undefined && link['documentReference'] === undefined) {
    throw invalidArgument('A hyperlink has an address or a documentReference.');
  }
  return link;
}
