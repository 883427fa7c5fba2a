import { HostError, invalidArgument } from '../interpreter/host-object';

const REFUSALS: Readonly<Record<string, () => HostError>> = {
  TargetOutOfSheet: () => invalidArgument('The range lies outside the sheet.'),
  MergeIsDestructive: () => invalidArgument('Merging would lose values.'),
  TableOverlap: () => invalidArgument('A table cannot overlap another table.'),
  MergeInTable: () => invalidArgument('Cells of a table cannot be merged.'),
  NotEnoughSheets: () =>
    new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.'),
  SheetLocked: () => new HostError('AccessDenied', 'The worksheet is protected.', 403),
};

/** Excel's error for the grid's reason to refuse a command. */
export const refusalError = (reason: string) =>
  REFUSALS[reason]?.() ?? invalidArgument(`The grid refused the step: ${reason}.`);
