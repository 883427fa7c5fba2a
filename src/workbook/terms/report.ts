/** What became of a step, in a sentence that says what was done or why nothing was. */
export type TermsReport =
  { readonly done: true; readonly sentence: string } | { readonly done: false; readonly sentence: string };

export const done = (sentence: string): TermsReport => ({ done: true, sentence });
export const refused = (sentence: string): TermsReport => ({ done: false, sentence });
