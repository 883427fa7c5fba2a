import type { CellLook } from '../../book/looks/cell-look';
import { invalidArgument, type HostObject } from '../../interpreter/host-object';
import { htmlColor } from '../colors';

/** What has a look: cells, or a named style. */
export interface LookTarget {
  /** null where cells differ. */
  get<K extends keyof CellLook>(key: K, fallback: NonNullable<CellLook[K]>): NonNullable<CellLook[K]> | null;
  set(look: CellLook): void;
}

export class FormatProtection implements HostObject {
  readonly $type = 'FormatProtection';

  constructor(private readonly styled: LookTarget) {}

  get Locked(): boolean | null {
    const unlocked = this.styled.get('unlocked', false);
    return unlocked === null ? null : !unlocked;
  }

  set Locked(locked: boolean) {
    this.styled.set({ unlocked: !locked });
  }

  get FormulaHidden(): boolean | null {
    return this.styled.get('formulaHidden', false);
  }

  set FormulaHidden(formulaHidden: boolean) {
    this.styled.set({ formulaHidden });
  }
}

export class RangeFont implements HostObject {
  readonly $type = 'RangeFont';

  constructor(private readonly styled: LookTarget) {}

  get Bold(): boolean | null {
    return this.styled.get('bold', false);
  }

  set Bold(bold: boolean) {
    this.styled.set({ bold });
  }

  get Italic(): boolean | null {
    return this.styled.get('italic', false);
  }

  set Italic(italic: boolean) {
    this.styled.set({ italic });
  }

  get Strikethrough(): boolean | null {
    return this.styled.get('strikethrough', false);
  }

  set Strikethrough(strikethrough: boolean) {
    this.styled.set({ strikethrough });
  }

  get Underline(): string | null {
    const underline = this.styled.get('underline', false);
    return underline === null ? null : underline ? 'Single' : 'None';
  }

  set Underline(kind: string) {
    this.styled.set({ underline: kind !== 'None' });
  }

  get Color(): string | null {
    return this.styled.get('textColor', '#000000');
  }

  set Color(color: string) {
    this.styled.set({ textColor: htmlColor(color) });
  }

  get Size(): number | null {
    return this.styled.get('fontSize', 10);
  }

  set Size(fontSize: number) {
    if (!(fontSize >= 1 && fontSize <= 409))
      throw invalidArgument(`A font size is 1 to 409, not ${fontSize}.`);
    this.styled.set({ fontSize });
  }

  /** The grid shows one font; the name is accepted, so that code which sets it runs. */
  get Name(): string {
    return 'Roboto';
  }

  set Name(_name: string) {}
}

/** What Excel answers for cells without fill. */
const NO_FILL = '#FFFFFF';

export class RangeFill implements HostObject {
  readonly $type = 'RangeFill';

  constructor(private readonly styled: LookTarget) {}

  /** '' where cells differ, as in Excel. */
  get Color(): string {
    const color = this.styled.get('fillColor', NO_FILL);
    return color === null ? '' : color === '' ? NO_FILL : color;
  }

  set Color(color: string) {
    this.styled.set({ fillColor: htmlColor(color) });
  }

  Clear(): void {
    this.styled.set({ fillColor: '' });
  }
}
