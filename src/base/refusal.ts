/** The kind of a refusal. Code looks at this and at what a refusal is about, and at nothing else. */
export type RefusalKind =
  /** What was given, or what was found, cannot be used. */
  | 'refused'
  /** All is in order, and there is no such value now: a quotient whose divisor is 0, a server that does not answer. */
  | 'not available'
  /** There is a value, and no cell can hold it. */
  | 'too large';

/**
 * A no as a value: why there is no answer, or why nothing was done, in a sentence with what was found, what is allowed
 * and the remedy. People read the sentence; code asks `kind` and `about`, and never looks at the words.
 */
export class Refusal {
  readonly kind: RefusalKind;
  /** The argument, column or field that would have to change; undefined where it is none by itself. */
  readonly about: string | undefined;
  /** For the compiler only: an object that merely looks like a refusal is none to `instanceof`, and so none here. */
  declare protected readonly brand: never;

  constructor(
    readonly sentence: string,
    { kind = 'refused', about }: { readonly kind?: RefusalKind; readonly about?: string } = {},
  ) {
    this.kind = kind;
    this.about = about;
  }

  /** With its place before the sentence, which whoever reads one cell does not know: "Terms, row 5:". */
  at(place: string): Refusal {
    return new Refusal(`${place} ${this.sentence}`, this);
  }

  concerning(about: string): Refusal {
    return new Refusal(this.sentence, { kind: this.kind, about });
  }
}
