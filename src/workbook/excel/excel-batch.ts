/** The first release of Excel's interface that can undo several round trips as one step. */
const MERGED_UNDO = '1.20';

/**
 * One batch against the workbook that is one step of undo where Excel can do that, and that waits while a person is
 * still typing in a cell.
 */
export function runBatch<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const mergeUndoGroup = Office.context.requirements.isSetSupported('ExcelApi', MERGED_UNDO);
  return Excel.run(
    mergeUndoGroup ? { delayForCellEdit: true, mergeUndoGroup } : { delayForCellEdit: true },
    batch,
  );
}

/** One reading. A person who is typing in a cell delays it. Nothing is said about that: it comes when the cell is done. */
export const readBatch = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run({ delayForCellEdit: true }, batch);

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    'Excel is waiting for the cell that you are editing: press Enter or Esc, then try again.',
  AccessDenied:
    'The workbook or the sheet is protected: unprotect it on the Review tab, or work on a copy, then try again.',
  ItemNotFound: 'A sheet, table or name that was there a moment ago is gone: undo its removal, or try again.',
  ItemAlreadyExists: 'Something of that name exists already: rename it, then try again.',
  InsertDeleteConflict: 'There is no room for the new cells: clear the cells in the way, then try again.',
  RequestAborted: 'Excel stopped the step before it was done: try again.',
  ResponsePayloadSizeLimitExceeded: 'The range is too large to read at once: select a smaller one.',
  RequestPayloadSizeLimitExceeded: 'The range is too large to write at once: choose a smaller one.',
  OperationCellsExceedLimit: 'The range is too large for Excel on the web: choose a smaller one.',
  ActivityLimitReached: 'Excel is busy: wait a moment, then try again.',
};

interface Coded {
  readonly code: string;
  readonly message: string;
}

const isCoded = (fault: unknown): fault is Coded =>
  typeof fault === 'object' &&
  fault !== null &&
  'code' in fault &&
  typeof fault.code === 'string' &&
  'message' in fault;

/** What went wrong, in one sentence with its remedy, for whoever pressed the button. */
export function sentenceFor(fault: unknown): string {
  if (isCoded(fault))
    return SENTENCES[fault.code] ?? `Excel refused this step (${fault.code}): ${fault.message}`;
  return `This step failed: ${fault instanceof Error ? fault.message : String(fault)}`;
}
