import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const takeOrPayNative: NativeDeclaration = new Refusal(
  'Its ledger carries make-up and banked quantities from year to year by age, which takes a table of formulas rather than one.',
);
