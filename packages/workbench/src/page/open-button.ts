import { readFile, type OpenedFile, type WorkbenchOptions } from '../workbench';
import { alertUser, confirmWithUser } from './notices';
import { part } from './part';
import { showState } from './status-line';

/** A larger file is no workbook that the grid could hold, or one full of pictures. */
const MOST_MEGABYTES = 50;
const BYTES_OF_MEGABYTE = 1024 * 1024;

/** The book that a file would take the place of. */
export interface PresentBook {
  readonly name: string;
  /** Something was done since it was opened or downloaded. */
  hasUnsavedChanges(): boolean;
}

export interface Opening {
  readonly options: Pick<WorkbenchOptions, 'addin' | 'culture'>;
  present(): PresentBook;
  /** Shows the file in place of the present book. */
  show(file: OpenedFile, fileName: string): Promise<void>;
}

/** The button that opens an .xlsx file. Whatever is wrong with the file, the present book stays as it is. */
export function makeOpenable(opening: Opening): void {
  const button = part('open') as HTMLButtonElement;
  const input = part('open-file') as HTMLInputElement;
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file === undefined) return;
    button.disabled = true;
    showState('Opening …');
    open(file, opening)
      .catch((problem: unknown) =>
        alertUser(
          `${file.name} could not be opened: ${problem instanceof Error ? problem.message : String(problem)} ${opening.present().name} is still open.`,
        ),
      )
      .finally(() => {
        showState('Ready');
        button.disabled = false;
      });
  });
  button.disabled = false;
}

async function open(file: File, { options, present, show }: Opening): Promise<void> {
  const read = await contentOf(file, options);
  const { name, hasUnsavedChanges } = present();
  if ('problem' in read) {
    await alertUser(`${file.name} ${read.problem} ${name} is still open.`);
    return;
  }
  const agreed =
    !hasUnsavedChanges() ||
    (await confirmWithUser(
      `${file.name} takes the place of ${name}, which has changes that are in no file. Cancel, and press Download, to keep them.`,
    ));
  if (agreed) await show(read, file.name);
}

async function contentOf(file: File, options: Opening['options']): Promise<ReturnType<typeof readFile>> {
  const megabytes = Math.ceil(file.size / BYTES_OF_MEGABYTE);
  if (megabytes > MOST_MEGABYTES)
    return { problem: `has ${megabytes} MB, and files are opened up to ${MOST_MEGABYTES} MB.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Reading keeps the page busy: what it does is painted first.
  await new Promise((painted) => setTimeout(painted, 0));
  return readFile(bytes, options);
}
