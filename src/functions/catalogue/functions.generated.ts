// Written by `npm run generate` from the folders of the functions; edits here are lost.
import { breakevenTokens } from '../breakeven-tokens/function';
import { check } from '../check/function';
import { committedCost } from '../committed-cost/function';
import { cutoverShare } from '../cutover-share/function';
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

export const functions = [
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
