/** What the workbench needs to know of an add-in, read from the manifest that Excel would be given. */
export interface AddinManifest {
  readonly id: string;
  readonly name: string;
  /** The prefix of its functions in formulas. */
  readonly namespace: string;
  readonly paneUrl: string;
  readonly groups: readonly RibbonGroup[];
  /** Where the file of keyboard shortcuts is. */
  readonly shortcutsUrl?: string;
  /** What Excel shows once after the installation. */
  readonly welcome?: { readonly title: string; readonly text: string };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly description: string;
  /** Address of the icon by its size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
  readonly action: ButtonAction;
}

export type ButtonAction =
  { readonly kind: 'show pane' } | { readonly kind: 'run'; readonly functionName: string };

/** Elements by their local name: manifests mix namespaces, and prefixes are the author's choice. */
const all = (within: Element, name: string) => [...within.getElementsByTagNameNS('*', name)];
const children = (within: Element, name: string) =>
  [...within.children].filter((child) => child.localName === name);

function one(within: Element, name: string): Element {
  const [found] = all(within, name);
  if (!found) throw new Error(`The manifest has no <${name}> in <${within.localName}>.`);
  return found;
}

const textOf = (within: Element, name: string) => one(within, name).textContent?.trim() ?? '';
const typeOf = (item: Element) =>
  item.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type') ?? '';

/** Reads what a `resid` stands for; addresses move from the manifest's origin to the one that is served. */
class Resources {
  private readonly values = new Map<string, string>();

  constructor(
    root: Element,
    private readonly from: string,
    private readonly to: string,
  ) {
    for (const item of children(one(root, 'Resources'), 'Images').concat(
      children(one(root, 'Resources'), 'Urls'),
      children(one(root, 'Resources'), 'ShortStrings'),
      children(one(root, 'Resources'), 'LongStrings'),
    )) {
      for (const entry of item.children) {
        this.values.set(entry.getAttribute('id') ?? '', entry.getAttribute('DefaultValue') ?? '');
      }
    }
  }

  read(holder: Element): string {
    const id = holder.getAttribute('resid') ?? '';
    const value = this.values.get(id);
    if (value === undefined) throw new Error(`The manifest has no resource "${id}".`);
    return this.moved(value);
  }

  /** An address of the manifest's origin, at the one that is served. */
  moved(value: string): string {
    return value.startsWith(this.from) ? this.to + value.slice(this.from.length) : value;
  }
}

function readAction(control: Element): ButtonAction {
  const action = one(control, 'Action');
  const type = typeOf(action);
  if (type === 'ShowTaskpane') return { kind: 'show pane' };
  if (type === 'ExecuteFunction') return { kind: 'run', functionName: textOf(action, 'FunctionName') };
  throw new Error(`The manifest's action "${type}" is not one that a ribbon button can have.`);
}

function readButton(control: Element, resources: Resources): RibbonButton {
  const supertip = one(control, 'Supertip');
  const [label] = children(control, 'Label');
  const icons = all(one(control, 'Icon'), 'Image').map(
    (image) => [Number(image.getAttribute('size')), resources.read(image)] as const,
  );
  return {
    id: control.getAttribute('id') ?? '',
    label: label ? resources.read(label) : '',
    title: resources.read(one(supertip, 'Title')),
    description: resources.read(one(supertip, 'Description')),
    icons: new Map(icons),
    action: readAction(control),
  };
}

const readGroup = (group: Element, resources: Resources): RibbonGroup => ({
  id: group.getAttribute('id') ?? '',
  label: children(group, 'Label').map((label) => resources.read(label))[0] ?? '',
  buttons: children(group, 'Control').map((control) => readButton(control, resources)),
});

/**
 * @param xml     text of an add-in only manifest
 * @param origin  where the add-in's files are served; takes the place of the origin that the manifest names
 * @throws Error with a sentence when the text is no manifest with a pane and a ribbon
 */
export function readManifest(xml: string, origin: string): AddinManifest {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  if (root.localName !== 'OfficeApp') throw new Error('The manifest is not an <OfficeApp> document.');
  const source = one(one(root, 'DefaultSettings'), 'SourceLocation').getAttribute('DefaultValue') ?? '';
  const overrides = one(root, 'VersionOverrides');
  const resources = new Resources(overrides, new URL(source).origin, origin);
  const [welcome] = all(overrides, 'GetStarted');
  const [extended] = all(root, 'ExtendedOverrides');
  const shortcutsUrl = extended?.getAttribute('Url');
  return {
    id: textOf(root, 'Id'),
    name: one(root, 'DisplayName').getAttribute('DefaultValue') ?? '',
    namespace: resources.read(one(overrides, 'Namespace')),
    paneUrl: resources.read(one(overrides, 'FunctionFile')),
    groups: all(overrides, 'Group').map((group) => readGroup(group, resources)),
    ...(shortcutsUrl ? { shortcutsUrl: resources.moved(shortcutsUrl) } : {}),
    ...(welcome && {
      welcome: {
        title: resources.read(one(welcome, 'Title')),
        text: resources.read(one(welcome, 'Description')),
      },
    }),
  };
}
