import * as o from '@odoo/o-spreadsheet';
import type { Zone } from '@odoo/o-spreadsheet';

/** The part of the grid's merges that its typings leave out. */
interface Merges {
  nextId: number;
  readonly history: { update(...path: unknown[]): void };
  readonly getters: Pick<o.Model['getters'], 'getSheetZone' | 'getRangeFromSheetXC'>;
}

/**
 * The grid empties the cells under a merged one when it opens a file. In Excel what stands there is hidden only, and sums
 * count it.
 */
export function keepValuesUnderMerges(): void {
  const { corePluginRegistry } = o.registries;
  const Base = corePluginRegistry.get('merge');
  corePluginRegistry.replace(
    'merge',
    class extends Base {
      importMerges(sheetId: string, merges: readonly string[]): void {
        const own = this as unknown as Merges;
        const taken = new Set<string>();
        for (const merge of merges) {
          const zone = inSheet(o.helpers.toZone(merge), own.getters.getSheetZone(sheetId));
          const cells = zone === undefined ? [] : cellsOf(zone);
          // A file whose merged cells overlap is damaged there, and Excel takes the first.
          if (cells.length < 2 || cells.some(({ col, row }) => taken.has(`${col} ${row}`))) continue;
          const id = own.nextId;
          own.nextId += 1;
          own.history.update('merges', sheetId, id, own.getters.getRangeFromSheetXC(sheetId, merge));
          for (const { col, row } of cells) {
            taken.add(`${col} ${row}`);
            own.history.update('mergeCellMap', sheetId, col, row, id);
          }
        }
      }
    } as unknown as typeof Base,
  );
}

function inSheet(zone: Zone, sheet: Zone): Zone | undefined {
  const inside = {
    ...zone,
    right: Math.min(zone.right, sheet.right),
    bottom: Math.min(zone.bottom, sheet.bottom),
  };
  return inside.left > inside.right || inside.top > inside.bottom ? undefined : inside;
}

function cellsOf({ left, right, top, bottom }: Zone): { readonly col: number; readonly row: number }[] {
  const cells = [];
  for (let row = top; row <= bottom; row += 1)
    for (let col = left; col <= right; col += 1) cells.push({ col, row });
  return cells;
}
