import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const totalNative: NativeDeclaration = new Refusal(
  'It adds up a line of a whole contract; the native form of the sheet Schedule holds that line as formulas.',
);
