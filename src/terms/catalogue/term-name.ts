import type { CataloguedTerm, SectionName } from './catalogue';
import type { TokenClass } from './definition';

/** Terms of a section that describes one thing, and those that stand once for each item. */
type Plain = Extract<CataloguedTerm, { readonly item: 'none' }>;
type Repeated = Exclude<CataloguedTerm, Plain>;

/** A numbered family is asked for by one of its numbers: "Month 12". */
type Spelt<Term extends string> = Term extends `${infer Family}#` ? `${Family}${number}` : Term;

/** Sections that describe one thing, and those that have items; some do both. */
export type PlainSection = Plain['section'];
export type ItemSection = Repeated['section'];

/** The terms of a section that stand without an item. */
export type PlainTerm<Section extends PlainSection> = Spelt<Extract<Plain, { section: Section }>['term']>;
/** The terms of a section that stand once for each item. */
export type ItemTerm<Section extends ItemSection> = Spelt<Extract<Repeated, { section: Section }>['term']>;

/** What an item of the section is called. */
export type ItemOf<Section extends ItemSection> = Extract<
  Repeated,
  { section: Section }
>['item'] extends 'token class'
  ? TokenClass
  : string;

type PlainName = { [Section in PlainSection]: readonly [section: Section, term: PlainTerm<Section>] };
type RepeatedName = {
  [Section in ItemSection]: readonly [section: Section, item: ItemOf<Section>, term: ItemTerm<Section>];
};

/** How the code names a term: by section and term, and between them by the item where the section repeats. */
export type TermName = PlainName[PlainSection] | RepeatedName[ItemSection];

/** The name of an item's term where the section is a parameter of a type: the compiler checks the parts, not the whole. */
export const itemTerm = <Section extends ItemSection>(
  section: Section,
  item: ItemOf<Section>,
  term: ItemTerm<Section>,
): TermName => [section, item, term] as unknown as TermName;

/** A section, and one of its terms of either kind. */
export type TermOfSection = {
  [Section in SectionName]: readonly [
    section: Section,
    term: Spelt<Extract<CataloguedTerm, { section: Section }>['term']>,
  ];
}[SectionName];

type ChoiceTerm = Extract<CataloguedTerm, { readonly rule: { readonly type: 'choice' } }>;
type ChosenOf<Term> = Term extends ChoiceTerm
  ? Term extends Plain
    ? readonly [section: Term['section'], term: Term['term'], choice: Term['rule']['choices'][number]]
    : readonly [
        section: Term['section'],
        item: string,
        term: Term['term'],
        choice: Term['rule']['choices'][number],
      ]
  : never;

/** A choice of a term: the term's name, and one of the words that it may hold. */
export type ChosenName = ChosenOf<ChoiceTerm>;
/** The words that a term may hold. */
export type ChoiceOf<Section extends SectionName, Term extends string> = Extract<
  ChoiceTerm,
  { section: Section; term: Term }
>['rule']['choices'][number];
/** The same by the term's name; of a term that holds no choice, any text. */
export type WordOf<Name extends TermName> = Name extends
  | readonly [infer Section extends SectionName, infer Term extends string]
  | readonly [infer Section extends SectionName, string, infer Term extends string]
  ? [ChoiceOf<Section, Term>] extends [never]
    ? string
    : ChoiceOf<Section, Term>
  : never;

type FamilyOf<Term extends CataloguedTerm> = Term['term'] extends `${infer Family} #`
  ? readonly [section: Term['section'], item: string, family: Family]
  : never;
/** A numbered family of an item: "Month" for "Month 12". */
export type FamilyName = { [Term in CataloguedTerm as Term['section']]: FamilyOf<Term> }[SectionName];

/** A term of a section whose items are numbers: 1, 2, 3 … */
export type NumberedName = {
  [Section in Extract<Repeated, { item: 'number' }>['section']]: readonly [
    section: Section,
    term: ItemTerm<Section>,
  ];
}[Extract<Repeated, { item: 'number' }>['section']];

/** What the table knows a term by; the item is blank where the section has none. */
export type TermIdentity = readonly [section: string, item: string, term: string];

export const identityOf = (...name: TermName): TermIdentity =>
  name.length === 2 ? [name[0], '', name[1]] : name;

/** The term of a choice, and the word. */
export const choiceIdentity = (
  ...name: ChosenName
): { readonly identity: TermIdentity; readonly choice: string } =>
  name.length === 3
    ? { identity: [name[0], '', name[1]], choice: name[2] }
    : { identity: [name[0], name[1], name[2]], choice: name[3] };
