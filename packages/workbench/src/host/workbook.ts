import type { HostObject } from '../interpreter/host-object';
import { Application } from './application';
import type { HostContext } from './context';
import { NamedItemCollection } from './names';
import type { Range } from './range/range';
import { SettingCollection } from './settings';
import { StyleCollection } from './styles';
import { TableCollection } from './tables/tables';
import { activeCell, selectedRange, WorksheetCollection } from './worksheets';

/** The root of the object model. */
export class Workbook implements HostObject {
  readonly $type = 'Workbook';
  private readonly application: Application;

  constructor(private readonly host: HostContext) {
    this.application = new Application(host);
  }

  get Name(): string {
    return this.host.fileName;
  }

  get ReadOnly(): boolean {
    return false;
  }

  get IsDirty(): boolean {
    return this.host.book.getters.canUndo();
  }

  get AutoSave(): boolean {
    return false;
  }

  get PreviouslySaved(): boolean {
    return false;
  }

  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.host);
  }

  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.host);
  }

  get Tables(): TableCollection {
    return new TableCollection(this.host);
  }

  get Styles(): StyleCollection {
    return new StyleCollection(this.host.styles);
  }

  get Settings(): SettingCollection {
    return new SettingCollection(this.host);
  }

  get Application(): Application {
    return this.application;
  }

  GetSelectedRange(): Range {
    return selectedRange(this.host);
  }

  GetActiveCell(): Range {
    return activeCell(this.host);
  }

  _GetRangeForEventByReferenceId(id: string): Range {
    return this.host.eventRange(id);
  }

  _GetRangeOrNullObjectForEventByReferenceId(id: string): Range {
    return this.host.eventRange(id);
  }
}
