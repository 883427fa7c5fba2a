// Written by `npm run generate` from the folders of the functions; edits here are lost.
import type { NativeOf } from '../framework/native/reading';
import type { FunctionOfCatalogue } from './catalogue';
import { breakevenTokensNative } from '../breakeven-tokens/native';
import { checkNative } from '../check/native';
import { committedCostNative } from '../committed-cost/native';
import { cutoverShareNative } from '../cutover-share/native';
import { drawdownNative } from '../drawdown/native';
import { explainNative } from '../explain/native';
import { reservedCostNative } from '../reserved-cost/native';
import { reservedUnitsNative } from '../reserved-units/native';
import { scheduleNative } from '../schedule/native';
import { takeOrPayNative } from '../take-or-pay/native';
import { tieredCostNative } from '../tiered-cost/native';
import { tokenCostNative } from '../token-cost/native';
import { totalNative } from '../total/native';
import { trancheExposureNative } from '../tranche-exposure/native';
import { trancheScheduleNative } from '../tranche-schedule/native';
import { versionNative } from '../version/native';

/** By id; the compiler requires a declaration of every function. */
export const nativeById: { readonly [F in FunctionOfCatalogue as F['id']]: NativeOf<F> } = {
  RESERVED_COST: reservedCostNative,
  RESERVED_UNITS: reservedUnitsNative,
  TOKEN_COST: tokenCostNative,
  TIERED_COST: tieredCostNative,
  CUTOVER_SHARE: cutoverShareNative,
  TRANCHE_SCHEDULE: trancheScheduleNative,
  COMMITTED_COST: committedCostNative,
  TAKE_OR_PAY: takeOrPayNative,
  DRAWDOWN: drawdownNative,
  TRANCHE_EXPOSURE: trancheExposureNative,
  BREAKEVEN_TOKENS: breakevenTokensNative,
  SCHEDULE: scheduleNative,
  TOTAL: totalNative,
  EXPLAIN: explainNative,
  CHECK: checkNative,
  VERSION: versionNative,
};
