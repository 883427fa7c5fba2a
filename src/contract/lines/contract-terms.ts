import { type Expression, constant, given, term, type TermReference } from '../../calc/expression';
import { Line, type LineDescription } from '../../calc/line';
import type { Operand } from '../../calc/expression';

/** What the model asks of the input table. */
export interface ContractTerms {
  /** The row of a term; a term that the table leaves out still has one, with its default or without a value. */
  reference(section: string, item: string, term: string): TermReference;
  /** The items of a section, in the order of the table. */
  items(section: string): readonly string[];
  /** The terms of an item that end in a number ("Month 12"), by that number, rising. */
  numbered(
    section: string,
    item: string,
    name: string,
  ): readonly { number: number; reference: TermReference }[];
  /** The contract years, from 0, that the term of a tariff can touch in any scenario. */
  yearsOfTerm(section: string): readonly number[];
  /** Whether any scenario gives the term a value, its default apart. */
  isUsed(section: string, item: string, term: string): boolean;
  /** The texts that a choice may have, in order; a choice is evaluated as its place in them. */
  choices(section: string, item: string, term: string): readonly string[];
}

/** Collects the lines of a contract and speaks of its terms. */
export class LineBook {
  readonly lines: Line[] = [];

  constructor(readonly terms: ContractTerms) {}

  term(section: string, item: string, name: string): Expression {
    return term(this.terms.reference(section, item, name));
  }

  given(section: string, item: string, name: string): Expression {
    return this.terms.isUsed(section, item, name)
      ? given(this.terms.reference(section, item, name))
      : constant(0);
  }

  /** 1 where the term's choice is the named one. */
  chosen(section: string, item: string, name: string, choice: string): Expression {
    const place = this.terms.choices(section, item, name).indexOf(choice);
    if (place < 0) throw new Error(`${section} ${name} has no choice ${choice}.`);
    return this.term(section, item, name).equals(place);
  }

  isUsed(section: string, item: string, name: string): boolean {
    return this.terms.isUsed(section, item, name);
  }

  numbered(section: string, item: string, name: string): { number: number; value: Expression }[] {
    return this.terms
      .numbered(section, item, name)
      .map(({ number, reference }) => ({ number, value: term(reference) }));
  }

  items(section: string): readonly string[] {
    return this.terms.items(section).filter((item) => item !== '');
  }

  period(description: LineDescription, definition?: Operand): Line {
    return this.#add(description, definition);
  }

  lineNamed(id: string): Line {
    const line = this.lines.find((candidate) => candidate.id === id);
    if (!line) throw new Error(`There is no line ${id} yet.`);
    return line;
  }

  scalar(description: LineDescription, definition: Operand): Line {
    return this.#add({ ...description, scalar: true }, definition);
  }

  #add(description: LineDescription, definition?: Operand): Line {
    const line = new Line(description);
    if (definition !== undefined) line.define(definition);
    this.lines.push(line);
    return line;
  }
}
