import { Line, type LineDescription } from '../../calc/line';
import type { LineRule } from './line-rules';

/** The parts of the contract that its lines are shown in, each of which needs only what stands above it. */
export type Block =
  | 'time'
  | 'usage'
  | 'reserved'
  | 'price'
  | 'token'
  | 'commitment'
  | 'tools'
  | 'invoice'
  | 'total'
  | 'counterfactual'
  | 'comparison'
  | 'chargeback'
  | 'valuation'
  | 'capital';

/** What a line of the contract says of itself, so that nobody has to know it by its id. */
export interface LineFacts {
  /** The sentence that the pane shows with its formula (line-rules.ts), where the formula does not say all. */
  readonly rule?: LineRule;
  /** Settles a contract year in the period in which it closes, which the end of the horizon may bring forward. */
  readonly settles?: boolean;
  /** The balance that it takes over from the period before. */
  readonly opens?: Line;
  /** Of a share: it is no part of a whole, and may lie beyond 0 and 1. */
  readonly isUnbounded?: boolean;
  /** One amount less another: below zero is no warning. */
  readonly isDifference?: boolean;
}

/** A line of the contract. */
export class ContractLine extends Line {
  readonly rule: LineRule | undefined;
  readonly settles: boolean;
  readonly opens: Line | undefined;
  readonly isUnbounded: boolean;
  readonly isDifference: boolean;

  constructor(
    readonly block: Block,
    description: LineDescription & LineFacts,
  ) {
    super(description);
    this.rule = description.rule;
    this.settles = description.settles ?? false;
    this.opens = description.opens;
    this.isUnbounded = description.isUnbounded ?? false;
    this.isDifference = description.isDifference ?? false;
  }
}
