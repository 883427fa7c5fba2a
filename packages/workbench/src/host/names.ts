import { excelErrorCode } from '../book/cells/cell-error';
import type { NameView } from '../book/names/names';
import { quoteSheetName, formatAbsoluteZone } from '../book/address';
import { itemNotFound, type HostObject } from '../interpreter/host-object';
import type { HostContext } from './context';
import { Range } from './range/range';
import { Worksheet } from './worksheet';

export class NamedItemCollection implements HostObject {
  readonly $type = 'NamedItemCollection';

  /** @param scope the id of a sheet, for the names that belong to it; otherwise those of the workbook */
  constructor(
    private readonly host: HostContext,
    private readonly scope?: string,
  ) {}

  $items = () => this.views().map(({ key }) => new NamedItem(this.host, key));

  $item = (name: unknown) => this.GetItem(name);

  Add(name: string, reference: unknown, comment?: string | null): NamedItem {
    const target =
      reference instanceof Range ? { sheetId: reference.$sheetId, zone: reference.$zone } : String(reference);
    const { names } = this.host;
    return new NamedItem(this.host, names.add(name, target, comment ?? '', this.scope).key);
  }

  AddFormulaLocal(name: string, formula: string, comment?: string | null): NamedItem {
    return this.Add(name, formula, comment);
  }

  GetCount(): number {
    return this.views().length;
  }

  GetItem(name: unknown): NamedItem {
    return this.GetItemOrNullObject(name) ?? missing();
  }

  GetItemOrNullObject(name: unknown): NamedItem | null {
    const found = this.host.names.find(String(name), this.scope);
    return found === undefined ? null : new NamedItem(this.host, found.key);
  }

  private views(): NameView[] {
    return this.host.names.all().filter(({ scope }) => scope === this.scope);
  }
}

class NamedItem implements HostObject {
  readonly $type = 'NamedItem';

  constructor(
    private readonly host: HostContext,
    private readonly key: string,
  ) {}

  $identity = () => ({ _Id: this.key });
  $navigation = ['Worksheet', 'WorksheetOrNullObject'];

  get Name(): string {
    return this.view.name;
  }

  get Type(): string {
    if (!this.view.isOfCells) return typeOf(this.computed());
    return this.view.target() === undefined ? 'Error' : 'Range';
  }

  /** The address, for a name of cells. */
  get Value(): unknown {
    const target = this.view.target();
    if (!this.view.isOfCells) return this.computed();
    if (target === undefined) return '#REF!';
    return `${quoteSheetName(this.host.book.sheetName(target.sheetId))}!${formatAbsoluteZone(target.zone)}`;
  }

  get Formula(): string {
    return this.view.formula;
  }

  set Formula(formula: string) {
    this.host.names.refer(this.key, formula);
  }

  get Visible(): boolean {
    return this.view.visible;
  }

  set Visible(visible: boolean) {
    this.host.names.describe(this.key, { visible });
  }

  get Comment(): string {
    return this.view.comment;
  }

  set Comment(comment: string) {
    this.host.names.describe(this.key, { comment });
  }

  get Scope(): string {
    return this.view.scope === undefined ? 'Workbook' : 'Worksheet';
  }

  /** A name of the workbook has none. */
  get Worksheet(): Worksheet {
    return this.WorksheetOrNullObject ?? missing();
  }

  get WorksheetOrNullObject(): Worksheet | null {
    const { scope } = this.view;
    return scope === undefined ? null : new Worksheet(this.host, scope);
  }

  GetRange(): Range {
    return this.GetRangeOrNullObject() ?? missing();
  }

  GetRangeOrNullObject(): Range | null {
    const target = this.view.target();
    return target === undefined ? null : new Range(this.host, target.sheetId, target.zone);
  }

  Delete(): void {
    this.host.names.remove(this.key);
  }

  /** What a constant or a formula comes to, in the first cell of its sheet or of the one that is shown. */
  private computed(): unknown {
    const { book, formulas } = this.host;
    const sheetId = this.view.scope ?? book.getters.getActiveSheetId();
    const value = book.getters.evaluateFormula(
      sheetId,
      formulas.toGrid(this.view.formula, { sheetId, row: 0, col: 0 }),
    );
    if (Array.isArray(value)) return value;
    return typeof value === 'string' ? excelErrorCode(value) : (value ?? '');
  }

  private get view(): NameView {
    return this.host.names.byKey(this.key) ?? missing();
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return String(value).startsWith('#') ? 'Error' : 'String';
}

const missing = (): never => {
  throw itemNotFound();
};
