import { parseZone, type Zone } from '../../book/address';
import { relationsOf, type Package } from '../package/package-parts';
import { attributesOf, plainXml, withSigns } from '../package/xml-text';

/** A table as a file stores it; the grid's import makes the table, and loses its name. */
export interface ReadTable {
  readonly name: string;
  readonly zone: Zone;
  readonly columns: readonly string[];
  readonly headerRows: number;
  readonly hasTotals: boolean;
  /** What is shown of it, as the file says it; '' where all is. */
  readonly filter: string;
}

export const readTables = (file: Package, sheetPath: string): ReadTable[] =>
  relationsOf(file, sheetPath)
    .filter(({ type }) => type === 'table')
    .flatMap(({ target }) => readTable(plainXml(file.parts.get(target) ?? '')));

function readTable(part: string): ReadTable[] {
  const {
    displayName,
    ref = '',
    headerRowCount,
    totalsRowCount,
  } = attributesOf(/<table\b[^>]*>/.exec(part)?.[0] ?? '');
  const zone = parseZone(ref);
  if (displayName === undefined || zone === undefined) return [];
  const columns = [...part.matchAll(/<tableColumn\b[^>]*>/g)].map(([tag]) =>
    withSigns(attributesOf(tag)['name'] ?? ''),
  );
  return [
    {
      name: displayName,
      zone,
      columns,
      headerRows: headerRowCount === undefined ? 1 : Number(headerRowCount),
      hasTotals: Number(totalsRowCount ?? 0) > 0,
      filter: /<autoFilter\b[^>]*>[^]*?<\/autoFilter>/.exec(part)?.[0] ?? '',
    },
  ];
}

export const tableAt = (row: number, col: number, tables: readonly ReadTable[]): ReadTable | undefined =>
  tables.find(({ zone }) => row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right);
