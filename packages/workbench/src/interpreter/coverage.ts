/** A member that an add-in asked for and that the host does not have. */
export interface UnknownMember {
  readonly name: string;
  readonly count: number;
}

/** Counts unknown members, so that a gap of the host is seen instead of guessed at. */
export class Coverage {
  private readonly counts = new Map<string, number>();
  private readonly listeners = new Set<(unknown: readonly UnknownMember[]) => void>();

  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    for (const listener of this.listeners) listener(this.unknown);
  }

  /** In the order in which they were first met. */
  get unknown(): readonly UnknownMember[] {
    return [...this.counts].map(([name, count]) => ({ name, count }));
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (unknown: readonly UnknownMember[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
