import { parseZone } from '../../book/address';
import type { FileSource } from './sheet-cells';
import { elementsOf } from '../package/xml';

/** Gives a table the name that it has in the book, and its columns the texts of their headers. */
export function nameTable(part: Document, sheetId: string, { tables }: FileSource): void {
  const root = part.documentElement;
  const zone = parseZone(root.getAttribute('ref') ?? '');
  const table = zone === undefined ? undefined : tables.at(sheetId, zone.top, zone.left);
  if (table === undefined) return;
  root.setAttribute('name', table.name);
  root.setAttribute('displayName', table.name);
  const names = tables.columnNames(table);
  elementsOf(part, 'tableColumn').forEach((column, at) => column.setAttribute('name', names[at] ?? ''));
}
