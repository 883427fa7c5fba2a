import type { HostObject } from '../interpreter/host-object';
import { ExcelEvent, type RichApiEvents } from '../wire/rich-api-events';
import type { FunctionBridge } from '../bridge/bridge';
import type { Shortcuts } from '../shortcuts';

/** Services beside the workbook, which the client creates by name. */

/** The runtime of custom functions, from the host's side. */
export class CustomFunctionsService implements HostObject {
  readonly $type = 'CustomFunctions';

  constructor(
    private readonly onReady: () => void,
    private readonly bridge: FunctionBridge,
  ) {}

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.onReady();
  }

  /** 2 and 4: results are posted every 200 ms instead of 500 ms, however long the last post took. */
  _GetEnabledFeatures(): number[] {
    return [2, 4];
  }

  SetInvocationArrayResults(results: unknown): void {
    this.bridge.receive(results);
  }
}

export type RuntimeState = 'Inactive' | 'Background' | 'Visible';

/** Office.addin: showing and hiding the task pane, and whether the add-in starts with the document. */
export class AppRuntime {
  private readonly listeners = new Set<(isVisible: boolean) => void>();
  state: RuntimeState = 'Background';
  startState: RuntimeState = 'Inactive';

  constructor(private readonly events: RichApiEvents) {}

  onVisibility(listener: (isVisible: boolean) => void): void {
    this.listeners.add(listener);
  }

  setState(state: RuntimeState): void {
    if (state === this.state) return;
    this.state = state;
    for (const listener of this.listeners) listener(state === 'Visible');
    this.events.broadcast(ExcelEvent.VisibilityChanged, '', {
      visibility: state === 'Visible' ? 'Visible' : 'Hidden',
    });
  }
}

export class AppRuntimeService implements HostObject {
  readonly $type = 'AppRuntimeService';

  constructor(private readonly runtime: AppRuntime) {}

  GetAppRuntimeState(): RuntimeState {
    return this.runtime.state;
  }

  SetAppRuntimeState(state: RuntimeState): void {
    this.runtime.setState(state);
  }
}

export class AppRuntimePersistenceService implements HostObject {
  readonly $type = 'AppRuntimePersistenceService';

  constructor(private readonly runtime: AppRuntime) {}

  GetAppRuntimeStartState(): RuntimeState {
    return this.runtime.startState;
  }

  SetAppRuntimeStartState(state: RuntimeState): void {
    this.runtime.startState = state;
  }
}

/** What the add-in asked of its ribbon controls. */
export interface RibbonUpdate {
  readonly controlId: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
}

export class DynamicRibbonService implements HostObject {
  readonly $type = 'DynamicRibbon';

  constructor(private readonly update: (update: RibbonUpdate) => void) {}

  GetButton(id: string): HostObject {
    return new RibbonControl('RibbonButton', id, this.update);
  }

  GetTab(id: string): HostObject {
    return new RibbonControl('RibbonTab', id, this.update);
  }

  ExecuteRequestUpdate(json: string): void {
    const request: unknown = JSON.parse(json);
    for (const { id, enabled } of controlsIn(request)) {
      if (enabled !== undefined) this.update({ controlId: id, enabled });
    }
  }
}

class RibbonControl implements HostObject {
  constructor(
    readonly $type: string,
    private readonly id: string,
    private readonly update: (update: RibbonUpdate) => void,
  ) {}

  $identity = () => ({ Id: this.id });

  get Id(): string {
    return this.id;
  }

  set Enabled(enabled: boolean) {
    this.update({ controlId: this.id, enabled });
  }

  SetVisibility(visible: boolean): void {
    this.update({ controlId: this.id, visible });
  }
}

/** Every object with an id anywhere in an update request. */
function controlsIn(value: unknown): { readonly id: string; readonly enabled?: boolean }[] {
  if (Array.isArray(value)) return value.flatMap(controlsIn);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const inner = Object.values(record).flatMap(controlsIn);
  if (typeof record['id'] !== 'string') return inner;
  const enabled = record['enabled'];
  return [{ id: record['id'], ...(typeof enabled === 'boolean' ? { enabled } : {}) }, ...inner];
}

/** Office.actions: the add-in's keyboard shortcuts. */
export class ActionService implements HostObject {
  readonly $type = 'ActionService';

  constructor(private readonly shortcuts: Shortcuts) {}

  AreShortcutsInUse(keys: readonly string[]): boolean[] {
    return keys.map((each) => this.shortcuts.isInUse(each));
  }

  GetShortcuts(): Record<string, string> {
    return this.shortcuts.all();
  }

  ReplaceShortcuts(shortcuts: Readonly<Record<string, string | null>>): void {
    for (const [action, keys] of Object.entries(shortcuts)) this.shortcuts.replace(action, keys);
  }
}

export class AddinInternalService implements HostObject {
  readonly $type = 'AddinInternalService';

  NotifyActionHandlerReady(): void {}
}
