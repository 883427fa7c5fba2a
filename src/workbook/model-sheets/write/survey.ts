import { COLUMNS, placeOf, seriesLetter, FIRST_SERIES } from '../plan/columns';
import { MODEL_SHEETS, type ModelSheetKey } from '../plan/outcome';
import { sheetNameOf } from '../plan/names';
import type { SheetPlace } from '../plan/places';

/** A sheet of the model as it is in the workbook. */
export interface FoundSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly isProtected: boolean;
  readonly place: SheetPlace;
  /** Formulas and constants from A1 on. */
  readonly formulas: readonly (readonly unknown[])[];
}

export interface Survey {
  readonly found: ReadonlyMap<ModelSheetKey, FoundSheet>;
  /** Names of all sheets of the workbook, in lower case. */
  readonly taken: Set<string>;
  /** Sheets that are gone while their names are still there. */
  readonly staleNames: ReadonlySet<ModelSheetKey>;
}

/** Finds the sheets of the model by their names in the workbook, whatever they are called by now, and reads them. */
export async function surveySheets(context: Excel.RequestContext): Promise<Survey> {
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/name');
  const names = MODEL_SHEETS.map((key) => ({
    key,
    item: workbook.names.getItemOrNullObject(sheetNameOf(key)).load('name'),
  }));
  await context.sync();
  const ranges = names.flatMap(({ key, item }) =>
    item.isNullObject ? [] : [{ key, range: item.getRangeOrNullObject().load('address') }],
  );
  await context.sync();
  const reading = ranges.flatMap(({ key, range }) => {
    if (range.isNullObject) return [];
    const sheet = range.worksheet.load('name');
    const protection = sheet.protection.load('protected');
    const used = sheet.getUsedRange(true).getBoundingRect('A1').load('formulas');
    return [{ key, sheet, protection, used }];
  });
  await context.sync();
  const found = new Map(
    reading.map(({ key, sheet, protection, used }) => {
      const formulas: readonly (readonly unknown[])[] = used.formulas;
      const { name } = sheet;
      return [
        key,
        { sheet, name, isProtected: protection.protected, place: placeFrom(name, formulas), formulas },
      ] as const;
    }),
  );
  const stale = ranges.filter(({ range }) => range.isNullObject).map(({ key }) => key);
  return {
    found,
    taken: new Set(worksheets.items.map(({ name }) => name.toLowerCase())),
    staleNames: new Set(stale),
  };
}

/** The ids in column D, and the width that the second row states. */
export function placeFrom(name: string, formulas: readonly (readonly unknown[])[]): SheetPlace {
  const rows = new Map<string, number>();
  formulas.forEach((row, index) => {
    const id = row[placeOf(COLUMNS.id)];
    if (typeof id === 'string' && id.includes('.') && !rows.has(id)) rows.set(id, index + 1);
  });
  const state = formulas[(rows.get('sheet.state') ?? 2) - 1];
  return { name, rows, series: seriesFrom(String(state?.[FIRST_SERIES] ?? '')) };
}

/** How the second row states which columns a sheet lays out: J:BQ. */
export const seriesText = (series: number): string =>
  series === 0 ? '' : `${seriesLetter(0)}:${seriesLetter(series - 1)}`;

function seriesFrom(text: string): number {
  const [, last] = /^J:([A-Z]{1,3})$/.exec(text) ?? [];
  return last === undefined ? 0 : placeOf(last) - FIRST_SERIES + 1;
}
