/** The file that a manifest's ExtendedOverrides names: actions, and the keys that run them. */
export interface ShortcutsFile {
  readonly actions?: readonly { readonly id: string; readonly type: string; readonly name?: string }[];
  readonly shortcuts?: readonly {
    readonly action: string;
    readonly key: { readonly default: string; readonly web?: string };
  }[];
}

/** A key that was pressed, as browsers tell it and as office.js passes it on from the add-in's page. */
export interface PressedKey {
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const MODIFIERS = ['Ctrl', 'Alt', 'Shift'];

const NAMED_KEYS: Readonly<Record<number, string>> = {
  8: 'Backspace',
  13: 'Enter',
  32: 'Space',
  33: 'PageUp',
  34: 'PageDown',
  35: 'End',
  36: 'Home',
  37: 'Left',
  38: 'Up',
  39: 'Right',
  40: 'Down',
  45: 'Insert',
  46: 'Delete',
};

/** Keys that belong to Excel on the web or to the browser: an add-in does not get them. */
const TAKEN = new Set([
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Z',
  'Ctrl+Y',
  'Ctrl+A',
  'Ctrl+B',
  'Ctrl+F',
  'Ctrl+S',
  'Ctrl+P',
]);

/** `ctrl+alt+up` → `Ctrl+Alt+Up`, whatever the order of the keys. */
function normalised(keys: string): string {
  const parts = keys.split('+').map((part) => part.trim());
  const isHeld = (modifier: string) => parts.some((part) => part.toLowerCase() === modifier.toLowerCase());
  const [key = ''] = parts.filter(
    (part) => !MODIFIERS.some((each) => each.toLowerCase() === part.toLowerCase()),
  );
  const name = key.charAt(0).toUpperCase() + key.slice(1).toLowerCase();
  return [...MODIFIERS.filter(isHeld), name].join('+');
}

function keysOf({ keyCode, ctrlKey, altKey, shiftKey, metaKey }: PressedKey): string | undefined {
  const isFunctionKey = keyCode >= 112 && keyCode <= 123;
  const isPlain = (keyCode >= 48 && keyCode <= 57) || (keyCode >= 65 && keyCode <= 90);
  const key = isFunctionKey
    ? `F${keyCode - 111}`
    : isPlain
      ? String.fromCharCode(keyCode)
      : NAMED_KEYS[keyCode];
  if (key === undefined) return undefined;
  const held = [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : ''];
  return [...held.filter((each) => each !== ''), key].join('+');
}

/** The keyboard shortcuts of an add-in. */
export class Shortcuts {
  private readonly byKeys = new Map<string, string>();
  private readonly actions: ReadonlySet<string>;

  constructor(file: ShortcutsFile = {}) {
    this.actions = new Set((file.actions ?? []).map(({ id }) => id));
    for (const { action, key } of file.shortcuts ?? []) this.set(action, key.web ?? key.default);
  }

  /** The action of a pressed key; undefined where the key is none of the add-in's. */
  actionFor(pressed: PressedKey): string | undefined {
    const keys = keysOf(pressed);
    return keys === undefined ? undefined : this.byKeys.get(keys);
  }

  /** Action → keys. */
  all(): Record<string, string> {
    return Object.fromEntries([...this.byKeys].map(([keys, action]) => [action, keys]));
  }

  isInUse(keys: string): boolean {
    return TAKEN.has(normalised(keys)) || this.byKeys.has(normalised(keys));
  }

  /** @param keys  null takes the shortcut of the action away */
  replace(action: string, keys: string | null): void {
    if (!this.actions.has(action)) throw new Error(`The add-in declares no action "${action}".`);
    for (const [known, owner] of this.byKeys) if (owner === action) this.byKeys.delete(known);
    if (keys !== null) this.set(action, keys);
  }

  private set(action: string, keys: string): void {
    this.byKeys.set(normalised(keys), action);
  }
}
