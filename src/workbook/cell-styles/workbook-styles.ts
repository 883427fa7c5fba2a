import { NAMED_STYLES, type NamedLook, type NamedStyle } from './named-styles';

/** Parts of a cell's format that none of these styles sets. */
const LEFT_OUT = ['includeAlignment', 'includeBorder', 'includeNumber', 'includeProtection'] as const;

/**
 * Excel on the web cannot undo what a style leaves out, and refuses to leave it out within a batch that is one step of undo.
 * Elsewhere the styles belong to the step that needs them.
 */
export const addsStylesInStep = (): boolean => Office.context.platform !== Office.PlatformType.OfficeOnline;

/** The named styles of a workbook: each is added once, and one that is there stays as a person has made it. */
export class WorkbookStyles {
  readonly #styles: Excel.StyleCollection;
  readonly #added = new Set<NamedStyle>();
  #there: ReadonlySet<string> | undefined;

  /** Queues reading which of the styles the workbook has. */
  constructor(context: Excel.RequestContext) {
    this.#styles = context.workbook.styles.load('items/name');
  }

  /**
   * Queues giving cells a style. Where the workbook lacks it and this batch cannot add it, the cells get its looks without
   * its name.
   */
  give(range: Excel.Range, name: NamedStyle): void {
    if (!this.#has(name) && addsStylesInStep()) this.#define(name);
    if (this.#has(name)) range.style = name;
    else look(range.format, NAMED_STYLES[name]);
  }

  /** Queues adding those that the workbook lacks. @returns which these are */
  add(names: readonly NamedStyle[]): readonly NamedStyle[] {
    const missing = names.filter((name) => !this.#has(name));
    for (const name of missing) this.#define(name);
    return missing;
  }

  /** Queues removing those that were added, of which no cell is left. */
  takeBack(names: Iterable<NamedStyle> = this.#added): void {
    for (const name of names) this.#styles.getItem(name).delete();
  }

  #has(name: NamedStyle): boolean {
    this.#there ??= new Set(this.#styles.items.map((style) => style.name.toLowerCase()));
    return this.#there.has(name.toLowerCase()) || this.#added.has(name);
  }

  #define(name: NamedStyle): void {
    this.#styles.add(name);
    const style = this.#styles.getItem(name);
    look(style, NAMED_STYLES[name]);
    for (const part of LEFT_OUT) style[part] = false;
    this.#added.add(name);
  }
}

function look({ font, fill }: Excel.RangeFormat | Excel.Style, named: NamedLook): void {
  if (named.font) font.set(named.font);
  if (named.fill) fill.color = named.fill;
}
