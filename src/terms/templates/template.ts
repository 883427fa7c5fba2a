import { plain } from '../../base/nearest';
import { blank } from './blank-template';
import { commitmentDecision } from './commitment-decision-template';
import type { TemplateCell } from './layout';
import { transition } from './transition-template';

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
