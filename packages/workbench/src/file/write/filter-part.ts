import { parseZone } from '../../book/address';
import { annotationsOf } from '../../book/annotations';
import type { SheetFilter } from '../../book/rules/filters';
import type { FileSource } from './sheet-cells';

const filtersOf = ({ book }: FileSource, sheetId: string): readonly SheetFilter[] =>
  annotationsOf(book, 'filters')[sheetId] ?? [];

/** The filter of a sheet, in its place before the merged cells. */
export function withFilter(frame: string, sheetId: string, source: FileSource): string {
  const filter = filtersOf(source, sheetId).find(({ isOfTable }) => !isOfTable);
  if (filter === undefined || parseZone(filter.address) === undefined) return frame;
  const text = `<autoFilter ref="${filter.address}">${filter.columns}</autoFilter>`;
  const before = /<(?:sheetProtection)\b[^>]*\/>|<sheetData\/>/g;
  const place = [...frame.matchAll(before)].at(-1);
  if (place === undefined) return frame;
  const at = place.index + place[0].length;
  return frame.slice(0, at) + text + frame.slice(at);
}

/** What a filter shows of a table. */
export function withTableFilter(table: string, sheetId: string, source: FileSource): string {
  const ref = /<table\b[^>]*\bref="([^"]+)"/.exec(table)?.[1];
  const filter = filtersOf(source, sheetId).find(
    ({ isOfTable, address }) => isOfTable && parseZone(address)?.top === parseZone(ref ?? '')?.top,
  );
  if (filter === undefined || ref === undefined) return table;
  return table.replace(
    /<autoFilter\b[^>]*?(?:\/>|>[^]*?<\/autoFilter>)/,
    () => `<autoFilter ref="${filter.address}">${filter.columns}</autoFilter>`,
  );
}
