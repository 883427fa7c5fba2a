import type { Expressed } from './figures';
import { reservedCases } from './reserved-cases';
import { tierCases } from './tier-cases';
import { tokenCases } from './token-cases';
import { trancheCases } from './tranche-cases';

export const expressed: Expressed = { ...tokenCases, ...tierCases, ...reservedCases, ...trancheCases };
