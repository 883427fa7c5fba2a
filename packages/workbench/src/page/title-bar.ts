import { part } from './part';

let book = '';
let addin = '';

export const bookName = (fileName: string) => fileName.replace(/\.xls[xm]$/i, '');

/** @param fileName  shown without its ending */
export function showBook(fileName: string): void {
  book = bookName(fileName);
  part('book').textContent = book;
  showTitle();
}

/** @param icon  its address; the page has none of its own */
export function showAddin(name: string, icon: string | undefined): void {
  addin = name;
  showTitle();
  if (icon === undefined) return;
  (part('page-icon') as HTMLLinkElement).href = icon;
  const shown = part('icon') as HTMLImageElement;
  shown.addEventListener('error', () => (shown.hidden = true));
  shown.src = icon;
  shown.hidden = false;
}

function showTitle(): void {
  document.title = [book, addin, 'Workbench'].filter((each) => each !== '').join(' · ');
}
