import { Refusal } from '../../base/refusal';

export const checkNative = new Refusal(
  'It checks the Terms and the contract as a whole, and answers in sentences.',
);
