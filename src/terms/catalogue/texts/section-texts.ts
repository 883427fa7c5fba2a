import type { CataloguedTerm, SectionName } from '../catalogue';

/** What each term of a section means, by its name. A missing text, and one too many, does not compile. */
export type TermTexts<Section extends SectionName> = {
  readonly [Term in Extract<CataloguedTerm, { section: Section }>['term']]: string;
};

/** The same of several sections. */
export type SectionTexts<Sections extends SectionName> = {
  readonly [Section in Sections]: TermTexts<Section>;
};
