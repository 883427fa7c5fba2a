import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const scheduleNative: NativeDeclaration = new Refusal(
  'It computes the lines of a whole contract; the native form of the sheet Schedule holds them as formulas.',
);
