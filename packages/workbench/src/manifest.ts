/** What the workbench needs to know of an add-in, read from the manifest that Excel would be given. */
export interface AddinManifest {
  readonly id: string;
  readonly name: string;
  /** The prefix of its functions in formulas; '' where it has none. */
  readonly namespace: string;
  /** The page of the shared runtime: the pane, with functions and commands. */
  readonly paneUrl: string;
  readonly groups: readonly RibbonGroup[];
  readonly iconUrl?: string;
  /** Where its custom functions are, and the file that describes them. */
  readonly functions?: { readonly scriptUrl: string; readonly metadataUrl: string };
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

const ELEMENT = 1;

/** Elements by their local name: manifests mix namespaces, and prefixes are the author's choice. */
const all = (within: Element, name: string) => Array.from(within.getElementsByTagNameNS('*', name));
const elementsOf = (within: Element) =>
  Array.from(within.childNodes).filter((child): child is Element => child.nodeType === ELEMENT);
const children = (within: Element, name: string) =>
  elementsOf(within).filter((child) => child.localName === name);

function one(within: Element, name: string): Element {
  const [found] = all(within, name);
  if (!found) throw new Error(`The manifest has no <${name}> in <${within.localName}>.`);
  return found;
}

const textOf = (within: Element, name: string) => one(within, name).textContent?.trim() ?? '';
const defaultOf = (item: Element | undefined) => item?.getAttribute('DefaultValue') ?? '';
const typeOf = (item: Element) =>
  item.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type') ?? '';

/** Addresses move from the manifest's origin to the one that is served. */
class Addresses {
  private readonly from: string;

  constructor(
    source: string,
    private readonly to: string,
  ) {
    if (!URL.canParse(source))
      throw new Error(`The manifest's <SourceLocation> is "${source}", which is not a web address.`);
    this.from = new URL(source).origin;
  }

  moved(value: string): string {
    const isOurs = value === this.from || value.startsWith(`${this.from}/`);
    return isOurs ? this.to + value.slice(this.from.length) : value;
  }
}

/** Reads what a `resid` stands for. */
class Resources {
  private readonly values = new Map<string, string>();

  constructor(
    overrides: Element,
    private readonly addresses: Addresses,
  ) {
    for (const list of children(overrides, 'Resources').flatMap(elementsOf)) {
      for (const entry of elementsOf(list)) {
        this.values.set(entry.getAttribute('id') ?? '', defaultOf(entry));
      }
    }
  }

  read(holder: Element): string {
    const id = holder.getAttribute('resid') ?? '';
    const value = this.values.get(id);
    if (value === undefined) throw new Error(`The manifest has no resource "${id}".`);
    return this.addresses.moved(value);
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
  const icons = children(control, 'Icon')
    .flatMap((icon) => all(icon, 'Image'))
    .map((image) => [Number(image.getAttribute('size')), resources.read(image)] as const);
  return {
    id: control.getAttribute('id') ?? '',
    label: label ? resources.read(label) : '',
    title: resources.read(one(supertip, 'Title')),
    description: resources.read(one(supertip, 'Description')),
    icons: new Map(icons),
    action: readAction(control),
  };
}

/** A menu's items, each of which can be chosen as a button can. */
const buttonsIn = (control: Element): Element[] =>
  typeOf(control) === 'Menu' ? all(control, 'Item') : [control];

const readGroup = (group: Element, resources: Resources): RibbonGroup => ({
  id: group.getAttribute('id') ?? '',
  label: children(group, 'Label').map((label) => resources.read(label))[0] ?? '',
  buttons: children(group, 'Control')
    .flatMap(buttonsIn)
    .map((control) => readButton(control, resources)),
});

/** What Excel shows for an add-in that declares no ribbon of its own: one button that opens the pane. */
const paneButton = (name: string, description: string, icon: string): RibbonGroup => ({
  id: 'addin',
  label: name,
  buttons: [
    {
      id: 'addin.pane',
      label: name,
      title: name,
      description,
      icons: new Map(icon === '' ? [] : [[32, icon]]),
      action: { kind: 'show pane' },
    },
  ],
});

type Overrides = Pick<AddinManifest, 'namespace' | 'groups'> &
  Partial<Pick<AddinManifest, 'paneUrl' | 'functions' | 'welcome'>>;

function readOverrides(overrides: Element, addresses: Addresses): Overrides {
  const resources = new Resources(overrides, addresses);
  const [page] = all(overrides, 'FunctionFile');
  const [welcome] = all(overrides, 'GetStarted');
  const functions = all(overrides, 'ExtensionPoint').find((point) => typeOf(point) === 'CustomFunctions');
  const source = (part: string, within: Element) => resources.read(one(one(within, part), 'SourceLocation'));
  return {
    namespace: functions ? resources.read(one(functions, 'Namespace')) : '',
    groups: all(overrides, 'Group').map((group) => readGroup(group, resources)),
    ...(page && { paneUrl: resources.read(page) }),
    ...(functions && {
      functions: { scriptUrl: source('Script', functions), metadataUrl: source('Metadata', functions) },
    }),
    ...(welcome && {
      welcome: {
        title: resources.read(one(welcome, 'Title')),
        text: resources.read(one(welcome, 'Description')),
      },
    }),
  };
}

const PLAIN: Overrides = { namespace: '', groups: [] };

/**
 * @param manifest  an add-in only manifest
 * @param origin    where the add-in's files are served; takes the place of the origin that the manifest names
 * @throws Error with a sentence when it is not the manifest of an add-in with a pane
 */
export function readManifest({ documentElement: root }: Document, origin: string): AddinManifest {
  if (root?.localName !== 'OfficeApp') throw new Error('The manifest is not an <OfficeApp> document.');
  const source = defaultOf(one(one(root, 'DefaultSettings'), 'SourceLocation'));
  const addresses = new Addresses(source, origin);
  const [overrides] = all(root, 'VersionOverrides');
  const read = overrides ? readOverrides(overrides, addresses) : PLAIN;
  const name = defaultOf(one(root, 'DisplayName'));
  const iconUrl = addresses.moved(defaultOf(children(root, 'IconUrl')[0]));
  const shortcutsUrl = all(root, 'ExtendedOverrides')[0]?.getAttribute('Url');
  const description = defaultOf(children(root, 'Description')[0]);
  return {
    id: textOf(root, 'Id'),
    name,
    paneUrl: addresses.moved(source),
    ...read,
    groups: read.groups.length > 0 ? read.groups : [paneButton(name, description, iconUrl)],
    ...(iconUrl === '' ? {} : { iconUrl }),
    ...(shortcutsUrl ? { shortcutsUrl: addresses.moved(shortcutsUrl) } : {}),
  };
}
