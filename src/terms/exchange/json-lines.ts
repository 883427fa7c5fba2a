import { type FileProblem, problemAt } from './file-problem';

/** A value of a JSON text together with the line on which it begins, from 1. */
export type JsonNode =
  | { readonly is: 'object'; readonly line: number; readonly entries: ReadonlyMap<string, JsonNode> }
  | { readonly is: 'array'; readonly line: number; readonly items: readonly JsonNode[] }
  | { readonly is: 'value'; readonly line: number; readonly value: string | number | boolean | null };

export type JsonReading = { readonly node: JsonNode } | { readonly problem: FileProblem };

/** Deeper than any file that Meterbook writes; a file made to exhaust the stack ends here. */
const MOST_NESTED = 20;

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|([^\t\n\r ,:{}[\]"]+)|(.)|$)/suy;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Thrown in here only: it ends the reading from under however many brackets. */
class NoJson {
  constructor(readonly problem: FileProblem) {}
}

/**
 * Reads JSON by RFC 8259 and keeps the lines, which the browsers' own reader does not tell. A key that stands twice in
 * one object is refused: one of its values would be lost.
 */
export function readJsonLines(text: string): JsonReading {
  try {
    return { node: new JsonReader(text).whole() };
  } catch (error) {
    if (error instanceof NoJson) return { problem: error.problem };
    throw error;
  }
}

class JsonReader {
  #at = 0;
  #line = 1;
  /** The token in hand; empty at the end. */
  #token = '';
  /** Up to where lines have been counted. */
  #counted = 0;

  constructor(private readonly text: string) {
    this.#next();
  }

  whole(): JsonNode {
    const node = this.#node(0);
    if (this.#token !== '') this.#refuse(`${this.#shown()} stands after the end of the file. Remove it.`);
    return node;
  }

  #node(depth: number): JsonNode {
    if (depth > MOST_NESTED) this.#refuse(`more than ${MOST_NESTED} brackets are open at once.`);
    if (this.#token === '{') return this.#object(depth);
    if (this.#token === '[') return this.#array(depth);
    const line = this.#line;
    const value = this.#value();
    this.#next();
    return { is: 'value', line, value };
  }

  #value(): string | number | boolean | null {
    const token = this.#token;
    if (token.startsWith('"') && token.length > 1) return JSON.parse(token) as string;
    const word = WORDS.get(token);
    if (word !== undefined) return word;
    if (!NUMBER.test(token)) return this.#refuse(`${this.#shown()} stands where a value must stand.`);
    const value = Number(token);
    return Number.isFinite(value) ? value : this.#refuse(`${token} is larger than a cell can hold.`);
  }

  #object(depth: number): JsonNode {
    const line = this.#line;
    const entries = new Map<string, JsonNode>();
    this.#list('}', () => {
      if (!this.#token.startsWith('"'))
        this.#refuse(`${this.#shown()} stands where a key in quotes must stand.`);
      const key = String(this.#value());
      if (entries.has(key)) this.#refuse(`the key "${key}" stands twice here. Keep one.`);
      this.#next();
      this.#expect(':');
      entries.set(key, this.#node(depth + 1));
    });
    return { is: 'object', line, entries };
  }

  #array(depth: number): JsonNode {
    const line = this.#line;
    const items: JsonNode[] = [];
    this.#list(']', () => items.push(this.#node(depth + 1)));
    return { is: 'array', line, items };
  }

  #list(end: string, element: () => void): void {
    this.#next();
    if (this.#token !== end) {
      element();
      while (this.#token === ',') {
        this.#next();
        element();
      }
    }
    this.#expect(end);
  }

  #expect(sign: string): void {
    if (this.#token !== sign) this.#refuse(`${this.#shown()} stands where ${sign} must stand.`);
    this.#next();
  }

  #next(): void {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.text);
    const [whole = '', sign, quoted, word, other] = match ?? [];
    this.#token = sign ?? quoted ?? word ?? other ?? '';
    const start = this.#at + whole.length - this.#token.length;
    for (; this.#counted < start; this.#counted += 1) {
      if (this.text[this.#counted] === '\n') this.#line += 1;
    }
    this.#at += whole.length;
  }

  #shown(): string {
    if (this.#token === '') return 'the end of the file';
    return this.#token === '"' ? 'a text that does not end, or that holds a control character,' : this.#token;
  }

  #refuse(text: string): never {
    throw new NoJson(problemAt(this.#line, `the file is no JSON: ${text}`));
  }
}
