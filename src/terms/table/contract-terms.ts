import type { SectionName } from '../catalogue/catalogue';
import type { TermReference } from '../../calc/expression';

/** What the model needs from the input table. */
export interface ContractTerms {
  /** The row of a term; a term that the table leaves out still has one, with its default or without a value. */
  reference(section: string, item: string, term: string): TermReference;
  /** The items of a section, in the order of the table. */
  items(section: SectionName): readonly string[];
  /** The terms of an item that end in a number ("Month 12"), by that number, rising. */
  numbered(
    section: string,
    item: string,
    name: string,
  ): readonly { number: number; reference: TermReference }[];
  /** The contract years, from 0, that the term of a tariff can touch in any scenario. */
  yearsOfTerm(section: SectionName): readonly number[];
  /** Whether any scenario gives the term a value, its default apart. */
  isUsed(section: string, item: string, term: string): boolean;
  /** The text that a term of an item holds in all scenarios that have the item; empty where it holds none. */
  nameOf(section: string, item: string, term: string): string;
  /** The texts that a choice may have, in order; a choice is evaluated as its place in them. */
  choices(section: string, item: string, term: string): readonly string[];
}
