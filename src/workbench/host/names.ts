import type { NameView } from '../book/names';
import { quoteSheetName, formatAbsoluteZone } from '../book/address';
import { itemNotFound, type HostObject } from '../interpreter/host-object';
import type { HostContext } from './context';
import { Range } from './range';

export class NamedItemCollection implements HostObject {
  readonly $type = 'NamedItemCollection';

  constructor(private readonly host: HostContext) {}

  $items = () => this.host.names.all().map(({ name }) => new NamedItem(this.host, name));

  $item = (name: unknown) => this.GetItem(name);

  Add(name: string, reference: unknown, comment?: string | null): NamedItem {
    const target =
      reference instanceof Range ? { sheetId: reference.$sheetId, zone: reference.$zone } : String(reference);
    return new NamedItem(this.host, this.host.names.add(name, target, comment ?? '').name);
  }

  AddFormulaLocal(name: string, formula: string, comment?: string | null): NamedItem {
    return this.Add(name, formula, comment);
  }

  GetCount(): number {
    return this.host.names.all().length;
  }

  GetItem(name: unknown): NamedItem {
    return this.GetItemOrNullObject(name) ?? missing();
  }

  GetItemOrNullObject(name: unknown): NamedItem | null {
    const found = this.host.names.find(String(name));
    return found === undefined ? null : new NamedItem(this.host, found.name);
  }
}

class NamedItem implements HostObject {
  readonly $type = 'NamedItem';

  constructor(
    private readonly host: HostContext,
    private readonly name: string,
  ) {}

  $identity = () => ({ _Id: this.name });

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
    return 'Workbook';
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
