/** A reason to leave everything as it is, in a sentence. */
export class Refusal {
  constructor(readonly sentence: string) {}
}
