import type { BorderDescr } from '@odoo/o-spreadsheet';
import { intersection, type Zone } from '../../book/address';
import type { CellLook } from '../../book/looks/cell-look';
import { invalidArgument, type HostObject } from '../../interpreter/host-object';
import { htmlColor } from '../colors';
import { FormatProtection, RangeFill, RangeFont, type LookTarget } from './looks';
import type { HostContext } from '../context';
import { PIXELS_PER_POINT } from '../points';

/** A look of cells that the grid keeps per cell; reading a range with differing cells gives null, as in Excel. */
class StyledZone implements LookTarget {
  constructor(
    readonly host: HostContext,
    readonly sheetId: string,
    readonly zone: Zone,
  ) {}

  /** The part of the zone that the grid has. */
  get bounded(): Zone {
    return intersection(this.zone, this.host.book.extent(this.sheetId)) ?? this.zone;
  }

  get<K extends keyof CellLook>(key: K, fallback: NonNullable<CellLook[K]>): NonNullable<CellLook[K]> | null {
    return this.same(({ row, col }) => {
      const style: CellLook = this.host.book.getters.getCellStyle({ sheetId: this.sheetId, row, col });
      return style[key] ?? fallback;
    });
  }

  set(style: CellLook): void {
    this.host.book.growTo(this.sheetId, this.bounded);
    this.host.book.setStyle(this.sheetId, this.bounded, style);
  }

  same<T>(read: (cell: { readonly row: number; readonly col: number }) => T): T | null {
    const { left, top, right, bottom } = this.bounded;
    const first = read({ row: top, col: left });
    for (let row = top; row <= bottom; row += 1) {
      for (let col = left; col <= right; col += 1) if (read({ row, col }) !== first) return null;
    }
    return first;
  }
}

export const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
export const VERTICAL = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;

export function keyOf<T extends Record<string, string>>(
  names: T,
  value: string,
  what: string,
): keyof T | undefined {
  if (value === 'General') return undefined;
  const found = Object.entries(names).find(([, excel]) => excel === value);
  if (found === undefined) throw invalidArgument(`The grid does not know the ${what} "${value}".`);
  return found[0];
}

export class RangeFormat implements HostObject {
  readonly $type = 'RangeFormat';
  private readonly styled: StyledZone;

  constructor(host: HostContext, sheetId: string, zone: Zone) {
    this.styled = new StyledZone(host, sheetId, zone);
  }

  /** For Range.style. */
  get $styleName(): string | null {
    return this.styled.get('styleName', 'Normal');
  }

  get Font(): RangeFont {
    return new RangeFont(this.styled);
  }

  get Fill(): RangeFill {
    return new RangeFill(this.styled);
  }

  get Borders(): RangeBorders {
    return new RangeBorders(this.styled);
  }

  get Protection(): FormatProtection {
    return new FormatProtection(this.styled);
  }

  get HorizontalAlignment(): string | null {
    const align = this.styled.get('align', 'general' as 'left');
    return align === null ? null : (HORIZONTAL[align] ?? 'General');
  }

  set HorizontalAlignment(value: string) {
    this.styled.set({ align: keyOf(HORIZONTAL, value, 'alignment') });
  }

  get VerticalAlignment(): string | null {
    const align = this.styled.get('verticalAlign', 'bottom');
    return align === null ? null : (VERTICAL[align] ?? 'Bottom');
  }

  set VerticalAlignment(value: string) {
    this.styled.set({ verticalAlign: keyOf(VERTICAL, value, 'alignment') });
  }

  /** Kept; the grid draws no indent. */
  get IndentLevel(): number | null {
    return this.styled.get('indent', 0);
  }

  set IndentLevel(indent: number) {
    if (!(indent >= 0 && indent <= 250)) throw invalidArgument(`An indent is 0 to 250, not ${indent}.`);
    this.styled.set({ indent });
  }

  get WrapText(): boolean | null {
    const wrapping = this.styled.get('wrapping', 'overflow');
    return wrapping === null ? null : wrapping === 'wrap';
  }

  set WrapText(value: boolean) {
    this.styled.set({ wrapping: value ? 'wrap' : 'overflow' });
  }

  get ColumnWidth(): number | null {
    const { getters } = this.styled.host.book;
    const width = this.styled.same(({ col }) => getters.getColSize(this.styled.sheetId, col));
    return width === null ? null : width / PIXELS_PER_POINT;
  }

  set ColumnWidth(points: number) {
    const { left, right } = this.styled.bounded;
    this.resize('COL', left, right, points);
  }

  get RowHeight(): number | null {
    const { getters } = this.styled.host.book;
    const height = this.styled.same(({ row }) => getters.getRowSize(this.styled.sheetId, row));
    return height === null ? null : height / PIXELS_PER_POINT;
  }

  set RowHeight(points: number) {
    const { top, bottom } = this.styled.bounded;
    this.resize('ROW', top, bottom, points);
  }

  AutofitColumns(): void {
    const { left, right } = this.styled.bounded;
    const { host, sheetId } = this.styled;
    host.book.evaluate();
    host.book.dispatch('AUTORESIZE_COLUMNS', { sheetId, cols: span(left, right) });
  }

  AutofitRows(): void {
    const { top, bottom } = this.styled.bounded;
    const { host, sheetId } = this.styled;
    host.book.evaluate();
    host.book.dispatch('AUTORESIZE_ROWS', { sheetId, rows: span(top, bottom) });
  }

  private resize(dimension: 'ROW' | 'COL', first: number, last: number, points: number): void {
    if (!(points >= 0)) throw invalidArgument(`A size of ${points} points is not possible.`);
    const { host, sheetId, zone } = this.styled;
    host.book.growTo(sheetId, intersection(zone, this.styled.bounded) ?? zone);
    host.book.dispatch('RESIZE_COLUMNS_ROWS', {
      sheetId,
      dimension,
      elements: span(first, last),
      size: Math.round(points * PIXELS_PER_POINT),
    });
  }
}

type Side = 'top' | 'bottom' | 'left' | 'right';

/** Excel's border items, and what they are called by the grid. */
export const BORDER_POSITIONS: Readonly<Record<string, { readonly position: string; readonly side: Side }>> =
  {
    EdgeTop: { position: 'top', side: 'top' },
    EdgeBottom: { position: 'bottom', side: 'bottom' },
    EdgeLeft: { position: 'left', side: 'left' },
    EdgeRight: { position: 'right', side: 'right' },
    InsideHorizontal: { position: 'h', side: 'bottom' },
    InsideVertical: { position: 'v', side: 'right' },
  };

class RangeBorders implements HostObject {
  readonly $type = 'RangeBorderCollection';

  constructor(private readonly styled: StyledZone) {}

  $items = () => Object.keys(BORDER_POSITIONS).map((side) => new RangeBorder(this.styled, side));

  $item = (side: unknown) => {
    if (BORDER_POSITIONS[String(side)] === undefined) {
      throw invalidArgument(`The grid has no border "${String(side)}".`);
    }
    return new RangeBorder(this.styled, String(side));
  };

  get Count(): number {
    return this.$items().length;
  }
}

export const GRID_STYLES: Readonly<Record<string, BorderDescr['style']>> = {
  Continuous: 'thin',
  Dash: 'dashed',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
  SlantDashDot: 'dashed',
  Dot: 'dotted',
  Double: 'thick',
};

class RangeBorder implements HostObject {
  readonly $type = 'RangeBorder';

  constructor(
    private readonly styled: StyledZone,
    private readonly sideIndex: string,
  ) {}

  get SideIndex(): string {
    return this.sideIndex;
  }

  get Style(): string {
    const style = this.current?.style;
    if (style === undefined) return 'None';
    return style === 'dashed' ? 'Dash' : style === 'dotted' ? 'Dot' : 'Continuous';
  }

  set Style(style: string) {
    if (style === 'None') {
      this.draw(undefined);
      return;
    }
    const known = GRID_STYLES[style];
    if (known === undefined) throw invalidArgument(`"${style}" is not a border style.`);
    this.draw({ style: known, color: this.current?.color ?? '#000000' });
  }

  get Color(): string {
    return this.current?.color ?? '#000000';
  }

  set Color(color: string) {
    this.draw({ style: this.current?.style ?? 'thin', color: htmlColor(color) });
  }

  get Weight(): string {
    const style = this.current?.style;
    return style === 'thick' ? 'Thick' : style === 'medium' ? 'Medium' : 'Thin';
  }

  set Weight(weight: string) {
    const style = weight === 'Thick' ? 'thick' : weight === 'Medium' ? 'medium' : 'thin';
    this.draw({ style, color: this.current?.color ?? '#000000' });
  }

  private get current(): BorderDescr | undefined {
    const { left, top, right, bottom } = this.styled.bounded;
    const side = BORDER_POSITIONS[this.sideIndex]?.side ?? 'bottom';
    const at = {
      sheetId: this.styled.sheetId,
      row: this.sideIndex === 'EdgeBottom' ? bottom : top,
      col: this.sideIndex === 'EdgeRight' ? right : left,
    };
    return this.styled.host.book.border(at)?.[side] ?? undefined;
  }

  private draw(border: BorderDescr | undefined): void {
    const { host, sheetId, bounded } = this.styled;
    const position = BORDER_POSITIONS[this.sideIndex]?.position;
    host.book.growTo(sheetId, bounded);
    host.book.dispatch('SET_ZONE_BORDERS', { sheetId, target: [bounded], border: { position, ...border } });
  }
}

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
