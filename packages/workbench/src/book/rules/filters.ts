import * as o from '@odoo/o-spreadsheet';
import { parseZone } from '../address';
import { followRanges, notesIn } from '../annotations';

/** What a filter shows of a range or a table. */
export interface SheetFilter {
  /** With the row of its headers. */
  readonly address: string;
  /** As a file says it: which columns show what. */
  readonly columns: string;
  readonly isOfTable: boolean;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By sheet id. */
    readonly filters: readonly SheetFilter[];
  }
}

followRanges('filters', (filters, sheetId, adapt) => {
  const moved = filters.map((filter) => ({
    ...filter,
    address: adapt.references(sheetId, filter.address),
  }));
  return JSON.stringify(moved) === JSON.stringify(filters) ? filters : moved;
});

/**
 * The grid filters by lists of its own. What a filter of Excel hides stays hidden, and the functions that leave out what a
 * filter hides have to know it from what a person hid.
 */
export function countFilteredRows(): void {
  const { statefulUIPluginRegistry } = o.registries;
  const Base = statefulUIPluginRegistry.get('evaluation_filter');
  const isRowFiltered = Reflect.get(Base.prototype, 'isRowFiltered') as (
    sheetId: string,
    row: number,
  ) => boolean;
  statefulUIPluginRegistry.replace(
    'evaluation_filter',
    class extends Base {
      isRowFiltered(sheetId: string, row: number): boolean {
        return (
          isRowFiltered.call(this, sheetId, row) ||
          isHiddenByFilter(this.getters as o.Model['getters'], sheetId, row)
        );
      }
    } as unknown as typeof Base,
  );
}

function isHiddenByFilter(getters: o.Model['getters'], sheetId: string, row: number): boolean {
  const own = notesIn(getters, 'filters')[sheetId];
  if (own === undefined || !getters.isRowHiddenByUser(sheetId, row)) return false;
  return own.some(({ address, columns }) => {
    const zone = parseZone(address);
    return columns !== '' && zone !== undefined && row > zone.top && row <= zone.bottom;
  });
}
