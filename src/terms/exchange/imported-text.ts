const TAB = 9;
const LINE_FEED = 10;
const FIRST_PRINTED = 32;
const DELETE = 127;
const NO_CHARACTERS: ReadonlySet<number> = new Set([0xfffe, 0xffff]);

/**
 * A text as a cell holds it: without control characters, which no cell shows and a workbook's file cannot hold, with
 * a space for a tab, line feeds for line ends, and nothing before and after it.
 */
export function importedText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  return [...lines].filter(isPrinted).join('').trim();
}

function isPrinted(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code === TAB ||
    code === LINE_FEED ||
    (code >= FIRST_PRINTED && code !== DELETE && !NO_CHARACTERS.has(code))
  );
}

/** What a spreadsheet program would compute, in the full-width letters of some keyboards too; and what guards against it. */
const COMPUTED = /^[=+\-@\t\r＝＋－＠']/;
const GUARD = "'";

/** A text for a file that spreadsheet programs open: behind an apostrophe where they would take it for a formula. */
export const guarded = (text: string): string => (COMPUTED.test(text) ? GUARD + text : text);

/** The text that {@link guarded} was given. */
export const unguarded = (text: string): string =>
  text.startsWith(GUARD) && COMPUTED.test(text.slice(GUARD.length)) ? text.slice(GUARD.length) : text;
