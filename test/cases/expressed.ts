import { commitmentCases } from './commitment-cases';
import type { Expressed } from './figures';
import { prepaidCases } from './prepaid-cases';
import { reservedCases } from './reserved-cases';
import { takeOrPayCases } from './take-or-pay-cases';
import { tierCases } from './tier-cases';
import { tokenCases } from './token-cases';
import { trancheCases } from './tranche-cases';

export const expressed: Expressed = {
  ...tokenCases,
  ...tierCases,
  ...reservedCases,
  ...commitmentCases,
  ...prepaidCases,
  ...takeOrPayCases,
  ...trancheCases,
};
