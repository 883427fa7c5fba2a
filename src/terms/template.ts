import { plain } from '../calc/nearest';
import { blank } from './templates/blank';
import { commitmentDecision } from './templates/commitment-decision';
import type { TemplateCell } from './templates/layout';
import { transition } from './templates/transition';

const TEMPLATES = {
  transition,
  'commitment-decision': commitmentDecision,
  blank,
} as const satisfies Record<string, () => TemplateCell[][]>;

export type TemplateName = keyof typeof TEMPLATES;

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[];

/** A new Terms table as a 2-D array with its header; dates are serials, blank cells empty text. */
export const template = (name: TemplateName): TemplateCell[][] => TEMPLATES[name]();

/** The template that a person means: in any case, with a space or a hyphen between its words. */
export const templateNamed = (text: string): TemplateName | undefined =>
  TEMPLATE_NAMES.find((name) => name === plain(text).replace(/ /g, '-'));
