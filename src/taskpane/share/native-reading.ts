import { nativeReading } from '../../functions/catalogue/native-formula';
import { nativeByCalls } from '../../workbook/hand-off/native-calls';
import type { NativeReader } from '../../workbook/hand-off/native-reading';

/** How the pane reads formulas as plain ones of Excel. */
export const native: NativeReader = nativeByCalls(nativeReading);
