import cases from './worked-examples.json';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface PublishedCase {
  readonly id: string;
  readonly what: string;
  readonly source: { readonly title: string };
  readonly inputs: { readonly [name: string]: Json };
  readonly expected: { readonly [name: string]: Json };
  readonly tolerance: number;
}

export const published = cases.cases as unknown as readonly PublishedCase[];

/** The inputs of a case, read by name; a wrong name is a fault of the test and stops it. */
export class Inputs {
  private readonly values: PublishedCase['inputs'];

  constructor(readonly id: string) {
    const found = published.find((example) => example.id === id);
    if (!found) throw new Error(`there is no case ${id}`);
    this.values = found.inputs;
  }

  number(name: string): number {
    const value = this.values[name];
    if (typeof value !== 'number') throw new Error(`${this.id}: ${name} is no number`);
    return value;
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value !== 'string') throw new Error(`${this.id}: ${name} is no text`);
    return value;
  }

  numbers(name: string): readonly number[] {
    const value = this.values[name];
    if (!Array.isArray(value)) throw new Error(`${this.id}: ${name} is no list`);
    return value as readonly number[];
  }

  texts(name: string): readonly string[] {
    return this.numbers(name) as unknown as readonly string[];
  }

  rows(name: string): readonly (readonly (number | string | null)[])[] {
    return this.numbers(name) as unknown as readonly (readonly (number | string | null)[])[];
  }

  flag(name: string): boolean {
    const value = this.values[name];
    if (typeof value !== 'boolean') throw new Error(`${this.id}: ${name} is neither true nor false`);
    return value;
  }

  /** A list of records, each with named numbers. */
  records(name: string): readonly Readonly<Record<string, number>>[] {
    return this.numbers(name) as unknown as readonly Readonly<Record<string, number>>[];
  }

  /** A record of named values; undefined where the case says null. */
  record(name: string): Readonly<Record<string, Json>> | undefined {
    const value = this.values[name];
    if (value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value))
      throw new Error(`${this.id}: ${name} is no record`);
    return value as Readonly<Record<string, Json>>;
  }
}
