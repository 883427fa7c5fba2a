import { invalidArgument, itemNotFound, type HostObject } from '../interpreter/host-object';
import type { HostContext } from './context';

/** `workbook.settings`: values that travel with the document, any JSON. */
export class SettingCollection implements HostObject {
  readonly $type = 'SettingCollection';

  constructor(private readonly host: HostContext) {}

  $items = () => [...this.host.settings.keys()].map((key) => new Setting(this.host, key));

  $item = (key: unknown) => this.GetItemOrNullObject(key) ?? missing();

  Add(key: string, value: unknown): Setting {
    if (key === '') throw invalidArgument('A setting needs a key.');
    this.host.settings.set(key, JSON.stringify(value));
    return new Setting(this.host, key);
  }

  GetCount(): number {
    return this.host.settings.size;
  }

  GetItem(key: unknown): Setting {
    return this.GetItemOrNullObject(key) ?? missing();
  }

  GetItemOrNullObject(key: unknown): Setting | null {
    return this.host.settings.has(String(key)) ? new Setting(this.host, String(key)) : null;
  }
}

class Setting implements HostObject {
  readonly $type = 'Setting';

  constructor(
    private readonly host: HostContext,
    private readonly key: string,
  ) {}

  $identity = () => ({ _Id: this.key });

  get Key(): string {
    return this.key;
  }

  get Value(): unknown {
    return JSON.parse(this.host.settings.get(this.key) ?? 'null');
  }

  set Value(value: unknown) {
    this.host.settings.set(this.key, JSON.stringify(value));
  }

  Delete(): void {
    this.host.settings.delete(this.key);
  }
}

const missing = (): never => {
  throw itemNotFound();
};
