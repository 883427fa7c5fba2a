import { type NativeReading, valuesOnly } from '../../workbook/hand-off/native-reading';

/** How the pane reads a formula as one of plain Excel. */
export const nativeOf: NativeReading = valuesOnly;
