import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const checkNative: NativeDeclaration = new Refusal(
  'It checks the Terms and the contract as a whole, and answers in sentences.',
);
