import { breakevenTokens } from './breakeven-tokens';
import { committedCost } from './committed-cost';
import { cutoverShare } from './cutover-share';
import { check } from './check';
import type { FunctionDescriptor } from './descriptor';
import { drawdown } from './drawdown';
import { explain } from './explain';
import { reservedCost } from './reserved-cost';
import { reservedUnits } from './reserved-units';
import { schedule } from './schedule';
import { takeOrPay } from './take-or-pay';
import { tieredCost } from './tiered-cost';
import { tokenCost } from './token-cost';
import { total } from './total';
import { trancheExposure } from './tranche-exposure';
import { trancheSchedule } from './tranche-schedule';
import { version } from './version';

const functions = [
  reservedCost,
  reservedUnits,
  tokenCost,
  tieredCost,
  cutoverShare,
  trancheSchedule,
  committedCost,
  takeOrPay,
  drawdown,
  trancheExposure,
  breakevenTokens,
  schedule,
  total,
  explain,
  check,
  version,
] as const;

export type FunctionOfCatalogue = (typeof functions)[number];

/** Every function of the add-in, in the order of the docs. New ones are added at the end; none is ever removed. */
export const catalogue: readonly FunctionDescriptor[] = functions;
