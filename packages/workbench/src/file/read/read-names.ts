import { elementsOf } from '../package/xml';

/** A defined name as a file stores it. */
export interface ReadName {
  readonly name: string;
  readonly comment: string;
  readonly isHidden: boolean;
  /** The tab of the sheet that it belongs to; undefined for a name of the workbook. */
  readonly sheetName: string | undefined;
  /** Without a sign of equality. */
  readonly refersTo: string;
}

/** @param tabs  by the position that a name gives for its sheet */
export const readNames = (workbook: Document, tabs: readonly string[]): ReadName[] =>
  elementsOf(workbook, 'definedName').map((element) => {
    const sheet = element.getAttribute('localSheetId');
    return {
      name: element.getAttribute('name') ?? '',
      comment: element.getAttribute('comment') ?? '',
      isHidden: /^(?:1|true)$/.test(element.getAttribute('hidden') ?? ''),
      sheetName: sheet === null || sheet === '' ? undefined : tabs[Number(sheet)],
      refersTo: (element.textContent ?? '').trim(),
    };
  });

/** Names that Excel makes for itself: what is printed of a sheet, what a filter shows. */
export const isBuiltIn = ({ name }: ReadName) => name.startsWith('_xlnm.');
