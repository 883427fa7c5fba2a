import { DECLARATION, escaped, MAIN } from '../package/xml';

/** The texts of a workbook, each once. */
export class SharedStrings {
  private readonly places = new Map<string, number>();

  place(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  print(): string {
    const items = [...this.places.keys()].map(
      (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
    );
    return `${DECLARATION}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}
