import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const drawdownNative: NativeDeclaration = new Refusal(
  'Its ledger uses up the lots by their expiry, which takes a table of formulas rather than one.',
);
