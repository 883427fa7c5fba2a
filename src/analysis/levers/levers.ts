import { cutoverMoves } from './cutover-moves';
import { earlyExit } from './early-exit';
import type { Lever } from './lever';
import { meterDenied } from './meter-denied';
import { modelHeld } from './model-held';
import { priceWar } from './price-war';
import { secondVendor } from './second-vendor';
import { trancheDue } from './tranche-due';
import { usageCulture } from './usage-culture';

/** In the order in which the pane lists them. */
export const LEVERS: readonly Lever[] = [
  cutoverMoves,
  meterDenied,
  usageCulture,
  secondVendor,
  modelHeld,
  priceWar,
  earlyExit,
  trancheDue,
];
