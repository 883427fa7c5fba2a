import { cutoverShare } from './cutover-share';
import type { FunctionDescriptor } from './descriptor';
import { reservedCost } from './reserved-cost';
import { reservedUnits } from './reserved-units';
import { tieredCost } from './tiered-cost';
import { tokenCost } from './token-cost';
import { trancheSchedule } from './tranche-schedule';

/** Every function of the add-in, in the order of the docs. New ones are added at the end; none is ever removed. */
export const catalogue: readonly FunctionDescriptor[] = [
  reservedCost,
  reservedUnits,
  tokenCost,
  tieredCost,
  cutoverShare,
  trancheSchedule,
];
