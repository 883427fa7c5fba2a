import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const versionNative: NativeDeclaration = new Refusal(
  'It tells which version of Meterbook computed the workbook, and that stays as it was.',
);
