import * as o from '@odoo/o-spreadsheet';
import { App, Component, xml } from '@odoo/owl';
import { lastRefusedEntry } from '../book/rules/grid-validation';
import { alertUser, confirmWithUser, toast } from './notices';

interface GridProps {
  readonly model: o.Model;
  readonly onStores: (stores: ReturnType<typeof o.stores.useStoreProvider>) => void;
}

/** The library's own component for a whole spreadsheet: toolbar, formula bar, cells and sheet tabs. */
class Root extends Component<GridProps> {
  static override template = xml`
    <Spreadsheet model="props.model" notifyUser="notifyUser" raiseError="raiseError" askConfirmation="askConfirmation"/>`;
  static components = { Spreadsheet: o.Spreadsheet };
  static override props = ['*'];

  override setup(): void {
    const stores = o.stores.useStoreProvider();
    stores.inject(o.stores.ModelStore, this.props.model);
    this.props.onStores(stores);
  }

  notifyUser = ({ text }: { text: string }) => toast(text);

  raiseError = (text: string, whenRead?: () => void) => {
    void alertUser(this.wordsOfRule(text) ?? text).then(whenRead);
  };

  /** Where a rule of data validation has words of its own, Excel shows those. */
  private wordsOfRule(text: string): string | undefined {
    const words = text.includes('data validation') ? lastRefusedEntry(this.props.model.getters) : undefined;
    if (words === undefined) return undefined;
    return words.title === '' ? words.message : `${words.title}\n${words.message}`;
  }

  askConfirmation = (text: string, confirm: () => void, cancel?: () => void) => {
    void confirmWithUser(text).then((agreed) => (agreed ? confirm() : cancel?.()));
  };
}

const TEMPLATES = 'grid/o-spreadsheet/o_spreadsheet.xml';

export interface MountedGrid {
  /** A person is typing into a cell or the formula bar. */
  isEditing(): boolean;
  /** Gives the keyboard to the selected cell. */
  focus(): void;
  /** Takes the grid away. */
  remove(): void;
}

/** What the library keeps while values of a sheet glide from old to new; its types hide it. */
interface Painting {
  readonly context?: { readonly sheetId: string };
  readonly registeredAnimations: ReadonlySet<string>;
  stopAnimation(id: string): void;
}

/** The library goes on painting a sheet that an undo took away while its values glided, and fails: they stop gliding. */
function stopGlidingOnLostSheets(model: o.Model, painting: Painting): void {
  model.on('command-finalized', stopGlidingOnLostSheets, () => {
    const { context, registeredAnimations } = painting;
    if (context === undefined || model.getters.tryGetSheet(context.sheetId) !== undefined) return;
    for (const id of [...registeredAnimations]) painting.stopAnimation(id);
  });
}

/** What a person tried in a protected sheet did not happen: say so. */
function explainProtection(model: o.Model): void {
  model.on('command-rejected', explainProtection, (rejected: object) => {
    const { result } = rejected as { readonly result: o.DispatchResult };
    if (result.reasons.some((reason: string) => reason === 'SheetLocked')) {
      toast('The sheet is protected, and the cell is locked: unprotect the sheet, or use its input cells.');
    }
  });
}

/** Paints a book into an element. The templates are the library's own file, fetched unchanged. */
export async function mountGrid(model: o.Model, target: HTMLElement): Promise<MountedGrid> {
  const answer = await fetch(TEMPLATES);
  if (!answer.ok) throw new Error(`The templates of the grid did not load (${answer.status}).`);
  let isEditing = () => false;
  const onStores: GridProps['onStores'] = (stores) => {
    isEditing = () => stores.get(o.stores.CellComposerStore).editionMode !== 'inactive';
    stopGlidingOnLostSheets(model, stores.get(o.stores.RendererStore) as unknown as Painting);
  };
  const app = new App(Root, { props: { model, onStores }, templates: await answer.text() });
  await app.mount(target);
  explainProtection(model);
  // The cell editor takes the keyboard of the whole sheet.
  const focus = () => target.querySelector<HTMLElement>('.o-grid-composer .o-composer')?.focus();
  return { isEditing: () => isEditing(), focus, remove: () => app.destroy() };
}
