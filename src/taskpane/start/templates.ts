import type { TemplateName } from '../../terms/templates/template';

export interface TemplateChoice {
  readonly name: TemplateName;
  readonly label: string;
  /** What it answers, in one sentence. */
  readonly answers: string;
}

export const TEMPLATES: readonly TemplateChoice[] = [
  {
    name: 'transition',
    label: 'Transition',
    answers:
      'What does it cost when reserved capacity gives way to a token meter, and what if it comes later or never?',
  },
  {
    name: 'commitment-decision',
    label: 'Commitment decision',
    answers: 'For one product: pay by the token, reserve capacity, or commit to a yearly spend?',
  },
  {
    name: 'blank',
    label: 'Blank',
    answers: 'What does your own contract cost? The terms that every contract needs, without figures.',
  },
];
