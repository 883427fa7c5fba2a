import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const trancheScheduleNative: NativeDeclaration = new Refusal(
  'It sorts the tranches by date, which formulas of Excel 2016 do not.',
);
