import {
  type Expression,
  type Operand,
  type Step,
  type TermReference,
  constant,
  given,
  sumOf,
  term,
} from '../../calc/expression';
import type { Line, LineDescription } from '../../calc/line';
import {
  type ChosenName,
  type FamilyName,
  type ItemOf,
  type ItemSection,
  type NumberedName,
  type TermName,
  choiceIdentity,
  identityOf,
} from '../../terms/catalogue/term-name';
import type { ContractTerms } from '../../terms/table/contract-terms';
import { type Block, ContractLine, type LineFacts } from './contract-line';

/** What a line may say beside its id, its label and its formula. */
type More = Omit<LineDescription, 'id' | 'label' | 'unit' | 'scalar'> & LineFacts;

const NO_SUMMARY: More = { summary: { kind: 'none' } };
const CLOSING: More = { summary: { kind: 'closing' } };

/** Names the terms of a contract, and gives the book that a block of its lines is written in. */
export class ContractBook {
  constructor(
    readonly terms: ContractTerms,
    readonly lines: ContractLine[] = [],
  ) {}

  in(block: Block): LineBook {
    return new LineBook(this.terms, this.lines, block);
  }

  term(...name: TermName): Expression {
    return term(this.reference(...name));
  }

  reference(...name: TermName): TermReference {
    return this.terms.reference(...identityOf(...name));
  }

  /** 1 where the scenario gives the term a value. */
  given(...name: TermName): Expression {
    return this.isUsed(...name) ? given(this.reference(...name)) : constant(0);
  }

  /** Whether any scenario gives the term a value. */
  isUsed(...name: TermName): boolean {
    return this.terms.isUsed(...identityOf(...name));
  }

  /** The text that a term holds in all scenarios that have the item; empty where it holds none. */
  nameOf(...name: TermName): string {
    return this.terms.nameOf(...identityOf(...name));
  }

  /** 1 where the term's choice is the named one. */
  chosen(...name: ChosenName): Expression {
    const { identity, choice } = choiceIdentity(...name);
    const place = this.terms.choices(...identity).indexOf(choice);
    if (place < 0) throw new Error(`${identity.join(' ')} has no choice ${choice}.`);
    return term(this.terms.reference(...identity)).equals(place);
  }

  /** A family such as "Month 12" as steps, by number. */
  numberedSteps(...[section, item, family]: FamilyName): Step[] {
    return this.terms
      .numbered(section, item, family)
      .map(({ number, reference }) => stepAt(number, reference));
  }

  /** A term of items 1, 2, 3 … as steps, by number. */
  itemSteps(...[section, name]: NumberedName): Step[] {
    return this.items(section).map((item) => stepAt(Number(item), this.terms.reference(section, item, name)));
  }

  items<Section extends ItemSection>(section: Section): readonly ItemOf<Section>[] {
    return this.terms.items(section).filter((item) => item !== '') as ItemOf<Section>[];
  }
}

/** Adds lines to one block of a contract. */
export class LineBook extends ContractBook {
  constructor(
    terms: ContractTerms,
    lines: ContractLine[],
    readonly block: Block,
  ) {
    super(terms, lines);
  }

  /** A flow of money: billed positive, credited negative. */
  money(id: string, label: string, definition?: Operand, more: More = {}): Line {
    return this.#add({ id, label, unit: 'currency', ...more }, definition);
  }

  /** An amount of money at the end of each period. */
  balance(id: string, label: string, definition?: Operand, more: More = {}): Line {
    return this.money(id, label, definition, { ...CLOSING, ...more });
  }

  tokens(id: string, label: string, definition: Operand, more: More = {}): Line {
    return this.#add({ id, label, unit: 'tokens', ...more }, definition);
  }

  factor(id: string, label: string, definition: Operand, more: More = {}): Line {
    return this.#add({ id, label, unit: 'factor', ...NO_SUMMARY, ...more }, definition);
  }

  share(id: string, label: string, definition: Operand, more: More = {}): Line {
    return this.#add({ id, label, unit: 'share', ...NO_SUMMARY, ...more }, definition);
  }

  /** A line of any other unit; it does not add up over periods. */
  measure(unit: string, id: string, label: string, definition: Operand, more: More = {}): Line {
    return this.#add({ id, label, unit, ...NO_SUMMARY, ...more }, definition);
  }

  /** One value for the whole contract. */
  scalar(unit: string, id: string, label: string, definition: Operand, more: More = {}): Line {
    return this.#add({ id, label, unit, scalar: true, ...NO_SUMMARY, ...more }, definition);
  }

  /** A line for each name and one for their sum, which comes last. */
  moneyBy(
    id: string,
    label: string,
    parts: readonly { name: string; definition: Operand }[],
    more: More = {},
  ): { sum: Line; byName: ReadonlyMap<string, Line> } {
    const byName = new Map(
      parts.map(({ name, definition }) => [
        name,
        this.money(`${id}[${name}]`, `${label}: ${name}`, definition, more),
      ]),
    );
    return { sum: this.money(id, label, sumOf([...byName.values()]), more), byName };
  }

  #add(description: LineDescription & LineFacts, definition?: Operand): Line {
    const line = new ContractLine(this.block, description);
    if (definition !== undefined) line.define(definition);
    this.lines.push(line);
    return line;
  }
}

/** A scenario may leave a step out that another has. */
const stepAt = (number: number, reference: TermReference): Step => ({
  from: constant(number),
  value: term(reference),
  holds: given(reference),
});
