/** The first cell of a list that a name leads to, and the sheet that it is on. */
export interface NamedHead {
  readonly head: Excel.Range;
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  /** Rows and columns up to the end of what the sheet holds, from A1; up to the head in a blank one. */
  readonly bottom: number;
  readonly right: number;
}

/** Finds a list that Meterbook wrote, by its name, whatever its sheet is called; undefined where there is none. */
export async function findNamedHead(
  context: Excel.RequestContext,
  listName: string,
): Promise<NamedHead | undefined> {
  const name = context.workbook.names.getItemOrNullObject(listName);
  await context.sync();
  if (name.isNullObject) return undefined;
  const head = name.getRangeOrNullObject().load('rowIndex,columnIndex');
  await context.sync();
  if (head.isNullObject) return undefined;
  const sheet = head.worksheet.load('name');
  const protection = sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount,columnIndex,columnCount');
  await context.sync();
  const [bottom, right] = used.isNullObject
    ? [head.rowIndex, head.columnIndex]
    : [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
  return { head, sheet, isProtected: protection.protected, bottom, right };
}
