import { breakevenTokens } from '../breakeven-tokens/function';
import { committedCost } from '../committed-cost/function';
import { cutoverShare } from '../cutover-share/function';
import { check } from '../check/function';
import type { FunctionDescriptor } from '../framework/descriptor';
import { drawdown } from '../drawdown/function';
import { explain } from '../explain/function';
import { reservedCost } from '../reserved-cost/function';
import { reservedUnits } from '../reserved-units/function';
import { schedule } from '../schedule/function';
import { takeOrPay } from '../take-or-pay/function';
import { tieredCost } from '../tiered-cost/function';
import { tokenCost } from '../token-cost/function';
import { total } from '../total/function';
import { trancheExposure } from '../tranche-exposure/function';
import { trancheSchedule } from '../tranche-schedule/function';
import { version } from '../version/function';

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
