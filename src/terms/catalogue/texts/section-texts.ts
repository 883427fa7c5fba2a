/** What the terms of some sections mean: by section, then by the name of the term. */
export type SectionTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;
