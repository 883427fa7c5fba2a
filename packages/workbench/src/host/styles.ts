import type { CellLook } from '../book/looks/cell-look';
import {
  inclusionOf,
  STYLE_PARTS,
  type CellStyle,
  type CellStyles,
  type StyleBorder,
} from '../book/looks/cell-styles';
import { invalidArgument, itemNotFound, type HostObject } from '../interpreter/host-object';
import { BORDER_POSITIONS, GRID_STYLES, HORIZONTAL, keyOf, VERTICAL } from './range/range-format';
import { htmlColor } from './colors';
import { RangeFill, RangeFont, type LookTarget } from './range/looks';
import { defineStoredMembers, type MemberStore } from './stored-members';

/** The named styles of cells. */
export class StyleCollection implements HostObject {
  readonly $type = 'StyleCollection';

  constructor(private readonly styles: CellStyles) {}

  $items = () => this.styles.all().map(({ name }) => new Style(this.styles, name));

  $item = (name: unknown) => this.GetItem(name);

  Add(name: string): void {
    this.styles.add(name);
  }

  GetCount(): number {
    return this.styles.all().length;
  }

  GetItem(name: unknown): Style {
    return this.GetItemOrNullObject(name) ?? missing();
  }

  GetItemOrNullObject(name: unknown): Style | null {
    const found = this.styles.find(String(name));
    return found === undefined ? null : new Style(this.styles, found.name);
  }

  GetItemAt(index: number): Style {
    return this.$items()[index] ?? missing();
  }
}

class Style implements HostObject, MemberStore, LookTarget {
  readonly $type = 'Style';

  constructor(
    private readonly styles: CellStyles,
    private readonly name: string,
  ) {}

  get Name(): string {
    return this.name;
  }

  get BuiltIn(): boolean {
    return this.style.isBuiltIn;
  }

  get NumberFormat(): string {
    return this.style.numberFormat ?? 'General';
  }

  set NumberFormat(numberFormat: string) {
    this.styles.change(this.name, { numberFormat });
  }

  get Font(): RangeFont {
    return new RangeFont(this);
  }

  get Fill(): RangeFill {
    return new RangeFill(this);
  }

  get Borders(): StyleBorders {
    return new StyleBorders(this.styles, this.name);
  }

  get HorizontalAlignment(): string {
    const { align } = this.style.look;
    return align === undefined ? 'General' : HORIZONTAL[align];
  }

  set HorizontalAlignment(value: string) {
    this.set({ align: keyOf(HORIZONTAL, value, 'alignment') });
  }

  get VerticalAlignment(): string {
    return VERTICAL[this.style.look.verticalAlign ?? 'bottom'];
  }

  set VerticalAlignment(value: string) {
    this.set({ verticalAlign: keyOf(VERTICAL, value, 'alignment') });
  }

  get WrapText(): boolean {
    return this.style.look.wrapping === 'wrap';
  }

  set WrapText(wraps: boolean) {
    this.set({ wrapping: wraps ? 'wrap' : 'overflow' });
  }

  get Locked(): boolean {
    return this.style.look.unlocked !== true;
  }

  set Locked(locked: boolean) {
    this.set({ unlocked: !locked });
  }

  get FormulaHidden(): boolean {
    return this.style.look.formulaHidden === true;
  }

  set FormulaHidden(formulaHidden: boolean) {
    this.set({ formulaHidden });
  }

  get IndentLevel(): number {
    return this.style.look.indent ?? 0;
  }

  set IndentLevel(indent: number) {
    this.set({ indent });
  }

  Delete(): void {
    this.styles.remove(this.name);
  }

  get<K extends keyof CellLook>(key: K, fallback: NonNullable<CellLook[K]>): NonNullable<CellLook[K]> {
    return this.style.look[key] ?? fallback;
  }

  set(look: CellLook): void {
    this.styles.change(this.name, { look: { ...this.style.look, ...look } });
  }

  $read = (member: string) => this.style.members[member];

  $write = (member: string, value: unknown) =>
    this.styles.change(this.name, { members: { ...this.style.members, [member]: value } });

  private get style(): CellStyle {
    return this.styles.find(this.name) ?? missing();
  }
}

defineStoredMembers(
  Style.prototype,
  {
    ...Object.fromEntries(
      STYLE_PARTS.map((part) => [inclusionOf(part), { standard: true, allowed: 'boolean' as const }]),
    ),
    ShrinkToFit: { standard: false, allowed: 'boolean' },
    TextOrientation: { standard: 0, allowed: 'number' },
    ReadingOrder: { standard: 'Context' },
    AutoIndent: { standard: false, allowed: 'boolean' },
  },
  'Style',
);

class StyleBorders implements HostObject {
  readonly $type = 'RangeBorderCollection';

  constructor(
    private readonly styles: CellStyles,
    private readonly name: string,
  ) {}

  $items = () => Object.keys(BORDER_POSITIONS).map((side) => this.$item(side));

  $item = (side: unknown) => {
    if (BORDER_POSITIONS[String(side)] === undefined)
      throw invalidArgument(`A style has no border "${String(side)}".`);
    return new StyleBorderItem(this.styles, this.name, String(side));
  };

  get Count(): number {
    return this.$items().length;
  }
}

class StyleBorderItem implements HostObject {
  readonly $type = 'RangeBorder';

  constructor(
    private readonly styles: CellStyles,
    private readonly name: string,
    private readonly side: string,
  ) {}

  get SideIndex(): string {
    return this.side;
  }

  get Style(): string {
    return this.current === undefined ? 'None' : 'Continuous';
  }

  set Style(style: string) {
    this.draw(style === 'None' ? undefined : { style: GRID_STYLES[style] ?? 'thin' });
  }

  get Color(): string {
    return this.current?.color ?? '#000000';
  }

  set Color(color: string) {
    this.draw({ color: htmlColor(color) });
  }

  get Weight(): string {
    const style = this.current?.style;
    return style === 'thick' ? 'Thick' : style === 'medium' ? 'Medium' : 'Thin';
  }

  set Weight(weight: string) {
    this.draw({ style: weight === 'Thick' ? 'thick' : weight === 'Medium' ? 'medium' : 'thin' });
  }

  private get current(): StyleBorder | undefined {
    return this.styles.find(this.name)?.borders[this.side];
  }

  private draw(change: Partial<StyleBorder> | undefined): void {
    const { [this.side]: current, ...others } = this.styles.find(this.name)?.borders ?? {};
    const position = BORDER_POSITIONS[this.side]?.position ?? 'bottom';
    const drawn = { style: 'thin', color: '#000000', ...current, ...change, position };
    this.styles.change(this.name, {
      borders: change === undefined ? others : { ...others, [this.side]: drawn },
    });
  }
}

const missing = (): never => {
  throw itemNotFound();
};
