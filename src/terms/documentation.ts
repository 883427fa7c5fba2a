import type { TermDefinition } from './definition';

/**
 * What a term means, in one or two sentences. Parsing does without, so the pane fetches this module when it shows a form
 * (`await import('../terms/documentation')`).
 */
export const termText = (definition: TermDefinition): string => definition.text;
