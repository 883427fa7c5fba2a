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

  $items = () => this.views().map(({ name }) => new NamedItem(this.host, name));

  $item = (name: unknown) => this.GetItem(name);

  Add(name: string, reference: unknown, comment?: string | null): NamedItem {
    const target =
      reference instanceof Range ? { sheetId: reference.$sheetId, zone: reference.$zone } : String(reference);
    const { names } = this.host;
    return new NamedItem(this.host, names.add(name, target, comment ?? '', this.scope).name);
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
    const found = this.host.names.find(String(name));
    return found === undefined || found.scope !== this.scope ? null : new NamedItem(this.host, found.name);
  }

  private views(): NameView[] {
    return this.host.names.all().filter(({ scope }) => scope === this.scope);
  }
}

class NamedItem implements HostObject {
  readonly $type = 'NamedItem';

  constructor(
    private readonly host: HostContext,
    private readonly name: string,
  ) {}

  $identity = () => ({ _Id: this.name });
  $navigation = ['Worksheet', 'WorksheetOrNullObject'];

  get Name(): string {
    return this.view.name;
  }

  get Type(): string {
    return this.view.target() === undefined ? 'Error' : 'Range';
  }

  /** The address, for a name of cells. */
  get Value(): string {
    const target = this.view.target();
    if (target === undefined) return '#REF!';
    return `${quoteSheetName(this.host.book.sheetName(target.sheetId))}!${formatAbsoluteZone(target.zone)}`;
  }

  get Formula(): string {
    return this.view.formula;
  }

  set Formula(formula: string) {
    this.host.names.refer(this.name, formula);
  }

  get Visible(): boolean {
    return this.view.visible;
  }

  set Visible(visible: boolean) {
    this.host.names.describe(this.name, { visible });
  }

  get Comment(): string {
    return this.view.comment;
  }

  set Comment(comment: string) {
    this.host.names.describe(this.name, { comment });
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
    this.host.names.remove(this.name);
  }

  private get view(): NameView {
    return this.host.names.find(this.name) ?? missing();
  }
}

const missing = (): never => {
  throw itemNotFound();
};
