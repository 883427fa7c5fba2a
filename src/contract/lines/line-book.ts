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
import { Line, type LineDescription } from '../../calc/line';
import type { ContractTerms } from '../../terms/table/contract-terms';

/** What a line may say beside its id, its label and its formula. */
type More = Omit<LineDescription, 'id' | 'label' | 'unit' | 'scalar'>;

const NO_SUMMARY: More = { summary: { kind: 'none' } };
const CLOSING: More = { summary: { kind: 'closing' } };

/** Collects the lines of a contract and speaks of its terms. */
export class LineBook {
  readonly lines: Line[] = [];

  constructor(readonly terms: ContractTerms) {}

  term(section: string, item: string, name: string): Expression {
    return term(this.terms.reference(section, item, name));
  }

  /** 1 where the scenario gives the term a value. */
  given(section: string, item: string, name: string): Expression {
    return this.isUsed(section, item, name) ? given(this.terms.reference(section, item, name)) : constant(0);
  }

  isUsed(section: string, item: string, name: string): boolean {
    return this.terms.isUsed(section, item, name);
  }

  /** 1 where the term's choice is the named one. */
  chosen(section: string, item: string, name: string, choice: string): Expression {
    const place = this.terms.choices(section, item, name).indexOf(choice);
    if (place < 0) throw new Error(`${section} ${name} has no choice ${choice}.`);
    return this.term(section, item, name).equals(place);
  }

  /** A family such as "Month 12" as steps, by number. */
  numberedSteps(section: string, item: string, name: string): Step[] {
    return this.terms.numbered(section, item, name).map(({ number, reference }) => stepAt(number, reference));
  }

  /** A term of items 1, 2, 3 … as steps, by number. */
  itemSteps(section: string, name: string): Step[] {
    return this.items(section).map((item) => stepAt(Number(item), this.terms.reference(section, item, name)));
  }

  items(section: string): readonly string[] {
    return this.terms.items(section).filter((item) => item !== '');
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

  lineNamed(id: string): Line {
    const line = this.lines.find((candidate) => candidate.id === id);
    if (!line) throw new Error(`The line ${id} has not been added yet.`);
    return line;
  }

  #add(description: LineDescription, definition?: Operand): Line {
    const line = new Line(description);
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
