export interface SheetSeed {
  readonly name: string;
  /** Address → content as typed into the grid. */
  readonly cells?: Readonly<Record<string, string>>;
  readonly rows?: number;
  readonly columns?: number;
}

/** Values are computed for every cell of a sheet's extent, so an empty sheet starts small and grows when written to. */
export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 30;

/** Excel's worksheet ids look like this. */
export const sheetGuid = (number: number) =>
  `{${number.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`;

/** A grid's data for new sheets. */
export const seededData = (sheets: readonly SheetSeed[]) => ({
  sheets: sheets.map((sheet, index) => ({
    id: sheetGuid(index + 1),
    name: sheet.name,
    rowNumber: sheet.rows ?? DEFAULT_ROWS,
    colNumber: sheet.columns ?? DEFAULT_COLUMNS,
    cells: sheet.cells ?? {},
  })),
});
