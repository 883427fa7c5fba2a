import type { ItemKind, TermFacts } from './definition';
import { BURN_DOWN, COUNTERFACTUAL, RESERVED } from './sections/capacity';
import { COMMITMENT, PREPAID_LOT, TAKE_OR_PAY } from './sections/commitment';
import { MODEL, SCENARIO } from './sections/model';
import { DISCOUNT_TIER, TOKEN_PRICE } from './sections/token';
import { TRANCHE } from './sections/tranche';
import { TRANSITION } from './sections/transition';
import { BEHAVIOUR, GROWTH_INDEX, SEASONALITY, USAGE } from './sections/usage';
import { HOLD, SEAT_TOOL, VENDOR } from './sections/vendor';

const TERMS = [
  ...SCENARIO,
  ...MODEL,
  ...USAGE,
  ...GROWTH_INDEX,
  ...SEASONALITY,
  ...BEHAVIOUR,
  ...TRANSITION,
  ...RESERVED,
  ...COUNTERFACTUAL,
  ...BURN_DOWN,
  ...TOKEN_PRICE,
  ...DISCOUNT_TIER,
  ...COMMITMENT,
  ...TAKE_OR_PAY,
  ...PREPAID_LOT,
  ...HOLD,
  ...VENDOR,
  ...SEAT_TOOL,
  ...TRANCHE,
];

/** Each term as a type, with the names as they are spelt. */
export type CataloguedTerm = (typeof TERMS)[number];
export type SectionName = CataloguedTerm['section'];

/** Any term of the catalogue. */
export interface TermDefinition extends TermFacts {
  readonly section: SectionName;
  readonly item: ItemKind;
  readonly term: CataloguedTerm['term'];
}

/** Every term that the table may hold, in the order in which a new table lists them. */
export const CATALOGUE: readonly TermDefinition[] = TERMS;
