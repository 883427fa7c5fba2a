import { parseZone, type Zone } from '../../book/address';
import { relationsOf, type Package } from '../package/package-parts';
import { attributesOf } from '../package/xml-text';

/** A table as a file stores it; the grid's import makes the table, and loses its name. */
export interface ReadTable {
  readonly name: string;
  readonly zone: Zone;
}

export const readTables = (file: Package, sheetPath: string): ReadTable[] =>
  relationsOf(file, sheetPath)
    .filter(({ type }) => type === 'table')
    .flatMap(({ target }) => {
      const { displayName, ref = '' } = attributesOf(
        /<table\b[^>]*>/.exec(file.parts.get(target) ?? '')?.[0] ?? '',
      );
      const zone = parseZone(ref);
      return displayName === undefined || zone === undefined ? [] : [{ name: displayName, zone }];
    });

export const tableAt = (row: number, col: number, tables: readonly ReadTable[]): ReadTable | undefined =>
  tables.find(({ zone }) => row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right);
