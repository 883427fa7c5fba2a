// Written by `npm run generate` from the folders of the functions; edits here are lost.
import type { TextsOf } from '../framework/texts';
import type { FunctionOfCatalogue } from './catalogue';
import { breakevenTokensTexts } from '../breakeven-tokens/texts';
import { checkTexts } from '../check/texts';
import { committedCostTexts } from '../committed-cost/texts';
import { cutoverShareTexts } from '../cutover-share/texts';
import { drawdownTexts } from '../drawdown/texts';
import { explainTexts } from '../explain/texts';
import { reservedCostTexts } from '../reserved-cost/texts';
import { reservedUnitsTexts } from '../reserved-units/texts';
import { scheduleTexts } from '../schedule/texts';
import { takeOrPayTexts } from '../take-or-pay/texts';
import { tieredCostTexts } from '../tiered-cost/texts';
import { tokenCostTexts } from '../token-cost/texts';
import { totalTexts } from '../total/texts';
import { trancheExposureTexts } from '../tranche-exposure/texts';
import { trancheScheduleTexts } from '../tranche-schedule/texts';
import { versionTexts } from '../version/texts';

/** By id; the compiler requires those of every function, argument, column and option, and allows no other. */
export const textsById: { readonly [F in FunctionOfCatalogue as F['id']]: TextsOf<F> } = {
  RESERVED_COST: reservedCostTexts,
  RESERVED_UNITS: reservedUnitsTexts,
  TOKEN_COST: tokenCostTexts,
  TIERED_COST: tieredCostTexts,
  CUTOVER_SHARE: cutoverShareTexts,
  TRANCHE_SCHEDULE: trancheScheduleTexts,
  COMMITTED_COST: committedCostTexts,
  TAKE_OR_PAY: takeOrPayTexts,
  DRAWDOWN: drawdownTexts,
  TRANCHE_EXPOSURE: trancheExposureTexts,
  BREAKEVEN_TOKENS: breakevenTokensTexts,
  SCHEDULE: scheduleTexts,
  TOTAL: totalTexts,
  EXPLAIN: explainTexts,
  CHECK: checkTexts,
  VERSION: versionTexts,
};
