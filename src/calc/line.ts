import { Expression, type Operand, expression } from './expression';

/** How a line adds up over a quarter, a year or the whole horizon. */
export type Summary =
  /** A flow: the periods add up. */
  | { readonly kind: 'sum' }
  /** A stock: the last period stands for all. */
  | { readonly kind: 'closing' }
  /** A quotient of two lines, formed anew from their sums. */
  | { readonly kind: 'ratio'; readonly of: Line; readonly to: Line; readonly times?: number }
  /** Each period counts by its days. */
  | { readonly kind: 'daily mean' }
  /** Has no meaning beyond one period. */
  | { readonly kind: 'none' };

export interface LineDescription {
  /** Stable for ever: formulas in workbooks name it. Lower case, points between levels: `reserved.fee`. */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Has one value for the whole contract rather than one for each period. */
  readonly scalar?: boolean;
  readonly summary?: Summary;
  /** The column of the FinOps cost specification (FOCUS) that the line fills. */
  readonly focus?: string;
}

/** One row of the model: an expression with a name. Lines stand in one another's expressions. */
export class Line extends Expression {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly scalar: boolean;
  readonly summary: Summary;
  readonly focus: string | undefined;
  #definition: Expression | undefined;

  constructor(description: LineDescription) {
    // The node must name the line itself, which exists only after super().
    const node: { kind: 'line'; line: Line } = { kind: 'line', line: undefined as unknown as Line };
    super(node);
    node.line = this;
    this.id = description.id;
    this.label = description.label;
    this.unit = description.unit;
    this.scalar = description.scalar ?? false;
    this.summary = description.summary ?? { kind: 'sum' };
    this.focus = description.focus;
  }

  /** Gives a declared line its formula; balances need this, since their parts refer to one another. */
  define(definition: Operand): this {
    if (this.#definition) throw new Error(`The line ${this.id} is defined twice.`);
    this.#definition = expression(definition).placed();
    return this;
  }

  get definition(): Expression {
    if (!this.#definition) throw new Error(`The line ${this.id} is declared but never defined.`);
    return this.#definition;
  }
}
