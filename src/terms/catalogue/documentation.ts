import { CAPACITY_TEXTS } from './texts/capacity';
import { COMMITMENT_TEXTS } from './texts/commitment';
import { MODEL_TEXTS } from './texts/model';
import type { SectionTexts } from './texts/section-texts';
import type { SectionName, TermDefinition } from './catalogue';
import { TOKEN_TEXTS } from './texts/token';
import { TRANCHE_TEXTS } from './texts/tranche';
import { TRANSITION_TEXTS } from './texts/transition';
import { USAGE_TEXTS } from './texts/usage';
import { VENDOR_TEXTS } from './texts/vendor';

/** The texts of every term of the catalogue, and of no other. */
export const TERM_TEXTS: SectionTexts<SectionName> = {
  ...CAPACITY_TEXTS,
  ...COMMITMENT_TEXTS,
  ...MODEL_TEXTS,
  ...TOKEN_TEXTS,
  ...TRANCHE_TEXTS,
  ...TRANSITION_TEXTS,
  ...USAGE_TEXTS,
  ...VENDOR_TEXTS,
};

/** For a term that a table names. */
const TEXTS_BY_NAME: Readonly<Record<string, Readonly<Record<string, string>>>> = TERM_TEXTS;

/**
 * What a term means, in one or two sentences. Parsing does without, so the bundle that computes leaves the texts out:
 * the pane fetches this module when it shows them (`await import('./documentation')`).
 */
export function termText({ section, term }: TermDefinition): string {
  const text = TEXTS_BY_NAME[section]?.[term];
  if (text === undefined) throw new RangeError(`The term ${section} | ${term} has no text.`);
  return text;
}
