import { type NativeReader, valuesOnly } from '../../workbook/hand-off/native-reading';

/** How the pane reads formulas as plain ones of Excel. */
export const native: NativeReader = valuesOnly;
