import type { Workbench } from '../workbench';
import { alertUser } from './notices';
import { part } from './part';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Browsers read the bytes some time after the click. */
const READ_WITHIN_MILLISECONDS = 60_000;

/** Hands bytes over as a file of the person's, as if a link to it had been clicked. */
function save(bytes: Uint8Array, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: TYPE }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN_MILLISECONDS);
}

/** A book, and the file that it is or would be. */
export interface DownloadedBook {
  readonly workbench: Workbench;
  readonly fileName: string;
  /** Everything that was done so far is in a file. */
  saved(): void;
}

/** The button that saves the book as an .xlsx file; it waits for functions that are under way. */
export function makeDownloadable(book: () => DownloadedBook): void {
  const button = part('download') as HTMLButtonElement;
  button.addEventListener('click', () => {
    const { workbench, fileName, saved } = book();
    button.disabled = true;
    workbench
      .download()
      .then((bytes) => {
        save(bytes, fileName);
        saved();
      })
      .catch((problem: unknown) =>
        alertUser(
          `${fileName} could not be written: ${problem instanceof Error ? problem.message : String(problem)} The book itself is unchanged.`,
        ),
      )
      .finally(() => (button.disabled = false));
  });
  button.disabled = false;
}
