import { cutoverMoves } from './cutover-moves';
import type { Lever } from './lever';

/** In the order in which the pane lists them. */
export const LEVERS: readonly Lever[] = [cutoverMoves];
