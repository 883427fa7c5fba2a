import type { SheetFilter } from '../../book/rules/filters';
import { attributesOf } from '../package/xml-text';
import type { ReadTable } from './read-tables';

const FILTER = /<autoFilter\b([^>]*?)(?:\/>|>([^]*?)<\/autoFilter>)/;
/** How the rows were sorted once, which says nothing of them now. */
const SORTED = /<sortState\b[^]*?(?:\/>|<\/sortState>)/g;
const EXTENSION = /<extLst>[^]*?<\/extLst>/g;

/** The filters of a sheet, and of its tables. @param frame  the sheet's part without its rows */
export const readFilters = (frame: string, tables: readonly ReadTable[]): SheetFilter[] => [
  ...readFilter(frame, false),
  ...tables.flatMap(({ filter }) => readFilter(filter, true)),
];

function readFilter(text: string, isOfTable: boolean): SheetFilter[] {
  const [all, attributes = '', body = ''] = FILTER.exec(text) ?? [];
  const { ref } = attributesOf(attributes);
  if (all === undefined || ref === undefined) return [];
  const columns = body.replace(EXTENSION, '').replace(SORTED, '').trim();
  return isOfTable && columns === '' ? [] : [{ address: ref, columns, isOfTable }];
}
